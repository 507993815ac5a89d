import {
  type CancellationToken,
  type Connection,
  MessageType,
  ShowMessageNotification,
  type TextDocumentIdentifier,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Positions, positionsIn } from '../position.ts';
import type { Runtime } from '../runtime.ts';
import { Worlds } from '../worlds/worlds.ts';
import { Analyses, type Analyzed } from './analyses.ts';
import { type ClientFeatures, featuresOf } from './client.ts';
import { type Answer, contentModified, createRunner, type Runner } from './runner.ts';

/** What a request about a document is answered from. */
export interface Subject extends Analyzed {
  readonly positions: Positions;
  readonly client: ClientFeatures;
}

/** A handler as the connection wants it. */
export type Handler<Params, Result> = (params: Params, token: CancellationToken) => Promise<Answer<Result>>;

/** One editor with its open documents, for as long as the connection lasts. */
export class Session {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly documents: TextDocuments<TextDocument>;
  readonly worlds: Worlds;
  readonly run: Runner;
  /** What the editor can do; until it said so, nothing. */
  client: ClientFeatures = featuresOf({ capabilities: {} });
  readonly #analyses: Analyses;

  constructor(connection: Connection, runtime: Runtime, documents: TextDocuments<TextDocument>) {
    this.connection = connection;
    this.runtime = runtime;
    this.documents = documents;
    this.worlds = new Worlds(runtime, (sentence) => this.warn(sentence));
    this.run = createRunner((line) => connection.console.error(line));
    this.#analyses = new Analyses(this.worlds);
    documents.onDidClose(({ document: { uri } }) => {
      this.#analyses.forget(uri);
      this.worlds.forgetDocument(uri);
    });
    runtime.onDidChange(() => this.worlds.forget());
  }

  /** Tells people something, without asking for an answer. */
  warn(message: string): void {
    void this.connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }

  /** A document as it is, analysed; if it changes meanwhile, as it then is. Undefined where it is not open any more. */
  async subject(uri: string): Promise<Subject | undefined> {
    for (let document = this.documents.get(uri); document; document = this.documents.get(uri)) {
      const subject = await this.unchangedSubject(document);
      if (subject) return subject;
    }
    return undefined;
  }

  /** The same for who asks about a place in it: undefined if it changes meanwhile, as the place may be another one. */
  async unchangedSubject(document: TextDocument): Promise<Subject | undefined> {
    const text = document.getText();
    const analyzed = await this.#analyses.of(document);
    if (this.documents.get(document.uri) !== document || document.getText() !== text) return undefined;
    return { ...analyzed, positions: positionsIn(document), client: this.client };
  }

  /** A handler of requests about one document; one that is not open is answered with `empty`. */
  onDocument<Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
    what: string,
    empty: Result,
    answer: (subject: Subject, params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): Handler<Params, Result> {
    return (params, token) =>
      this.run(what, token, empty, async () => {
        const { uri } = params.textDocument;
        const document = this.documents.get(uri);
        if (!document) return empty;
        const subject = await (isAboutPlace(params) ? this.unchangedSubject(document) : this.subject(uri));
        if (!subject) return this.documents.get(uri) ? contentModified() : empty;
        return token.isCancellationRequested ? empty : answer(subject, params, token);
      });
  }

  /** The same for our own requests, which name the document by its URI only. */
  onUri<Params extends { readonly uri: string }, Result>(
    what: string,
    empty: Result,
    answer: (subject: Subject, params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): Handler<Params, Result> {
    const handle = this.onDocument<Params & { textDocument: TextDocumentIdentifier }, Result>(what, empty, answer);
    return (params, token) => handle({ ...params, textDocument: { uri: params.uri } }, token);
  }
}

/** Whether a question names a place in the text, in one of the ways of the protocol. */
function isAboutPlace(params: object): boolean {
  return 'position' in params || 'positions' in params || 'range' in params;
}
