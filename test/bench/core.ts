// Measures the language core in process; prints one JSON object. Run by scripts/bench.ts with --expose-gc.
import { parseTree } from 'jsonc-parser';
import { analyze, complete, readCriteria, type World } from '../../server/src/languageService.ts';
import { bundledSchemaText } from '../../server/src/schema/bundled/index.ts';
import { parseEntitySchema } from '../../server/src/schema/entitySchema.ts';
import { parseVersion } from '../../server/src/shopware/version.ts';
import { longCriteria } from './documents.ts';
import { compare } from './measure.ts';

const schemaText = bundledSchemaText('6.7');
const before = heapUsed();
const schema = parseEntitySchema(schemaText);
const version = parseVersion('6.7.6.0');
if (!version) throw new Error('6.7.6.0 is a version');
const world: World = {
  schema,
  schemaSource: 'file',
  api: 'admin',
  version,
  versionKnown: true,
  limits: {},
  rules: {},
  shops: undefined,
};

const text = longCriteria();
const uri = 'file:///bench/long.swcriteria.json';
const analysis = analyze(readCriteria(uri, text), world);
const heapAfterLoad = heapUsed() - before;
const problems = analysis.problems.map(({ code }) => code);
if (problems.join() !== 'unknown-field')
  throw new Error(`The one planted typo is not what is found: ${problems.join()}`);
const cursor = text.lastIndexOf('manufacturer.name') + 'manufacturer.na'.length;
const offered = complete(analysis, cursor).map(({ label }) => label);
if (!offered.includes('name'))
  throw new Error(`"name" is not offered behind "manufacturer.": ${offered.slice(0, 5).join()}`);

const bare = { name: 'jsonc-parser parseTree', run: () => parseTree(text, [], {}) };
const comparisons = [
  compare('load the entity schema', 2, () => parseEntitySchema(schemaText), {
    name: 'JSON.parse of the same text',
    run: () => JSON.parse(schemaText),
  }),
  compare('validate 5,000 lines from text', 4, () => analyze(readCriteria(uri, text), world), bare),
  compare('complete in 5,000 unchanged lines', 0.5, () => complete(analysis, cursor), bare),
];

process.stdout.write(JSON.stringify({ lines: text.split('\n').length, heapAfterLoad, comparisons }));

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
