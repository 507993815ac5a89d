// Prints how many bytes of heap one schema and one validated document of 5,000 lines take, for `own` or a peer. Run by
// scripts/bench.ts with --expose-gc, each in a process of its own.
import { analyze } from '../../server/src/analysis/analyze.ts';
import { readCriteria } from '../../server/src/criteria/document.ts';
import { criteriaOf } from './documents.ts';
import { graphqlPeer, graphqlQueryOf, graphqlTypesOf } from './peers/graphqlService.ts';
import { jsonSchemaOf } from './peers/jsonSchema.ts';
import { jsonPeer } from './peers/jsonService.ts';
import { benchWorld, uri } from './world.ts';

const [, , subject, peersFolder = ''] = process.argv;
const load = loaderOf();
const before = heapUsed();
const loaded = await load();
process.stdout.write(JSON.stringify({ bytes: heapUsed() - before, loaded: typeof loaded }));

/** The texts are made before, what is loaded is held. */
function loaderOf(): () => unknown {
  const text = criteriaOf(5000, 2);
  const { schema } = benchWorld();
  if (subject === 'json') {
    const make = jsonPeer(peersFolder);
    return async () => {
      const peer = make(jsonSchemaOf(schema, 'product'));
      await peer.validate(text);
      return peer;
    };
  }
  if (subject === 'graphql') {
    const make = graphqlPeer(peersFolder);
    const types = graphqlTypesOf(schema);
    const query = graphqlQueryOf(300);
    return () => {
      const peer = make(types);
      peer.validate(query);
      return peer;
    };
  }
  return () => {
    const analysis = analyze(readCriteria(uri, text), benchWorld());
    if (analysis.problems.length !== 1) throw new Error('The one typo is not what is found.');
    return analysis;
  };
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
