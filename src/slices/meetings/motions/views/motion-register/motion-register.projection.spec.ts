import { describe, expect, it } from '@jest/globals';
import { aDivision, person } from '../../../../../../test/support/a-meeting.js';
import { recorded } from '../../../../../../test/support/decider-spec.js';
import { type Reducer } from '../../../../../kernel/projection.js';
import { type MotionEvent, type VoteTakenData } from '../../../events/motion.events.js';
import { type DivisionTakenData } from '../../../votes/division.events.js';
import { motionRegister, type MotionRegisterRow } from './motion-register.projection.js';

const vote: VoteTakenData = {
  voteId: 'v-1',
  motionId: 'm-1',
  sectionId: 's-1',
  method: 'roll-call',
  counts: { yes: 1, no: 1, abstain: 0, absent: 0, notVoting: 1, paired: 2 },
  votes: [
    { person: person('a'), option: 'yes', weight: 1, role: 'chair' },
    { person: person('b'), option: 'no', weight: 1, role: 'member' },
    { person: person('c'), option: 'not-voting', weight: 1, role: 'substitute' },
    { person: person('d'), option: 'paired', weight: 1, role: 'member', pairedWith: 'e' },
    { person: person('e'), option: 'paired', weight: 1, role: 'member', pairedWith: 'd' },
  ],
  entitled: ['a', 'b', 'c', 'd', 'e'].map(person),
  result: 'tied',
  decidedBy: 'tie-rule',
  quorate: true,
  constitutionVersion: 'v1',
};
const moved: MotionEvent = {
  type: 'MotionMoved',
  v: 1,
  data: { motionId: 'm-1', sectionId: 's-1', text: 'That it be so', movedBy: person('a') },
};

function row(...events: readonly MotionEvent[]): MotionRegisterRow | undefined {
  const rows = new Map<string, MotionRegisterRow | undefined>();
  [moved, ...events].forEach((event, index) => {
    const stored = recorded(event, index, 'meeting-board/2016-03-03') as never;
    const reducer = (motionRegister.on as Record<string, Reducer<MotionRegisterRow, never>>)[event.type];
    for (const key of [motionRegister.key(stored)].flat()) rows.set(key, reducer?.(rows.get(key), stored, key));
  });
  return rows.get('board/2016-03-03#m-1');
}

describe('a motion in the register', () => {
  it('stands where it is moved, seconded, put', () => {
    expect(row()).toMatchObject({ status: 'moved', meetingId: 'board/2016-03-03', bodyId: 'board', secondedBy: null });
    expect(
      row(
        { type: 'MotionSeconded', v: 1, data: { motionId: 'm-1', secondedBy: person('b') } },
        { type: 'MotionPut', v: 1, data: { motionId: 'm-1' } },
      ),
    ).toMatchObject({
      status: 'put',
      secondedBy: person('b'),
    });
    expect(row({ type: 'MotionFell', v: 1, data: { motionId: 'm-1', why: 'No seconder' } })).toMatchObject({
      status: 'fallen',
      reason: 'No seconder',
    });
  });

  it('has its vote as a Popolo vote event', () =>
    expect(row({ type: 'VoteTaken', v: 1, data: vote })?.voteEvent).toEqual({
      identifier: 'v-1',
      motion: { id: 'm-1', text: 'That it be so', creator: { id: 'a', name: 'Councillor A' }, result: 'tie' },
      organization_id: 'board',
      legislative_session_id: 'board/2016-03-03',
      start_date: '2016-03-03T14:00:00.000Z',
      result: 'tie',
      counts: [
        { option: 'yes', value: 1 },
        { option: 'no', value: 1 },
        { option: 'abstain', value: 0 },
        { option: 'absent', value: 0 },
        { option: 'not voting', value: 1 },
        { option: 'paired', value: 2 },
      ],
      votes: [
        { voter: { id: 'a', name: 'Councillor A' }, option: 'yes', role: 'chair', weight: 1 },
        { voter: { id: 'b', name: 'Councillor B' }, option: 'no', role: 'member', weight: 1 },
        { voter: { id: 'c', name: 'Councillor C' }, option: 'not voting', role: 'substitute', weight: 1 },
        { voter: { id: 'd', name: 'Councillor D' }, option: 'paired', role: 'member', weight: 1, pair: { id: 'e' } },
        { voter: { id: 'e', name: 'Councillor E' }, option: 'paired', role: 'member', weight: 1, pair: { id: 'd' } },
      ],
    }));

  it('is settled by what breaks the tie', () =>
    expect(
      row(
        { type: 'VoteTaken', v: 1, data: vote },
        {
          type: 'CastingVoteGiven',
          v: 1,
          data: { motionId: 'm-1', voteId: 'v-1', castingVote: { person: person('a'), option: 'yes' }, result: 'carried' },
        },
      ),
    ).toMatchObject({
      status: 'carried',
      vote: { decidedBy: 'casting-vote', castingVote: { option: 'yes' } },
      voteEvent: { result: 'pass' },
    }));

  it('keeps the vote as it stood before a correction, and who dissented', () =>
    expect(
      row(
        { type: 'VoteTaken', v: 1, data: vote },
        { type: 'VoteCorrected', v: 1, data: { voteId: 'v-1', vote: { ...vote, result: 'carried' }, reason: 'Miscounted' } },
        { type: 'DissentRecorded', v: 1, data: { person: person('b'), motionId: 'm-1' } },
      ),
    ).toMatchObject({ status: 'carried', corrections: [{ was: { result: 'tied' }, reason: 'Miscounted' }], dissents: [person('b')] }));
});

describe('a motion in a division between proposals, in the register,', () => {
  const division = aDivision({
    divisionId: 'v-2',
    proposals: [
      { proposalId: 'm-1', count: 1, outcome: 'lost' },
      { proposalId: 'a-1', count: 2, outcome: 'goes-on' },
      { proposalId: 'option', words: 'Neither', count: 0, outcome: 'lost' },
    ],
    votes: [
      { person: person('a'), option: 'for', proposalId: 'm-1', role: 'chair' },
      { person: person('b'), option: 'for', proposalId: 'a-1', role: 'member' },
      { person: person('c'), option: 'for', proposalId: 'a-1', role: 'member' },
      { person: person('d'), option: 'declined', role: 'member' },
      { person: person('e'), option: 'absent', role: 'member' },
    ],
    winner: 'a-1',
  });
  const taken: MotionEvent = { type: 'DivisionTaken', v: 1, data: division };
  const corrected = (proposals: DivisionTakenData['proposals'], more: Partial<DivisionTakenData> = {}): MotionEvent => ({
    type: 'DivisionCorrected',
    v: 1,
    data: { divisionId: 'v-2', division: { ...division, proposals, ...more }, reason: 'Misheard' },
  });

  it('is carried or not, and has it as a Popolo vote event in which a vote for another is against', () => {
    const found = row(taken);
    expect(found).toMatchObject({ status: 'not-carried', vote: null, division: { winner: 'a-1' } });
    expect(found?.voteEvent).toMatchObject({
      identifier: 'v-2',
      result: 'fail',
      counts: [
        { option: 'yes', value: 1 },
        { option: 'no', value: 2 },
        { option: 'absent', value: 1 },
        { option: 'not voting', value: 1 },
      ],
    });
    expect(found?.voteEvent?.votes.map(({ option }) => option)).toEqual(['yes', 'no', 'no', 'not voting', 'absent']);
  });

  it('may be voted on again where nothing was decided, and has no numbers where nobody counted', () => {
    const undecided = division.proposals.map((one) => ({ ...one, outcome: 'undecided' as const }));
    const { winner: _winner, ...open } = division;
    const data = (decidedBy: DivisionTakenData['decidedBy']): MotionEvent => ({
      type: 'DivisionTaken',
      v: 1,
      data: { ...open, proposals: undecided, decidedBy },
    });
    expect(row(data('tied'))).toMatchObject({ status: 'moved', voteEvent: { result: 'tie' } });
    expect(row(data('no-majority'))).toMatchObject({ status: 'moved', voteEvent: { result: 'fail' } });
    const declared = division.proposals.map(({ count: _count, ...one }) => one);
    expect(row({ type: 'DivisionTaken', v: 1, data: { ...division, proposals: declared, method: 'declared' } })?.voteEvent?.counts).toEqual(
      [],
    );
  });

  it('keeps the division as it stood before a correction, and stands as that finds it where it finds something else', () => {
    const turned = division.proposals.map((one) => ({
      ...one,
      outcome: one.proposalId === 'm-1' ? ('carried' as const) : ('lost' as const),
    }));
    expect(row(taken, corrected(turned, { winner: 'm-1' }))).toMatchObject({
      status: 'carried',
      corrections: [{ was: { winner: 'a-1' }, reason: 'Misheard' }],
    });
    const fell: MotionEvent = { type: 'MotionFell', v: 1, data: { motionId: 'm-1', why: 'x' } };
    expect(row(taken, fell, corrected(division.proposals))).toMatchObject({ status: 'fallen' });
    expect(row(taken, { type: 'DivisionTaken', v: 1, data: { ...division, divisionId: 'v-3' } }, corrected(turned))).toMatchObject({
      status: 'not-carried',
      division: { divisionId: 'v-3' },
      corrections: [],
    });
  });
});
