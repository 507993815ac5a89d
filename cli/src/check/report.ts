import type { Analysis } from '../../../server/src/analysis/analyze.ts';
import type { Prediction } from '../../../server/src/analysis/prediction.ts';
import { type Positions, positionsOf } from '../../../server/src/position.ts';
import type { ProtocolRange } from '../../../server/src/protocol.ts';
import type { Problem, Severity } from '../../../server/src/rules/rule.ts';
import type { Api } from '../../../server/src/schema/entitySchema.ts';
import type { Refusal } from '../../../server/src/shopware/refusal.ts';

/** What a check found in all files. Its JSON is part of the contract (section 3): keys in this order. */
export interface Report {
  readonly files: readonly FileReport[];
  readonly summary: Summary;
}

export interface FileReport {
  readonly file: string;
  /** Null where nothing tells. */
  readonly entity: string | null;
  readonly api: Api;
  readonly shopware: string;
  readonly schema: { readonly source: 'file' | 'stored' | 'bundled' };
  /** What the shop will answer as a whole; absent: it will accept the body. */
  readonly answer?: { readonly status: number; readonly codes: readonly string[]; readonly when?: Refusal['when'] };
  readonly diagnostics: readonly Diagnostic[];
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** RFC 6901, into the body; null for directives and syntax errors. */
  readonly pointer: string | null;
  /** Lines and characters from 0, in UTF-16 units. */
  readonly range: ProtocolRange;
  /** What this fault alone is answered with; absent where the shop answers 200. */
  readonly server?: { readonly status: number; readonly code: string; readonly when?: Refusal['when'] };
  readonly docs: string;
  /** Titles of the quick fixes. */
  readonly fixes: readonly string[];
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}

/** What is reported of one analysed file. */
export function reportOf(file: string, { document, world, problems, prediction }: Analysis): FileReport {
  const positions = positionsOf(document.syntax.text);
  return {
    file,
    entity: document.entity ?? null,
    api: world.api,
    shopware: world.version.text,
    schema: { source: world.schemaSource === 'live' ? 'stored' : world.schemaSource },
    ...(prediction && { answer: answerOf(prediction) }),
    diagnostics: problems.map((problem) => diagnosticOf(problem, positions)),
  };
}

/** Counts the diagnostics of all files. */
export function summaryOf(files: readonly FileReport[]): Summary {
  const count = (severity: Severity) =>
    files.reduce((sum, file) => sum + file.diagnostics.filter((found) => found.severity === severity).length, 0);
  return {
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
  };
}

function answerOf({ status, errors, when }: Prediction): NonNullable<FileReport['answer']> {
  return { status, codes: errors.map(({ code }) => code), ...(when && { when }) };
}

function diagnosticOf({ code, severity, message, pointer, start, end, server, fixes }: Problem, positions: Positions) {
  return {
    code,
    severity,
    message,
    pointer,
    range: positions.range(start, end),
    ...(server && { server: serverOf(server.refusal) }),
    docs: `docs/rules/${code}.md`,
    fixes: fixes?.().map(({ title }) => title) ?? [],
  };
}

function serverOf({ status, code, when }: Refusal): NonNullable<Diagnostic['server']> {
  return { status, code, ...(when && { when }) };
}
