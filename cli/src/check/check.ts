import type { Analysis } from '../../../server/src/analysis/analyze.ts';
import { type ExitCode, exitCodes } from '../failure.ts';
import type { Io } from '../io/io.ts';
import { type AnalyzedSource, analyzeSource } from '../project/source.ts';
import { Project, type SurroundingsOptions } from '../project/surroundings.ts';
import type { Defaults } from '../project/world.ts';
import { withProgress } from '../terminal/progress.ts';
import { styleFor } from '../terminal/style.ts';
import { type FailOn, fails } from './failOn.ts';
import { findSources } from './findSources.ts';
import type { Format } from './formats/format.ts';
import { reportOf, summaryOf } from './report.ts';

export interface CheckOptions extends SurroundingsOptions {
  readonly defaults: Defaults;
  readonly format: Format;
  readonly failOn: FailOn;
}

/**
 * Checks criteria files and prints what was found. Never uses the network.
 * @throws {Failure} when a file, a configuration or a schema cannot be used; nothing is printed then.
 */
export async function check(args: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const analyzed = await analyzeAll(args, options, io);
  const files = analyzed.map(({ source, analysis }) => reportOf(source.name, analysis));
  const summary = summaryOf(files);
  const texts = analyzed.map(({ analysis }) => analysis.document.syntax.text);
  const notes = [...new Set(analyzed.map(({ analysis }) => noteOf(analysis)))];
  const style = styleFor(io.stdout, io.environment);
  io.stdout.write(options.format({ files, summary }, { texts, notes, style }));
  return fails(summary, options.failOn) ? exitCodes.findings : exitCodes.fine;
}

function analyzeAll(args: readonly string[], options: CheckOptions, io: Io): Promise<readonly AnalyzedSource[]> {
  return withProgress(io.stderr, 'Looking for criteria files …', async (progress) => {
    const sources = await findSources(args, io.folder, io.files);
    const project = new Project(io, options);
    const analyzed: AnalyzedSource[] = [];
    for (const source of sources) {
      progress.update(`Checking ${analyzed.length + 1} of ${sources.length} files …`);
      analyzed.push(await analyzeSource(source, project, options.defaults, io));
    }
    return analyzed;
  });
}

function noteOf({ world }: Analysis): string {
  const assumed = world.versionKnown ? '' : ' (the newest known; --shopware or // @shopware names another)';
  return `Checked as Shopware ${world.version.text}${assumed} with ${schemaNames[world.schemaSource]}.`;
}

const schemaNames: Readonly<Record<Analysis['world']['schemaSource'], string>> = {
  bundled: 'the bundled schema, which knows no plugin',
  file: "a file's schema",
  live: "the shop's schema",
  stored: "the shop's stored schema",
};
