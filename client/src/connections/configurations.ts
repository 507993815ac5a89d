import path from 'node:path';
import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  EventEmitter,
  FileSystemError,
  type LogOutputChannel,
  languages,
  Range,
  Uri,
  workspace,
} from 'vscode';
import {
  type Configuration,
  type ConfigurationProblem,
  configurationFileName,
  findConfiguration,
  parseConfiguration,
} from '../../../shop/src/index.ts';
import { Disposables } from '../disposables.ts';
import { ruleCodes } from '../ruleCodes.ts';

/** A `swcriteria.config.json` that could be read. */
export interface LoadedConfiguration {
  readonly uri: Uri;
  /** Its folder, where paths in it start. */
  readonly folder: string;
  readonly configuration: Configuration;
}

/** The configurations that teams commit: found upwards from a file, read once, read again when they change. */
export class Configurations implements Disposable {
  readonly #disposables = new Disposables();
  readonly #changed = this.#disposables.add(new EventEmitter<void>());
  readonly #problems = this.#disposables.add(languages.createDiagnosticCollection('swcriteria configuration'));
  readonly #log: LogOutputChannel;
  #byFolder = new Map<string, Promise<LoadedConfiguration | null>>();
  #ofWorkspace: Promise<readonly LoadedConfiguration[]> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(log: LogOutputChannel) {
    this.#log = log;
    const watcher = this.#disposables.add(workspace.createFileSystemWatcher(`**/${configurationFileName}`));
    const forget = () => this.#forget();
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.#disposables.add(event(forget));
    }
    this.#disposables.add(workspace.onDidChangeWorkspaceFolders(forget));
    this.#disposables.add(
      workspace.onDidSaveTextDocument(({ uri }) => {
        if (path.posix.basename(uri.path) === configurationFileName) forget();
      }),
    );
  }

  /** The configuration in force for a document; for one without a file, that of the first workspace folder. */
  async forDocument(document: Uri): Promise<LoadedConfiguration | null> {
    const file = document.scheme === 'untitled' ? undefined : document;
    const folder = file ? Uri.joinPath(file, '..') : workspace.workspaceFolders?.[0]?.uri;
    return folder === undefined ? null : this.#forFolder(folder);
  }

  /** Every configuration of the workspace: in its folders, below them and above them. */
  async all(): Promise<readonly LoadedConfiguration[]> {
    this.#ofWorkspace ??= this.#search();
    return this.#ofWorkspace;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #search(): Promise<readonly LoadedConfiguration[]> {
    const below = await workspace.findFiles(`**/${configurationFileName}`, '**/node_modules/**', 50);
    const folders = [
      ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri),
      ...below.map((file) => Uri.joinPath(file, '..')),
    ];
    const found = await Promise.all(folders.map((folder) => this.#forFolder(folder)));
    const byFile = new Map(found.flatMap((loaded) => (loaded ? [[loaded.uri.toString(), loaded] as const] : [])));
    return [...byFile.values()];
  }

  #forFolder(folder: Uri): Promise<LoadedConfiguration | null> {
    const key = folder.toString();
    const known = this.#byFolder.get(key);
    if (known !== undefined) return known;
    const loading = this.#load(folder);
    this.#byFolder.set(key, loading);
    return loading;
  }

  async #load(folder: Uri): Promise<LoadedConfiguration | null> {
    const found = await findConfiguration(pathIn(folder), (file) => readText(uriIn(folder, file))).catch(
      (error: unknown) => {
        this.#log.warn(`${configurationFileName} cannot be read: ${String(error)}`);
        return null;
      },
    );
    if (found === null) return null;
    const uri = uriIn(folder, found.path);
    const parsed = parseConfiguration(found.text, ruleCodes);
    if (parsed.problems !== undefined) {
      this.#problems.set(uri, diagnosticsOf(parsed.problems, DiagnosticSeverity.Error));
      this.#log.warn(`${found.path}: ${parsed.problems.map(({ message }) => message).join(' ')}`);
      return null;
    }
    this.#problems.set(uri, diagnosticsOf(parsed.warnings, DiagnosticSeverity.Warning));
    return { uri, folder: path.dirname(found.path), configuration: parsed.configuration };
  }

  #forget(): void {
    this.#byFolder = new Map();
    this.#ofWorkspace = undefined;
    this.#problems.clear();
    this.#changed.fire();
  }
}

function diagnosticsOf(problems: readonly ConfigurationProblem[], severity: DiagnosticSeverity): Diagnostic[] {
  return problems.map(({ message, range: { start, end } }) => {
    const range = new Range(start.line, start.character, end.line, end.character);
    const diagnostic = new Diagnostic(range, message, severity);
    diagnostic.source = 'swcriteria';
    return diagnostic;
  });
}

function pathIn(uri: Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}

function uriIn(sibling: Uri, file: string): Uri {
  return sibling.scheme === 'file' ? Uri.file(file) : sibling.with({ path: file.replaceAll('\\', '/') });
}

async function readText(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    const absent = error instanceof FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code);
    if (absent) return null;
    throw error;
  }
}
