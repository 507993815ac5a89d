const PATHS = [
  'name',
  'stock',
  'active',
  'createdAt',
  'manufacturer.name',
  'manufacturer.media.path',
  'options.group.name',
  'tags.name',
  'properties.group.sortingType',
  'cover.position',
];

/** Lengths that are measured: a criteria as most are, a long one, and one that a program wrote. */
export const LENGTHS = [25, 300, 5000] as const;

/** What stands around the queries, and what each takes. */
const FRAME = 20;
const LINES_PER_QUERY = 5;

/** The one mistake in every document, and what it stands for. */
export const TYPO = 'manufacturre';

/**
 * A criteria of so many lines, formatted as people do, with one typo in the middle and three sortings at the end.
 * `deepest` is how many names a path has at most: not every peer can do 3.
 */
export function criteriaOf(lines: number, deepest: 2 | 3 = 3): string {
  const count = Math.round((lines - FRAME) / LINES_PER_QUERY);
  const paths = PATHS.filter((path) => path.split('.').length <= deepest);
  const queries = Array.from({ length: count }, (_, index) => ({
    type: index % 3 === 0 ? 'contains' : 'prefix',
    field: index === Math.floor(count / 2) ? `${TYPO}.name` : (paths[index % paths.length] ?? 'name'),
    value: `text ${index}`,
  }));
  const filter = JSON.stringify([{ type: 'or', queries }], null, 2).replaceAll('\n', '\n  ');
  return `// @entity product
//
// What the shop sells, as the list in the shop needs it:
// by its texts and by the texts of whatever it belongs to.
//
{
  "limit": 25,
  "filter": ${filter},
  "sort": [
    { "field": "stock" },
    { "field": "manufacturer.name" },
    { "field": "${deepest === 3 ? 'manufacturer.media.path' : 'manufacturer.link'}" }
  ]
}
`;
}

/** A place in every document where a name of a path is half written. */
export interface Place {
  /** How many names the path has. */
  readonly depth: number;
  readonly path: string;
  /** What must be offered: the last name. */
  readonly name: string;
}

/** The sortings. */
export const PLACES: readonly Place[] = ['stock', 'manufacturer.name', 'manufacturer.media.path'].map((path) => {
  const names = path.split('.');
  return { depth: names.length, path, name: names.at(-1) ?? '' };
});

/** The offset behind two letters of the last name of a path in the sortings. */
export function cursorAt(text: string, { path, name }: Place): number {
  return text.lastIndexOf(path) + path.length - name.length + 2;
}
