import { describe, expect, it } from '@jest/globals';
import { named, standing } from '../../../../test/support/a-room.js';
import { type OfficeName, type Standing } from '../../bodies/bodies.words.js';
import { type Turn } from './meeting.state.js';
import { afterTurns, beforeTurns } from './turns.js';

const known = standing();
const seatTo = (seatId: string, holder: string | null): Turn => ({ after: 'e-1', seatId, holder: holder === null ? null : named(holder) });
const officeTo = (office: OfficeName, holder: string | null): Turn => ({
  after: 'e-1',
  office,
  holder: holder === null ? null : named(holder),
});
const holders = ({ roll }: Standing) => Object.fromEntries(roll.map(({ seatId, holder }) => [seatId, holder?.personId]));
const officers = ({ offices }: Standing) => offices.map(({ office, holder }) => `${office}: ${holder.personId}`);

describe('what changed hands in a meeting', () => {
  it('is the seats and offices as they were, but for those turned, each as it was turned last', () => {
    const turned = afterTurns(known, [seatTo('s-vacant', 'housing'), seatTo('s-police', 'x'), seatTo('s-police', 'deputy')]);
    expect(holders(turned)).toEqual({ ...holders(known), 's-vacant': 'housing', 's-police': 'deputy' });
    expect(officers(turned)).toEqual(['chair: chair', 'vice-chair: vice']);
    expect(officers(afterTurns(known, [officeTo('chair', 'health')]))).toEqual(['vice-chair: vice', 'chair: health']);
    expect(officers(afterTurns(known, [officeTo('chair', null)]))).toEqual(['vice-chair: vice']);
  });
});

describe('the standing of the day without what the meeting itself changed', () => {
  const now = (more: Partial<Standing>): Standing => ({ ...known, ...more });
  const seated = (seatId: string, holder: string) =>
    known.roll.map((seat) => (seat.seatId === seatId ? { ...seat, holder: named(holder) } : seat));

  it('has a seat as it was, where the record of the body has whom the meeting put there', () => {
    const turns = [seatTo('s-vacant', 'housing')];
    expect(holders(beforeTurns(now({ roll: seated('s-vacant', 'housing') }), known, turns))).toEqual(holders(known));
  });

  it('has a seat as the record of the body has it, where that is somebody else, or the meeting did not turn it', () => {
    const turns = [seatTo('s-vacant', 'housing')];
    expect(holders(beforeTurns(now({ roll: seated('s-vacant', 'other') }), known, turns))).toMatchObject({ 's-vacant': 'other' });
    expect(holders(beforeTurns(now({ roll: seated('s-police', 'deputy') }), known, turns))).toMatchObject({ 's-police': 'deputy' });
    const created = { ...known.roll[0]!, seatId: 's-new', holder: named('fresh') };
    expect(holders(beforeTurns(now({ roll: [...known.roll, created] }), known, [seatTo('s-new', 'fresh')]))).toMatchObject({
      's-new': 'fresh',
    });
  });

  it('has an office as it was, where the record of the body has whom the meeting put there, in the order of the body', () => {
    const turns = [officeTo('chair', 'health')];
    const recorded = now({ offices: [known.offices[1]!, { office: 'chair', holder: named('health') }] });
    expect(beforeTurns(recorded, known, turns)).toEqual(known);
  });

  it('has an office as the record of the body has it, where that is somebody else, or the meeting did not turn it', () => {
    const other = now({ offices: [{ office: 'chair', holder: named('police') }, known.offices[1]!] });
    expect(officers(beforeTurns(other, known, [officeTo('chair', 'health')]))).toEqual(['chair: police', 'vice-chair: vice']);
    const vice = now({ offices: [known.offices[0]!, { office: 'vice-chair', holder: named('police') }] });
    expect(officers(beforeTurns(vice, known, [officeTo('chair', 'health')]))).toEqual(['chair: chair', 'vice-chair: police']);
    expect(officers(beforeTurns(known, known, [seatTo('s-vacant', 'housing')]))).toEqual(officers(known));
  });

  it('has no office that nobody held before the meeting filled it, and one that the meeting left unfilled', () => {
    const none = { ...known, offices: [known.offices[0]!] };
    const filled = now({ offices: [known.offices[0]!, { office: 'vice-chair', holder: named('police') }] });
    expect(officers(beforeTurns(filled, none, [officeTo('vice-chair', 'police')]))).toEqual(['chair: chair']);
    const left = now({ offices: [known.offices[1]!] });
    expect(officers(beforeTurns(left, known, [officeTo('chair', null)]))).toEqual(['chair: chair', 'vice-chair: vice']);
  });

  it('has offices taken since after those it had, as they were taken', () => {
    const convener = { office: 'convener', holder: named('health') } as unknown as Standing['offices'][number];
    const recorded = now({ offices: [convener, { office: 'vice-chair', holder: named('police') }, known.offices[0]!] });
    expect(officers(beforeTurns(recorded, known, [officeTo('vice-chair', 'police')]))).toEqual([
      'chair: chair',
      'vice-chair: vice',
      'convener: health',
    ]);
  });
});
