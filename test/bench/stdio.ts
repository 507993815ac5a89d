// Measures the language server over stdio against a peer; prints one JSON object. Run by scripts/bench.ts with the
// command line's program and the folder of the peers where they are installed.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { criteriaOf, cursorAt, PLACES, TYPO } from './documents.ts';
import { type Comparison, compare, median, quantile, time } from './measure.ts';
import { jsonSchemaOf } from './peers/jsonSchema.ts';
import { jsonServer } from './peers/stdio.ts';
import { type Edit, recordedSession } from './session.ts';
import { type Launch, positionAt, StdioServer } from './stdioServer.ts';
import { benchWorld } from './world.ts';

/** What is measured over stdio. */
export interface StdioFigures {
  readonly comparisons: readonly Comparison[];
  /** From the start of the process to the first diagnostics, milliseconds; for comparison a Node that does nothing. */
  readonly coldStart: { readonly ownMs: number; readonly bareMs: number };
  /** Bytes at the first diagnostics; undefined where the system does not tell. */
  readonly peak: { readonly own: number; readonly peer: number | undefined } | undefined;
  /** How many items are offered in paths of depth 1, 2 and 3. */
  readonly items: readonly number[];
  readonly session: SessionFigures;
}

/** A session of edits, each with diagnostics and completion, several times over. */
export interface SessionFigures {
  readonly edits: number;
  readonly p95Ms: number;
  /** Bytes in the middle, when the heap has found its size, and after the last. */
  readonly memory: { readonly early: number; readonly late: number } | undefined;
}

const [, , program = '', peersFolder] = process.argv;
/** So often the session is played: first until the heap has found its size, then as often again. */
const SETTLED = 8;
const SESSIONS = 2 * SETTLED;

const own: Launch = { name: 'own', args: [program, 'lsp', '--stdio'], languageId: 'swcriteria' };
const comparisons: Comparison[] = [];
const folder = await mkdtemp(path.join(tmpdir(), 'bench-'));
try {
  const schemaText = JSON.stringify(jsonSchemaOf(benchWorld().schema, 'product'));
  const peer = peersFolder === undefined ? undefined : await jsonServer(peersFolder, folder, schemaText);
  const { coldStart, peak } = await measureStart(peer);
  const items = await measureItems();
  if (peer) {
    await measureCompletions(peer);
    await measureTyping(peer);
  }
  const figures: StdioFigures = { comparisons, coldStart, peak, items, session: await measureSession() };
  process.stdout.write(JSON.stringify(figures));
} finally {
  await rm(folder, { recursive: true });
}

/** Each time a new process. */
async function measureStart(peer: Launch | undefined): Promise<Pick<StdioFigures, 'coldStart' | 'peak'>> {
  const text = criteriaOf(25, 2);
  const peaks = new Map<Launch, number[]>();
  const start = (launch: Launch) => async () => {
    const server = await StdioServer.open(launch, text);
    checkFindings(
      launch,
      (await server.diagnostics()).map(({ message }) => String(message)),
    );
    const memory = server.memory();
    if (memory) peaks.set(launch, [...(peaks.get(launch) ?? []), memory.peak]);
    return server;
  };
  const timedStart = (launch: Launch) => async () => running.push(await start(launch)());
  const running: StdioServer[] = [];
  const ownTimes: number[] = [];
  const peerTimes: number[] = [];
  const bareTimes: number[] = [];
  for (let round = 0; round < 11; round++) {
    bareTimes.push(await time(() => spawnSync(process.execPath, ['-e', '0'])));
    if (peer) peerTimes.push(await time(timedStart(peer)));
    ownTimes.push(await time(timedStart(own)));
    for (const server of running.splice(0)) await server.close();
  }
  const ownMs = median(ownTimes);
  if (peer) {
    const peerMs = median(peerTimes);
    comparisons.push({
      name: 'cold start to first diagnostics',
      peer: peer.name,
      peerMs,
      ownMs,
      ratio: ownMs / peerMs,
      goal: 0.55,
    });
  }
  const peakOf = (launch: Launch | undefined) => {
    const all = launch && peaks.get(launch);
    return all && median(all);
  };
  const ownPeak = peakOf(own);
  const peak = ownPeak === undefined ? undefined : { own: ownPeak, peer: peakOf(peer) };
  return { coldStart: { ownMs, bareMs: median(bareTimes) }, peak };
}

async function measureItems(): Promise<readonly number[]> {
  const text = criteriaOf(300);
  const server = await StdioServer.open(own, text);
  const counts: number[] = [];
  for (const place of PLACES) {
    const items = await server.completions(positionAt(text, cursorAt(text, place)));
    if (!items.some(({ label }) => label === place.name))
      throw new Error(`"${place.name}" is not offered in "${place.path}".`);
    counts.push(items.length);
  }
  await server.close();
  return counts;
}

/** The peer knows no paths of depth 3: it completes one of depth 2 meanwhile. */
async function measureCompletions(peer: Launch): Promise<void> {
  const text = criteriaOf(300);
  const shallow = criteriaOf(300, 2);
  const ownServer = await StdioServer.open(own, text);
  const peerServer = await StdioServer.open(peer, shallow);
  for (const place of PLACES) {
    const known = PLACES[Math.min(place.depth, 2) - 1] ?? place;
    const at = positionAt(text, cursorAt(text, place));
    const peerAt = positionAt(shallow, cursorAt(shallow, known));
    const offered = await peerServer.completions(peerAt);
    if (!offered.some(({ label }) => label.includes(known.path)))
      throw new Error(`${peer.name} does not offer "${known.path}".`);
    const asked = {
      name: `${peer.name}${place.depth > 2 ? ', depth 2' : ''}`,
      run: () => peerServer.completions(peerAt),
    };
    comparisons.push(await compare(`completion, depth ${place.depth}`, 0.5, () => ownServer.completions(at), [asked]));
    if (place.depth !== 2) continue;
    const hovered = { name: peer.name, run: () => peerServer.hover(peerAt) };
    if (!(await ownServer.hover(at)) || !(await peerServer.hover(peerAt))) throw new Error('Nothing is said on hover.');
    comparisons.push(await compare('hover', 1, () => ownServer.hover(at), [hovered]));
  }
  await Promise.all([ownServer.close(), peerServer.close()]);
}

/** A letter is typed into a text of 5,000 lines and taken back, again and again. */
async function measureTyping(peer: Launch): Promise<void> {
  const text = criteriaOf(5000, 2);
  const place = PLACES[1];
  const at = positionAt(text, place ? cursorAt(text, place) : 0);
  const after = { ...at, character: at.character + 1 };
  const servers = { own: await StdioServer.open(own, text), peer: await StdioServer.open(peer, text) };
  const keystroke = (server: StdioServer, withDiagnostics: boolean) => {
    let typed = false;
    return async () => {
      await (typed ? server.change(at, after, '') : server.change(at, at, 'm'));
      typed = !typed;
      if (withDiagnostics) await server.diagnostics();
      await server.completions(typed ? after : at);
    };
  };
  const rows = [
    ['keystroke and completion, 5,000 lines', false],
    ['keystroke, diagnostics and completion, 5,000 lines', true],
  ] as const;
  const even = { warmUp: 30, warmUpMs: 0, measured: 102 };
  for (const [name, full] of rows) {
    const other = { name: peer.name, run: keystroke(servers.peer, full) };
    comparisons.push(await compare(name, 0.6, keystroke(servers.own, full), [other], even));
  }
  await Promise.all([servers.own.close(), servers.peer.close()]);
}

/** The session ends with the text that it began with. */
async function measureSession(): Promise<SessionFigures> {
  const { text, edits } = recordedSession();
  const server = await StdioServer.open(own, text);
  const times: number[] = [];
  const memory: number[] = [];
  const play = async ({ start, end, text: typed, cursor }: Edit) => {
    await server.change(start, end, typed);
    await server.diagnostics();
    await server.completions(cursor);
  };
  for (let round = 0; round < SESSIONS; round++) {
    for (const edit of edits) times.push(await time(() => play(edit)));
    memory.push(server.memory()?.now ?? Number.NaN);
  }
  await server.close();
  const early = memory[SETTLED - 1] ?? Number.NaN;
  const late = memory.at(-1) ?? Number.NaN;
  const known = Number.isNaN(early) ? undefined : { early, late };
  return { edits: edits.length, p95Ms: quantile(times, 0.95), memory: known };
}

function checkFindings({ name }: Launch, messages: readonly string[]): void {
  const [message = '', ...others] = messages;
  if (others.length === 0 && (message.includes(TYPO) || message.startsWith('Value is not accepted'))) return;
  throw new Error(`${name}: the one typo is not what is found: ${messages.join(' | ').slice(0, 300)}`);
}
