import { longDate } from '../../../../kernel/dates.js';
import { type Occurrence } from '../../duty.state.js';
import { wrapped } from '../text-lines.js';
import { type DutyView } from './duty-view.js';

const WIDTH = 100;
const OCCURRENCE_STATUS_WORDS: Readonly<Record<Occurrence['state'], string>> = {
  fulfilled: 'fulfilled',
  late: 'fulfilled late',
  missed: 'MISSED',
  due: 'due',
};

export function dutiesText(duties: readonly DutyView[], asAt: string): string {
  if (!duties.length) return `No duties on ${longDate(asAt)}.\n`;
  const blocks = duties.map((duty) =>
    [
      ...wrapped(duty.title, WIDTH),
      ...wrapped(`${duty.what}: ${duty.schedule}`, WIDTH, '  '),
      ...wrapped(duty.source, WIDTH, '  '),
      ...duty.occurrences.flatMap((one) => wrapped(occurrenceLine(one), WIDTH, '  ')),
      ...(duty.endedOn === null ? [] : [`  Ended on ${longDate(duty.endedOn)}: ${duty.endReason ?? ''}`]),
      `  [${duty.dutyId}]`,
    ].join('\n'),
  );
  return `Duties as at ${longDate(asAt)}\n\n${blocks.join('\n\n')}\n`;
}

const occurrenceLine = ({ due, state, fulfilment }: Occurrence): string =>
  `${longDate(due)}: ${OCCURRENCE_STATUS_WORDS[state]}${fulfilment ? ` on ${longDate(fulfilment.on)}: ${fulfilment.words}` : ''}`;
