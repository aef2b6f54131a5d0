import { describe, expect, it } from '@jest/globals';
import { folded } from '../../../test/support/decider-spec.js';
import { AdoptConstitution } from './bodies.commands.js';
import { type BodyEvent } from './body.events.js';
import {
  constitutionOn,
  countsOn,
  holdingOn,
  officesOn,
  parentsDuring,
  placementOn,
  rollOn,
  standingOn,
  vacanciesOn,
  votesOn,
} from './body.standing.js';
import { bodyHistory } from './body.state.js';
import { type Constitution } from './constitution.js';
import { READY } from './minute-style.js';

const bodyId = 'joint-board';
const from = '2016-04-01';
const constitution = (day: string): BodyEvent => ({
  type: 'ConstitutionAdopted',
  v: 1,
  data: { bodyId, constitution: { ...(AdoptConstitution.spec.example as Constitution), versionId: day, from: day } },
});
const seat = (seatId: string, voting: boolean): BodyEvent => ({
  type: 'SeatCreated',
  v: 1,
  data: { bodyId, seatId, label: seatId, voting, from },
});
const person = (personId: string) => ({ personId, name: personId });

const events: readonly BodyEvent[] = [
  { type: 'BodyEstablished', v: 1, data: { bodyId, name: 'Joint Board', kind: 'joint-board', timeZone: 'Europe/London' } },
  constitution('2026-09-01'),
  constitution('2016-04-01'),
  seat('councillor', true),
  seat('carer', false),
  { type: 'SeatVotingChanged', v: 1, data: { bodyId, seatId: 'carer', voting: true, from: '2026-09-01', reason: 'SSI 2025/405' } },
  { type: 'SeatFilled', v: 1, data: { bodyId, seatId: 'councillor', holder: person('ana'), from, termEnds: '2019-03-31' } },
  { type: 'SeatFilled', v: 1, data: { bodyId, seatId: 'councillor', holder: person('ana'), from: '2019-04-01' } },
  { type: 'SeatVacated', v: 1, data: { bodyId, seatId: 'councillor', holder: person('ana'), lastDay: '2020-01-31' } },
  { type: 'SubstituteNamed', v: 1, data: { bodyId, seatId: 'councillor', substitute: person('ben'), from, until: '2016-12-31' } },
  { type: 'OfficeTaken', v: 2, data: { bodyId, office: 'chair', holder: person('ana'), from } },
  { type: 'OfficeLeft', v: 2, data: { bodyId, office: 'chair', holder: person('ana'), lastDay: '2018-12-31' } },
  { type: 'BodyPlacedUnder', v: 1, data: { bodyId, parentId: 'council', from: '2017-01-01', delegated: ['Care'] } },
  { type: 'BodyPlacedUnder', v: 1, data: { bodyId, parentId: 'ministers', from: '2018-01-01', delegated: [] } },
];
const body = folded(bodyHistory, events, bodyId);
const holder = (date: string) => rollOn(body, date).find(({ seatId }) => seatId === 'councillor')?.holder?.personId ?? null;

describe('a body on a day', () => {
  it('stands under the rules of that day: those of 31 August, and those of 1 September', () => {
    expect(constitutionOn(body, '2026-08-31')?.versionId).toBe('2016-04-01');
    expect(constitutionOn(body, '2026-09-01')?.versionId).toBe('2026-09-01');
    expect(countsOn(body, '2026-08-31')).toEqual({ seats: 2, voting: 1, filled: 0, vacant: 2 });
    expect(countsOn(body, '2026-09-01')).toEqual({ seats: 2, voting: 2, filled: 0, vacant: 2 });
  });

  it('has no standing before a constitution applies, and no roll before it has seats', () => {
    expect(standingOn(body, '2016-03-31')).toBeNull();
    expect(rollOn(body, '2016-03-31')).toEqual([]);
    expect(standingOn(body, '2016-04-01')).toMatchObject({
      bodyId,
      bodyName: 'Joint Board',
      timeZone: 'Europe/London',
      asOf: '2016-04-01',
    });
    expect(standingOn(bodyHistory.initial, '2016-04-01')).toBeNull();
  });

  it('has whoever holds a seat to the last day, and a vacancy the day after', () => {
    expect([
      holder('2016-03-31'),
      holder('2016-04-01'),
      holder('2019-03-31'),
      holder('2019-04-01'),
      holder('2020-01-31'),
      holder('2020-02-01'),
    ]).toEqual([null, 'ana', 'ana', 'ana', 'ana', null]);
    expect(vacanciesOn(body, '2020-01-31').map(({ seatId }) => seatId)).toEqual(['carer']);
  });

  it('has no standing from the day on which it was dissolved', () => {
    const dissolved: BodyEvent = {
      type: 'BodyDissolved',
      v: 1,
      data: { bodyId, on: '2026-02-01', reason: 'Its work passed on', source: 'Minute', clocks: [] },
    };
    const ended = folded(bodyHistory, [...events, dissolved], bodyId);
    expect(standingOn(ended, '2026-01-31')).toMatchObject({ asOf: '2026-01-31' });
    expect(standingOn(ended, '2026-02-01')).toBeNull();
    expect(standingOn(ended, '2026-02-02')).toBeNull();
    expect(standingOn(folded(bodyHistory, events.slice(1), bodyId), '2016-04-01')).toBeNull();
  });

  it('names to a meeting who holds its chair, and nobody of an office in words of its own', () => {
    const clerk: BodyEvent = { type: 'OfficeTaken', v: 2, data: { bodyId, office: 'Treasurer', holder: person('tom'), from } };
    const standing = standingOn(folded(bodyHistory, [...events, clerk], bodyId), '2016-04-01');
    expect(standing?.offices).toEqual([{ office: 'chair', holder: person('ana') }]);
  });

  it('has of two who share the day on which one succeeded the other the later, in a seat and in an office', () => {
    const succeeded: readonly BodyEvent[] = [
      ...events.slice(0, 6),
      { type: 'SeatFilled', v: 1, data: { bodyId, seatId: 'councillor', holder: person('ana'), from } },
      { type: 'SeatVacated', v: 1, data: { bodyId, seatId: 'councillor', holder: person('ana'), lastDay: '2018-05-05' } },
      { type: 'SeatFilled', v: 1, data: { bodyId, seatId: 'councillor', holder: person('ben'), from: '2018-05-05' } },
      ...(['chair', 'clerk', 'vice-chair'] as const).map((office): BodyEvent => ({
        type: 'OfficeTaken',
        v: 2,
        data: { bodyId, office, holder: person(`old-${office}`), from },
      })),
      { type: 'OfficeLeft', v: 2, data: { bodyId, office: 'chair', holder: person('old-chair'), lastDay: '2018-05-05' } },
      { type: 'OfficeTaken', v: 2, data: { bodyId, office: 'chair', holder: person('new-chair'), from: '2018-05-05' } },
    ];
    const both = folded(bodyHistory, succeeded, bodyId);
    expect(rollOn(both, '2018-05-05')[0]?.holder).toEqual(person('ben'));
    expect(rollOn(both, '2018-05-04')[0]?.holder).toEqual(person('ana'));
    expect(officesOn(both, '2018-05-05').map((one) => one.holder.personId)).toEqual(['old-clerk', 'old-vice-chair', 'new-chair']);
  });

  it('has a seat with its organisation where it belongs to one, and nobody in it once it has ended', () => {
    const police: readonly BodyEvent[] = [
      {
        type: 'SeatCreated',
        v: 1,
        data: { bodyId, seatId: 'police', label: 'Police', organisation: 'Police Scotland', voting: true, from },
      },
      { type: 'SeatFilled', v: 1, data: { bodyId, seatId: 'police', holder: person('pat'), from } },
      { type: 'SeatEnded', v: 1, data: { bodyId, seatId: 'police', lastDay: '2017-03-31', reason: 'Reduced' } },
    ];
    const held = folded(bodyHistory, [...events, ...police], bodyId);
    expect(rollOn(held, '2017-03-31').map(({ seatId, organisation }) => [seatId, organisation])).toEqual([
      ['councillor', undefined],
      ['carer', undefined],
      ['police', 'Police Scotland'],
    ]);
    expect(rollOn(held, '2017-03-31')[0]).not.toHaveProperty('organisation');
    expect(countsOn(held, '2017-03-31')).toEqual({ seats: 3, voting: 2, filled: 2, vacant: 1 });
    const seat = held.seats.find(({ seatId }) => seatId === 'police')!;
    expect([holdingOn(seat, '2017-03-31')?.holder.personId, holdingOn(seat, '2017-04-01')]).toEqual(['pat', null]);
    expect([votesOn(seat, from), votesOn(seat, '2016-03-31')]).toEqual([true, false]);
  });

  it('has the look of its minutes from the day on which it was chosen', () => {
    const chosen: BodyEvent = { type: 'MinuteStyleChosen', v: 1, data: { bodyId, from: '2017-01-01', style: READY['community-council'] } };
    const styled = folded(bodyHistory, [...events, chosen], bodyId);
    expect(standingOn(styled, '2017-01-01')?.minuteStyle).toEqual(READY['community-council']);
    expect(standingOn(styled, '2016-12-31')).not.toHaveProperty('minuteStyle');
  });

  it('has a seat vacant when a term has run out and nobody filled it again', () => {
    const lapsed = folded(bodyHistory, events.slice(0, 7), bodyId);
    expect(rollOn(lapsed, '2019-03-31')[0]?.holder?.personId).toBe('ana');
    expect(rollOn(lapsed, '2019-04-01')[0]?.holder).toBeNull();
  });

  it('has the substitutes and the offices of that day', () => {
    expect(rollOn(body, '2016-12-31')[0]?.substitutes).toEqual([person('ben')]);
    expect(rollOn(body, '2017-01-01')[0]?.substitutes).toEqual([]);
    expect(officesOn(body, '2018-12-31')).toEqual([{ office: 'chair', holder: person('ana') }]);
    expect(officesOn(body, '2019-01-01')).toEqual([]);
  });

  it('reports to the parent of that day', () => {
    expect(placementOn(body, '2016-12-31')).toBeNull();
    expect(placementOn(body, '2017-12-31')).toMatchObject({ parentId: 'council', delegated: ['Care'] });
    expect(placementOn(body, '2018-01-01')?.parentId).toBe('ministers');
    expect(parentsDuring(body, { from: '2017-06-01', lastDay: '2018-06-01' })).toEqual([
      { parentId: 'council', from: '2017-06-01', lastDay: '2017-12-31' },
      { parentId: 'ministers', from: '2018-01-01', lastDay: '2018-06-01' },
    ]);
    expect(parentsDuring(body, { from: '2016-06-01', lastDay: '2017-12-31' })).toEqual([
      { parentId: 'council', from: '2017-01-01', lastDay: '2017-12-31' },
    ]);
    expect(parentsDuring(body, { from: '2019-01-01' })).toEqual([{ parentId: 'ministers', from: '2019-01-01' }]);
  });
});
