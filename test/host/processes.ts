// Starts programs that start programs, and ends every one of them whatever happens to us.
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';
import { atEnd } from './ending.ts';

const windows = process.platform === 'win32';

/** A started program together with all that it starts. */
export interface ProcessGroup {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** The last lines of its output and errors, for the sentence that says why it failed. */
  tail(): string;
  /** Settles with the exit code once the program itself has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends the whole group, politely first, and settles once the program is gone. */
  stop(): Promise<void>;
}

/** The surroundings of a program. */
export interface Where {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

const TAIL_CHARACTERS = 4000;
const POLITE_MILLISECONDS = 3000;

function signal(pid: number | undefined, name: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  if (windows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, name);
  } catch {
    // ESRCH: the group has ended by itself, which is what was wanted.
  }
}

/** Starts a program in a process group of its own. It ends with `stop()`, and in any case when this process exits. */
export function startGroup(command: string, args: readonly string[], where: Where): ProcessGroup {
  const child = spawn(command, args, {
    ...where,
    detached: !windows,
    shell: command.endsWith('.cmd'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-TAIL_CHARACTERS);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(null);
    });
    child.once('exit', (code) => resolve(code));
  });
  const forget = atEnd(() => signal(child.pid, 'SIGKILL'));
  return {
    child,
    tail: () => output.trim(),
    ended,
    async stop() {
      signal(child.pid, 'SIGTERM');
      const timer = setTimeout(() => signal(child.pid, 'SIGKILL'), POLITE_MILLISECONDS);
      await ended;
      clearTimeout(timer);
      // What the program had started may have outlived it.
      signal(child.pid, 'SIGKILL');
      forget();
    },
  };
}

/** Runs a program to its end and returns its output; throws with the last lines when it fails. */
export async function runToEnd(command: string, args: readonly string[], where: Where): Promise<string> {
  const group = startGroup(command, args, where);
  const code = await group.ended;
  await group.stop();
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')} failed (${code ?? 'ended by a signal'}):\n${group.tail()}`);
  return group.tail();
}
