import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
} from 'vscode-languageserver';
import { complete } from '../features/completion/complete.ts';
import type { Completion, CompletionKind } from '../features/completion/completion.ts';
import { withoutStops } from '../features/snippets/writer.ts';
import type { Positions } from '../position.ts';
import type { ClientFeatures } from './client.ts';
import type { Session } from './session.ts';

/** The characters behind which there is something to choose. */
export const TRIGGER_CHARACTERS = ['"', '.', '@', ':', '[', '{'];

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

const TRIGGER = 'editor.action.triggerSuggest';

export function serveCompletion(session: Session): void {
  session.connection.onCompletion(
    session.onDocument<CompletionParams, CompletionList>('Completion', NOTHING, (subject, { position }) => {
      const { analysis, positions, client } = subject;
      const found = complete(analysis, positions.offset(position));
      return {
        isIncomplete: found.some(({ leadsDeeper }) => leadsDeeper),
        items: found.map((item) => toCompletionItem(item, positions, client)),
      };
    }),
  );
}

/** A completion as the protocol says it. Asking again is a command that only some editors have. */
function toCompletionItem(
  completion: Completion,
  positions: Positions,
  { snippets, options }: ClientFeatures,
): CompletionItem {
  const { label, kind, detail, documentation, snippet, start, end, sortText, filterText } = completion;
  const text = snippet && !snippets ? withoutStops(completion.insertText) : completion.insertText;
  const retrigger = completion.retrigger && (options.commands?.includes(TRIGGER) ?? false);
  return {
    label,
    kind: KINDS[kind],
    ...(detail === undefined ? {} : { detail }),
    ...(documentation ? { documentation: { kind: 'markdown', value: documentation } } : {}),
    textEdit: { range: positions.range(start, end), newText: text },
    insertTextFormat: snippet && snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    sortText,
    filterText,
    ...(completion.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(retrigger ? { command: { title: 'Suggest', command: TRIGGER } } : {}),
  };
}
