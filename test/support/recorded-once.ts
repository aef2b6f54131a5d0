import { existsSync } from 'node:fs';
import { mkdir, rename, rm, watch } from 'node:fs/promises';
import { join } from 'node:path';
import { recordDemonstration, recordFiles } from '../../src/cli/demonstration.js';
import { apiOf, caughtUp } from '../../src/cli/local-api.js';
import { commandSpecs, importFile } from '../../src/cli/recording.js';
import { createTestApp, HandClock, type TestApp } from './app.js';

function runDirectory(): string {
  const directory = process.env.QUORATE_RUN_DIRECTORY;
  if (directory === undefined) throw new Error('What is recorded once is kept for one run of the tests, and this is none.');
  return directory;
}

/** Whether the directory was made here; another process made it, or is about to, where it was not. */
const made = (directory: string): Promise<boolean> =>
  mkdir(directory).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

async function until(holds: () => boolean, directory: string): Promise<void> {
  const enough = new AbortController();
  const changes = watch(directory, { signal: enough.signal });
  try {
    if (holds()) return;
    for await (const _change of changes) if (holds()) return;
  } finally {
    enough.abort();
  }
}

/**
 * A data directory in which this was recorded: by whichever suite of the run asks first, in whichever process; the others wait for it.
 * Nobody opens it: `createTestApp({ from })` takes a copy.
 */
export async function recordedOnce(
  name: string,
  record: (app: TestApp) => Promise<unknown>,
  options: { readonly clock?: HandClock } = {},
): Promise<string> {
  const done = join(runDirectory(), name);
  const making = `${done}.making`;
  while (!existsSync(done)) {
    if (await made(making)) {
      try {
        const app = await createTestApp({ embedded: true, directory: making, ...options });
        await record(app)
          .then(() => caughtUp(app.nest))
          .finally(() => app.close());
        await rename(making, done);
      } catch (error) {
        await rm(making, { recursive: true, force: true });
        throw error;
      }
    } else await until(() => existsSync(done) || !existsSync(making), runDirectory());
  }
  return done;
}

/** The demonstration as `--demonstration` records it, with its sign-ins. */
export const theDemonstration = (): Promise<string> => recordedOnce('demonstration', (app) => recordDemonstration(app.nest));

/** The files of the demonstration (those whose names match), recorded by the operator at one instant. */
export const theFiles = (name: string, instant: string, files = /./): Promise<string> =>
  recordedOnce(
    name,
    async (app) => {
      for (const file of await recordFiles()) if (files.test(file)) await importFile(apiOf(app.nest), commandSpecs(), file);
    },
    { clock: new HandClock(instant) },
  );
