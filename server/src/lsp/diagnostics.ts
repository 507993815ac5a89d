import { t } from '@vscode/l10n';
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Positions } from '../position.ts';
import type { Problem, Severity } from '../rules/rule.ts';
import { sentenceOf } from './runner.ts';
import type { Session, Subject } from './session.ts';

/** What is diagnosed, and where things stand in it. */
export type DiagnosedSubject = Pick<Subject, 'analysis' | 'positions' | 'document'>;

/** The `source` of every diagnostic. */
export const SOURCE = 'swcriteria';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/**
 * Diagnostics for editors that ask for them, and sent by ourselves to those that do not. When the world changes, the
 * first ones are told to ask again, the others get all open documents anew.
 */
export function serveDiagnostics(session: Session): void {
  const { connection, documents, runtime } = session;
  connection.languages.diagnostics.on(
    session.onDocument<DocumentDiagnosticParams, DocumentDiagnosticReport>('Diagnostics', report([]), (subject) =>
      report(diagnosticsOf(subject, runtime.docs)),
    ),
  );
  documents.onDidChangeContent(({ document }) => push(session, document));
  documents.onDidClose(({ document: { uri } }) => {
    if (!session.client.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  runtime.onDidChange(() => {
    if (session.client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    for (const document of documents.all()) push(session, document);
  });
}

function report(items: Diagnostic[]): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}

/** Only the newest version of a document is worth sending. */
function push(session: Session, document: TextDocument): void {
  const { connection, documents, client, runtime } = session;
  if (client.pullsDiagnostics) return;
  const { uri, version } = document;
  session
    .subject(uri)
    .then((subject) => {
      if (!subject || documents.get(uri)?.version !== version) return;
      void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(subject, runtime.docs) });
    })
    .catch((error: unknown) => connection.console.error(`Diagnostics: ${sentenceOf(error)}`));
}

/** Nobody reads more of them, and tens of thousands are slow to send and to show; VS Code itself shows a thousand. */
const MOST = 500;

/**
 * The problems of a document; of very many the gravest ones, and one more that says how many there are besides. `docs`
 * is the URL of the folder with the pages about rules, see `Runtime`.
 */
export function diagnosticsOf(subject: DiagnosedSubject, docs: string | undefined): Diagnostic[] {
  const { problems } = subject.analysis;
  if (problems.length <= MOST) return problems.map((problem) => toDiagnostic(problem, subject, docs));
  const gravestFirst = [...problems].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]);
  const shown = gravestFirst.slice(0, MOST - 1).map((problem) => toDiagnostic(problem, subject, docs));
  return [...shown, furtherOnes(gravestFirst.slice(MOST - 1), subject)];
}

/** Stands where the first of them is. */
function furtherOnes(problems: readonly Problem[], { positions }: DiagnosedSubject): Diagnostic {
  const [first] = problems;
  return {
    range: positions.range(first?.start ?? 0, first?.end ?? 0),
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    message: t('{0} more problems are not shown. They appear when others are fixed.', problems.length),
  };
}

/** What the shop answers, for the end of a sentence: ` (400 FRAMEWORK__UNMAPPED_FIELD)`; empty where it accepts. */
export function answerRemark({ server }: Problem): string {
  if (!server) return '';
  const { status, code, when } = server.refusal;
  const condition = when === 'rows' ? t('when it finds rows') : t('when it finds no row');
  return when === undefined ? ` (${answerText(status, code)})` : ` (${answerText(status, code)}, ${condition})`;
}

/** PHP errors and missing routes have the code "0", errors of the database its number: bare, they say nothing. */
function answerText(status: number, code: string): string {
  if (code === '0') return status === 500 ? t('{0}, a PHP error', status) : String(status);
  return /^\d+$/.test(code) ? t('{0}, SQL error {1}', status, code) : `${status} ${code}`;
}

/** `docs` is the URL of the folder with the pages about rules, see `Runtime`. */
export function toDiagnostic(
  problem: Problem,
  { positions, document }: Pick<Subject, 'positions' | 'document'>,
  docs: string | undefined,
): Diagnostic {
  const { code, severity, message, start, end, server, tag, related } = problem;
  return {
    range: positions.range(start, end),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code,
    ...(docs === undefined ? {} : { codeDescription: { href: `${docs}${code}.md` } }),
    message: message + answerRemark(problem),
    ...(tag ? { tags: [TAGS[tag]] } : {}),
    ...(related ? { relatedInformation: related.map((cause) => relatedIn(cause, document.uri, positions)) } : {}),
    ...(server ? { data: { server: { status: server.refusal.status, code: server.refusal.code } } } : {}),
  };
}

function relatedIn(
  { message, start, end }: NonNullable<Problem['related']>[number],
  uri: string,
  positions: Positions,
): DiagnosticRelatedInformation {
  return { message, location: { uri, range: positions.range(start, end) } };
}
