import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs the scenarios, with record and read models of every application on these servers; takes the words of the command line. */
export async function scenariosOn(engines: { readonly store: string; readonly readModels: string }): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '--selectProjects', 'scenarios', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, QUORATE_TEST_STORE: engines.store, QUORATE_TEST_READ_MODELS: engines.readModels },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}
