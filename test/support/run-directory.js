import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for what the suites of one run share, whichever process each runs in. */
export default function makeRunDirectory() {
  process.env.QUORATE_RUN_DIRECTORY = mkdtempSync(join(tmpdir(), 'quorate-run-'));
}

export const removeRunDirectory = () => rmSync(process.env.QUORATE_RUN_DIRECTORY, { recursive: true, force: true });
