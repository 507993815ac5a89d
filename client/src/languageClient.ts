import {
  type CancellationToken,
  type Disposable,
  type LogOutputChannel,
  l10n,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { LanguageClient, RevealOutputChannelOn, State, TransportKind } from 'vscode-languageclient/node';
import {
  type ContextRequest,
  type DocumentContext,
  type DocumentRequest,
  type EntitiesRequest,
  type EntitySummary,
  type InitializationOptions,
  type LocatedError,
  type LocateRequest,
  METHODS,
  type PropertiesRequest,
  type PropertySummary,
  type RequestPlan,
  type SchemaAnswer,
  type SchemaRequest,
} from '../../server/src/protocol.ts';
import { failureOf } from './connections/failure.ts';
import { Disposables } from './disposables.ts';

/** The id of the language of criteria files. */
export const languageId = 'swcriteria';

/** What the server asks the editor for. */
export interface Answers {
  context(request: ContextRequest): Promise<DocumentContext>;
  schema(request: SchemaRequest): Promise<SchemaAnswer>;
  criteriaFiles(): Promise<readonly string[]>;
  criteriaText(request: DocumentRequest): Promise<string | null>;
}

/** The language server: a process that starts with the first criteria file or question and ends with the window. */
export class LanguageServer implements Disposable {
  readonly #client: LanguageClient;
  readonly #disposables = new Disposables();
  readonly #log: LogOutputChannel;
  #starting: Promise<void> | undefined;

  /** `module` is the path of the server's bundle; `commands` are those that its lenses and fixes may name. */
  constructor(module: string, commands: readonly string[], answers: Answers, log: LogOutputChannel) {
    this.#log = log;
    const initializationOptions: InitializationOptions = {
      commands,
      answersContext: true,
      ...(l10n.bundle ? { texts: l10n.bundle } : {}),
    };
    this.#client = new LanguageClient(
      'swcriteria',
      'Shopware Criteria',
      { module, transport: TransportKind.ipc },
      {
        documentSelector: [{ language: languageId }],
        initializationOptions,
        outputChannel: log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        diagnosticPullOptions: { onChange: true, onFocus: true },
        markdown: { isTrusted: { enabledCommands: commands }, supportThemeIcons: true },
      },
    );
    this.#client.onRequest<DocumentContext, void>(METHODS.context, (request) => answers.context(request));
    this.#client.onRequest<SchemaAnswer, void>(METHODS.schema, (request) => answers.schema(request));
    this.#client.onRequest<readonly string[], void>(METHODS.criteriaFiles, () => answers.criteriaFiles());
    this.#client.onRequest<string | null, void>(METHODS.criteriaText, (request) => answers.criteriaText(request));
    const startFor = (document: TextDocument) => {
      if (document.languageId === languageId) this.start();
    };
    this.#disposables.add(workspace.onDidOpenTextDocument(startFor));
    workspace.textDocuments.forEach(startFor);
  }

  /** Starts the server if it is not; resolves when it answers what the editor asks. */
  start(): Promise<void> {
    if (this.#starting === undefined) {
      this.#starting = this.#client.start();
      this.#starting.catch((error) =>
        this.#log.error(`The language server did not start: ${failureOf(error).message}`),
      );
    }
    return this.#starting;
  }

  /** How the document would be sent; null when it is not open. */
  requestPlan(document: Uri): Promise<RequestPlan | null> {
    return this.#request(METHODS.requestPlan, { uri: document.toString() } satisfies DocumentRequest);
  }

  /** Where the errors of a shop's answer stand in the document, in their order. */
  locateErrors(document: Uri, errors: LocateRequest['errors']): Promise<readonly LocatedError[]> {
    return this.#request(METHODS.locateErrors, { uri: document.toString(), errors } satisfies LocateRequest);
  }

  /** The entities of a schema. */
  entities(schemaId: string, token?: CancellationToken): Promise<readonly EntitySummary[]> {
    return this.#request(METHODS.entities, { schemaId } satisfies EntitiesRequest, token);
  }

  /** The properties of an entity. */
  properties(schemaId: string, entity: string, token?: CancellationToken): Promise<readonly PropertySummary[]> {
    return this.#request(METHODS.properties, { schemaId, entity } satisfies PropertiesRequest, token);
  }

  /** Tells the server that shops, schemas or rules are no longer what they were. A server that sleeps need not know. */
  async worldChanged(): Promise<void> {
    if (this.#client.state === State.Running) await this.#client.sendNotification(METHODS.worldChanged);
  }

  /** Ends the server's process and starts a new one. */
  async restart(): Promise<void> {
    // Why it did not start was logged then.
    await this.#starting?.catch(() => undefined);
    this.#starting = this.#client.restart();
    await this.#starting;
  }

  dispose(): void {
    this.#disposables.dispose();
    // The window ends, and the log with it: nobody is left to be told that the process did not end in time.
    if (this.#starting !== undefined) this.#client.dispose().catch(() => undefined);
  }

  async #request<Params, Result>(method: string, params: Params, token?: CancellationToken): Promise<Result> {
    await this.start();
    // An absent token would be sent as a second parameter.
    return token === undefined
      ? this.#client.sendRequest<Result>(method, params)
      : this.#client.sendRequest<Result>(method, params, token);
  }
}
