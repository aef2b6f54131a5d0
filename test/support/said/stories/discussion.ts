import { FollowAgreedAction } from '../../../../src/slices/actions/actions.commands.js';
import {
  AgreeAction,
  CorrectAgreedAction,
  CorrectHearing,
  RecordHearing,
  ResolveHearing,
} from '../../../../src/slices/meetings/discussion/discussion.commands.js';
import { TakeItem } from '../../../../src/slices/meetings/sederunt/sederunt.commands.js';
import { StrikeEntry } from '../../../../src/slices/meetings/minutes/minutes.commands.js';
import { say, sayThen, sayOf, type SoFar } from '../story.js';

const SITS = 'board/sits';
const agreed = ({ made }: SoFar): string => made(AgreeAction);
const followed = sayOf(FollowAgreedAction, (soFar) => `board/${agreed(soFar)}`, { meetingId: SITS });

const who = { kind: 'question' } as const;
const unanswered = { answer: undefined, answeredBy: undefined } as const;

/** An action agreed in discussion, and who was heard. The policy that has the action raised stands still while stories are told. */
export const discussion = [
  say(AgreeAction, SITS, { people: ['ann', 'bea'], paragraph: '1' }),
  followed,
  sayThen(CorrectAgreedAction, SITS, (soFar) => ({ actionId: agreed(soFar), people: ['bea'] })),
  followed,
  sayThen(StrikeEntry, SITS, (soFar) => ({ entryId: agreed(soFar) })),
  followed,
  say(RecordHearing, SITS, {
    ...who,
    personId: 'ann',
    name: undefined,
    heard: true,
    why: undefined,
    answeredBy: 'bea',
    decisionId: 'remitted',
    afterParagraph: '1',
  }),
  say(RecordHearing, SITS, { ...who, personId: undefined, heard: false, ...unanswered, decisionId: undefined, afterParagraph: undefined }),
  sayThen(CorrectHearing, SITS, ({ made }) => ({
    kind: 'petition' as const,
    hearingId: made(RecordHearing),
    personId: undefined,
    heard: undefined,
    ...unanswered,
  })),
  sayThen(CorrectHearing, SITS, ({ made }) => ({
    kind: 'deputation' as const,
    hearingId: made(RecordHearing),
    personId: 'bea',
    name: undefined,
    heard: true,
    why: undefined,
    answeredBy: 'ann',
  })),
  sayThen(ResolveHearing, SITS, ({ made }) => ({ hearingId: made(RecordHearing), decisionId: 'divided' })),
  say(TakeItem, SITS, { beforeItems: true, itemId: undefined, number: undefined }),
];
