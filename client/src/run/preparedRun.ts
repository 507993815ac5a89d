import { t } from '@vscode/l10n';
import { commands, type Position, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { NEWEST_SCHEMA, type RequestPlan } from '../../../server/src/protocol.ts';
import { bodyOf, fillPath, isSearchRoute, type SearchRequest } from '../../../shop/src/index.ts';
import { commandId } from '../commandNames.ts';
import { type DemoShop, demoShopName } from '../connections/demoShop.ts';
import { withAccessKey } from '../connections/salesChannel.ts';
import type { Sessions } from '../connections/sessions.ts';
import { originOfEntry, type ShopEntry } from '../connections/shopEntry.ts';
import type { Shops } from '../connections/shops.ts';
import type { DocumentContexts } from '../documentContext.ts';
import type { LanguageServer } from '../languageClient.ts';

/** The parts that preparing a run needs. */
export interface PrepareParts {
  readonly server: LanguageServer;
  readonly shops: Shops;
  readonly demo: DemoShop;
  readonly contexts: DocumentContexts;
  readonly sessions: Sessions;
}

/** Everything that is known before anything is sent. */
export interface PreparedRun {
  readonly entry: ShopEntry;
  readonly request: Omit<SearchRequest, 'signal' | 'onProgress'>;
  /** Version of the document that is sent. */
  readonly documentVersion: number;
  readonly notes: readonly string[];
}

/** Finds out what is to be sent where, asking for what is missing. Undefined: told why not, or given up. */
export class Preparation {
  readonly #parts: PrepareParts;
  readonly #parameters = new Map<string, string>();

  constructor(parts: PrepareParts) {
    this.#parts = parts;
  }

  async prepare(document: TextDocument): Promise<PreparedRun | undefined> {
    const plan = await this.#parts.server.requestPlan(document.uri);
    if (plan === null) throw new Error(t('The language server does not know this file yet. Please try again.'));
    if (plan.syntaxError !== null) return tellSyntaxError(plan.syntaxError);
    if (plan.path === null) return this.#askForRoute(document, plan);
    const shop = await this.#shopFor(document, plan.directives.shop);
    const entry = shop && plan.api === 'store' ? await withAccessKey(this.#parts.sessions, shop) : shop;
    const path = entry && (await this.#fill(plan.path, plan.placeholders));
    if (entry === undefined || path === undefined) return undefined;
    if (!isSearchRoute(plan.api, path) && !(await confirmRoute(entry, path))) return undefined;
    const body = bodyOf(plan.text, { ...plan.directives.vars, ...entry.definition.vars });
    if (body.problem !== undefined) return tellSyntaxError(body.problem.message);
    const headers = Object.fromEntries(plan.directives.headers.map(({ name, value }) => [name, value]));
    return {
      entry,
      request: { api: plan.api, path, body: body.body, headers },
      documentVersion: plan.documentVersion,
      notes: body.unknownVariables.map((name) =>
        t('The variable {0} has no value; it was sent as it is.', `{{${name}}}`),
      ),
    };
  }

  /** Lets the person choose an entity, or says how to name a route, and starts again. */
  async #askForRoute(document: TextDocument, plan: RequestPlan): Promise<PreparedRun | undefined> {
    if (plan.entity !== null) {
      const add = t('Add // @path');
      const said = t(
        'The Store API has no list route of its own for {0}. Name the route in a line // @path /store-api/….',
        plan.entity,
      );
      const chosen = await window.showWarningMessage(said, add);
      if (chosen === add) await insertDirective(document, '// @path /store-api/');
      return undefined;
    }
    const schema = this.#parts.contexts.worldOf(document.uri)?.schema?.id ?? NEWEST_SCHEMA;
    const entities = await this.#parts.server.entities(schema);
    const names = entities.filter(({ kind }) => kind !== 'mapping').map(({ name }) => name);
    const entity = await window.showQuickPick(names, {
      title: t('Run Criteria'),
      placeHolder: t('Which entity is searched? It is written into the file as // @entity.'),
    });
    if (entity === undefined) return undefined;
    await insertDirective(document, `// @entity ${entity}`);
    return this.prepare(document);
  }

  async #shopFor(document: TextDocument, name: string | undefined): Promise<ShopEntry | undefined> {
    const { shops, demo } = this.#parts;
    const entry = await shops.forDocument(document.uri, name);
    if (entry !== undefined) return entry;
    if (name === undefined ? shops.choseDemo : name === demoShopName) return demo.start();
    const select = t('Select Shop…');
    const openDemo = t('Open Demo Shop');
    const trust = t('Manage Workspace Trust');
    const missing = name === undefined ? t('No shop is selected.') : t('There is no shop named "{0}".', name);
    const restricted = t('Shops of the workspace are left out in restricted mode.');
    const said = workspace.isTrusted ? missing : `${missing} ${restricted}`;
    const buttons = workspace.isTrusted ? [select, openDemo] : [select, openDemo, trust];
    const chosen = await window.showWarningMessage(said, ...buttons);
    if (chosen === trust) await commands.executeCommand('workbench.trust.manage');
    if (chosen === select) await commands.executeCommand(commandId('selectShop'));
    if (chosen === openDemo) return this.#useDemo();
    return chosen === select && name === undefined ? shops.forDocument(document.uri) : undefined;
  }

  async #useDemo(): Promise<ShopEntry> {
    const entry = await this.#parts.demo.start();
    await this.#parts.shops.use(entry);
    return entry;
  }

  async #fill(path: string, placeholders: readonly string[]): Promise<string | undefined> {
    for (const name of placeholders) {
      const value = await window.showInputBox({
        title: t('Run Criteria'),
        prompt: t('Value of {0} in {1}', `{${name}}`, path),
        value: this.#parameters.get(name) ?? '',
        ignoreFocusOut: true,
        validateInput: (text) => (text.trim() === '' ? t('Please enter a value.') : undefined),
      });
      if (value === undefined) return undefined;
      this.#parameters.set(name, value.trim());
    }
    return fillPath(path, Object.fromEntries(this.#parameters)).path;
  }
}

async function tellSyntaxError(sentence: string): Promise<undefined> {
  const show = t('Show Problems');
  const chosen = await window.showErrorMessage(t('Nothing was sent: {0}', sentence), show);
  if (chosen === show) await commands.executeCommand('workbench.actions.view.problems');
  return undefined;
}

async function confirmRoute(entry: ShopEntry, path: string): Promise<boolean> {
  const send = t('Send');
  const question = t('Send this file to {0}?', path);
  const detail = t(
    'This is not a route that only searches: the shop may change something. The request goes to {0}.',
    originOfEntry(entry),
  );
  return (await window.showWarningMessage(question, { modal: true, detail }, send)) === send;
}

/** Writes a directive as the first line of a document, and puts the cursor behind it. */
async function insertDirective(document: TextDocument, directive: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(0), `${directive}\n`);
  await workspace.applyEdit(edit);
  const end: Position = document.lineAt(0).range.end;
  await window.showTextDocument(document, { selection: new Range(end, end) });
}

/** The criteria document that a command means: the one it was given, else the one in front. */
export function targetOf(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  if (typeof argument === 'string') return Uri.parse(argument);
  return window.activeTextEditor?.document.uri;
}
