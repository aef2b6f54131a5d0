import { type Hearing } from '../events/discussion.events.js';
import { type Meeting } from '../record/meeting.state.js';
import { type MinuteHearing } from './minute-document.js';
import { sentence } from '../in-words/wording.js';

/** `Mrs E. Grant (Friends of the Park)`; the organisation alone where nobody is named. */
export const fromWhom = ({ person, name = person?.name, organisation }: Pick<Hearing, 'person' | 'name' | 'organisation'>): string =>
  name === undefined ? (organisation ?? '') : `${name}${organisation === undefined ? '' : ` (${organisation})`}`;

/** A question, a petition or a deputation as a minute tells it: from whom, on what, whether it was heard, what was said and answered. */
export const hearingEntry = ({ hearingId, sectionId: _sectionId, ...hearing }: Meeting['hearings'][number]): MinuteHearing => {
  const { kind, ...said } = hearing;
  return { kind: 'hearing', entryId: hearingId, about: kind, ...said, sentences: [told(hearing), ...wordsIn(hearing)] };
};

function told({ kind, heard, why, subject, words, ...from }: Hearing): string {
  const because = why === undefined ? '.' : `: ${sentence(why)}`;
  const who = fromWhom(from);
  switch (kind) {
    case 'question':
      if (!heard) return `A question of ${who} on ${subject} was not put${because}`;
      return `${who} asked a question on ${subject}${words === undefined ? '.' : `: ${sentence(words)}`}`;
    case 'petition':
      return `A petition of ${who} on ${subject} was ${heard ? 'presented and heard.' : `not heard${because}`}`;
    case 'deputation':
      return `A deputation of ${who} on ${subject} was ${heard ? 'heard.' : `not heard${because}`}`;
  }
}

/** What was said, where the first sentence does not say it, and what was answered. */
const wordsIn = ({ kind, heard, words, answer, answeredBy }: Hearing): readonly string[] => [
  ...(words === undefined || (kind === 'question' && heard) ? [] : [sentence(words)]),
  ...(answer === undefined ? [] : [`${answeredBy ? `${answeredBy.name} answered` : 'The answer was'}: ${sentence(answer)}`]),
];
