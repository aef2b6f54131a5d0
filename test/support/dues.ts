import { type Deadline } from '../../src/kernel/deadline.js';
import { dueShown as shown, type DueShown } from '../../src/across/due/views/due-calendar/due-view.js';
import { UNDATED } from '../../src/slices/meetings/meetings.tables.js';
import { mailOf as written, type Told } from '../../src/across/reminders/mail.js';
export { dueCsv, dueText } from '../../src/across/due/views/due-calendar/due-text.js';
export { dueIcs } from '../../src/across/due/views/due-calendar/due-ics.js';

/** A deadline of an action as the calendar shows it on a day. */
export const dueShown = (deadline: Deadline, asAt: string): DueShown =>
  shown(
    {
      ...{ dueId: 'action:board/a#due', kind: 'action', recordId: 'board/a', bodyId: 'board', clock: 'due', title: 'Roads', what: 'mend' },
      ...{ sort: 'deadline', words: deadline.words, earliest: null, latest: deadline.latest ?? null, deadline, saidOn: asAt },
      ...{
        organisation: null,
        officers: ['Ann Aird'],
        officerLines: '',
        organisationKey: null,
        number: null,
        orderKey: '',
        exempt: false,
        audience: 'public',
        standing: 'live',
        lapsesAfter: null,
        endedOn: null,
      },
      ...{ sequence: 0, changedAt: '2025-01-01T00:00:00.000Z', recurs: false },
      ...UNDATED,
    },
    asAt,
  );

/** The mail that reminds of it. */
export const mailOf = (due: DueShown): string => {
  const reminder = { sort: 'due-soon', date: due.deadline.latest ?? null } as Told['reminder'];
  return written('Ann Aird', [{ reminder, due }], due.days[0] ?? '', 'http://127.0.0.1', 'http://127.0.0.1/stop').text;
};
