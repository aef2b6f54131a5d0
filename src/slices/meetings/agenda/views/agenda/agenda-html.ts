import { longDate } from '../../../../../kernel/dates.js';
import { type AgendaItemView, type AgendaView, marksOf, pagesOf, whenOf, whereOf } from './agenda.js';

/** A whole HTML document; recorded text is escaped, so that none of it is markup. */
export function agendaHtml(agenda: AgendaView): string {
  const { title, notice, items, status } = agenda;
  const heading = `${title}, ${longDate(agenda.date)}`;
  const held = [whereOf(agenda), whenOf(agenda)].filter((part) => part !== '').join(' ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Agenda: ${escaped(heading)}</title>
</head>
<body>
<main>
<h1>${escaped(heading)}</h1>
${status === 'cancelled' ? '<p><strong>Cancelled</strong></p>\n' : ''}<p>A meeting of the ${escaped(title)} will be held ${escaped(held)}.</p>
${notice ? `<p>${escaped(notice.by)}, ${escaped(notice.datedAsWritten ?? longDate(notice.givenOn))}</p>\n` : ''}${agenda.requisition === null ? '' : `<p>${escaped(agenda.requisition)}</p>\n`}<h2>Business</h2>
<table>
<thead><tr><th scope="col">Number</th><th scope="col">Item</th><th scope="col">Time</th></tr></thead>
<tbody>
${items.map(row).join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`;
}

function row(item: AgendaItemView): string {
  const pages = pagesOf(item.papers);
  const rest = [...(item.asked === null ? [] : [item.asked]), ...marksOf(item)]
    .map((text) => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`)
    .join('');
  const minutes = item.minutes === null ? '' : `${item.minutes} minute${item.minutes === 1 ? '' : 's'}`;
  return `<tr><td>${escaped(item.number)}</td><td><p><strong>${escaped(item.title)}</strong>${pages === '' ? '' : ` (${pages})`}</p>${rest}</td><td>${minutes}</td></tr>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
