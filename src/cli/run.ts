import { CommanderError } from 'commander';
import { messageOf } from '../fault-message.js';
import { Misuse, Refused } from './api.js';
import { buildProgram } from './program.js';

/** 0 done, 1 refused or failed, 2 the command line was not understood. */
export type ExitCode = 0 | 1 | 2;

/** Runs one command line, without the name of the program; without any words it tells its help. */
export async function runCommandLine(
  words: readonly string[],
  print: (text: string) => void,
  note: (text: string) => void,
): Promise<ExitCode> {
  try {
    await buildProgram(print, note).parseAsync(words.length > 0 ? words : ['--help'], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    note(`quorate: ${error instanceof Refused ? error.message : messageOf(error)}\n`);
    return error instanceof Misuse ? 2 : 1;
  }
}
