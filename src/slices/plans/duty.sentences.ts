import { because, longDate, quoted, type Told } from '../../kernel/sentences.js';
import { type DutyEvent } from './duty.events.js';
import { scheduleWords } from './duty.schedule.js';

export const dutyTold: Told<DutyEvent> = {
  DutyRecorded: ({ title, what, source, schedule, next }) => ({
    sentence: `Duty recorded: ${title} (${source}); ${next.words}`,
    title: 'Recorded',
    lines: [`${what}: ${scheduleWords(schedule)}`, source],
  }),
  DutyFulfilled: ({ occurrence, on, words, link }) => ({
    sentence: `Fulfilled for ${longDate(occurrence)}${on > occurrence ? `, late, on ${longDate(on)}` : ''}: ${quoted(words)}`,
    title: `Fulfilled for ${longDate(occurrence)}`,
    lines: [words, link],
  }),
  DutyChanged: ({ schedule, next, reason }) => ({
    sentence: `Now ${next.words}${because(reason)}`,
    title: 'Changed',
    lines: [`From now on ${scheduleWords(schedule)}`, reason],
  }),
  DutyEnded: ({ on, reason }) => ({ sentence: `Ended on ${longDate(on)}${because(reason)}`, title: 'Ended', lines: [reason] }),
};
