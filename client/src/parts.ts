import os from 'node:os';
import { type ExtensionContext, FileSystemError, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import {
  type ContextRequest,
  type DocumentRequest,
  EDITOR_COMMANDS,
  type SchemaRequest,
} from '../../server/src/protocol.ts';
import { createSchemaStore } from '../../shop/src/index.ts';
import { Configurations } from './connections/configurations.ts';
import { Credentials } from './connections/credentials.ts';
import { DemoShop } from './connections/demoShop.ts';
import { tellFailure } from './connections/reloadSchema.ts';
import { Remedies } from './connections/remedies.ts';
import { Schemas } from './connections/schemas.ts';
import { Sessions } from './connections/sessions.ts';
import { Shops } from './connections/shops.ts';
import { StatusBar } from './connections/statusBar.ts';
import { Trust } from './connections/trust.ts';
import type { Disposables } from './disposables.ts';
import { DocumentContexts, serverSettings } from './documentContext.ts';
import { Explorer } from './explorer/explorer.ts';
import { LanguageServer } from './languageClient.ts';
import { resultsViewType } from './results/resultsPanel.ts';
import { Runner } from './run/runner.ts';

/** The parts of the extension. What several of them need is handed to each. */
export type Parts = ReturnType<typeof buildParts>;

/** Builds the parts and wires them; `owner` disposes of them. Nothing is started and nothing is asked for. */
export function buildParts(context: ExtensionContext, log: LogOutputChannel, owner: Disposables) {
  const connections = buildConnections(context, log, owner);
  const { credentials, demo, configurations, shops, sessions, schemas } = connections;
  const contexts = owner.add(new DocumentContexts(shops, schemas, configurations));
  const answers = {
    context: (request: ContextRequest) => contexts.answer(request),
    schema: async ({ id }: SchemaRequest) => schemas.answer(id),
    criteriaFiles,
    criteriaText,
  };
  const module = context.asAbsolutePath('dist/server.js');
  const server = owner.add(new LanguageServer(module, Object.values(EDITOR_COMMANDS), answers, log));
  const remedies = new Remedies(credentials, sessions);
  const explorer = owner.add(new Explorer({ shops, schemas, server, log }));
  const statusBar = owner.add(new StatusBar({ shops, schemas, contexts }));
  const about = { extension: context.extensionUri, version: versionOf(context) };
  const runner = owner.add(new Runner({ server, shops, demo, contexts, sessions, schemas, remedies, log, ...about }));
  owner.add(window.registerWebviewPanelSerializer(resultsViewType, runner));
  const parts = {
    log,
    credentials,
    demo,
    shops,
    sessions,
    schemas,
    contexts,
    server,
    remedies,
    explorer,
    statusBar,
    runner,
  };
  wire(parts, owner);
  return parts;
}

/** What knows shops, their configurations and schemas, and reaches them. */
function buildConnections(context: ExtensionContext, log: LogOutputChannel, owner: Disposables) {
  const { globalState, workspaceState, secrets, globalStorageUri } = context;
  const folder = globalStorageUri.scheme === 'file' ? globalStorageUri.fsPath : os.tmpdir();
  const userAgent = `shopware-criteria/${versionOf(context)} (vscode)`;
  const credentials = new Credentials(secrets);
  const demo = owner.add(new DemoShop(context.asAbsolutePath('dist/cli.js'), log));
  const configurations = owner.add(new Configurations(log));
  const shops = owner.add(new Shops(configurations, demo, workspaceState, log));
  const sessions = owner.add(new Sessions(new Trust(globalState), credentials, userAgent));
  const schemas = owner.add(new Schemas(createSchemaStore(folder), sessions, log));
  return { credentials, demo, configurations, shops, sessions, schemas };
}

function wire(
  { shops, schemas, contexts, server }: Pick<Parts, 'shops' | 'schemas' | 'contexts' | 'server'>,
  owner: Disposables,
): void {
  const worldChanged = () => server.worldChanged();
  owner.add(shops.onDidChange(worldChanged));
  owner.add(schemas.onDidChange(worldChanged));
  owner.add(schemas.onDidFail(tellFailure));
  owner.add(workspace.onDidCloseTextDocument(({ uri }) => contexts.forget(uri)));
  owner.add(
    workspace.onDidChangeConfiguration((event) => {
      if (serverSettings.some((setting) => event.affectsConfiguration(setting))) worldChanged();
    }),
  );
}

async function criteriaFiles(): Promise<readonly string[]> {
  const files = await workspace.findFiles('**/*.swcriteria.json', '**/node_modules/**');
  return files.map((file) => file.toString());
}

/** A file that went away meanwhile has no text. */
async function criteriaText({ uri }: DocumentRequest): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
  } catch (error) {
    if (error instanceof FileSystemError) return null;
    throw error;
  }
}

function versionOf({ extension }: ExtensionContext): string {
  const manifest: unknown = extension.packageJSON;
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known ? String(manifest.version) : '0';
}
