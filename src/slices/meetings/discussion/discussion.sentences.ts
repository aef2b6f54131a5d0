import { type AnyTold, because, beginning, inHistory, quoted } from '../../../kernel/sentences.js';
import { yesOrNo } from '../../../kernel/lines.js';
import { capital } from '../../../kernel/words.js';
import { fromWhom } from '../document/hearing-in-words.js';
import { type AgreedToDo, type DiscussionEvent } from '../events/discussion.events.js';

/** `John Smith, the Trust`. */
const whose = ({ people = [], others = [] }: Partial<Pick<AgreedToDo, 'people' | 'others'>>): string =>
  [...people.map(({ name }) => name), ...others].join(', ');

export const discussionSentences: AnyTold<DiscussionEvent> = {
  ActionAgreed: ({ words, due, paragraphId, ...agreed }) =>
    beginning(
      `Action agreed in discussion for ${whose(agreed)}${due === undefined ? '' : `, due ${due}`}${paragraphId === null ? '' : `, at ${paragraphId}`}${words === undefined ? '' : `: ${quoted(words)}`}`,
      ...(words === undefined ? [] : [words]),
    ),
  HearingRecorded: ({ kind, subject, heard, words, why, answer, answeredBy, decisionId, ...from }) =>
    inHistory(
      `${capital(kind)} of ${fromWhom(from)} on ${subject}${heard ? '' : ', not heard'}${because(why)}`,
      words !== undefined && `What was said: ${words}`,
      answer !== undefined && `Answer${answeredBy ? ` of ${answeredBy.name}` : ''}: ${answer}`,
      decisionId !== undefined && `Resolved by decision ${decisionId}`,
    ),
  HearingCorrected: ({ hearingId, changes, reason }) => {
    const { kind, subject, heard, words, why, answer, answeredBy, ...from } = changes;
    return inHistory(
      `Hearing ${hearingId} corrected${because(reason)}`,
      kind !== undefined && `What it was: ${kind}`,
      fromWhom(from) !== '' && `From: ${fromWhom(from)}`,
      subject !== undefined && `On: ${subject}`,
      heard !== undefined && `Heard: ${yesOrNo(heard)}`,
      words !== undefined && `What was said: ${words}`,
      why !== undefined && `Why it was not heard: ${why}`,
      answer !== undefined && `Answer: ${answer}`,
      answeredBy && `Answered by: ${answeredBy.name}`,
    );
  },
  HearingResolved: ({ hearingId, decisionId }) => `Hearing ${hearingId} resolved by decision ${decisionId}`,
  AgreedActionCorrected: ({ actionId, changes, reason }) =>
    inHistory(
      `Agreed action ${actionId} corrected${because(reason)}`,
      changes.people && `Of the sederunt: ${whose({ people: changes.people }) || 'nobody'}`,
      changes.others && `Others: ${whose({ others: changes.others }) || 'nobody'}`,
      changes.words !== undefined && `What: ${changes.words}`,
      changes.due !== undefined && `By when: ${changes.due}`,
    ),
};
