import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  type MarkupContent,
} from 'vscode-languageserver';
import { complete } from '../features/completion/complete.ts';
import type { Completion, CompletionKind } from '../features/completion/completion.ts';
import { mayOpen } from '../features/completion/triggers.ts';
import { withoutStops } from '../features/snippets/writer.ts';
import type { Positions } from '../position.ts';
import { EDITOR_COMMANDS } from '../protocol.ts';
import type { ClientFeatures } from './client.ts';
import { plainText } from './markup.ts';
import { OfferedLists } from './offeredLists.ts';
import type { Session } from './session.ts';

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  association: CompletionItemKind.Reference,
  keyword: CompletionItemKind.Property,
  type: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  entity: CompletionItemKind.Class,
  alias: CompletionItemKind.Interface,
  directive: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
  variable: CompletionItemKind.Variable,
};

const NOTHING: CompletionList = { isIncomplete: false, items: [] };

const TRIGGER = EDITOR_COMMANDS.suggest;

/** Documentation is told when somebody looks at an item, to editors that can ask for it. */
export function serveCompletion(session: Session): void {
  const { connection, documents } = session;
  const offered = new OfferedLists();
  documents.onDidClose(({ document }) => offered.forget(document.uri));
  connection.onCompletionResolve((item) => withDocumentation(item, offered.find(item.data), session.client));
  connection.onCompletion(
    session.onDocument<CompletionParams, CompletionList>('Completion', NOTHING, (subject, { position, context }) => {
      const { analysis, positions, client } = subject;
      const offset = positions.offset(position);
      const character = context?.triggerCharacter;
      if (character !== undefined && !mayOpen(character, analysis, offset)) return NOTHING;
      const found = complete(analysis, offset);
      const list = client.resolvesDocumentation ? offered.add(subject.document.uri, found) : undefined;
      const items = found.map((completion, item) => {
        const made = toCompletionItem(completion, positions, client);
        return list === undefined ? withDocumentation(made, completion, client) : { ...made, data: { list, item } };
      });
      return { isIncomplete: found.some(({ leadsDeeper }) => leadsDeeper), items };
    }),
  );
}

/** A completion as the protocol says it. Asking again is a command that only some editors have. */
function toCompletionItem(
  completion: Completion,
  positions: Positions,
  { snippets, preselects, options }: ClientFeatures,
): CompletionItem {
  const { label, kind, detail, snippet, start, end, commaAt, sortText, filterText } = completion;
  const text = snippet && !snippets ? withoutStops(completion.insertText) : completion.insertText;
  const retrigger = completion.retrigger && (options.commands?.includes(TRIGGER) ?? false);
  return {
    label,
    kind: KINDS[kind],
    ...(detail === undefined ? {} : { detail }),
    textEdit: { range: positions.range(start, end), newText: text },
    ...(commaAt === undefined
      ? {}
      : { additionalTextEdits: [{ range: positions.range(commaAt, commaAt), newText: ',' }] }),
    insertTextFormat: snippet && snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    sortText,
    filterText,
    ...(completion.preselect && preselects ? { preselect: true } : {}),
    ...(completion.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(retrigger ? { command: { title: 'Suggest', command: TRIGGER } } : {}),
  };
}

function withDocumentation(
  item: CompletionItem,
  completion: Completion | undefined,
  { completionMarkdown }: ClientFeatures,
): CompletionItem {
  const text = completion?.documentation;
  if (!text) return item;
  const documentation: MarkupContent = completionMarkdown
    ? { kind: 'markdown', value: text }
    : { kind: 'plaintext', value: plainText(text) };
  return { ...item, documentation };
}
