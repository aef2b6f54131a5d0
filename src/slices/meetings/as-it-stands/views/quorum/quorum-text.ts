import { longDate } from '../../../../../kernel/dates.js';
import { type QuorumTimeline } from './quorum-timeline.js';

/** The timeline as plain text, for a reader at a terminal. */
export function quorumText(timeline: QuorumTimeline): string {
  const lines = [`${timeline.title}, ${longDate(timeline.date)}`, ''];
  const groups = [
    ['Present', 'present'],
    ['Apologies', 'apologies'],
    ['In attendance', 'in-attendance'],
  ] as const;
  for (const [heading, as] of groups) {
    const people = timeline.people.filter((one) => one.as === as);
    if (people.length === 0) continue;
    lines.push(heading);
    for (const { name, organisation, substituteFor, voting, words } of people) {
      const stand = substituteFor ? `, for ${substituteFor.name}` : '';
      const vote = as === 'present' && !voting ? ', non-voting' : '';
      lines.push(`  ${name}${organisation === null ? '' : ` (${organisation})`}${stand}${vote}${words === '' ? '' : `: ${words}`}`);
    }
    lines.push('');
  }
  if (timeline.rule === null) lines.push('The meeting has not been opened.');
  else lines.push('Quorum');
  for (const { from, sum } of timeline.moments)
    lines.push(`  ${from}: ${QUORATE_WORDS[String(sum.quorate) as keyof typeof QUORATE_WORDS]}; ${sum.explanation}`);
  for (const { number, heading, withdrawn, quorate } of timeline.items) {
    if (withdrawn.length === 0) continue;
    lines.push(
      `  Item ${number}, ${heading}: ${withdrawn.join(', ')} withdrew; ${QUORATE_WORDS[String(quorate) as keyof typeof QUORATE_WORDS]}`,
    );
  }
  if (timeline.inquorateFrom) lines.push('', `Inquorate ${timeline.inquorateFrom.from}: ${timeline.inquorateFrom.words}`);
  for (const { at, kind, explanation } of timeline.disagreements)
    lines.push('', `Does not agree, ${at.from}: ${DISAGREES[kind]}; ${explanation}`);
  return `${lines.join('\n').trimEnd()}\n`;
}

const QUORATE_WORDS = { true: 'quorate', false: 'inquorate', null: 'not stated' } as const;

const DISAGREES = {
  'declared-lost-with-quorum': 'declared lost, though the sum is met',
  'declared-quorate-without': 'declared, though the sum is not met',
  'lost-undeclared': 'lost, and nobody declared it',
} as const;
