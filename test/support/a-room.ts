import { type Constitution, type PersonNamed, type RollSeat, type Standing } from '../../src/slices/bodies/constitution.js';

/** A partnership whose constitution lets organisations send substitutes: for specifications of the sederunt. */
export const named = (personId: string): PersonNamed => ({ personId, name: personId.toUpperCase() });

export const seat = (seatId: string, holder: string | null, organisation: string, more: Partial<RollSeat> = {}): RollSeat => ({
  seatId,
  label: `${organisation} seat`,
  organisation,
  voting: true,
  holder: holder === null ? null : named(holder),
  substitutes: [],
  ...more,
});

export const constitution = (more: Partial<Constitution> = {}): Constitution => ({
  versionId: 'v1',
  from: '2014-04-01',
  quorum: { kind: 'number', atLeast: 3 },
  voting: { majorityOf: 'votes-cast', castingVote: true, tie: 'not-carried', appointments: 'lot', seconder: false },
  presiding: { order: ['chair', 'vice-chair', 'voting-member-chosen'], substituteMayPreside: false },
  substitutes: { allowed: 'full', who: 'any-from-organisation' },
  notice: { clearDays: 3, countWeekends: true, countHolidays: true, source: '1973 Act Sch 7' },
  references: {},
  verbs: [],
  source: 'Scheme of administration',
  ...more,
});

/** `chair` and `vice` hold offices; `police` may send PC; two seats of the council; a non-voting adviser; a vacancy. */
export const standing = (more: Partial<Constitution> = {}, asOf = '2016-03-03'): Standing => ({
  bodyId: 'board',
  bodyName: 'The Board',
  timeZone: 'Europe/London',
  asOf,
  constitution: constitution(more),
  roll: [
    seat('s-chair', 'chair', 'Council'),
    seat('s-vice', 'vice', 'Council'),
    seat('s-police', 'police', 'Police Scotland', { substitutes: [named('deputy')] }),
    seat('s-health', 'health', 'NHS Borders'),
    seat('s-college', 'college', 'Borders College'),
    seat('s-adviser', 'adviser', 'Third Sector', { voting: false }),
    seat('s-vacant', null, 'Housing'),
  ],
  offices: [
    { office: 'chair', holder: named('chair') },
    { office: 'vice-chair', holder: named('vice') },
  ],
});
