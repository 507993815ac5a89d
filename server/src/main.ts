import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clientRuntime } from './lsp/clientRuntime.ts';
import { startServer } from './server.ts';

/** The server as a process of its own: over node-ipc for VS Code, over `--stdio` for any other editor. */
const connection = createConnection(ProposedFeatures.all);
const docs = new URL('../docs/rules/', import.meta.url).href;
startServer(connection, clientRuntime(connection, docs));
