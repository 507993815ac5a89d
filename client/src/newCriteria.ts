import { t } from '@vscode/l10n';
import { commands, Selection, ViewColumn, window, workspace } from 'vscode';
import { EDITOR_COMMANDS, type EntitySummary } from '../../server/src/protocol.ts';
import { newCriteria, sampleCriteria } from './criteriaTemplate.ts';
import { languageId } from './languageClient.ts';

/** Opens a new criteria file for an entity, with the cursor where the first filter goes and the list of filters open. */
export async function openNewCriteria(entity: string): Promise<void> {
  const { text, cursor } = newCriteria(entity);
  await open(text, cursor);
  await commands.executeCommand(EDITOR_COMMANDS.suggest);
}

/** Opens a criteria that shows something of everything, ready to be run. */
export async function openSample(): Promise<void> {
  await open(sampleCriteria(), 0);
}

/** Lets the person choose the entity of a new criteria; the ones that people search most come first. */
export async function askEntityOfNewCriteria(entities: readonly EntitySummary[]): Promise<string | undefined> {
  const popular = ['product', 'order', 'customer', 'category', 'media', 'product_manufacturer'];
  const searchable = entities.filter(({ kind }) => kind !== 'mapping').map(({ name }) => name);
  const first = popular.filter((name) => searchable.includes(name));
  return window.showQuickPick([...first, ...searchable.filter((name) => !first.includes(name))], {
    title: t('New Criteria'),
    placeHolder: t('What do you want to search?'),
  });
}

async function open(content: string, cursor: number): Promise<void> {
  const known = workspace.textDocuments.find((each) => each.languageId === languageId && each.getText() === content);
  const document = known ?? (await workspace.openTextDocument({ language: languageId, content }));
  const position = document.positionAt(cursor);
  await window.showTextDocument(document, {
    viewColumn: ViewColumn.Active,
    selection: new Selection(position, position),
  });
}
