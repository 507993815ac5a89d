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
  'price.gross',
];

/** A criteria of some 5,000 lines, formatted as people do, with one typo in the middle. */
export function longCriteria(): string {
  const queries = Array.from({ length: 1000 }, (_, index) => ({
    type: index % 3 === 0 ? 'contains' : 'prefix',
    field: index === 500 ? 'manufacturre.name' : (PATHS[index % PATHS.length] ?? 'name'),
    value: `text ${index}`,
  }));
  const body = {
    limit: 25,
    filter: [{ type: 'or', queries }],
    sort: [{ field: 'manufacturer.name' }, { field: 'id' }],
  };
  return `// @entity product\n${JSON.stringify(body, null, 2)}\n`;
}
