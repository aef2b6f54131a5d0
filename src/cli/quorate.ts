#!/usr/bin/env node
import '../config/runtime.js';
import { runCommandLine } from './run.js';

// Whoever reads the answer may stop early: `quorate tracker ... | head`.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => process.exit(fault.code === 'EPIPE' ? 0 : 1));

const code = await runCommandLine(
  process.argv.slice(2),
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
);
// A verb that was understood and done may end with a code of its own: `check` does where the record is damaged.
if (code !== 0) process.exitCode = code;
