import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { buffer as allOf } from 'node:stream/consumers';
import { Misuse } from './api.js';

/** The text of a file that the command line names. */
export async function textOf(file: string): Promise<string> {
  const content = await readFile(file).catch((fault: NodeJS.ErrnoException) => {
    throw new Misuse(`${file} cannot be read: ${fault.code === 'ENOENT' ? 'there is no such file' : fault.message}`);
  });
  return decoded(content, file);
}

/** The text of bytes, by the byte order mark at their beginning if they have one; else they are UTF-8. */
function decoded(content: Buffer, whose: string): string {
  const [first, second] = content;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  if (wide === null && !isUtf8(content)) throw new Misuse(`${whose} is not text in UTF-8: save it as UTF-8`);
  // The decoder drops the mark.
  return new TextDecoder(wide ?? 'utf-8').decode(content);
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
  const text = said === '-' ? decoded(await allOf(process.stdin), '--data') : said.startsWith('@') ? await textOf(said.slice(1)) : said;
  const data = parsed(text, '--data');
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Misuse('--data is not a JSON object');
  return data;
}
