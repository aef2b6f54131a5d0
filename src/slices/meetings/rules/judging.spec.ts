import { describe, expect, it } from '@jest/globals';
import { named, seat, standing } from '../../../../test/support/a-room.js';
import { type Constitution } from '../../bodies/bodies.words.js';
import { mayStandIn, sittingOf } from './judging.js';

const sent = { allowed: 'full', who: 'any-from-organisation' } as const;
const roll = [
  seat('s-police', 'police', 'Police Scotland', { substitutes: [named('deputy'), named('second')] }),
  seat('s-health', 'health', 'NHS Borders'),
  seat('s-own', 'citizen', '', { organisation: undefined }),
  seat('s-vacant', null, 'Housing', { substitutes: [named('tenant')] }),
];
const under = (substitutes: Constitution['substitutes']) => ({ ...standing({ substitutes }), roll });
const [police, , citizen] = roll;

describe('somebody sent in place of a member', () => {
  const comes = (person: string, substitutes: Constitution['substitutes'], more: object = {}, of = police!) =>
    mayStandIn(under(substitutes), of, { person: named(person), ...more });

  it('sits nowhere where the constitution allows no substitutes, though they are named for the seat', () => {
    const refusal = comes('deputy', { allowed: 'none', who: 'named' });
    expect(refusal).toMatchObject({ code: 'substitute.not-allowed', detail: { source: 'Scheme of administration' } });
  });

  it('sits for one item where that is all the constitution allows, and says for which', () => {
    const one = { allowed: 'one-item', who: 'named' } as const;
    expect(comes('deputy', one)).toMatchObject({ code: 'substitute.item-needed', field: 'substituteFor.itemId' });
    expect(comes('deputy', one, { substituteFor: { person: named('police') } })).toMatchObject({ code: 'substitute.item-needed' });
    expect(comes('deputy', one, { substituteFor: { person: named('police'), itemId: 'lease' } })).toBeNull();
    expect(comes('deputy', { allowed: 'full', who: 'named' })).toBeNull();
  });

  it('is one of those named for the seat, where only they may sit', () => {
    expect(comes('second', { allowed: 'full', who: 'named' })).toBeNull();
    expect(comes('guest', { allowed: 'full', who: 'named' }, { organisation: 'Police Scotland' })).toMatchObject({
      code: 'substitute.not-named',
      detail: { seatId: 's-police', named: ['DEPUTY', 'SECOND'] },
    });
  });

  it('is of the member’s organisation where that may send anyone, however it is written', () => {
    expect(comes('guest', sent, { organisation: 'POLICE  Scotland' })).toBeNull();
    expect(comes('guest', sent, { organisation: 'NHS Borders' })).toMatchObject({
      code: 'substitute.other-organisation',
      field: 'organisation',
      detail: { seatId: 's-police', organisation: 'Police Scotland' },
    });
  });

  it('is taken for one of it where the record says no organisation of them, or of the seat', () => {
    expect(comes('guest', sent)).toBeNull();
    expect(comes('guest', sent, { organisation: 'NHS Borders' }, citizen)).toBeNull();
  });

  it('may be of another organisation where they are named for the seat', () =>
    expect(comes('deputy', sent, { organisation: 'NHS Borders' })).toBeNull());
});

describe('the seat somebody present counts for', () => {
  const sits = (person: string, more: object = {}, substitutes: Constitution['substitutes'] = sent) => {
    const sitting = sittingOf(under(substitutes), { person: named(person), ...more });
    return sitting && `${sitting.seat.seatId} as ${sitting.as}`;
  };
  const inPlaceOf = (member: string, more: object = {}) => ({ substituteFor: { person: named(member), ...more } });

  it('is the one recorded, where they hold it', () => expect(sits('police', { seatId: 's-police' })).toBe('s-police as member'));

  it('is the one they hold now, where another or none was recorded', () => {
    expect(sits('health')).toBe('s-health as member');
    expect(sits('health', { seatId: 's-police' })).toBe('s-health as member');
    expect(sits('health', { seatId: 's-gone' })).toBe('s-health as member');
  });

  it('is the first of several they hold, in the order of the roll', () => {
    const twice = { ...under(sent), roll: [...roll, seat('s-other', 'health', 'Housing')] };
    expect(sittingOf(twice, { person: named('health') })?.seat.seatId).toBe('s-health');
    expect(sittingOf(twice, { person: named('health'), seatId: 's-other' })?.seat.seatId).toBe('s-other');
  });

  it('is none for somebody who turns out to hold none', () => {
    expect(sits('guest')).toBeNull();
    expect(sits('guest', { seatId: 's-police' })).toBeNull();
    expect(sits('guest', { seatId: 's-gone', ...inPlaceOf('police') })).toBeNull();
  });

  it('is the member’s, for whoever sits in the member’s place and may', () => {
    expect(sits('guest', { seatId: 's-police', ...inPlaceOf('police') })).toBe('s-police as substitute');
    expect(sits('guest', { seatId: 's-police', organisation: 'Police Scotland', ...inPlaceOf('police') })).toBe('s-police as substitute');
    expect(sits('guest', { seatId: 's-police', organisation: 'NHS Borders', ...inPlaceOf('police') })).toBeNull();
    expect(sits('guest', { seatId: 's-police', ...inPlaceOf('police') }, { allowed: 'none', who: 'named' })).toBeNull();
    const one = { allowed: 'one-item', who: 'any-from-organisation' } as const;
    expect(sits('guest', { seatId: 's-police', ...inPlaceOf('police', { itemId: 'lease' }) }, one)).toBe('s-police as substitute');
    expect(sits('guest', { seatId: 's-police', ...inPlaceOf('police') }, one)).toBeNull();
  });

  it('is their own, where they may not sit in the place of another', () =>
    expect(sits('health', { seatId: 's-police', organisation: 'NHS Borders', ...inPlaceOf('police') })).toBe('s-health as member'));

  it('is not one that has fallen vacant: a substitute has nobody to stand in for', () =>
    expect(sits('tenant', { seatId: 's-vacant', ...inPlaceOf('landlord') })).toBeNull());

  it('is the member’s own, though the record has them in their own place', () =>
    expect(sits('police', { seatId: 's-police', ...inPlaceOf('police') })).toBe('s-police as member'));
});
