import { describe, expect, it } from '@jest/globals';
import { folded } from '../../../test/support/decider-spec.js';
import { AdoptConstitution } from './bodies.commands.js';
import { type BodyEvent } from './body.events.js';
import { constitutionOn, countsOn, officesOn, parentsDuring, placementOn, rollOn, standingOn, vacanciesOn } from './body.standing.js';
import { bodyHistory } from './body.state.js';
import { type Constitution } from './constitution.js';

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
  });
});
