import path from 'node:path';
import {
  type Answer,
  createShop,
  isShopError,
  type SavedAnswer,
  type SearchRequest,
  type ShopError,
} from '../../../shop/src/index.ts';
import { type ExitCode, exitCodes, Failure } from '../failure.ts';
import type { Io } from '../io/io.ts';
import { type AnalyzedSource, analyzeSource, sourceOf } from '../project/source.ts';
import { Project } from '../project/surroundings.ts';
import { connectionTo, type Target } from '../project/target.ts';
import { withProgress } from '../terminal/progress.ts';
import { styleFor } from '../terminal/style.ts';
import { bytesOf } from '../terminal/words.ts';
import { refusalText, syntaxErrorText } from './findings.ts';
import type { RunFlags } from './flags.ts';
import { formatOfFile } from './formats/index.ts';
import { printAnswer, requestText } from './print.ts';
import { prepareRequest } from './request.ts';

/**
 * Sends a criteria and prints the answer. With a syntax error nothing is sent: that is a finding, as is what the shop
 * refuses; both stand on stderr.
 * @throws {Failure} when nothing can be sent, or the answer cannot be written.
 * @throws {ShopError} when the shop cannot be asked.
 */
export async function run(file: string, flags: RunFlags, io: Io): Promise<ExitCode> {
  if (flags.all) throw new Failure('--all is not available yet: run sends one request.');
  const analyzed = await analyze(file, flags, io);
  const style = styleFor(io.stderr, io.environment);
  const broken = syntaxErrorText(analyzed, style);
  if (broken !== undefined) {
    io.stderr.write(broken);
    return exitCodes.findings;
  }
  const target = targetOf(analyzed, flags);
  const vars = 'shop' in target ? (target.shop.definition.vars ?? {}) : {};
  const { request, notes } = prepareRequest(analyzed, vars, flags);
  for (const note of notes) io.stderr.write(`swcriteria: ${note}\n`);
  const answer = await send(target, request, rawFile(flags, io), io);
  const { request: sent } = answer;
  if (flags.showRequest && sent) io.stderr.write(requestText(sent));
  if (!isShopError(answer)) {
    if ('file' in answer) io.stderr.write(`swcriteria: ${bytesOf(answer.bytes)} written to ${flags.out}.\n`);
    else await printAnswer(answer, flags, io);
    return exitCodes.fine;
  }
  if (!isFinding(answer)) throw answer;
  io.stderr.write(refusalText(analyzed, answer, style));
  return exitCodes.findings;
}

function analyze(file: string, { shop, url, entity, api }: RunFlags, io: Io): Promise<AnalyzedSource> {
  const target = url === undefined ? shop && { shop } : { url };
  const defaults = { ...(entity !== undefined && { entity }), ...(api && { api }) };
  return analyzeSource(sourceOf(file, io.folder), new Project(io, target ? { target } : {}), defaults, io);
}

function targetOf({ source, analysis, surroundings }: AnalyzedSource, { url }: RunFlags): Target {
  if (url !== undefined) return { url };
  if (surroundings.shop) return { shop: surroundings.shop };
  const { shop } = analysis.document.values;
  if (shop !== undefined) throw new Failure(`${source.name} names the shop "${shop}", which is not configured.`);
  throw new Failure(
    'Which shop? Name it with --shop or --url, in the file (// @shop staging), or as "defaultShop" in swcriteria.config.json.',
  );
}

/** Where an answer goes as it comes, without being held: only the raw one needs nothing done to it. */
function rawFile({ out, format }: RunFlags, io: Io): string | undefined {
  if (out === undefined || (format ?? formatOfFile(out)) !== 'raw') return undefined;
  return path.resolve(io.folder, out);
}

/** The answer, or what went wrong on the way to it. */
async function send(
  target: Target,
  request: SearchRequest,
  file: string | undefined,
  io: Io,
): Promise<Answer | SavedAnswer | ShopError> {
  const shop = createShop(await connectionTo(target, request.api, io), { environment: io.environment });
  try {
    return await withProgress<Answer | SavedAnswer>(io.stderr, `Asking ${shop.url} …`, ({ update }) => {
      const onProgress = (bytes: number): void => update(`${bytesOf(bytes)} received from ${shop.url} …`);
      if (file === undefined) return shop.search({ ...request, onProgress });
      return shop.saveTo({ ...request, method: 'POST', onProgress }, file);
    });
  } catch (error) {
    if (isShopError(error)) return error;
    throw error;
  } finally {
    await shop.close();
  }
}

/** The shop refuses the criteria itself; a missing privilege is no fault of the criteria. */
function isFinding({ kind, errors, missingPrivileges }: ShopError): boolean {
  return kind === 'refused' && errors.length > 0 && missingPrivileges.length === 0;
}
