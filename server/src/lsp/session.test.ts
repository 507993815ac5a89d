import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { TextDocuments } from 'vscode-languageserver';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentContext } from '../protocol.ts';
import { BARE_CONTEXT, type Runtime } from '../runtime.ts';
import { Session } from './session.ts';

it('asks nothing more about a document that was edited and closed while its world was asked for', async () => {
  let answer: (context: DocumentContext) => void = () => undefined;
  const context = new Promise<DocumentContext>((resolve) => {
    answer = resolve;
  });
  const asked: string[] = [];
  const { session, documents, editor } = connected((uri) => {
    asked.push(uri);
    return context;
  });
  const opened = new Promise<TextDocument>((resolve) => documents.onDidOpen(({ document }) => resolve(document)));
  const closed = new Promise((resolve) => documents.onDidClose(resolve));
  const uri = 'file:///a.product.swcriteria.json';
  await editor.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'swcriteria', version: 1, text: '{}' },
  });
  const subject = session.subject((await opened).uri);
  await editor.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: '{ "limit": 1 }' }],
  });
  await editor.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await closed;
  answer(BARE_CONTEXT);
  expect(await subject).toBeUndefined();
  expect(asked).toEqual([uri]);
});

/** A session and an editor that speaks with it. */
function connected(context: Runtime['context']) {
  const [said, heard] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(said), new StreamMessageWriter(heard));
  const documents = new TextDocuments(TextDocument);
  const session = new Session(connection, runtimeWith(context), documents);
  documents.listen(connection);
  connection.listen();
  const editor = createProtocolConnection(new StreamMessageReader(heard), new StreamMessageWriter(said));
  editor.listen();
  return { session, documents, editor };
}

function runtimeWith(context: Runtime['context']): Runtime {
  return {
    context,
    schema: async () => ({ error: 'No such schema.' }),
    criteriaFiles: async () => [],
    criteriaText: async () => null,
    onDidChange: () => undefined,
  };
}
