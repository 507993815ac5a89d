import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  type CompletionItem,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** How a language server is started. */
export interface Launch {
  readonly name: string;
  /** Handed to Node. */
  readonly args: readonly string[];
  readonly languageId: string;
  readonly initializationOptions?: object;
  /** Sent as `workspace/didChangeConfiguration`. */
  readonly settings?: object;
}

const uri = 'file:///bench/active.product.swcriteria.json';

/** A language server with one open document. */
export class StdioServer {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  #version = 1;

  private constructor(server: ChildProcess, connection: ProtocolConnection) {
    this.#process = server;
    this.#connection = connection;
  }

  /** Starts a server, says hello and opens the text. */
  static async open({ args, languageId, initializationOptions, settings }: Launch, text: string): Promise<StdioServer> {
    const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      initializationOptions,
      capabilities: { textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } } },
    });
    await connection.sendNotification('initialized', {});
    if (settings) await connection.sendNotification('workspace/didChangeConfiguration', { settings });
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return new StdioServer(server, connection);
  }

  /** The diagnostics, asked for. */
  async diagnostics(): Promise<readonly Diagnostic[]> {
    const report = await this.#ask<DocumentDiagnosticReport>('textDocument/diagnostic', {});
    return report.kind === 'full' ? report.items : [];
  }

  async completions(position: Position): Promise<readonly CompletionItem[]> {
    const answer = await this.#ask<CompletionList | CompletionItem[]>('textDocument/completion', { position });
    return Array.isArray(answer) ? answer : answer.items;
  }

  hover(position: Position): Promise<Hover | null> {
    return this.#ask('textDocument/hover', { position });
  }

  /** Puts a text in place of a stretch, as typing does. */
  async change(start: Position, end: Position, text: string): Promise<void> {
    this.#version++;
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: this.#version },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  /** Bytes: what the process takes now, and the most that it ever took. Undefined where only Linux tells. */
  memory(): { readonly now: number; readonly peak: number } | undefined {
    if (process.platform !== 'linux') return undefined;
    const status = readFileSync(`/proc/${this.#process.pid}/status`, 'utf8');
    const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
    return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
  }

  /** Ends as the protocol says. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await ended;
    this.#connection.dispose();
  }

  #ask<Result>(method: string, params: object): Promise<Result> {
    return this.#connection.sendRequest(method, { textDocument: { uri }, ...params });
  }
}

/** Where an offset is. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
