#!/usr/bin/env node
import '../config/runtime.js';
import { CommanderError } from 'commander';
import { messageOf } from '../fault-message.js';
import { Misuse, Refused } from './api.js';
import { buildProgram } from './program.js';

// Whoever reads the answer may stop early: `quorate tracker ... | head`.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => process.exit(fault.code === 'EPIPE' ? 0 : 1));

// Exit codes: 0 done, 1 refused or failed, 2 the command line was not understood.
try {
  await buildProgram(
    (text) => process.stdout.write(text),
    (text) => process.stderr.write(text),
  ).parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, '--help']);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`quorate: ${error instanceof Refused ? error.message : messageOf(error)}\n`);
    process.exitCode = error instanceof Misuse ? 2 : 1;
  }
}
