import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const TYPESCRIPT = fileURLToPath(new URL('../support/run-typescript.js', import.meta.url));

/** A program of these sources in a process of its own, from its first line that names an address. */
export interface Started {
  readonly address: string;
  /** Milliseconds from the start of the process to that line. */
  readonly took: number;
  stop(): Promise<void>;
}

/** `file` is relative to this folder. It prints or logs `listening` with its address when it is ready. */
export async function startProcess(file: string, env: Readonly<Record<string, string>>): Promise<Started> {
  const began = performance.now();
  const compiled = file.endsWith('.js');
  const child: ChildProcess = spawn(
    process.execPath,
    [...(compiled ? [] : ['--import', TYPESCRIPT]), fileURLToPath(new URL(file, import.meta.url))],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /listening\W+(?:address\W+)?(http:[^"\s]+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`${file} ended before it listened`)));
  });
  return {
    address,
    took: performance.now() - began,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
