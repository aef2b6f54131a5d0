import { type Mutant } from './finding.js';
import { type Trial } from './running.js';

/** A mutant that nobody can tell from the rule: found again by what it changes, so that lines may move. */
export interface Explained {
  readonly file: string;
  readonly within: string;
  readonly was: string;
  readonly becomes: string;
  readonly why: string;
}

export interface Survivor extends Pick<Mutant, 'file' | 'line' | 'within' | 'was' | 'becomes'> {
  readonly reached: boolean;
}

/** What is known of a room since its last whole run. */
export interface RoomResult {
  readonly room: string;
  readonly day: string;
  readonly mutants: number;
  readonly killed: number;
  readonly timedOut: number;
  readonly survivors: readonly Survivor[];
}

export function resultOf(room: string, day: string, trials: readonly Trial[]): RoomResult {
  const count = (fate: Trial['fate']) => trials.filter((trial) => trial.fate === fate).length;
  const survivors = trials.flatMap(({ mutant: { file, line, within, was, becomes }, fate }) =>
    fate === 'survived' || fate === 'not reached' ? [{ file, line, within, was, becomes, reached: fate === 'survived' }] : [],
  );
  return { room, day, mutants: trials.length, killed: count('killed'), timedOut: count('timed out'), survivors };
}

export const isExplained = (explained: readonly Explained[], one: Survivor): boolean => explanationOf(explained, one) !== undefined;

const explanationOf = (explained: readonly Explained[], { file, within, was, becomes }: Survivor): Explained | undefined =>
  explained.find((other) => other.file === file && other.within === within && other.was === was && other.becomes === becomes);

/** Explanations of mutants that no longer survive in the rooms that were tried: the list says no more than it must. */
export const idle = (explained: readonly Explained[], results: readonly RoomResult[], files: ReadonlySet<string>): readonly Explained[] => {
  const survivors = results.flatMap((result) => result.survivors);
  return explained.filter((one) => files.has(one.file) && !survivors.some((survivor) => explanationOf([one], survivor)));
};

/** Of the mutants that can be told from the rule, the share that a test tells: whole percent, rounded down. */
export function score({ killed, timedOut, mutants, survivors }: RoomResult, explained: readonly Explained[]): string {
  const told = mutants - survivors.filter((one) => isExplained(explained, one)).length;
  return told === 0 ? '' : `${Math.floor((100 * (killed + timedOut)) / told)}%`;
}

export function table(results: readonly RoomResult[], explained: readonly Explained[]): string {
  const rows = results.map((result) => {
    const known = result.survivors.filter((one) => isExplained(explained, one)).length;
    const { room, mutants, killed, timedOut, survivors, day } = result;
    return [room, mutants, killed, timedOut, survivors.length - known, known, score(result, explained), day].map(String);
  });
  return aligned([['room', 'mutants', 'killed', 'timed out', 'survived', 'explained', 'score', 'tried on'], ...rows]);
}

/** Columns of Markdown; the first stands left, the others right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length), 3));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const [head, ...others] = rows;
  return [line(head!), rule, ...others.map(line)].join('\n');
}

const told = ({ file, line, was, becomes, reached }: Survivor): string =>
  `${file}:${line} ${was} → ${becomes}${reached ? '' : ' (no test reaches it)'}`;

export const survivorLines = (results: readonly RoomResult[], explained: readonly Explained[]): readonly string[] =>
  results.flatMap(({ survivors }) => survivors.map((one) => `${isExplained(explained, one) ? 'explained' : 'SURVIVED '}  ${told(one)}`));

/** As Markdown shows code: in two backticks where it has one itself, with a space where it begins or ends with one. */
function code(text: string): string {
  if (!text.includes('`')) return `\`${text}\``;
  return `${text.startsWith('`') ? '`` ' : '``'}${text}${text.endsWith('`') ? ' ``' : '``'}`;
}

/** The generated part of docs/mutants.md. */
export function page(results: readonly RoomResult[], explained: readonly Explained[]): string {
  const parts = results.flatMap(({ room, survivors }) => {
    const left = survivors.filter((one) => !isExplained(explained, one));
    if (left.length === 0) return [];
    const lines = left.map(
      ({ file, line, was, becomes, reached }) =>
        `- \`${file.replace(`src/${room}/`, '')}:${line}\` ${code(was)} → ${code(becomes)}${reached ? '' : ' (no test reaches it)'}`,
    );
    return [`#### ${room}`, '', ...lines, ''];
  });
  const known = explained.map(
    ({ file, within, was, becomes, why }) =>
      `- \`${file.replace(/^src\/(slices\/)?/, '')}\`, \`${within}\`: ${code(was)} → ${code(becomes)}. ${why}`,
  );
  return [
    table(results, explained),
    '',
    '### Survivors',
    '',
    ...(parts.length ? parts : ['None.', '']),
    '### Explained',
    '',
    ...known,
  ].join('\n');
}
