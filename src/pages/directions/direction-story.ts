import { storyOf, type StoryEntry, told, type Told } from '../frame/steps/story.js';
import { when } from '../../kernel/words.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DirectionTerms } from '../../slices/directions/direction.events.js';
import { type DirectionFact, type DirectionUpdate, andNames, type DirectionStory } from '../../slices/directions/directions.words.js';

const BOXES: Readonly<Record<keyof DirectionTerms | 'exempt', string>> = {
  title: 'title',
  recipients: 'recipients',
  split: 'how they are directed',
  functions: 'functions',
  text: 'full text',
  timeframes: 'timeframes',
  reports: 'links to reports',
  finance: 'budget',
  outcomes: 'outcomes',
  review: 'review',
  relation: 'earlier direction',
  manner: 'manner',
  information: 'information',
  form: 'wording of the form',
  exempt: 'whether it was decided in private',
};
const boxesIn = (changes: object): string =>
  Object.keys(changes)
    .map((box) => BOXES[box as keyof typeof BOXES])
    .join(', ');

const nextReview = (next: Deadline | undefined): string | undefined => next && `Reviewed next: ${next.words || when(next.latest)}`;

function tell({ type, data }: DirectionFact, nameOf: (recipient: string) => string): Told {
  switch (type) {
    case 'DirectionDrafted':
      return told('Drafted');
    case 'DirectionDraftAmended':
      return told(
        'Draft changed',
        Object.keys(data.changes).length > 0 && `Changed: ${boxesIn(data.changes)}`,
        data.without.length > 0 && `Taken out: ${data.without.map((box) => BOXES[box]).join(', ')}`,
      );
    case 'DirectionDraftWithdrawn':
      return told('Draft withdrawn', data.reason);
    case 'DirectionApproved': {
      const part = data.part === undefined ? '' : `(${data.part})`;
      return told('Approved', `Reference ${data.reference}`, `Paragraph ${data.paragraph}${part}. ${data.standing}`);
    }
    case 'DirectionIssued': {
      const { to, by, acknowledge } = data;
      return told(
        'Issued',
        `To ${andNames(to.map(({ name }) => name))}, by ${by}`,
        acknowledge.words !== '' && `To be acknowledged ${acknowledge.words}`,
      );
    }
    case 'DirectionAcknowledged':
      return told(`Acknowledged by ${nameOf(data.recipient)}`, data.by, data.words);
    case 'DirectionReported':
      return told(
        `Report of ${nameOf(data.recipient)}`,
        data.words,
        data.measures && `Performance measures: ${data.measures}`,
        data.timeframeMet && 'What was to be done within its timeframes has been done.',
      );
    case 'DirectionCompleted':
      return told('Complete', data.words);
    case 'DirectionReplaced':
      return told({ superseded: 'Superseded', revised: 'Revised', revoked: 'Revoked' }[data.how], `By ${data.byReference}`);
    case 'DirectionRevoked':
      return told('Revoked', data.reason);
    case 'DirectionReviewed':
      return told('Reviewed', data.words, nextReview(data.next));
    case 'DirectionCorrected':
      return told('Corrected', `Corrected: ${boxesIn(data.changes)}`, data.reason);
  }
}

export function storyOfDirection({ story, terms }: DirectionStory, dateOf: (instant: string) => string): readonly StoryEntry[] {
  const nameOf = (recipient: string): string => terms.recipients.find((one) => one.recipient === recipient)?.name ?? recipient;
  return storyOf(story as readonly DirectionUpdate[], (update) => tell(update, nameOf), dateOf);
}
