import { andNames } from '../../../../kernel/words.js';
import { longDate } from '../../../../kernel/dates.js';
import { type BodyKind } from '../../../bodies/body.events.js';
import { type DirectionTerms, type Relation } from '../../direction.events.js';
import { type Direction } from '../../direction.state.js';

/** A direction as it is printed: two lines of heading, then captions and cells. */
export interface DirectionForm {
  readonly heading: readonly string[];
  readonly rows: readonly { readonly caption: string; readonly cell: string }[];
}

const STATUTE = 'Direction issued under S26-28 of the Public Bodies (Joint Working) (Scotland) Act 2014';
const VERBS: Readonly<Record<Relation, string>> = { supersedes: 'Supersedes', revises: 'Revises', revokes: 'Revokes' };

export interface FormCircumstances {
  readonly bodyName: string;
  readonly bodyKind: BodyKind;
  /** How the earlier direction is named: its reference, where it has one. */
  readonly earlier?: string;
}

/** The form in the order of the statutory guidance’s template, under the body's own captions. Nothing is added to what was recorded. */
export function formOf({ terms, approval }: Pick<Direction, 'terms' | 'approval'>, circumstances: FormCircumstances): DirectionForm {
  const { form, timeframes, review, functions, finance, outcomes, manner, information, reports } = terms;
  const board = form?.board ?? (circumstances.bodyKind === 'joint-board' ? 'IJB' : 'Board');
  const rows: readonly (readonly [string, string])[] = [
    ['Reference number', approval?.reference ?? ''],
    ['Direction title', terms.title],
    ['Direction to', recipientsIn(terms)],
    [`${board} Approval date`, approval ? longDate(approval.on) : ''],
    ['Does this Direction supersede, revise or revoke a previous Direction?', relationIn(terms, circumstances.earlier)],
    ['Services/functions covered by this Direction', functions?.words ?? ''],
    ['Full text of the Direction', terms.text],
    ['Timeframes', timeframes?.words ?? ''],
    [`Links to relevant ${form?.reportsOf ?? board} report(s)`, reports.map(({ words }) => words).join('\n')],
    ['Budget / finances allocated to carry out the detail', finance?.words ?? ''],
    ['Outcomes / Performance Measures', outcomes ?? ''],
    ['Date Direction will be reviewed', review?.words ?? ''],
    // Boxes the template does not have are printed where they were filled in.
    ...(manner === undefined ? [] : [['Manner in which it is to be carried out', manner] as const]),
    ...(information === undefined ? [] : [['Information to be given', information] as const]),
  ];
  return {
    heading: [form?.heading ?? `DIRECTION FROM THE ${circumstances.bodyName.toUpperCase()}`, STATUTE],
    rows: rows.map(([caption, cell]) => ({ caption, cell })),
  };
}

const JOINTLY = ', jointly';

function recipientsIn({ recipients, split }: DirectionTerms): string {
  const names = recipients.map(({ name, extent }) => (extent === undefined ? name : `${name} (${extent})`));
  return `${andNames(names)}${split === 'joint' ? JOINTLY : ''}`;
}

const relationIn = ({ relation }: DirectionTerms, earlier: string | undefined): string =>
  relation ? `Yes. ${VERBS[relation.kind]} ${earlier ?? relation.cited ?? relation.direction}` : 'No';

const CAPTION = 36;
const CELL = 100;
const RULE = '-'.repeat(CAPTION + 3 + CELL);

/** The form as a table of two columns. A word longer than its cell is not cut: it stands on a line of its own and runs over. */
export function formText({ heading, rows }: DirectionForm): string {
  const lines = [...heading, '', RULE];
  for (const { caption, cell } of rows) {
    const [left, right] = [wrapped(caption, CAPTION), wrapped(cell, CELL)];
    for (let at = 0; at < Math.max(left.length, right.length); at += 1)
      lines.push(`${(left[at] ?? '').padEnd(CAPTION)} | ${right[at] ?? ''}`.trimEnd());
    lines.push(RULE);
  }
  return `${lines.join('\n')}\n`;
}

/** Wraps each line by itself; a line that begins with a list's dash goes on under its first word. */
function wrapped(text: string, width: number): string[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const indent = /^\s*(?:[-•*]\s+)?/.exec(line)![0].length;
    const lines: string[] = [];
    let current = line.slice(0, indent);
    for (const word of line.slice(indent).split(/\s+/).filter(Boolean)) {
      const joined = current.trim() === '' || current.length === indent ? `${current}${word}` : `${current} ${word}`;
      if (joined.length <= width || current.length <= indent) current = joined;
      else {
        lines.push(current);
        current = `${' '.repeat(indent)}${word}`;
      }
    }
    return [...lines, current.trimEnd()];
  });
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/** A whole HTML document; recorded text is escaped, so that none of it is markup. */
export const formHtml = ({ heading, rows }: DirectionForm): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(rows[0]?.cell ? `Direction ${rows[0].cell}` : 'Draft direction')}</title>
</head>
<body>
<main>
<h1>${escaped(heading[0] ?? '')}</h1>
${heading
  .slice(1)
  .map((line) => `<p>${escaped(line)}</p>`)
  .join('\n')}
<table>
<tbody>
${rows.map(({ caption, cell }) => `<tr><th scope="row">${escaped(caption)}</th><td>${escaped(cell).replaceAll('\n', '<br>')}</td></tr>`).join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`;
