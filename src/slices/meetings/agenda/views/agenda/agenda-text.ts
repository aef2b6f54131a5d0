import { longDate } from '../../../../../kernel/dates.js';
import { type AgendaView, marksOf, pagesOf, whenOf, whereOf } from './agenda.js';

const WIDTH = 96;
const INDENT = 5;
const MINUTES = 10;

/** The agenda as it is printed: number, title and pages, what is asked, and the indicative minutes at the right. */
export function agendaText(agenda: AgendaView): string {
  const { title, notice, items, status } = agenda;
  const lines = [title, longDate(agenda.date), ''];
  if (status === 'cancelled') lines.push('CANCELLED', '');
  lines.push(
    ...wrapped(`${meetingOf(title)} will be held ${[whereOf(agenda), whenOf(agenda)].filter((part) => part !== '').join(' ')}`, WIDTH),
    '',
  );
  if (notice) lines.push(`${notice.by},`, notice.datedAsWritten ?? longDate(notice.givenOn), '');
  if (agenda.requisition !== null) lines.push(...wrapped(agenda.requisition.replaceAll('\n', ' '), WIDTH), '');
  lines.push('BUSINESS', '');
  for (const item of items) {
    const pages = pagesOf(item.papers);
    const head = wrapped(`${item.title}${pages === '' ? '' : ` (${pages})`}`, WIDTH - INDENT - MINUTES);
    const minutes = item.minutes === null ? '' : `${item.minutes} min${item.minutes === 1 ? '' : 's'}`;
    const body = [...(item.asked === null ? [] : item.asked.split('\n')), ...marksOf(item)];
    head.forEach((line, index) => {
      const number = index === 0 ? `${item.number}.` : '';
      lines.push(
        `${number.padEnd(INDENT)}${index === 0 && minutes !== '' ? `${line.padEnd(WIDTH - INDENT - MINUTES)}${minutes.padStart(MINUTES)}` : line}`,
      );
    });
    for (const line of body.flatMap((text) => wrapped(text, WIDTH - INDENT - MINUTES))) lines.push(`${' '.repeat(INDENT)}${line}`);
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** A title that says what meeting it is, as that of a joint meeting does, is not said to be a body's. */
const meetingOf = (title: string): string => (/\bmeeting of\b/i.test(title) ? `A ${title}` : `A MEETING of the ${title}`);

/** Breaks between words only; a word longer than the width stands alone. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
