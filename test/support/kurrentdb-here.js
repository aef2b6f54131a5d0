import { execFileSync } from 'node:child_process';

/** The image whose server is tested with, where there is docker and nothing else was named. */
export const IMAGE = 'kurrentplatform/kurrentdb:26.1.1';

/** Which KurrentDB there is to test with: a server that runs, a program to start, or an image; `undefined` where there is none. */
export function kurrentdbHere() {
  const { QUORATE_TEST_KURRENTDB: url, QUORATE_KURRENTDB_SERVER: program } = process.env;
  if (url) return { kind: 'named', url };
  if (program) return { kind: 'program', program };
  // Every process of a run is told what the first has found.
  process.env.QUORATE_DOCKER_HERE ??= String(hasDocker());
  return process.env.QUORATE_DOCKER_HERE === 'true' ? { kind: 'image', image: IMAGE } : undefined;
}

function hasDocker() {
  try {
    execFileSync('docker', ['info'], { stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}
