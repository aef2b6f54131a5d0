import { readFile } from 'node:fs/promises';
import { text as allOf } from 'node:stream/consumers';
import { Misuse } from './api.js';

/** The text of a file that the command line names. */
export async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    throw new Misuse(`${file} cannot be read: ${fault.code === 'ENOENT' ? 'there is no such file' : fault.message}`);
  });
}

export function parsed(text: string, whose: string): unknown {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new Misuse(`${whose} is not JSON: ${(fault as Error).message.replaceAll('\n', ' ')}`);
  }
}

/** The payload that --data names: JSON itself, `@file`, or `-` for standard input. */
export async function payload(said: string): Promise<object> {
  const text = said === '-' ? await allOf(process.stdin) : said.startsWith('@') ? await textOf(said.slice(1)) : said;
  const data = parsed(text, '--data');
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Misuse('--data is not a JSON object');
  return data;
}
