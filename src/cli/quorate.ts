#!/usr/bin/env node
import '../config/runtime.js';
import { runCommandLine } from './run.js';

// A reader of the answer may stop early, as in `quorate tracker ... | head`: that is no failure.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => process.exit(fault.code === 'EPIPE' ? 0 : 1));

const code = await runCommandLine(
  process.argv.slice(2),
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
);
// A verb may have succeeded and still set an exit code of its own: `check` does so if the record is damaged.
if (code !== 0) process.exitCode = code;
