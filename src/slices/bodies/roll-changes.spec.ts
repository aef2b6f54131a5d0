import { describe, expect, it } from '@jest/globals';
import { aStanding, person } from '../../../test/support/a-meeting.js';
import { type Standing } from './constitution.js';
import { organisationSaid } from './organisation-said.js';
import { rollChanges } from './roll-changes.js';

const stands = aStanding({ kind: 'number', atLeast: 3 });
const [first, ...rest] = stands.roll;
const withFirst = (more: object): Standing => ({ ...stands, roll: [{ ...first!, ...more }, ...rest] });

describe('what changes in a roll', () => {
  it('is nothing where the record of the body is what the meeting stands under', () => expect(rollChanges(stands, stands)).toEqual([]));

  it('is said of seats, their holders, their votes, and offices', () => {
    expect(rollChanges(stands, withFirst({ holder: person('x') }))).toEqual([
      'a: held by Councillor X; the meeting has it held by Councillor A.',
    ]);
    expect(rollChanges(stands, withFirst({ holder: null, voting: false }))).toEqual([
      'a: vacant; the meeting has it held by Councillor A.',
      'a: does not vote.',
    ]);
    expect(rollChanges({ ...stands, roll: rest }, stands)).toEqual(['A seat more: a, held by Councillor A.']);
    expect(rollChanges(stands, { ...stands, roll: rest, offices: [] })).toEqual([
      'A seat less: a.',
      'Chair: nobody; the meeting has Councillor A.',
    ]);
  });

  it('is at least that the rules were put right', () =>
    expect(rollChanges(stands, aStanding({ kind: 'number', atLeast: 4 }))).toEqual(['The rules of the body for that day were put right.']));
});

describe('the organisation a sederunt names', () => {
  const seat = (organisation: string, name: string) => ({ ...first!, organisation, holder: { personId: 'x', name } });
  const [council, police] = [seat('Valley Council', 'Councillor A'), seat('Police', 'Chief Inspector B')];
  const mixed = { ...stands, roll: [council, police] };

  it('is that of the seat, unless the title of a councillor says it', () => {
    expect(organisationSaid(mixed, police)).toBe('Police');
    expect(organisationSaid(mixed, council)).toBeUndefined();
    expect(organisationSaid(mixed, seat('SESTRAN', 'Councillor C'))).toBe('SESTRAN');
  });

  it('is not said where all are of one', () => expect(organisationSaid({ ...stands, roll: [police] }, police)).toBeUndefined());
});
