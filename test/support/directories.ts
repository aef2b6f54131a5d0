import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory of its own for one test, and its removal. */
export async function aDirectory(): Promise<{ readonly path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'quorate-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
