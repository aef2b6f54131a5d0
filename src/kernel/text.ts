/**
 * Text as people paste it, told by what Unicode says of a character and not by what ASCII has. A word processor's own characters are
 * turned into what they mean; what means nothing is left, for the check of the field to name it.
 */

/** What ends a line wherever it was written: CRLF, CR, and the breaks of word processors, mainframes and Unicode. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** The same without what a key types: within one line these are where a heading was broken to look well. */
const SOFT_BREAK = /[\t\v\f\u0085\u2028\u2029]/g;

/** A byte order mark, a word processor's hyphen that does not break (U+001E), and its hyphen that shows only where a line ends (U+001F). */
const meant = (text: string): string => text.replaceAll('\uFEFF', '').replaceAll('\u001E', '\u2011').replaceAll('\u001F', '\u00AD');

/** Running text as it is kept: every line ends with `\n`. */
export const settledText = (text: string): string => meant(text).replace(LINE_END, '\n');

/** One line as it is kept: without the line ends around it. One within it stays, to be refused. */
export const settledLine = (text: string): string =>
  meant(text)
    .replace(/^[\r\n]+|[\r\n]+$/g, '')
    .replace(SOFT_BREAK, ' ');

/** Whether a reader would see nothing: spaces of any kind, what is never shown, the blanks that count as letters, and marks on nothing. */
export const showsNothing = (text: string): boolean =>
  /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{M}\u2800]*$/u.test(text);

/** Turns the direction of what follows it, also of what others wrote around it. */
const TURNS_DIRECTION = /[\u202A-\u202E\u2066-\u2069]/u;
const CONTROL = /\p{Cc}/u;
const HALF = /\p{Cs}/u;

/** The first character that cannot be kept, by its name and place; `null` where there is none. `lines`: the text may have several. */
export function flawIn(text: string, lines: boolean): string | null {
  let [line, character] = [1, 0];
  for (const one of text) {
    character += 1;
    if (lines && one === '\n') [line, character] = [line + 1, 0];
    if (lines && (one === '\n' || one === '\t')) continue;
    const what = CONTROL.test(one)
      ? one === '\n' || one === '\r'
        ? 'a line break'
        : 'a control character'
      : HALF.test(one)
        ? 'half of a character'
        : !lines && TURNS_DIRECTION.test(one)
          ? 'a change of direction'
          : null;
    if (what === null) continue;
    const name = `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
    return `${text.includes('\n') && lines ? `line ${line}, ` : ''}character ${character} is ${what} (${name})`;
  }
  return null;
}
