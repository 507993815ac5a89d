import type { Analysis } from '../../../server/src/analysis/analyze.ts';
import { type ExitCode, exitCodes, Failure, ownFault } from '../failure.ts';
import type { Io } from '../io/io.ts';
import { analyzeSource, type Source } from '../project/source.ts';
import { Project, type SurroundingsOptions } from '../project/surroundings.ts';
import type { Defaults } from '../project/world.ts';
import { withProgress } from '../terminal/progress.ts';
import { styleFor } from '../terminal/style.ts';
import { type FailOn, fails } from './failOn.ts';
import { findSources } from './findSources.ts';
import type { Format } from './formats/format.ts';
import { type FileReport, reportOf, summaryOf } from './report.ts';

export interface CheckOptions extends SurroundingsOptions {
  readonly defaults: Defaults;
  readonly format: Format;
  readonly failOn: FailOn;
}

/**
 * Checks criteria files and prints what was found. Never uses the network.
 * @throws {Failure} when a file, a configuration or a schema cannot be used; nothing is printed then. Also, once the
 * others are printed, when a file could not be checked by a fault of the program itself.
 */
export async function check(args: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const { checked, faults } = await checkAll(args, options, io);
  const files = checked.map(({ report }) => report);
  const summary = summaryOf(files);
  const texts = checked.map(({ text }) => text);
  const notes = [...new Set(checked.map(({ note }) => note))];
  const style = styleFor(io.stdout, io.environment);
  io.stdout.write(options.format({ files, summary }, { texts, notes, style }));
  if (faults.length > 0) throw new Failure(faults.join(' '));
  return fails(summary, options.failOn) ? exitCodes.findings : exitCodes.fine;
}

/** What is shown of one file. */
interface Checked {
  readonly report: FileReport;
  readonly text: string;
  readonly note: string;
}

/** What was checked, and a sentence about each file that could not be. */
interface CheckedAll {
  readonly checked: readonly Checked[];
  readonly faults: readonly string[];
}

function checkAll(args: readonly string[], options: CheckOptions, io: Io): Promise<CheckedAll> {
  return withProgress(io.stderr, 'Looking for criteria files …', async (progress) => {
    const sources = await findSources(args, io.folder, io.files);
    const project = new Project(io, options);
    const checked: Checked[] = [];
    const faults: string[] = [];
    for (const [index, source] of sources.entries()) {
      progress.update(`Checking ${index + 1} of ${sources.length} files …`);
      try {
        checked.push(await checkOne(source, project, options, io));
      } catch (error) {
        if (error instanceof Failure) throw error;
        faults.push(`${source.name} could not be checked. ${ownFault(error)}.`);
      }
    }
    return { checked, faults };
  });
}

async function checkOne(source: Source, project: Project, { defaults }: CheckOptions, io: Io): Promise<Checked> {
  const { analysis } = await analyzeSource(source, project, defaults, io);
  const report = reportOf(source.name, analysis);
  return { report, text: analysis.document.syntax.text, note: noteOf(analysis) };
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
