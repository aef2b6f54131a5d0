import { describe, expect, it } from '@jest/globals';
import {
  aDecision,
  aDivision,
  anElection,
  anItem,
  anOpenMeeting,
  aParagraph,
  aStanding,
  aVote,
  person,
} from '../../../../test/support/a-meeting.js';
import { ask, folded, given } from '../../../../test/support/decider-spec.js';
import { meetingDecider } from '../meeting.decider.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { type DivisionTakenData } from '../votes/division.events.js';
import { impossibleVotes } from './impossible-votes.js';
import { CorrectAttendance, JudgeRollAnew, LeaveMeeting, RecordAttendance } from './sederunt.commands.js';

const ID = 'board/2016-03-03';
/** Paragraphs 1, 2 and 3 in one item. */
const held = [...anOpenMeeting(), anItem('1'), aParagraph('s-1', '1', null), aParagraph('s-1', '2', 'p-1'), aParagraph('s-1', '3', 'p-2')];
const on = (...events: readonly MeetingStreamEvent[]) => given(meetingHistory, [...held, ...events]);
const moved = (after: string | null, more: object = {}): MeetingStreamEvent => ({
  type: 'MotionMoved',
  v: 1,
  data: { motionId: 'm-1', sectionId: 's-1', text: 'That', movedBy: person('d'), after, ...more },
});
const seconded = (after: string | null): MeetingStreamEvent => ({
  type: 'MotionSeconded',
  v: 1,
  data: { motionId: 'm-1', secondedBy: person('e'), after },
});
const left = (id: string, after: string): MeetingStreamEvent => ({ type: 'MemberLeft', v: 1, data: { person: person(id), after } });
const correct = (personId: string, kind: 'arrived' | 'left' | 'not-present' | 'did-not-leave', afterParagraph?: string) =>
  ask(CorrectAttendance, ID, { personId, kind, reason: 'Misread', ...(afterParagraph !== undefined && { afterParagraph }) });
const NOBODY = { yes: 0, no: 0, abstain: 0, absent: 0, notVoting: 0, paired: 0 };
const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

describe('whoever moved a motion', () => {
  const late = [moved('p-2'), seconded('p-2')];

  it('was there then: arrived by then, and had not left', () => {
    const refusal = { detail: { person: 'Councillor D', motionId: 'm-1' } };
    on(...late)
      .when(meetingDecider, correct('d', 'arrived', '3'))
      .thenRefused('attendance.took-part', refusal);
    on(...late)
      .when(meetingDecider, correct('d', 'arrived', '2'))
      .thenAccepted();
    on(...late)
      .when(meetingDecider, correct('d', 'left', '1'))
      .thenRefused('attendance.took-part', refusal);
    on(...late)
      .when(meetingDecider, correct('d', 'left', '2'))
      .thenAccepted();
    on(...late)
      .when(meetingDecider, ask(LeaveMeeting, ID, { personId: 'd', afterParagraph: '1' }))
      .thenRefused('attendance.took-part', refusal);
  });

  it('had a seconder who was there too', () => {
    on(moved('p-1'), seconded('p-3'))
      .when(meetingDecider, correct('e', 'left', '2'))
      .thenRefused('attendance.took-part', { detail: { person: 'Councillor E', motionId: 'm-1' } });
    on(moved('p-1'), seconded('p-3'))
      .when(meetingDecider, correct('d', 'left', '2'))
      .thenAccepted();
  });

  it('is somebody else where their attendance is taken out altogether', () =>
    on(...late)
      .when(meetingDecider, correct('d', 'not-present'))
      .thenAccepted());

  it('was there in one of their times in the room', () => {
    const back: MeetingStreamEvent = { type: 'MemberRejoined', v: 1, data: { person: person('d'), how: 'in-room', after: 'p-2' } };
    on(left('d', 'p-1'), back, moved('p-2'))
      .when(meetingDecider, correct('d', 'arrived', '3'))
      .thenRefused('attendance.took-part');
  });

  it('may be written down as present after their motion', () =>
    on(
      { type: 'AttendanceCorrected', v: 1, data: { personId: 'd', person: person('d'), correction: { kind: 'not-present' }, reason: 'x' } },
      moved('p-2'),
    )
      .when(meetingDecider, ask(RecordAttendance, ID, { person: person('d'), as: 'present', afterParagraph: '3' }))
      .thenAccepted());

  it('is not asked for again where the record did not have them there before', () =>
    on(moved('p-3', { movedBy: person('c') }), left('c', 'p-1'))
      .when(meetingDecider, correct('c', 'left', '2'))
      .thenAccepted());
});

describe('whoever dissented', () => {
  const decided = aDecision('d-1', { after: 'p-2', paragraphId: 'p-2', paragraph: '2' });
  const dissent = (data: object): MeetingStreamEvent => ({ type: 'DissentRecorded', v: 1, data: { person: person('e'), ...data } });

  it('was there when it was decided, or voted on', () => {
    on(decided, dissent({ decisionId: 'd-1' }))
      .when(meetingDecider, correct('e', 'left', '1'))
      .thenRefused('attendance.took-part', { detail: { person: 'Councillor E' } });
    on(moved('p-1', { movedBy: person('a') }), aVote({ counts: { ...NOBODY, yes: 3, no: 1 } }), dissent({ motionId: 'm-1' }))
      .when(meetingDecider, correct('e', 'left', '1'))
      .thenRefused('attendance.took-part');
    const divided: MeetingStreamEvent = { type: 'DivisionTaken', v: 1, data: aDivision({ votes: [], declined: 0 }) };
    on(moved('p-1', { movedBy: person('a') }), divided, dissent({ motionId: 'm-1' }))
      .when(meetingDecider, correct('e', 'left', '1'))
      .thenRefused('attendance.took-part');
    on(decided, dissent({ decisionId: 'd-1' }))
      .when(meetingDecider, correct('e', 'left', '2'))
      .thenAccepted();
  });
});

describe('a vote', () => {
  const roll = (...yes: readonly string[]): MeetingStreamEvent =>
    aVote({
      method: 'roll-call',
      counts: { ...NOBODY, yes: yes.length },
      votes: yes.map((id) => ({ person: person(id), option: 'yes', weight: 1, role: 'member' })),
    });

  it('is not belied by whoever is named in it and was not there', () => {
    on(moved('p-3'), roll('a', 'b', 'c'))
      .when(meetingDecider, correct('c', 'left', '1'))
      .thenRefused('attendance.voted', { detail: { voteId: 'v-1', motionId: 'm-1', people: ['Councillor C'] } });
    on(moved('p-3'), roll('a', 'b', 'c'))
      .when(meetingDecider, correct('e', 'left', '1'))
      .thenAccepted();
  });

  it('of a show of hands is not of more people than were there', () => {
    const hands = aVote({ counts: { ...NOBODY, yes: 3, no: 2 } });
    on(moved('p-3', { movedBy: person('a') }), hands)
      .when(meetingDecider, correct('e', 'left', '1'))
      .thenRefused('attendance.votes-outnumber', { detail: { voteId: 'v-1', motionId: 'm-1', counted: 5, entitled: 4 } });
    const four = aVote({ counts: { ...NOBODY, yes: 3, no: 1 } });
    on(moved('p-3', { movedBy: person('a') }), four)
      .when(meetingDecider, correct('e', 'left', '1'))
      .thenAccepted();
  });

  it('counts whoever abstained, did not vote or is paired, and not whoever was absent', () => {
    for (const more of [{ abstain: 1 }, { notVoting: 1 }, { paired: 1 }])
      on(moved('p-3', { movedBy: person('a') }), aVote({ counts: { ...NOBODY, yes: 3, no: 1, ...more } }))
        .when(meetingDecider, correct('e', 'left', '1'))
        .thenRefused('attendance.votes-outnumber', { detail: { counted: 5, entitled: 4 } });
    on(moved('p-3', { movedBy: person('a') }), aVote({ counts: { ...NOBODY, yes: 3, no: 1, absent: 1 } }))
      .when(meetingDecider, correct('e', 'left', '1'))
      .thenAccepted();
  });

  it('that names somebody as absent is not belied by their leaving', () => {
    const absent = { person: person('e'), option: 'absent', weight: 1, role: 'member' } as const;
    on(moved('p-3', { movedBy: person('a') }), aVote({ votes: [absent], counts: { ...NOBODY, yes: 3, no: 1, absent: 1 } }))
      .when(meetingDecider, correct('e', 'left', '1'))
      .thenAccepted();
  });

  it('in a division between proposals is one as well', () => {
    const divided = (votes: DivisionTakenData['votes'], more: Partial<DivisionTakenData> = {}): MeetingStreamEvent => ({
      type: 'DivisionTaken',
      v: 1,
      data: aDivision({ votes, ...more }),
    });
    const by = (id: string, option: 'for' | 'declined' | 'absent') => ({ person: person(id), option, role: 'member' });
    on(divided([by('d', 'declined')]))
      .when(meetingDecider, correct('d', 'left', '1'))
      .thenRefused('attendance.voted', { detail: { voteId: 'v-1', people: ['Councillor D'] } });
    on(divided([by('d', 'absent')]))
      .when(meetingDecider, correct('d', 'left', '1'))
      .thenAccepted();
    on(divided([], { declined: 2 }))
      .when(meetingDecider, correct('d', 'left', '1'))
      .thenRefused('attendance.votes-outnumber', { detail: { counted: 5, entitled: 4 } });
    const declared = aDivision().proposals.map(({ count: _count, ...one }) => one);
    on(divided([], { method: 'declared', proposals: declared, declined: 0 }))
      .when(meetingDecider, correct('d', 'left', '1'))
      .thenAccepted();
  });

  it('that the record of the body belies stands, and what it was before is held against no later change', () => {
    const usual = aStanding({ kind: 'number', atLeast: 3 });
    const standing = { ...usual, roll: usual.roll.filter(({ seatId }) => seatId !== 'seat-e') };
    const hands = aVote({ counts: { ...NOBODY, yes: 3, no: 2 } });
    const judged = on(moved('p-3', { movedBy: person('a') }), hands).when(
      meetingDecider,
      ask(JudgeRollAnew, ID, { because: 'The seat had ended' }, { facts: { standing } }),
    );
    judged.thenAccepted((events) => expect(typesOf(events)).toEqual(['RollCorrected']));
    judged.and(meetingDecider, correct('e', 'left', '1')).thenAccepted();
    judged
      .and(meetingDecider, correct('d', 'left', '1'))
      .thenRefused('attendance.votes-outnumber', { detail: { counted: 5, entitled: 3 } });
    const named = on(moved('p-3', { movedBy: person('a') }), roll('a', 'b', 'e')).when(
      meetingDecider,
      ask(JudgeRollAnew, ID, { because: 'The seat had ended' }, { facts: { standing } }),
    );
    named.and(meetingDecider, correct('e', 'left', '1')).thenAccepted();
    named.and(meetingDecider, correct('b', 'left', '1')).thenRefused('attendance.voted', { detail: { people: ['Councillor B'] } });
    named.and(meetingDecider, correct('c', 'left', '1')).thenAccepted();
    const two = { ...usual, roll: usual.roll.filter(({ seatId }) => seatId !== 'seat-e' && seatId !== 'seat-d') };
    const both = on(moved('p-3', { movedBy: person('a') }), roll('a', 'd', 'e')).when(
      meetingDecider,
      ask(JudgeRollAnew, ID, { because: 'The seats had ended' }, { facts: { standing: two } }),
    );
    both.and(meetingDecider, correct('d', 'left', '1')).thenAccepted();
    const voting = on(moved('p-3', { movedBy: person('a') }), roll('a', 'e')).when(
      meetingDecider,
      ask(JudgeRollAnew, ID, { because: 'The seat had ended' }, { facts: { standing } }),
    );
    voting
      .and(meetingDecider, correct('c', 'left', '1'))
      .and(meetingDecider, correct('d', 'left', '1'))
      .thenAccepted();
  });
});

describe('a round of an election', () => {
  const voted = (id: string, option: 'for' | 'declined' | 'absent' = 'for') => ({ person: person(id), option, role: 'member' });
  const elected = (round: object, places = 1): MeetingStreamEvent =>
    anElection({ places, rounds: [{ method: 'show-of-hands', counts: [], declined: 0, votes: [], ...round } as never], outcome: 'voted' });
  const counts = (...numbers: readonly (number | undefined)[]) =>
    numbers.map((count, nth) => ({ nominee: person(`n${nth}`), ...(count !== undefined && { count }) }));
  const leaves = (round: object, places?: number) => on(elected(round, places)).when(meetingDecider, correct('e', 'left', '1'));

  it('is not belied by whoever is named in it, be it for nobody, and is by nobody named as absent', () => {
    leaves({ votes: [voted('e')] }).thenRefused('attendance.voted', { detail: { voteId: 'e-1', people: ['Councillor E'] } });
    leaves({ votes: [voted('e', 'declined')] }).thenRefused('attendance.voted');
    leaves({ votes: [voted('e', 'absent'), voted('a')] }).thenAccepted();
  });

  it('is not of more people than were there, whoever voted for several where there are several places', () => {
    const outnumber = (counted: number) => ['attendance.votes-outnumber', { detail: { voteId: 'e-1', counted, entitled: 4 } }] as const;
    leaves({ counts: counts(3, 2) }).thenRefused(...outnumber(5));
    leaves({ counts: counts(3, 1) }).thenAccepted();
    leaves({ counts: counts(3, 2) }, 2).thenAccepted();
    leaves({ counts: counts(4, 3, 2) }, 2).thenRefused(...outnumber(5));
    leaves({ counts: counts(5, 0) }, 2).thenRefused(...outnumber(5));
    leaves({ counts: counts(undefined, undefined) }).thenAccepted();
    leaves({ counts: counts(2, 1), declined: 1, spoilt: 1 }).thenRefused(...outnumber(5));
    leaves({ counts: counts(2, 1), declined: 1 }).thenAccepted();
    leaves({ counts: counts(4, undefined) }).thenAccepted();
  });

  it('is told with what was counted for whom', () => {
    const told = (...events: readonly MeetingStreamEvent[]) =>
      impossibleVotes(folded(meetingHistory, [...held, ...events])).map(({ numbers }) => numbers);
    expect(told(elected({ counts: counts(6, undefined) }))).toEqual(['6 for Councillor N0, not counted, for Councillor N1']);
    const division: MeetingStreamEvent = {
      type: 'DivisionTaken',
      v: 1,
      data: aDivision({
        votes: [],
        proposals: [
          { proposalId: 'm-1', count: 6, outcome: 'carried' },
          { proposalId: 'a-1', outcome: 'lost' },
        ],
      }),
    };
    expect(told(division)).toEqual(['6 for m-1, not counted, for a-1']);
  });
});

describe('a procedural motion', () => {
  const procedural = (vote: object, sectionId: string | null = 's-1'): MeetingStreamEvent =>
    ({
      type: 'ProceduralMotionTaken',
      v: 1,
      data: {
        procedureId: 'pm-1',
        kind: 'other',
        words: 'the meeting adjourn',
        sectionId,
        movedBy: person('a'),
        vote: { method: 'show-of-hands', counts: NOBODY, votes: [], ...vote },
        after: 'p-3',
      },
    }) as never;
  const leaves = (...events: readonly MeetingStreamEvent[]) => on(...events).when(meetingDecider, correct('e', 'left', '1'));
  const named = (option: string) => [{ person: person('e'), option, weight: 1, role: 'member' }];

  it('is not belied by whoever voted on it', () => {
    leaves(procedural({ votes: named('yes') })).thenRefused('attendance.voted', { detail: { voteId: 'pm-1', people: ['Councillor E'] } });
    leaves(procedural({ votes: named('absent') })).thenAccepted();
    for (const more of [{ no: 2 }, { no: 1, abstain: 1 }, { no: 1, notVoting: 1 }, { no: 1, paired: 1 }])
      leaves(procedural({ counts: { ...NOBODY, yes: 3, ...more } })).thenRefused('attendance.votes-outnumber', {
        detail: { voteId: 'pm-1', counted: 5, entitled: 4 },
      });
    leaves(procedural({ counts: { ...NOBODY, yes: 3, no: 1, absent: 1 } })).thenAccepted();
  });

  it('that was struck is held against nobody', () =>
    leaves(procedural({ votes: named('yes') }), { type: 'EntryStruck', v: 1, data: { entryId: 'pm-1', reason: 'Twice' } }).thenAccepted());

  it('is voted on by whoever withdrew from another item, or from none', () => {
    const withdrew = (itemId: string): MeetingStreamEvent => ({
      type: 'InterestDeclared',
      v: 1,
      data: { person: person('e'), itemId, outcome: 'declared-and-withdrew', nature: 'Employer', after: null },
    });
    const belied = (sectionId: string | null, itemId: string) =>
      impossibleVotes(folded(meetingHistory, [...held, withdrew(itemId), procedural({ votes: named('yes') }, sectionId)])).length;
    expect([belied('s-1', 's-1'), belied('s-1', 's-2'), belied(null, 's-1')]).toEqual([1, 0, 0]);
  });
});

describe('a decision', () => {
  const decided = [
    aDecision('d-1', { after: 'p-2', paragraphId: 'p-2', paragraph: '2' }),
    aDecision('d-2', { after: 'p-3', paragraphId: 'p-3', paragraph: '3' }),
  ];
  const three = [left('d', 'p-1'), left('e', 'p-1')];

  it('is found again with the quorum of its place, unless it was struck', () => {
    on(...three, ...decided)
      .when(meetingDecider, correct('c', 'left', '1'))
      .thenAccepted((events) => expect(typesOf(events)).toEqual(['AttendanceCorrected', 'DecisionStandingFound', 'DecisionStandingFound']));
    on(...three, ...decided, { type: 'EntryStruck', v: 1, data: { entryId: 'd-1', reason: 'x' } })
      .when(meetingDecider, correct('c', 'left', '1'))
      .thenAccepted((events) => {
        expect(typesOf(events)).toEqual(['AttendanceCorrected', 'DecisionStandingFound']);
        expect(events[1]?.data).toMatchObject({ decisionId: 'd-2', standing: 'informal' });
      });
  });
});
