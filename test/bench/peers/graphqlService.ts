// graphql-language-service in process, with the entities as GraphQL types.
import { createRequire } from 'node:module';
import path from 'node:path';
import type { EntitySchema } from '../../../server/src/schema/entitySchema.ts';
import { TYPO } from '../documents.ts';

/** What is used of the libraries. They are not there where types are checked. */
interface Graphql {
  buildSchema(text: string): object;
}
interface Service {
  getDiagnostics(text: string, schema: object): readonly { readonly message: string }[];
}

/** A service that has read the types. */
export interface GraphqlPeer {
  /** The messages about a query, from the text. */
  validate(text: string): readonly string[];
}

/** How the service is made of the types' text; `peers` is the folder where it is installed. */
export function graphqlPeer(peers: string): (types: string) => GraphqlPeer {
  const require = createRequire(path.join(peers, 'package.json'));
  const { buildSchema }: Graphql = require('graphql');
  const { getDiagnostics }: Service = require('graphql-language-service');
  return (types) => {
    const schema = buildSchema(types);
    return { validate: (text) => getDiagnostics(text, schema).map(({ message }) => message) };
  };
}

/** Every entity as a type, every association as a field of its target's type. */
export function graphqlTypesOf(schema: EntitySchema): string {
  const types = schema.entityNames.map((name) => {
    const fields = [...(schema.entity(name)?.properties.values() ?? [])].map((property) => {
      const target = property.kind === 'association' && schema.has(property.entity) ? property.entity : 'String';
      return `  ${property.name}: ${target}`;
    });
    return `type ${name} {\n${fields.join('\n')}\n}`;
  });
  return `type Query { product: product }\n${types.join('\n')}`;
}

/** A query of so many lines with the same typo in the middle. */
export function graphqlQueryOf(lines: number): string {
  const count = Math.floor((lines - 5) / 5);
  const fields = Array.from({ length: count }, (_, index) => {
    const name = index === Math.floor(count / 2) ? TYPO : 'manufacturer';
    return `    q${index}: ${name} {\n      media {\n        path\n      }\n    }`;
  });
  return `query {\n  product {\n${fields.join('\n')}\n  }\n}\n`;
}
