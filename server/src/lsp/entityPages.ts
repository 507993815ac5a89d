import { t } from '@vscode/l10n';
import {
  type DefinitionLink,
  type DefinitionParams,
  type Location,
  type SymbolInformation,
  SymbolKind,
  type TextDocumentContentResult,
} from 'vscode-languageserver';
import type { Analysis } from '../analysis/analyze.ts';
import { pageUri, readPageUri } from '../features/entityPage/address.ts';
import { entityPage } from '../features/entityPage/entityPage.ts';
import { findEntities } from '../features/entityPage/findEntities.ts';
import { mentionAt } from '../features/mentions/mentions.ts';
import { variableAt, variablesOf } from '../features/variables/variables.ts';
import type { Positions } from '../position.ts';
import type { EntitySchema } from '../schema/entitySchema.ts';
import { schemaIdOf } from '../worlds/worldOf.ts';
import type { Session, Subject } from './session.ts';

/** Editors keep tabs longer than we know a schema. */
function noPage(): TextDocumentContentResult {
  return { text: `${t('The entity schema of this page is no longer known. Open the page again from a criteria.')}\n` };
}

/** The pages of entities, and the ways to them: from a name in a criteria, and from the list of all entities. */
export function serveEntityPages(session: Session): void {
  const { connection, worlds, run } = session;
  connection.workspace.textDocumentContent.on(({ uri }, token) =>
    run<TextDocumentContentResult>('Page of an entity', token, noPage(), async () => {
      const address = readPageUri(uri);
      const schema = address && (await worlds.schema(address.schemaId));
      const page = address && schema && pageIn(schema, address.schemaId, address.entity);
      return page ? { text: page.text } : noPage();
    }),
  );
  connection.onDefinition(
    session.onDocument<DefinitionParams, DefinitionLink[]>('Definition', [], (subject, { position }) =>
      definition(subject, subject.positions.offset(position)),
    ),
  );
  connection.onWorkspaceSymbol(({ query }, token) =>
    run<SymbolInformation[]>('Entities', token, [], async () => entitySymbols(session, query)),
  );
}

function pageIn(schema: EntitySchema, schemaId: string, entity: string) {
  return entityPage(entity, schema, (target) => pageUri({ schemaId, entity: target }));
}

function definition({ analysis, context, positions, document }: Subject, offset: number): DefinitionLink[] {
  const variable = variableLink(analysis, positions, document.uri, offset);
  if (variable) return [variable];
  const mention = mentionAt(analysis, offset);
  if (!mention) return [];
  const { entity, property, start, end } = mention;
  const { schema } = analysis.world;
  const schemaId = schemaIdOf(context, analysis.world);
  const page = pageIn(schema, schemaId, entity);
  if (!page) return [];
  const { range } = locationAt(schemaId, entity, page.lineOf(property));
  return [
    {
      originSelectionRange: positions.range(start, end),
      targetUri: pageUri({ schemaId, entity }),
      targetRange: range,
      targetSelectionRange: range,
    },
  ];
}

/** From `{{name}}` to the `@var` that gives its value. */
function variableLink(
  analysis: Analysis,
  positions: Positions,
  targetUri: string,
  offset: number,
): DefinitionLink | undefined {
  const found = variableAt(analysis.document.syntax.text, offset);
  const directive = found && variablesOf(analysis).get(found.name)?.directive;
  if (!directive) return undefined;
  return {
    originSelectionRange: positions.range(found.start, found.end),
    targetUri,
    targetRange: positions.range(directive.start, directive.valueEnd),
    targetSelectionRange: positions.range(directive.valueStart, directive.valueEnd),
  };
}

function locationAt(schemaId: string, entity: string, line: number): Location {
  const start = { line, character: 0 };
  return { uri: pageUri({ schemaId, entity }), range: { start, end: start } };
}

/** Those of the schemas that the open documents are checked against. */
async function entitySymbols(session: Session, query: string): Promise<SymbolInformation[]> {
  const schemas = new Map<string, EntitySchema>();
  for (const uri of session.documents.keys()) {
    const subject = await session.subject(uri);
    if (!subject) continue;
    const { analysis, context } = subject;
    schemas.set(schemaIdOf(context, analysis.world), analysis.world.schema);
  }
  return [...schemas].flatMap(([schemaId, schema]) =>
    findEntities(schema, query).map((entity) => ({
      name: entity,
      kind: SymbolKind.Class,
      location: locationAt(schemaId, entity, 0),
    })),
  );
}
