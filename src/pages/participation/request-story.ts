import { storyOf, type StoryEntry, told, type Told } from '../frame/steps/story.js';
import { when } from '../../kernel/words.js';
import { CONSIDERATIONS, type RequestFact, type RequestUpdate } from '../../slices/participation/participation.words.js';
import { type RequestStory } from '../../slices/participation/participation.queries.js';
import { publishedWords } from './request-words.js';

/** It names no person. */
function tell({ type, data }: RequestFact, nameOf: (authority: string) => string): Told {
  switch (type) {
    case 'ParticipationRequested':
      return told('Received', `From ${data.from.map(({ name }) => name).join(', ')}`);
    case 'RequestContactsNamed':
      return told('People behind it named');
    case 'MissingItemsNotified':
      return told('Notice of missing items given', ...data.items.map(({ what, of }) => (of === undefined ? what : `${what} of ${of}`)));
    case 'MissingItemsSupplied':
      return told('Items received');
    case 'ParticipationRequestValidated':
      return told('Acknowledged as valid', `Valid from ${when(data.validationDate)}`, `Decision due by ${when(data.decisionDue.latest)}`);
    case 'AdditionalAuthorityAsked':
      return told(`${data.name} asked to take part`, `Reply due by ${when(data.replyDue.latest)}`);
    case 'AdditionalAuthorityReplied':
      return told(
        `Reply of ${nameOf(data.authority)}`,
        data.participates ? 'It wishes to take part.' : 'It does not wish to take part.',
        data.reasons,
      );
    case 'LongerPeriodAgreed':
      return told('Longer period agreed', data.decisionDue.words);
    case 'ParticipationRequestDeclined':
      return told('Declined as a repeat', `Of ${data.earlier.title}, made on ${when(data.earlier.madeOn)}`, data.reasons);
    case 'ConsiderationRecorded':
      return told(`Considered: ${CONSIDERATIONS[data.consideration].section}`, data.words);
    case 'ParticipationRequestRefused':
      return told('Refused', data.reasons);
    case 'ParticipationRequestAgreed':
      return told(
        data.process.kind === 'proposed' ? 'Agreed to, and a process proposed' : 'Agreed to, in a process there is',
        data.process.operation,
        data.reasons,
      );
    case 'RepresentationsMade':
      return told('Representations made', data.words);
    case 'ProcessDetailsGiven':
      return told('Details of the process given', data.operation, data.regard);
    case 'ProcessEstablished':
      return told('Process established', data.steps);
    case 'ProcessModified':
      return told(
        `Modification ${data.modification}`,
        data.changes,
        `The body was consulted on ${when(data.consultedOn)}: ${data.consultation}`,
      );
    case 'ProcessCompleted':
      return told('Process complete');
    case 'ProcessReported':
      return told('Reported on', data.outcomes);
    case 'ParticipationPublished':
      return told(`Published: ${publishedWords(data.what).toLowerCase()}`, data.where);
    case 'ParticipationRequestWithdrawn':
      return told('Withdrawn', data.reason);
  }
}

export function storyOfRequest({ story, authorities }: RequestStory, dateOf: (instant: string) => string): readonly StoryEntry[] {
  const nameOf = (id: string): string => authorities.find(({ authority }) => authority === id)?.name ?? id;
  return storyOf(story as readonly RequestUpdate[], (update) => tell(update, nameOf), dateOf);
}
