import { longDate } from '../../../../kernel/dates.js';
import { type ActionSheet, cellsOf, COLUMN_TITLES } from './action-sheet.js';

/** Characters of each column; with the bars between them a line has 160. */
const WIDTHS = [26, 54, 12, 15, 25, 13] as const;
const LINE = WIDTHS.reduce((sum, width) => sum + width, 0) + 3 * (WIDTHS.length - 1);

/** The sheet as a table of fixed width. Long cells wrap between words; a word longer than its column is cut into the next line, never lost. */
export function sheetText(sheet: ActionSheet): string {
  const lines = [...sheet.title.flatMap((line) => [line, '']), `As at ${longDate(sheet.asAt)}`, '', 'Notes:-', ''];
  sheet.notes.forEach((note, index) => lines.push(`${index + 1}. ${note}`));
  lines.push('', rule(), ...row(COLUMN_TITLES), rule('='));
  for (const { heading, actions } of sheet.groups) {
    lines.push(heading, rule());
    for (const action of actions) lines.push(...row(cellsOf(action)), rule());
  }
  if (!sheet.groups.length) lines.push('No actions are outstanding.', rule());
  lines.push('', 'KEY:', '', ...sheet.key.map(({ status, meaning }) => `${status.padEnd(20)}${meaning}`));
  if (sheet.disagreements.length)
    lines.push('', 'DOES NOT AGREE IN THE SOURCE:', '', ...sheet.disagreements.flatMap((line) => wrap(line, LINE)));
  return `${lines.join('\n')}\n`;
}

const rule = (character = '-'): string => character.repeat(LINE);

function row(cells: readonly string[]): string[] {
  const wrapped = WIDTHS.map((width, index) => wrap(cells[index] ?? '', width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    WIDTHS.map((width, index) => (wrapped[index]?.[at] ?? '').padEnd(width))
      .join(' | ')
      .trimEnd(),
  );
}

export function wrap(text: string, width: number): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      const joined = line === '' ? word : `${line} ${word}`;
      if (joined.length <= width) {
        line = joined;
        continue;
      }
      if (line !== '') lines.push(line);
      let rest = [...word];
      for (; rest.length > width; rest = rest.slice(width)) lines.push(rest.slice(0, width).join(''));
      line = rest.join('');
    }
    return [...lines, line];
  });
}
