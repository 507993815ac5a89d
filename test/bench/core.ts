// Measures the language core in process; prints one JSON object. Run by scripts/bench.ts with --expose-gc, with the
// folder of the peers where they are installed.
import { parseTree } from 'jsonc-parser';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { readCriteria } from '../../server/src/criteria/document.ts';
import { complete } from '../../server/src/features/completion/complete.ts';
import { parseEntitySchema } from '../../server/src/schema/entitySchema.ts';
import { criteriaOf, cursorAt, LENGTHS, PLACES, TYPO } from './documents.ts';
import { type Comparison, compare, median, type Peer, time } from './measure.ts';
import { graphqlPeer, graphqlQueryOf, graphqlTypesOf } from './peers/graphqlService.ts';
import { jsonSchemaOf } from './peers/jsonSchema.ts';
import { jsonPeer } from './peers/jsonService.ts';
import { benchWorld, schemaText, uri } from './world.ts';

/** What is measured in process. */
export interface CoreFigures {
  readonly comparisons: readonly Comparison[];
  /** What no peer can. */
  readonly deepSearch: { readonly ms: number; readonly goalMs: number };
}

const [, , peersFolder] = process.argv;
const world = benchWorld();
const comparisons: Comparison[] = [];

await measureFloor();
if (peersFolder !== undefined) await measurePeers(peersFolder);
const figures: CoreFigures = { comparisons, deepSearch: { ms: await measureDeepSearch(), goalMs: 10 } };
process.stdout.write(JSON.stringify(figures));

async function measureFloor(): Promise<void> {
  const parse = { name: 'JSON.parse of the same text', run: () => JSON.parse(schemaText) };
  comparisons.push(await compare('load the entity schema', 2, () => parseEntitySchema(schemaText), [parse]));
  for (const lines of LENGTHS.slice(1)) {
    const text = criteriaOf(lines);
    const bare = { name: 'jsonc-parser parseTree', run: () => parseTree(text, [], {}) };
    checkFindings('own', validate(text));
    comparisons.push(await compare(`validate ${lines} lines from text`, 4, () => validate(text), [bare]));
    const analysis = analyze(readCriteria(uri, text), world);
    for (const place of PLACES) {
      const offered = complete(analysis, cursorAt(text, place)).map(({ label }) => label);
      if (!offered.includes(place.name)) throw new Error(`"${place.name}" is not offered in "${place.path}".`);
    }
    const deepest = PLACES.at(-1);
    if (lines < 5000 || !deepest) continue;
    const cursor = cursorAt(text, deepest);
    comparisons.push(await compare('complete in 5000 unchanged lines', 0.5, () => complete(analysis, cursor), [bare]));
  }
}

async function measurePeers(folder: string): Promise<void> {
  const makeJson = jsonPeer(folder);
  const makeGraphql = graphqlPeer(folder);
  const newJson = () => makeJson(jsonSchemaOf(benchWorld().schema, 'product'));
  const newGraphql = () => makeGraphql(graphqlTypesOf(benchWorld().schema));
  const short = criteriaOf(25, 2);
  const shortQuery = graphqlQueryOf(25);
  const load: readonly Peer[] = [
    { name: 'JSON service', run: () => newJson().validate(short) },
    { name: 'GraphQL service', run: () => newGraphql().validate(shortQuery) },
  ];
  const loadOwn = () => analyze(readCriteria(uri, short), benchWorld()).problems;
  const slow = { warmUp: 3, warmUpMs: 0, measured: 21 };
  comparisons.push(
    await compare('from the text of the entity schema to the findings in 25 lines', 0.15, loadOwn, load, slow),
  );
  const json = newJson();
  const graphql = newGraphql();
  for (const lines of LENGTHS) {
    const text = criteriaOf(lines, 2);
    const query = graphqlQueryOf(lines);
    checkFindings('JSON service', await json.validate(text));
    checkFindings('GraphQL service', graphql.validate(query));
    const peers: readonly Peer[] = [
      { name: 'JSON service', run: () => json.validate(text) },
      { name: 'GraphQL service', run: () => graphql.validate(query) },
    ];
    comparisons.push(await compare(`validate ${lines} lines from text`, 0.45, () => validate(text), peers));
  }
}

/** Paths of three steps by a few letters of each. */
async function measureDeepSearch(): Promise<number> {
  const text = criteriaOf(300).replace('"manufacturer.media.path"', '"manmedpat"');
  const analysis = analyze(readCriteria(uri, text), world);
  const cursor = text.indexOf('manmedpat') + 'manmedpat'.length;
  const search = () => complete(analysis, cursor);
  if (!search().some(({ label }) => label === 'manufacturer.media.path')) {
    throw new Error('"manufacturer.media.path" is not found by "manmedpat".');
  }
  const times: number[] = [];
  for (let round = 0; round < 101; round++) times.push(await time(search));
  return median(times);
}

function validate(text: string): readonly string[] {
  return analyze(readCriteria(uri, text), world).problems.map(({ message }) => message);
}

/** The mistake, and nothing else: who finds more does other work. The JSON service lists the names instead. */
function checkFindings(who: string, messages: readonly string[]): void {
  const [message = '', ...others] = messages;
  if (others.length === 0 && (message.includes(TYPO) || message.startsWith('Value is not accepted'))) return;
  throw new Error(
    `${who}: the one typo is not what is found: ${messages.map((text) => text.slice(0, 80)).join(' | ')}`,
  );
}
