import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import { readCriteria, typeCriteria } from '../criteria/document.ts';
import { highlights, type Mention, mentionAt, mentionsIn, namesSame } from '../features/mentions/mentions.ts';
import { type Positions, positionsOf } from '../position.ts';
import type { Session } from './session.ts';

/** Where else the same property or entity is named: in the document, and in all criteria files of the workspace. */
export function serveReferences(session: Session): void {
  const { connection } = session;
  connection.onDocumentHighlight(
    session.onDocument<DocumentHighlightParams, DocumentHighlight[]>(
      'Highlights',
      [],
      ({ analysis, positions }, { position }) =>
        highlights(analysis, positions.offset(position)).map(({ start, end }) => ({
          range: positions.range(start, end),
          kind: DocumentHighlightKind.Text,
        })),
    ),
  );
  connection.onReferences(
    session.onDocument<ReferenceParams, Location[]>(
      'References',
      [],
      async ({ analysis, positions }, { position }, token) => {
        const wanted = mentionAt(analysis, positions.offset(position));
        if (!wanted) return [];
        const found: Location[] = [];
        for (const uri of await filesOf(session)) {
          if (token.isCancellationRequested) return [];
          found.push(...(await mentionsOf(wanted, uri, session)));
        }
        return found;
      },
    ),
  );
}

/** Open documents first, and each once. */
async function filesOf({ documents, runtime }: Session): Promise<ReadonlySet<string>> {
  return new Set([...documents.keys(), ...(await runtime.criteriaFiles())]);
}

async function mentionsOf(wanted: Mention, uri: string, session: Session): Promise<readonly Location[]> {
  const open = await session.subject(uri);
  if (open) return locations(mentionsIn(open.analysis), wanted, uri, open.positions);
  const text = await session.runtime.criteriaText(uri);
  const name = wanted.property ?? wanted.entity;
  if (text === null || (!text.includes(name.replaceAll('_', '-')) && !text.includes(name))) return [];
  const criteria = readCriteria(uri, text);
  const { world } = await session.worlds.of(criteria);
  const document = typeCriteria(criteria, world.schema, world.version, world.fallbackEntity);
  return locations(mentionsIn({ document, world }), wanted, uri, positionsOf(text));
}

function locations(
  mentions: readonly Mention[],
  wanted: Mention,
  uri: string,
  positions: Positions,
): readonly Location[] {
  return mentions
    .filter((mention) => namesSame(mention, wanted))
    .map(({ start, end }) => ({ uri, range: positions.range(start, end) }));
}
