import { csv } from '../../../../http/csv.js';
import { longDate } from '../../../../kernel/dates.js';
import { type ListedRequest, type PublicRequest } from './request-view.js';

type Shown = ListedRequest | PublicRequest;

const isWhole = (one: Shown): one is ListedRequest => 'state' in one;
const stateIn = (one: Shown): string => (isWhole(one) ? one.state : one.decision?.kind === 'refused' ? 'refused' : 'agreed');

const COLUMNS = ['request', 'title', 'from', 'service', 'outcome', 'state', 'received', 'valid', 'decision due', 'decided', 'days late'];

/** One line per request. */
export const registerCsv = (items: readonly Shown[]): string =>
  csv(
    items.map((one) => [
      one.requestId,
      one.title,
      one.from.map(({ name }) => name).join('; '),
      one.service ?? '',
      one.outcome ?? '',
      stateIn(one),
      ...(isWhole(one)
        ? [one.receivedOn, one.validationDate ?? '', one.decisionDueOn ?? '', one.decidedOn ?? '', one.daysLate]
        : ['', '', '', one.decision?.on ?? '', '']),
    ]),
    COLUMNS,
  );

export const registerText = (items: readonly Shown[]): string =>
  items.length ? `${items.map(lineOf).join('\n\n')}\n` : 'No participation requests.\n';

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

const lineOf = (one: Shown): string =>
  [
    `${one.requestId}  ${one.title}`,
    `  from: ${one.from.map(({ name }) => name).join(', ')}`,
    `  state: ${stateIn(one).replaceAll('-', ' ')}${isWhole(one) && one.late ? `, ${days(one.daysLate)} late` : ''}`,
    ...(isWhole(one)
      ? one.clocks.map(
          ({ what, deadline, standing, daysLate }) =>
            `  ${what}: ${deadline.latest === undefined ? 'undated' : longDate(deadline.latest)} (${standing}${daysLate ? `, ${days(daysLate)} late` : ''})`,
        )
      : []),
  ].join('\n');
