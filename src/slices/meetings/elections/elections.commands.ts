import { type CommandFor, defineCommand, type NoFacts } from '../../../kernel/command.js';
import { meetingScope } from '../record/meeting.scope.js';
import { CorrectElectionDto, EndMembershipDto, HoldElectionDto, TakeElectionRoundDto } from './election.payloads.js';

const AT_MEETING = { scope: meetingScope, right: 'motions.record', creates: false } as const;
const NOMINATED = {
  to: { kind: 'office', name: 'Chair' },
  nominations: [
    { nominee: { personId: 'j-brown', name: 'Councillor J. Brown' }, movedBy: 's-bell', secondedBy: 'c-bhatia' },
    { nominee: { personId: 'd-parker', name: 'Councillor D. Parker' }, movedBy: 'm-cook', secondedBy: 'd-parker' },
  ],
} as const;

export const HoldElection = defineCommand({
  ...AT_MEETING,
  type: 'HoldElection',
  dto: HoldElectionDto,
  summary:
    'Records an election or appointment: to an office, to seats, to an outside body, of associates. Where no more stand than there are places they are declared elected; else the votes say who is.',
  example: {
    to: { kind: 'office', name: 'Chair' },
    nominations: [...NOMINATED.nominations],
    rounds: [
      {
        method: 'show-of-hands',
        counts: [
          { personId: 'j-brown', count: 5 },
          { personId: 'd-parker', count: 3 },
        ],
      },
    ],
  },
});

export const TakeElectionRound = defineCommand({
  ...AT_MEETING,
  type: 'TakeElectionRound',
  dto: TakeElectionRoundDto,
  summary: 'Records one vote of an election that is still open, between those who are left.',
  example: {
    electionId: 'e-7k3q9d2x',
    method: 'ballot',
    counts: [
      { personId: 'j-brown', count: 4 },
      { personId: 'd-parker', count: 3 },
    ],
    teller: { personId: 'j-wilkinson', name: 'J. J. Wilkinson' },
    spoilt: 1,
  },
});

export const CorrectElection = defineCommand({
  ...AT_MEETING,
  type: 'CorrectElection',
  dto: CorrectElectionDto,
  summary: 'Corrects a slip in an election as recorded, judged again as the room was then; both stay in the history.',
  example: {
    electionId: 'e-7k3q9d2x',
    to: { kind: 'office', name: 'Chair' },
    nominations: [NOMINATED.nominations[0]],
    reason: 'Councillor Parker had declined',
  },
});

export const EndMembership = defineCommand({
  ...AT_MEETING,
  type: 'EndMembership',
  dto: EndMembershipDto,
  summary: 'Records that somebody is a member no more, from that place in the meeting on.',
  example: { personId: 's-bell', reason: 'Resigned' },
});

export const electionsCommands = [HoldElection, TakeElectionRound, CorrectElection, EndMembership] as const;
export type ElectionCommand = CommandFor<
  typeof HoldElection | typeof TakeElectionRound | typeof CorrectElection | typeof EndMembership,
  NoFacts
>;
