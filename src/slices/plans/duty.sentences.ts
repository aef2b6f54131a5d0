import { because, longDate, quoted, type Told } from '../../kernel/sentences.js';
import { deadlineSaid } from '../../kernel/lines.js';
import { type DutyEvent } from './duty.events.js';
import { scheduleWords } from './duty.schedule.js';

export const dutyTold: Told<DutyEvent> = {
  DutyRecorded: ({ title, what, on, source, officers: names, schedule, next }) => ({
    sentence: `Duty recorded on ${longDate(on)}: ${title} (${source}); ${next.words}`,
    title: 'Recorded',
    lines: [
      `${what}: ${scheduleWords(schedule)}`,
      source,
      names.length > 0 && `Officers: ${names.join(', ')}`,
      `First due: ${deadlineSaid(next)}`,
    ],
  }),
  DutyFulfilled: ({ occurrence, on, words, link, report }) => ({
    sentence: `Fulfilled for ${longDate(occurrence)}${on > occurrence ? ', late,' : ''} on ${longDate(on)}: ${quoted(words)}`,
    title: `Fulfilled for ${longDate(occurrence)}`,
    lines: [words, link, report && `By report ${report}`],
  }),
  DutyChanged: ({ on, schedule, next, reason }) => ({
    sentence: `From ${longDate(on)} ${next.words}${because(reason)}`,
    title: 'Changed',
    lines: [`From now on ${scheduleWords(schedule)}`, `Next due: ${deadlineSaid(next)}`, reason],
  }),
  DutyEnded: ({ on, reason }) => ({ sentence: `Ended on ${longDate(on)}${because(reason)}`, title: 'Ended', lines: [reason] }),
};
