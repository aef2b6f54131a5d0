import { describe, expect, it } from '@jest/globals';
import { aDivision, anItem, anOpenMeeting, person } from '../../../../test/support/a-meeting.js';
import { folded } from '../../../../test/support/decider-spec.js';
import { type BetweenRule } from '../../bodies/constitution.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { nextDivision } from './next-division.js';

const moved = (motionId: string, more: object = {}): MeetingStreamEvent[] => [
  { type: 'MotionMoved', v: 1, data: { motionId, sectionId: 's-1', text: motionId, movedBy: person('a'), ...more } },
  { type: 'MotionSeconded', v: 1, data: { motionId, secondedBy: person('b') } },
];
const THREE = [...moved('m'), ...moved('a', { amends: 'm' }), ...moved('b', { amends: 'm' })];
const NO_ACTION = moved('none', { amends: 'm', noAction: true });
const ORDER = {
  type: 'VotingOrderSettled',
  v: 1,
  data: { sectionId: 's-1', order: ['b', 'a', 'm'] },
} as const satisfies MeetingStreamEvent;

function next(rule: Partial<BetweenRule> | null, ...events: readonly MeetingStreamEvent[]) {
  const between: Partial<{ between: BetweenRule }> = rule ? { between: { method: 'all-at-once', source: 'SO', ...rule } } : {};
  const opened = anOpenMeeting().map((event): MeetingStreamEvent => {
    if (event.type !== 'MeetingOpened') return event;
    const { standing } = event.data;
    const { constitution } = standing;
    return {
      ...event,
      data: { standing: { ...standing, constitution: { ...constitution, voting: { ...constitution.voting, ...between } } } },
    };
  });
  const found = nextDivision(folded(meetingHistory, [...opened, anItem('1'), ...events]), 's-1');
  return [found.between.map(({ motionId }) => motionId).join(' '), found.asked];
}

describe('the next division on an item', () => {
  it('is between the motion and all amendments, where the standing orders say so or nobody has said', () => {
    expect(next({}, ...THREE)).toEqual(['m a b', true]);
    expect(next({}, ...THREE, ORDER)).toEqual(['m b a', true]);
    expect(next({}, ...THREE, { ...ORDER, data: { sectionId: 's-1', order: ['b', 'm'] } })).toEqual(['m b a', true]);
    expect(next(null, ...THREE)).toEqual(['m a b', false]);
    expect(next({ method: 'amendment-then-motion' }, ...THREE)).toEqual(['m a b', false]);
  });
  it('is between the motion, or what won in its place, and the next amendment, where the standing orders say so', () => {
    expect(next({ method: 'motion-against-each' }, ...THREE)).toEqual(['m a', true]);
    expect(next({ method: 'motion-against-each' }, ...THREE, ORDER)).toEqual(['m b', true]);
  });
  it('is between the amendments while there are several, where the standing orders say so', () => {
    expect(next({ method: 'amendments-first' }, ...THREE)).toEqual(['a b', true]);
    expect(next({ method: 'amendments-first' }, ...THREE.slice(0, 4))).toEqual(['m a', true]);
  });
  it('leaves out a proposal to take no action that is voted on before', () => {
    expect(next({ noActionFirst: true }, ...THREE, ...NO_ACTION)).toEqual(['m a b', true]);
    expect(next({}, ...THREE, ...NO_ACTION)).toEqual(['m a b none', true]);
  });
  it('goes on with what won in the place of the motion', () => {
    const won: MeetingStreamEvent = {
      type: 'DivisionTaken',
      v: 1,
      data: aDivision({
        proposals: [
          { proposalId: 'm', count: 1, outcome: 'lost' },
          { proposalId: 'b', count: 2, outcome: 'goes-on' },
        ],
        winner: 'b',
      }),
    };
    expect(next({ method: 'motion-against-each' }, ...THREE, won)).toEqual(['b a', true]);
    expect(next({ method: 'amendments-first' }, ...THREE, won)).toEqual(['b a', true]);
  });
  it('is of one motion of the item, that is moved or put, and supported', () => {
    const unseconded = moved('u', { amends: 'm' }).slice(0, 1);
    const elsewhere = [anItem('2'), ...moved('x', { sectionId: 's-2' }), ...moved('y', { sectionId: 's-2', amends: 'x' })];
    expect(next({}, ...THREE, ...unseconded, ...elsewhere)).toEqual(['m a b', true]);
    expect(next({}, ...elsewhere, ...THREE)).toEqual(['m a b', true]);
    expect(next({}, ...THREE, { type: 'MotionWithdrawn', v: 1, data: { motionId: 'a' } })).toEqual(['m b', true]);
    expect(next({}, ...THREE, { type: 'MotionPut', v: 1, data: { motionId: 'a' } })).toEqual(['m a b', true]);
    expect(next({}, ...moved('m'), ...moved('n'), ...moved('a', { amends: 'm' }), ...moved('c', { amends: 'n' }))).toEqual(['m a', true]);
  });
  it('is none where only a proposal to take no action stands beside the motion, which is voted on before', () =>
    expect(next({ noActionFirst: true }, ...moved('m'), ...NO_ACTION)).toEqual(['', false]));
  it('is none where there is no amendment', () => {
    expect(next({}, ...moved('m'))).toEqual(['', false]);
    expect(next({})).toEqual(['', false]);
  });
});
