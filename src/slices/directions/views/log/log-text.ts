import { andNames } from '../../../../kernel/words.js';
import { csv } from '../../../../http/csv.js';
import { longDate } from '../../../../kernel/dates.js';
import { type DirectionView } from '../direction-register/direction-view.js';
import { type LogStatus } from '../../direction-flags.js';

/** A body's log of directions under one heading on a day: whole, in the order of approval, drafts first. */
export interface DirectionLog {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly asAt: string;
  readonly state: LogStatus;
  readonly items: readonly DirectionView[];
}

const issuedOn = ({ terms, issues }: DirectionView): string =>
  issues.map(({ recipient, on }) => `${terms.recipients.find((one) => one.recipient === recipient)?.name ?? recipient} ${on}`).join('; ');

/** The points a reader must look at: `review overdue`, `not acknowledged by NHS Borders for 12 days`. */
export const remarksOf = ({ reviewOverdue, timeframePassed, notAcknowledged, end }: DirectionView): readonly string[] => [
  ...(end?.by ? [`by ${end.by.reference}`] : []),
  ...(reviewOverdue ? ['review overdue'] : []),
  ...(timeframePassed ? ['timeframe passed'] : []),
  ...notAcknowledged.map(
    ({ name, days, late }) => `not acknowledged by ${name} for ${days} ${days === 1 ? 'day' : 'days'}${late ? ', late' : ''}`,
  ),
];

const namesOf = ({ terms }: DirectionView): string => andNames(terms.recipients.map(({ name }) => name));

/** One paragraph for each direction. */
export function logText({ bodyName, asAt, state, items }: DirectionLog): string {
  const lines = [`Directions of the ${bodyName}: ${state.replace('-', ' ')}`, '', `As at ${longDate(asAt)}`, ''];
  for (const view of items) {
    const { reference, direction, title, approval, end } = view;
    lines.push(`${reference ?? `(draft ${direction})`}  ${title}`, `  To: ${namesOf(view)}`);
    const dates = [
      approval && `approved ${longDate(approval.on)}`,
      ...(view.issues.length ? [`issued: ${issuedOn(view)}`] : []),
      end && `${end.how} ${longDate(end.on)}`,
    ].filter(Boolean);
    lines.push(`  State: ${view.state.replace('-', ' ')}`, ...(dates.length ? [`  ${dates.join('; ')}`] : []));
    for (const remark of remarksOf(view)) lines.push(`  ${remark}`);
    if (view.gaps.length) lines.push(`  left open: ${view.gaps.map((gap) => gap.replaceAll('-', ' ')).join(', ')}`);
    lines.push('');
  }
  if (!items.length) lines.push('None.', '');
  return lines.join('\n');
}

const COLUMNS = [
  'REFERENCE',
  'TITLE',
  'TO',
  'STATE',
  'APPROVED',
  'ISSUED',
  'TIMEFRAMES',
  'REVIEW',
  'ENDED',
  'REMARKS',
  'LEFT OPEN',
] as const;

/** One line per direction. */
export const logCsv = ({ items }: DirectionLog): string =>
  csv(
    items.map((view) => [
      view.reference ?? '',
      view.title,
      namesOf(view),
      view.state,
      view.approval?.on ?? '',
      issuedOn(view),
      view.terms.timeframes?.words ?? '',
      view.review?.words ?? '',
      view.end?.on ?? '',
      remarksOf(view).join('; '),
      view.gaps.join(', '),
    ]),
    COLUMNS,
  );
