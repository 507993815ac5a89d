import { type ChildProcess, spawn } from 'node:child_process';
import {
  type CodeAction,
  type CodeLens,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import {
  type ContextRequest,
  type DocumentContext,
  type DocumentRequest,
  METHODS,
  type SchemaAnswer,
  type SchemaRequest,
} from '../../server/src/protocol.ts';

/** What a test's editor can do and knows. */
export interface Editor {
  /** Asks for diagnostics itself; otherwise they are sent to it. */
  readonly pulls?: boolean;
  readonly commands?: readonly string[];
  /** Texts of the editor's language, by their English ones. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly context?: (request: ContextRequest) => DocumentContext | Promise<DocumentContext>;
  readonly schema?: (id: string) => SchemaAnswer;
  readonly snippets?: boolean;
  /** Asks for the documentation of a completion when it is looked at. */
  readonly resolves?: boolean;
  /** Shows the one completion that is right as chosen. */
  readonly preselects?: boolean;
  /** The criteria files of the workspace: texts by URI. */
  readonly files?: Readonly<Record<string, string>>;
  /** Shows documents that the server makes. */
  readonly virtualDocuments?: boolean;
}

/** A language client over stdio, as small as an editor can be. */
export class TestClient {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly #waiting: (() => void)[] = [];
  /** What the server showed to people. */
  readonly messages: string[] = [];
  readonly logs: string[] = [];
  #refreshes = 0;

  #stopped: Promise<number | null> | undefined;

  private constructor(process: ChildProcess, connection: ProtocolConnection) {
    this.#process = process;
    this.#connection = connection;
  }

  /** Starts `command` and says hello as `editor`. */
  static async start(command: readonly string[], editor: Editor = {}): Promise<TestClient> {
    const [program = process.execPath, ...args] = command;
    const server = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout, stdin } = server;
    if (!stdout || !stdin) throw new Error('The server has no pipes.');
    const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    const client = new TestClient(server, connection);
    client.#listen(editor);
    await client.#initialize(editor);
    return client;
  }

  /** What the server said it can. */
  capabilities: InitializeResult['capabilities'] = {};

  /** Opens a document; a `|` in the text is the cursor. */
  async open(source: string, uri = 'file:///active.product.swcriteria.json'): Promise<OpenDocument> {
    const cursor = source.indexOf('|');
    const text = cursor < 0 ? source : source.slice(0, cursor) + source.slice(cursor + 1);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'swcriteria', version: 1, text },
    });
    return new OpenDocument(this, uri, positionAt(text, Math.max(0, cursor)));
  }

  request<Result>(method: string, params: object): Promise<Result> {
    return this.#connection.sendRequest(method, params);
  }

  notify(method: string, params?: object): Promise<void> {
    return params === undefined
      ? this.#connection.sendNotification(method)
      : this.#connection.sendNotification(method, params);
  }

  /** The diagnostics that the server sent for a version of a document. */
  async published(uri: string, version?: number): Promise<readonly Diagnostic[]> {
    return this.until(() => {
      const sent = this.#published.get(uri);
      return sent && (version === undefined || sent.version === version) ? sent.diagnostics : undefined;
    });
  }

  /** Forgets what was sent, to wait for what comes next. */
  forgetPublished(): void {
    this.#published.clear();
  }

  /** Until the server asked that diagnostics be pulled again. */
  async refreshed(): Promise<void> {
    await this.until(() => (this.#refreshes > 0 ? true : undefined));
    this.#refreshes = 0;
  }

  async until<Result>(find: () => Result | undefined): Promise<Result> {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Ends as the protocol says, once; the exit code of the process. */
  stop(): Promise<number | null> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    const code = await ended;
    this.#connection.dispose();
    return code;
  }

  #listen({ context, schema, files = {} }: Editor): void {
    const connection = this.#connection;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#published.set(params.uri, params);
      this.#wake();
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
      this.#wake();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logs.push(message);
      this.#wake();
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.#refreshes++;
      this.#wake();
      return null;
    });
    connection.onRequest('workspace/codeLens/refresh', () => null);
    connection.onRequest(METHODS.context, async (request: ContextRequest) => {
      const answer = context?.(request) ?? { shops: [], rules: {} };
      this.#wake();
      return answer;
    });
    connection.onRequest<SchemaAnswer, void>(
      METHODS.schema,
      ({ id }: SchemaRequest) => schema?.(id) ?? { error: 'No such schema.' },
    );
    connection.onRequest(METHODS.criteriaFiles, () => Object.keys(files));
    connection.onRequest(METHODS.criteriaText, ({ uri }: DocumentRequest) => files[uri] ?? null);
    connection.listen();
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async #initialize({
    pulls = false,
    commands,
    texts,
    context,
    snippets = true,
    resolves = false,
    preselects = false,
    virtualDocuments = false,
  }: Editor): Promise<void> {
    const result = await this.request<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      initializationOptions: {
        ...(commands ? { commands } : {}),
        ...(texts ? { texts } : {}),
        answersContext: context !== undefined,
      },
      capabilities: {
        textDocument: {
          ...(pulls ? { diagnostic: {} } : {}),
          completion: {
            completionItem: {
              snippetSupport: snippets,
              preselectSupport: preselects,
              ...(resolves ? { resolveSupport: { properties: ['documentation'] } } : {}),
            },
          },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        },
        workspace: {
          diagnostics: { refreshSupport: pulls },
          workspaceEdit: { documentChanges: true },
          ...(virtualDocuments ? { textDocumentContent: {} } : {}),
        },
      },
    });
    this.capabilities = result.capabilities;
    await this.notify('initialized');
  }
}

/** A document that is open in the test's editor, with a cursor. */
export class OpenDocument {
  readonly uri: string;
  readonly cursor: Position;
  readonly #client: TestClient;
  #version = 1;

  constructor(client: TestClient, uri: string, cursor: Position) {
    this.#client = client;
    this.uri = uri;
    this.cursor = cursor;
  }

  /** Asks for the diagnostics. */
  async pull(): Promise<readonly Diagnostic[]> {
    const report = await this.#ask<DocumentDiagnosticReport>('textDocument/diagnostic', {});
    return report.kind === 'full' ? report.items : [];
  }

  /** Waits for the diagnostics of the version as it is. */
  published(): Promise<readonly Diagnostic[]> {
    return this.#client.published(this.uri, this.#version);
  }

  async completions(): Promise<readonly CompletionItem[]> {
    return (await this.completionList()).items;
  }

  async completionList(context?: CompletionContext): Promise<CompletionList> {
    return this.#ask('textDocument/completion', { position: this.cursor, ...(context ? { context } : {}) });
  }

  async hover(): Promise<Hover | null> {
    return this.#ask('textDocument/hover', { position: this.cursor });
  }

  async symbols(): Promise<readonly DocumentSymbol[]> {
    return this.#ask('textDocument/documentSymbol', {});
  }

  async lenses(): Promise<readonly CodeLens[]> {
    return this.#ask('textDocument/codeLens', {});
  }

  async actions(diagnostics: readonly Diagnostic[] = []): Promise<readonly CodeAction[]> {
    const range = { start: this.cursor, end: this.cursor };
    return this.#ask('textDocument/codeAction', { range, context: { diagnostics } });
  }

  /** Puts another text in place of a stretch, as typing does. */
  async change(start: Position, end: Position, text: string): Promise<void> {
    this.#version++;
    await this.#client.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.#version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  async close(): Promise<void> {
    await this.#client.notify('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  #ask<Result>(method: string, params: object): Promise<Result> {
    return this.#client.request(method, { textDocument: { uri: this.uri }, ...params });
  }
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
