import { t } from '@vscode/l10n';
import { Uri, window } from 'vscode';
import { NEWEST_SCHEMA } from '../../server/src/protocol.ts';
import type { CommandName } from './commandNames.ts';
import type { CommandHandler } from './commands.ts';
import { addShop } from './connections/addShop.ts';
import { openDemoShop } from './connections/openDemoShop.ts';
import { reloadSchema } from './connections/reloadSchema.ts';
import { editShop, openAdministration } from './connections/remedies.ts';
import { forgetCredentials, removeShop } from './connections/removeShop.ts';
import { resetDemoShop } from './connections/resetDemoShop.ts';
import { selectShop } from './connections/selectShop.ts';
import type { ShopEntry } from './connections/shopEntry.ts';
import { type EntityNode, type PropertyNode, type ShopNode, shopOf as shopNodeOf } from './explorer/nodes.ts';
import type { LanguageServer } from './languageClient.ts';
import { askEntityOfNewCriteria, openNewCriteria } from './newCriteria.ts';
import type { Parts } from './parts.ts';
import { targetOf } from './run/preparedRun.ts';
import { sortKeys } from './sortKeys.ts';

/** What each command does. Arguments come from the tree, a lens, a fix, or nowhere. */
export function handlersOf(parts: Parts): Readonly<Record<CommandName, CommandHandler>> {
  const { shops, explorer, runner, server, statusBar, log } = parts;
  const withShop = (action: (entry: ShopEntry) => unknown) => async (argument: unknown) => {
    const entry = await shopFor(parts, argument);
    if (entry !== undefined) await action(entry);
  };
  const withDocument = (action: (uri: Uri) => unknown) => async (argument: unknown) => {
    const document = targetOf(argument);
    if (document !== undefined) await action(document);
  };
  return {
    run: withDocument((document) => runner.run(document)),
    newCriteria: (argument) => newCriteria(parts, argument),
    addShop: () => addAndRead(parts),
    selectShop: () => selectShop(shops),
    openDemoShop: () => openDemoShop(parts),
    resetDemoShop: () => resetDemoShop(parts),
    reloadSchema: withShop((entry) => reloadSchema(parts, entry)),
    showEntity: (argument, document) => explorer.showEntity(entityIn(argument), shopOf(parts, argument, document)),
    showActions: () => statusBar.showActions(),
    filterEntities: () => explorer.filterEntities(),
    clearEntityFilter: () => explorer.clearFilter(),
    useShop: withShop((entry) => shops.use(entry)),
    editShop: withShop(editShop),
    removeShop: withShop((entry) => removeShop(parts, entry)),
    forgetCredentials: withShop((entry) => forgetCredentials(parts, entry)),
    openAdministration: withShop(openAdministration),
    newCriteriaForEntity: (argument) => newCriteriaFor(entityIn(argument)),
    copyFieldPath: (argument) => copyFieldPath(parts, argument),
    sortKeys: withDocument((document) => sortKeys(server, document)),
    showLog: () => log.show(),
    restartServer: () => restartServer(server),
  };
}

async function newCriteria(parts: Parts, argument: unknown): Promise<void> {
  const { server } = parts;
  const entity = entityIn(argument) ?? (await askEntityOfNewCriteria(await server.entities(await schemaId(parts))));
  await newCriteriaFor(entity);
}

async function newCriteriaFor(entity: string | undefined): Promise<void> {
  if (entity !== undefined) await openNewCriteria(entity);
}

async function addAndRead(parts: Parts): Promise<void> {
  const entry = await addShop(parts);
  if (entry?.definition.admin !== undefined) await reloadSchema(parts, entry);
}

async function copyFieldPath({ explorer }: Parts, argument: unknown): Promise<void> {
  if (isNode(argument) && argument.kind === 'property') await explorer.copyFieldPath(argument);
}

async function restartServer(server: LanguageServer): Promise<void> {
  await server.restart();
  window.setStatusBarMessage(`$(check) ${t('The language server was restarted')}`, 3000);
}

/** The shop that a command was called on, else that of the file in front, else the active one. */
async function shopFor({ contexts, shops }: Parts, argument: unknown): Promise<ShopEntry | undefined> {
  if (hasEntry(argument)) return argument.entry;
  const document = targetOf(argument);
  const ofDocument = document && contexts.worldOf(document)?.shop;
  return ofDocument ?? (await shops.active()) ?? selectShop(shops);
}

/** The shop that an entity is shown in: that of its node in the tree, or of the file whose lens was clicked. */
function shopOf({ contexts }: Parts, argument: unknown, document: unknown): ShopEntry | undefined {
  if (isNode(argument)) return shopNodeOf(argument).entry;
  return typeof document === 'string' ? contexts.worldOf(Uri.parse(document))?.shop : undefined;
}

/** The schema that entities are offered from: the active shop's, else the bundled one. */
async function schemaId({ shops, schemas }: Parts): Promise<string> {
  const active = await shops.active();
  const schema = active && (await schemas.referenceFor(active));
  return schema?.id ?? NEWEST_SCHEMA;
}

type Node = ShopNode | EntityNode | PropertyNode;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value && !(value instanceof Uri);
}

function hasEntry(value: unknown): value is { readonly entry: ShopEntry } {
  return typeof value === 'object' && value !== null && 'entry' in value;
}

/** The entity that an argument names: a text, a node of the tree, or where an association leads. */
function entityIn(argument: unknown): string | undefined {
  if (typeof argument === 'string') return argument;
  if (!isNode(argument)) return undefined;
  if (argument.kind === 'entity') return argument.entity.name;
  return argument.kind === 'property' ? argument.property.entity : undefined;
}
