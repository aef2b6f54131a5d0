import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { builtProgram } from './built.js';
import { dyingAt, type Place } from './places.js';

const SUPPORT = fileURLToPath(new URL('.', import.meta.url));

export interface OwnProcess {
  readonly child: ChildProcess;
  /** The next line it prints; fails if it ends without one. */
  line(): Promise<string>;
  /** Waits until it has ended by itself; answers what ended it. */
  ended(): Promise<NodeJS.Signals | null>;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Runs a file beside this one in a process of its own, on the program as it was built; to die by itself, where a place is given. */
export function runInOwnProcess(file: string, args: readonly string[], dies?: Place): OwnProcess {
  builtProgram();
  const dying = dies && dyingAt(dies);
  const nodeArgs = ['--import', join(SUPPORT, 'run-on-build.js'), ...(dying?.nodeArgs ?? [])];
  const child = spawn(process.execPath, [...nodeArgs, join(SUPPORT, file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...dying?.env },
  });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    line: async () => {
      const { done, value } = await lines.next();
      if (done) throw new Error(`${file} ended without another line.`);
      return value;
    },
    ended: async () => ((await gone) as [number | null, NodeJS.Signals | null])[1],
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
