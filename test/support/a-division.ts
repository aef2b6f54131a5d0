import { type BetweenRule, type VotingRule } from '../../src/slices/bodies/constitution.js';
import { TakeDivision } from '../../src/slices/meetings/divisions/divisions.commands.js';
import { meetingHistory, type MeetingStreamEvent } from '../../src/slices/meetings/record/meeting.history.js';
import { anItem, anOpenMeeting, MEMBERS, person } from './a-meeting.js';
import { ask, type Circumstances, given } from './decider-spec.js';

/** A board that votes on a motion and its amendments, for the specifications of divisions and of what makes a vote void. */

export const MEETING = 'board/2016-03-03';
export const NO_FACTS = { facts: { decisions: [] } };
export const AGAIN = { ...NO_FACTS, commandId: '01900000-0000-7000-8000-00000000c0df' };

/** The board of five sits with its chair, under its own voting rule where one is given, with an item in hand. */
export const sitting = (rules: Partial<VotingRule> = {}, more: readonly MeetingStreamEvent[] = [], present: readonly string[] = MEMBERS) =>
  given(meetingHistory, [
    ...anOpenMeeting({ present }).map((event): MeetingStreamEvent => {
      if (event.type !== 'MeetingOpened') return event;
      const { standing } = event.data;
      const { constitution } = standing;
      const voting = { ...constitution.voting, ...rules };
      return { ...event, data: { standing: { ...standing, constitution: { ...constitution, voting } } } };
    }),
    anItem('1', { itemId: 'item-1' }),
    ...more,
  ]);

export const motion = (motionId: string, more: object = {}, by = 'a', second: string | null = 'b'): MeetingStreamEvent[] => [
  { type: 'MotionMoved', v: 1, data: { motionId, sectionId: 's-1', text: `That ${motionId} be so`, movedBy: person(by), ...more } },
  ...(second === null ? [] : [{ type: 'MotionSeconded', v: 1, data: { motionId, secondedBy: person(second) } } as const]),
];
export const amendment = (motionId: string, more: object = {}, by = 'c', second: string | null = 'd') =>
  motion(motionId, { amends: 'm', ...more }, by, second);
export const between = (method: BetweenRule['method'], more: Partial<BetweenRule> = {}): Partial<VotingRule> => ({
  between: { method, source: 'Standing Order 10', ...more },
});
export const PAIR = [...motion('m'), ...amendment('a')];
export const THREE = [...PAIR, ...amendment('b', {}, 'e', 'd')];

export const proposals = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([proposalId, count]) => ({ proposalId, count }));
export const hands = (counts: Readonly<Record<string, number>>, more: object = {}, circumstances: Circumstances = NO_FACTS) =>
  ask(TakeDivision, MEETING, { method: 'show-of-hands', proposals: proposals(counts), ...more }, circumstances);
