import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { pageUri } from '../features/entityPage/address.ts';
import { type LinkTarget, links } from '../features/links/links.ts';
import { schemaIdOf } from '../worlds/worldOf.ts';
import type { Session, Subject } from './session.ts';

export function serveLinks(session: Session): void {
  session.connection.onDocumentLinks(
    session.onDocument<DocumentLinkParams, DocumentLink[]>('Links', [], (subject) =>
      links(subject.analysis).flatMap(({ start, end, to }) => {
        const target = addressOf(to, subject, session.runtime.docs);
        return target === undefined ? [] : [{ range: subject.positions.range(start, end), target }];
      }),
    ),
  );
}

/** Undefined where the editor cannot go there. */
function addressOf(
  to: LinkTarget,
  { analysis, context, client }: Subject,
  docs: string | undefined,
): string | undefined {
  if ('url' in to) return to.url;
  if ('rule' in to) return docs === undefined ? undefined : `${docs}${to.rule}.md`;
  if (!client.virtualDocuments) return undefined;
  return pageUri({ schemaId: schemaIdOf(context, analysis.world), entity: to.entity });
}
