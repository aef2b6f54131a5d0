import {
  CorrectElection,
  EndMembership,
  HoldElection,
  TakeElectionRound,
} from '../../../../src/slices/meetings/elections/elections.commands.js';
import { say, sayThen } from '../story.js';

const SITS = 'board/sits';

const nominee = (personId: string, more: object = {}) => ({
  nominee: { personId },
  movedBy: 'ann',
  secondedBy: 'bea',
  then: undefined,
  ...more,
});
const count = (personId: string, number: number | undefined) => ({ personId, count: number });
const nothing = {
  teller: undefined,
  spoilt: undefined,
  lot: undefined,
  elected: undefined,
  votes: undefined,
  declined: 0,
  absent: 0,
} as const;

const byName = {
  ...nothing,
  method: 'roll-call',
  counts: [count('xan', undefined), count('yve', undefined)],
  votes: [
    { personId: 'ann', nominees: ['yve'], option: undefined },
    { personId: 'bea', nominees: undefined, option: 'declined' },
  ],
  declined: undefined,
  absent: undefined,
} as const;

const byBallot = {
  ...nothing,
  method: 'ballot',
  counts: [count('xan', 1), count('yve', 1)],
  spoilt: 0,
  lot: { on: ['xan'] },
  elected: ['xan'],
  teller: {},
} as const;

/** An outside body with two nominees of three who stand, voted on by name. */
const outside = {
  to: { kind: 'outside-body', seatIds: undefined },
  places: 1,
  nominations: [nominee('xan', { then: 'consented' }), nominee('yve'), nominee('zoe', { then: 'declined' })],
  rounds: [byName],
} as const;

/** A treasurer between two, one vote at a time. */
const treasurer = {
  to: { kind: 'office', seatIds: undefined },
  places: 1,
  nominations: [nominee('xan'), nominee('yve')],
  rounds: undefined,
} as const;

/** Two associates of two who stand. */
const associates = {
  to: { kind: 'associate', seatIds: undefined },
  places: 2,
  nominations: [nominee('xan'), nominee('yve', { then: 'consented' })],
  rounds: undefined,
} as const;

/** A seat that somebody held until then. */
const aSeat = {
  to: { kind: 'seat', seatIds: ['seat-eve'] },
  places: 1,
  nominations: [nominee('xan')],
  rounds: undefined,
} as const;

export const elections = [
  say(HoldElection, SITS, { ...outside, afterParagraph: '1' }),
  sayThen(CorrectElection, SITS, ({ made }) => ({ ...outside, electionId: made(HoldElection) })),
  say(HoldElection, SITS, { ...outside, rounds: [byBallot], afterParagraph: undefined }),
  sayThen(CorrectElection, SITS, ({ made }) => ({ ...outside, rounds: [byBallot], electionId: made(HoldElection) })),
  say(HoldElection, SITS, { ...treasurer, afterParagraph: undefined }),
  sayThen(TakeElectionRound, SITS, ({ made }) => ({ ...byBallot, electionId: made(HoldElection), afterParagraph: '1' })),
  say(HoldElection, SITS, { ...treasurer, afterParagraph: undefined }),
  sayThen(TakeElectionRound, SITS, ({ made }) => ({ ...byName, electionId: made(HoldElection), afterParagraph: undefined })),
  say(HoldElection, SITS, { ...associates, afterParagraph: undefined }),
  sayThen(CorrectElection, SITS, ({ made }) => ({ ...associates, electionId: made(HoldElection) })),
  say(HoldElection, SITS, { ...aSeat, afterParagraph: undefined }),
  sayThen(CorrectElection, SITS, ({ made }) => ({ ...aSeat, electionId: made(HoldElection) })),
  say(EndMembership, SITS, { personId: 'xan', afterParagraph: undefined }),
  say(EndMembership, SITS, { personId: 'fay', afterParagraph: '1' }),
];
