import { describe, expect, it } from '@jest/globals';
import {
  aDecision,
  aDivision,
  anElection,
  anItem,
  anOpenMeeting,
  aParagraph,
  aVote,
  concluded,
  person,
} from '../../../../test/support/a-meeting.js';
import { at, folded, SPEC_INSTANT } from '../../../../test/support/decider-spec.js';
import { type AttendanceCorrection } from '../events/meeting.events.js';
import { lastEntryBy, lastNumberOf, momentOf, standingAt, turnsAfter, unturned, voidVoteOn } from './entries.js';
import { meetingHistory, type MeetingStreamEvent } from './meeting.history.js';

/** What a meeting keeps of each event, and what it leaves as it was. */
const opened = anOpenMeeting();
const held = [...opened, anItem('1'), aParagraph('s-1', '1', null)];
const after = (...events: readonly MeetingStreamEvent[]) => folded(meetingHistory, [...held, ...events]);
const of = <T extends MeetingStreamEvent['type']>(type: T, data: Extract<MeetingStreamEvent, { type: T }>['data']): MeetingStreamEvent =>
  ({ type, v: 1, data }) as MeetingStreamEvent;
const item = (itemId: string, more: object = {}): MeetingStreamEvent =>
  of('AgendaItemAdded', { itemId, number: '1', title: itemId, papers: [], ...more });

describe('a meeting', () => {
  it('has nothing on its agenda and nobody in the room when it is called', () =>
    expect(folded(meetingHistory, opened.slice(0, 1))).toMatchObject({ status: 'called', agenda: [], entries: [], attendances: [] }));

  it('has no place for an entry that is not there', () => {
    expect(() => momentOf(after(), 'nowhere')).toThrow('has no entry nowhere');
    expect([momentOf(after(), null), momentOf(after(), 'p-1')]).toEqual([-1, 0]);
  });

  it('has as the last entry by an instant the one of that very instant', () => {
    const timed = (number: string, place: string | null, happenedAt: string) => at({ happenedAt }, aParagraph('s-1', number, place));
    const meeting = folded(meetingHistory, [
      ...opened,
      anItem('1'),
      timed('1', null, '2016-03-03T14:00:00.000Z'),
      timed('2', 'p-1', '2016-03-03T14:10:00.000Z'),
    ]);
    expect(['13:59', '14:00', '14:09', '14:10'].map((time) => lastEntryBy(meeting, `2016-03-03T${time}:00.000Z`))).toEqual([
      null,
      'p-1',
      'p-1',
      'p-2',
    ]);
  });
});

describe('what an election or the end of a membership turned', () => {
  const { standing } = (opened.find(({ type }) => type === 'MeetingOpened') as Extract<MeetingStreamEvent, { type: 'MeetingOpened' }>).data;
  const chair = (who: string, electionId: string): MeetingStreamEvent =>
    anElection({ electionId, to: { kind: 'office', office: 'chair' }, elected: [{ person: person(who) }] } as never);
  const ended = (seatId: string, place: string | null) =>
    of('MembershipEnded', { person: person('e'), seatId, reason: 'x', after: place } as never);
  const later = { ...standing, asOf: '2016-03-10' };
  const resumed = of('MeetingResumed', { after: 'p-2', date: '2016-03-10', standing: later });
  const chairAt = (meeting: ReturnType<typeof after>, moment: number) =>
    standingAt(meeting, moment)?.offices.find(({ office }) => office === 'chair')?.holder.personId;

  it('holds from its place on, each in the order of the record, however late it was written down', () => {
    const meeting = after(chair('b', 'e-1'), chair('c', 'e-2'));
    expect([chairAt(meeting, 1), chairAt(meeting, 2), chairAt(meeting, 3)]).toEqual(['a', 'b', 'c']);
    const second = aParagraph('s-1', '2', 'p-1');
    const swapped = after(second, chair('c', 'e-2'), {
      ...chair('b', 'e-1'),
      data: { ...(chair('b', 'e-1') as Extract<MeetingStreamEvent, { type: 'ElectionHeld' }>).data, after: 'p-1' },
    } as MeetingStreamEvent);
    expect(swapped.entries.map(({ entryId }) => entryId)).toEqual(['p-1', 'e-1', 'p-2', 'e-2']);
    expect(chairAt(swapped, 4)).toBe('c');
  });

  it('holds on its day: the next reads the record of the body anew', () => {
    const two = aParagraph('s-1', '2', 'p-1');
    const third = aParagraph('s-1', '3', 'p-2');
    const meeting = after(two, ended('seat-d', 'p-1'), resumed, third, ended('seat-e', 'p-3'), aParagraph('s-1', '4', 'p-3'));
    const vacant = (moment: number) =>
      standingAt(meeting, moment)
        ?.roll.filter(({ holder }) => holder === null)
        .map(({ seatId }) => seatId);
    expect([vacant(0), vacant(1), vacant(2), vacant(3), vacant(4)]).toEqual([[], ['seat-d'], [], ['seat-e'], ['seat-e']]);
    expect(meeting.standings.map((base) => turnsAfter(meeting, base).map(({ seatId }) => seatId))).toEqual([['seat-d'], ['seat-e']]);
    const between = after(two, ended('seat-d', 'p-2'), resumed);
    expect(between.standings.map((base) => turnsAfter(between, base).map(({ seatId }) => seatId))).toEqual([['seat-d'], ['seat-d']]);
  });

  it('is taken from the roll that the body has now for that day', () => {
    const now = { ...standing, roll: standing.roll.map((seat) => (seat.seatId === 'seat-e' ? { ...seat, holder: null } : seat)) };
    const holderOf = (found: typeof standing) => found.roll.find(({ seatId }) => seatId === 'seat-e')?.holder;
    expect(holderOf(unturned(after(ended('seat-e', 'p-1')), now))).toEqual(person('e'));
    expect(unturned(after(), now)).toBe(now);
    expect(unturned(after(ended('seat-e', 'p-1')), { ...now, asOf: '2016-03-10' })).toEqual({ ...now, asOf: '2016-03-10' });
  });

  it('holds from the round in which it was settled', () => {
    const round = (roundId?: string) => ({
      method: 'ballot',
      candidates: [],
      counts: [],
      votes: [],
      entitled: [],
      ...(roundId && { roundId }),
    });
    const undecided = anElection({
      to: { kind: 'office', office: 'chair' },
      rounds: [round()],
      elected: [],
      outcome: 'undecided',
    } as never);
    const taken = (roundId: string, who?: string) =>
      of('ElectionRoundTaken', {
        electionId: 'e-1',
        sectionId: 's-1',
        round: round(roundId),
        elected: who === undefined ? [] : [{ person: person(who) }],
        outcome: who === undefined ? 'undecided' : 'elected',
      } as never);
    expect(after(undecided, taken('r-1'), taken('r-2', 'b')).turns).toEqual([
      { office: 'chair', holder: person('b'), after: 'r-2', electionId: 'e-1' },
    ]);
    expect(after(undecided, taken('r-1', 'c')).turns).toMatchObject([{ after: 'r-1' }]);
    const alone = after(taken('r-1', 'c'));
    expect(alone).toMatchObject({ turns: [], elections: [] });
    expect(alone.entries.map(({ entryId }) => entryId)).toEqual(['p-1', 'r-1']);
  });
});

describe('a division', () => {
  const motion = (motionId: string, amends?: string) =>
    of('MotionMoved', { motionId, sectionId: 's-1', text: motionId, movedBy: person('b'), ...(amends !== undefined && { amends }) });
  const two = [motion('m-1'), motion('a-1', 'm-1')];
  const taken = (divisionId: string, won: string, lost: string) =>
    of('DivisionTaken', aDivision({ divisionId, winner: won, proposals: outcomes(won, lost) }));
  const outcomes = (won: string, lost: string) => [
    { proposalId: won, count: 2, outcome: 'carried' as const },
    { proposalId: lost, count: 1, outcome: 'lost' as const },
  ];
  const corrected = (divisionId: string, won: string, lost: string) =>
    of('DivisionCorrected', { divisionId, division: aDivision({ divisionId, winner: won, proposals: outcomes(won, lost) }), reason: 'x' });
  const told = (...events: readonly MeetingStreamEvent[]) =>
    after(...two, ...events).motions.map(({ motionId, status, division }) => `${motionId} ${status} by ${division?.divisionId ?? '-'}`);

  it('carries one motion and loses the others, and turns over as it is put right', () => {
    expect(told(taken('v-1', 'm-1', 'a-1'))).toEqual(['m-1 carried by v-1', 'a-1 not-carried by v-1']);
    expect(told(taken('v-1', 'm-1', 'a-1'), corrected('v-1', 'a-1', 'm-1'))).toEqual(['m-1 not-carried by v-1', 'a-1 carried by v-1']);
  });

  it('put right leaves alone what a later one decided, and what it finds as before', () => {
    expect(told(taken('v-1', 'm-1', 'a-1'), taken('v-2', 'm-1', 'a-1'), corrected('v-1', 'a-1', 'm-1'))).toEqual([
      'm-1 carried by v-2',
      'a-1 not-carried by v-2',
    ]);
    const withdrawn = of('MotionWithdrawn', { motionId: 'a-1' });
    expect(told(taken('v-1', 'm-1', 'a-1'), withdrawn, corrected('v-1', 'm-1', 'a-1'))).toEqual([
      'm-1 carried by v-1',
      'a-1 withdrawn by v-1',
    ]);
  });

  it('declared void leaves its motions as the last division before it left them, without the dissents from them', () => {
    const voided = (voteId: string, ...motionIds: string[]) =>
      of('VoteDeclaredVoid', { voteId, sectionId: 's-1', motionIds, by: person('a'), reason: 'x' } as never);
    expect(told(taken('v-1', 'm-1', 'a-1'), voided('v-1', 'm-1', 'a-1'))).toEqual(['m-1 moved by -', 'a-1 moved by -']);
    const thrice = [taken('v-1', 'm-1', 'a-1'), taken('v-2', 'a-1', 'm-1'), taken('v-3', 'm-1', 'a-1')];
    expect(told(...thrice, voided('v-3', 'm-1', 'a-1'))).toEqual(['m-1 moved by v-2', 'a-1 moved by v-2']);
    const dissent = (more: object) => of('DissentRecorded', { person: person('e'), ...more });
    const meeting = after(
      ...two,
      taken('v-1', 'm-1', 'a-1'),
      dissent({ motionId: 'm-1' }),
      dissent({ motionId: 'm-9' }),
      dissent({ decisionId: 'd-1' }),
      voided('v-1', 'm-1', 'a-1'),
    );
    expect(meeting.dissents.map(({ motionId, decisionId }) => motionId ?? decisionId)).toEqual(['m-9', 'd-1']);
    expect(meeting.voidVotes).toMatchObject([{ voteId: 'v-1', division: { divisionId: 'v-1' } }]);
    expect(meeting.divisions).toEqual([]);
    const vote = after(motion('m-1'), aVote(), voided('v-1', 'm-1'));
    expect(vote.voidVotes).toMatchObject([{ vote: { voteId: 'v-1' } }]);
    expect(vote.motions[0]).not.toHaveProperty('vote');
    expect(
      voidVoteOn(after(motion('m-1'), aVote(), voided('v-1', 'm-1'), aVote({ voteId: 'v-2' }), voided('v-2', 'm-1')), 'm-1')?.voteId,
    ).toBe('v-2');
  });
});

describe('an agenda', () => {
  const paragraph = { paragraph: '6' };
  const corrected = (itemId: string, more: object): MeetingStreamEvent =>
    of('AgendaItemCorrected', { itemId, changes: {}, reason: 'x', ...more });

  it('keeps why an item came late, and who ruled it urgent', () =>
    expect(
      after(
        item('late', { late: { reason: 'Received late' } }),
        item('urgent', { urgent: { reason: 'Flooding', ruledBy: person('a') } }),
        item('plain'),
      ).agenda,
    ).toEqual([
      { itemId: 'late', number: '1', title: 'late', papers: [], late: 'Received late' },
      { itemId: 'urgent', number: '1', title: 'urgent', papers: [], urgent: 'Flooding', ruledUrgentBy: person('a').name },
      { itemId: 'plain', number: '1', title: 'plain', papers: [] },
    ]));

  it('keeps an item exempt through a correction, until it is found not to be, and the other items as they were', () => {
    const two = [item('one', { exempt: paragraph }), item('two', { exempt: paragraph })];
    expect(after(...two, corrected('one', { changes: { title: 'ONE' } })).agenda).toMatchObject([
      { title: 'ONE', exempt: paragraph },
      { title: 'two', exempt: paragraph },
    ]);
    const [one, two_] = after(...two, corrected('one', { notExempt: true })).agenda;
    expect(one).not.toHaveProperty('exempt');
    expect(one).not.toHaveProperty('openAfter');
    expect(two_).toMatchObject({ exempt: paragraph });
    expect(after(item('open'), corrected('open', { changes: { title: 'OPEN' } })).agenda[0]).not.toHaveProperty('exempt');
  });

  it('has an item found not to be exempt open after the exclusions recorded by then, and no other', () => {
    const excluded = of('PublicExcluded', { itemIds: ['one'], paragraphs: ['6'], after: null });
    expect(after(item('one'), excluded, corrected('one', { notExempt: true })).agenda[0]).toMatchObject({ openAfter: 1 });
    expect(after(item('one'), excluded, corrected('one', { changes: { title: 'ONE' } })).agenda[0]).not.toHaveProperty('openAfter');
  });

  it('marks the item that is withdrawn, and no other', () => {
    const { agenda } = after(item('one'), item('two'), of('AgendaItemWithdrawn', { itemId: 'two', reason: 'Not ready' }));
    expect(agenda.map(({ withdrawn }) => withdrawn)).toEqual([undefined, 'Not ready']);
  });

  it('is last numbered by the greatest whole number of its sections, Arabic or Roman', () => {
    expect(lastNumberOf(folded(meetingHistory, opened))).toBe(0);
    expect(lastNumberOf(folded(meetingHistory, [...opened, anItem('3'), anItem('12'), anItem('A')]))).toBe(12);
    expect(lastNumberOf(folded(meetingHistory, [...opened, anItem('xiv'), anItem('2')]))).toBe(14);
  });
});

describe('the course of a meeting', () => {
  it('keeps every notice, the time it opened, who presided, every adjournment and every minute received', () => {
    const clearDays = { required: 3, given: 5, short: false, latestDay: '2016-02-28' };
    const notices = ['2016-02-20', '2016-02-26'].map((givenOn) => ({ givenOn, by: 'The Clerk', clearDays }));
    expect(after(...notices.map((one) => of('NoticeGiven', one))).notices).toEqual(notices);
    const timed = opened.map((event): MeetingStreamEvent =>
      event.type === 'MeetingOpened' ? { ...event, data: { ...event.data, time: '14:00' } } : event,
    );
    expect(folded(meetingHistory, timed)).toMatchObject({
      status: 'open',
      openedTime: '14:00',
      openedAt: SPEC_INSTANT,
      title: 'Board',
    });
    expect(after().openedTime).toBeUndefined();
    expect(after(of('ChairTaken', { person: person('b'), reason: 'Vice-chair', after: 'p-1' })).chairs).toMatchObject([
      { person: person('a') },
      { person: person('b'), after: 'p-1' },
    ]);
    const received = (body: string) =>
      of('MinuteReceived', { itemId: 'i-1', outcome: 'noted', after: 'p-1', of: { body, date: '2016-01-01' } } as never);
    expect(after(received('Panel'), received('Trust')).received).toMatchObject([{ of: { body: 'Panel' } }, { of: { body: 'Trust' } }]);
  });

  it('stops, goes on and goes on informally, each where it did, also written down when it is over', () => {
    const adjourned = of('MeetingAdjourned', { reason: 'Lunch', after: 'p-1', time: '13:00' });
    const resumed = of('MeetingResumed', { after: 'p-1', time: '14:00' });
    const another = of('MeetingResumed', { after: 'p-1', date: '2016-03-10' });
    const informally = of('MeetingContinuedInformally', { words: 'Informally.', after: 'p-1' });
    const told = [
      { kind: 'adjourned', words: 'Lunch', after: 'p-1', time: '13:00' },
      { kind: 'resumed', words: '', after: 'p-1', time: '14:00' },
      { kind: 'resumed', words: '', after: 'p-1', date: '2016-03-10', at: SPEC_INSTANT },
      { kind: 'continued-informally', words: 'Informally.', after: 'p-1' },
    ];
    expect(after(adjourned, resumed, another, informally)).toMatchObject({ status: 'open', adjournments: told });
    expect(after(adjourned, resumed).adjournments[1]).not.toHaveProperty('at');
    expect(after(adjourned, resumed, adjourned).adjournments.map(({ kind }) => kind)).toEqual(['adjourned', 'resumed', 'adjourned']);
    expect(after(adjourned).status).toBe('adjourned');
    expect(after(concluded, adjourned, resumed)).toMatchObject({ status: 'concluded', adjournments: told.slice(0, 2) });
  });

  it('has a declaration lapse where the meeting resumed after it, and once', () => {
    const declared = (place: string | null) => of('QuorumDeclared', { quorate: false, words: 'Lost.', after: place });
    const resumed = (place: string | null) => of('MeetingResumed', { after: place });
    const second = aParagraph('s-1', '2', 'p-1');
    const lapsed = (...events: readonly MeetingStreamEvent[]) => after(second, ...events).declarations.map((one) => one.lapsed?.after);
    expect(lapsed(declared('p-1'), resumed('p-1'), resumed('p-2'))).toEqual(['p-1']);
    expect(lapsed(declared('p-2'), resumed('p-1'))).toEqual([undefined]);
    expect(lapsed(resumed('p-2'), resumed('p-1'), declared(null))).toEqual(['p-1']);
    expect(lapsed(resumed('p-1'), declared('p-1'))).toEqual([undefined]);
    const informally = of('MeetingContinuedInformally', { words: 'Informally.', after: 'p-2' });
    expect(lapsed(informally, declared('p-1'))).toEqual([undefined]);
  });

  it('takes an item again after it is over without having taken it then, and a new one with it', () => {
    expect(after(concluded, anItem('1')).takings).toEqual([{ sectionId: 's-1', after: null }]);
    expect(after(concluded, anItem('2')).takings).toEqual([
      { sectionId: 's-1', after: null },
      { sectionId: 's-2', after: 'p-1' },
    ]);
    expect(after(anItem('2'), anItem('1')).takings.map(({ sectionId }) => sectionId)).toEqual(['s-1', 's-2', 's-1']);
  });
});

describe('who is in the room', () => {
  const spellsOf = (...events: readonly MeetingStreamEvent[]) =>
    after(...events).attendances.find((one) => one.person.personId === 'e')?.spells;
  const left = (place: string | null, more: object = {}) => of('MemberLeft', { person: person('e'), after: place, ...more });
  const back = (place: string | null, more: object = {}) =>
    of('MemberRejoined', { person: person('e'), how: 'remote', after: place, ...more });
  const right = (correction: AttendanceCorrection, who = 'e') =>
    of('AttendanceCorrected', { personId: who, person: person(who), correction, reason: 'Misread' });
  const first = { how: 'in-room', from: null } as const;

  it('is so with the time and the item in which they came', () => {
    const came = of('AttendanceRecorded', {
      person: person('f'),
      as: 'in-attendance',
      how: 'remote',
      after: 'p-1',
      sectionId: 's-1',
      time: '14:30',
    });
    expect(after(came).attendances.at(-1)).toEqual({
      person: person('f'),
      as: 'in-attendance',
      spells: [{ how: 'remote', from: 'p-1', cameIn: 's-1', cameAt: '14:30' }],
    });
    expect(spellsOf(left('p-1'), back('p-1', { time: '15:20', sectionId: 's-2' }))).toEqual([
      { ...first, to: 'p-1' },
      { how: 'remote', from: 'p-1', cameAt: '15:20', cameIn: 's-2' },
    ]);
  });

  it('is put right in the time that is meant: the last, or the one that is counted', () => {
    const twice = [left('p-1'), back('p-1')];
    expect(spellsOf(...twice, right({ kind: 'arrived', after: null, time: '14:10' }))).toEqual([
      { ...first, to: 'p-1' },
      { how: 'remote', from: null, cameAt: '14:10' },
    ]);
    expect(spellsOf(...twice, right({ kind: 'arrived', after: null, time: '14:10', spell: 1 }))).toEqual([
      { ...first, to: 'p-1', cameAt: '14:10' },
      { how: 'remote', from: 'p-1' },
    ]);
    const gone = right({ kind: 'left', after: 'p-1', time: '15:00', sederuntNote: '(to para.1)', spell: 1 });
    expect(spellsOf(left(null), back('p-1'), gone)).toEqual([
      { ...first, to: 'p-1', time: '15:00', sederuntNote: '(to para.1)' },
      { how: 'remote', from: 'p-1' },
    ]);
    const kept = left('p-1', { time: '15:00', words: 'E left.', sederuntNote: '(to para.1)' });
    expect(spellsOf(kept, right({ kind: 'left', after: null }))).toEqual([
      { ...first, to: null, time: '15:00', words: 'E left.', sederuntNote: '(to para.1)' },
    ]);
    const arrived = right({ kind: 'arrived', after: null, time: '14:10' });
    expect(spellsOf(arrived, kept, right({ kind: 'did-not-leave' }))).toEqual([{ ...first, cameAt: '14:10' }]);
  });

  it('is put right in how they are named and what they were there as, the others left as they were', () => {
    const { attendances } = after(right({ kind: 'details', name: 'Eve', role: 'Convener' }));
    expect(attendances.find((one) => one.person.personId === 'e')).toMatchObject({
      person: { personId: 'e', name: 'Eve' },
      role: 'Convener',
      as: 'present',
      spells: [first],
    });
    const [other] = after(right({ kind: 'details', role: 'Convener' }, 'd')).attendances.filter((one) => one.person.personId === 'd');
    expect(other).toMatchObject({ person: person('d'), role: 'Convener', seatId: 'seat-d' });
    expect(after(right({ kind: 'not-present' })).attendances.map((one) => one.person.personId)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('declares an interest from there on, or for the whole of an item that is over, each anew with what was declared before', () => {
    const declare = (who: string, outcome: 'declared-and-stayed' | 'declared-and-withdrew', place: string | null) =>
      of('InterestDeclared', { person: person(who), itemId: 's-1', outcome, nature: 'Employer', after: place });
    const coursesOf = (...events: readonly MeetingStreamEvent[]) =>
      after(...events).interests.map((one) => [one.person.personId, one.course]);
    expect(
      coursesOf(
        declare('d', 'declared-and-stayed', null),
        declare('e', 'declared-and-stayed', null),
        declare('e', 'declared-and-withdrew', 'p-1'),
      ),
    ).toEqual([
      ['d', [{ outcome: 'declared-and-stayed', after: null }]],
      [
        'e',
        [
          { outcome: 'declared-and-stayed', after: null },
          { outcome: 'declared-and-withdrew', after: 'p-1' },
        ],
      ],
    ]);
    const next = [anItem('2'), aParagraph('s-2', '2', 'p-1')];
    expect(coursesOf(declare('e', 'declared-and-stayed', null), ...next, declare('e', 'declared-and-withdrew', 'p-2'))).toEqual([
      ['e', [{ outcome: 'declared-and-withdrew', after: null }]],
    ]);
    expect(coursesOf(...next, declare('e', 'declared-and-withdrew', 'p-1'))).toEqual([
      ['e', [{ outcome: 'declared-and-withdrew', after: 'p-1' }]],
    ]);
  });

  it('has the roll of a day put right, with the members who were substituted for, and no other day', () => {
    const { standing } = (opened.find(({ type }) => type === 'MeetingOpened') as Extract<MeetingStreamEvent, { type: 'MeetingOpened' }>)
      .data;
    const righted = {
      ...standing,
      roll: standing.roll.map((seat) => (seat.seatId === 'seat-e' ? { ...seat, holder: person('z') } : seat)),
    };
    const substitute = (seatId: string, member: string) =>
      of('AttendanceRecorded', {
        person: person(`s-${member}`),
        as: 'present',
        how: 'in-room',
        seatId,
        substituteFor: { person: person(member), itemId: 'i-1' },
        after: null,
      });
    const substitutes = [substitute('seat-e', 'e'), substitute('seat-d', 'd'), substitute('seat-c', 'x')];
    const meeting = after(...substitutes, of('RollCorrected', { standing: righted, reason: 'x' }));
    expect(meeting.standings).toMatchObject([{ after: null, standing: { roll: righted.roll } }]);
    expect(meeting.attendances.flatMap((one) => one.substituteFor ?? [])).toEqual([
      { person: person('z'), itemId: 'i-1' },
      { person: person('d'), itemId: 'i-1' },
      { person: person('x'), itemId: 'i-1' },
    ]);
    const another = after(of('RollCorrected', { standing: { ...righted, asOf: '2016-03-10' }, reason: 'x' }));
    expect(another.standings).toEqual(after().standings);
    const later = { ...standing, asOf: '2016-03-10' };
    const days = after(
      of('MeetingResumed', { after: 'p-1', date: '2016-03-10', standing: later }),
      of('RollCorrected', { standing: { ...righted, asOf: '2016-03-10' }, reason: 'x' }),
    );
    expect(days.standings.map((one) => one.standing.roll.find(({ seatId }) => seatId === 'seat-e')?.holder)).toEqual([
      person('e'),
      person('z'),
    ]);
  });
});

describe('the record', () => {
  it('keeps each draft sent round, to whom, and every correction of what was signed, with what was approved', () => {
    const draft = (number: number, to?: string) =>
      of('MinuteCirculated', { draft: number, text: 'x', hash: 'h', ...(to !== undefined && { to }) });
    const by = { meetingId: 'board/2016-06-09', decisionId: 'd-9' };
    const approved = { by, atMeeting: 'board/2016-06-09', corrections: [], hash: 'h' };
    const correction = (words: string) => of('SignedMinuteCorrected', { by, atMeeting: 'board/2016-09-08', correction: { words } });
    const { minute } = after(draft(1, 'Members'), draft(2), of('MinuteApproved', approved), correction('one'), correction('two'));
    expect(minute.circulated).toEqual([
      { draft: 1, text: 'x', hash: 'h', at: SPEC_INSTANT, to: 'Members' },
      { draft: 2, text: 'x', hash: 'h', at: SPEC_INSTANT },
    ]);
    expect(minute.approved).toEqual(approved);
    const signed = of('MinuteSigned', { signedBy: person('a'), atMeeting: 'board/2016-06-09', text: 'x', hash: 'h', algorithm: 'sha-256' });
    expect(after(draft(1), of('MinuteApproved', approved), signed, correction('one'))).toMatchObject({
      entries: [{ entryId: 'p-1' }],
      minute: {
        circulated: [{ draft: 1 }],
        approved,
        signed: { signedBy: person('a'), at: SPEC_INSTANT },
        corrections: [{ correction: { words: 'one' } }],
      },
    });
    expect(minute.corrections).toMatchObject([{ correction: { words: 'one' } }, { correction: { words: 'two' } }]);
  });

  it('puts right the paragraph, the decision, the action and the hearing that is meant, and no other', () => {
    const two = aParagraph('s-1', '2', 'p-1');
    const decisions = [aDecision('d-1', {}), aDecision('d-2', { after: 'd-1' })];
    const agreed = ['a-1', 'a-2'].map((actionId) =>
      of('ActionAgreed', { actionId, sectionId: 's-1', paragraphId: 'p-1', people: [person('b')], others: [], due: 'soon', after: 'd-2' }),
    );
    const base = [two, ...decisions, ...agreed];
    expect(after(two, of('ParagraphCorrected', { paragraphId: 'p-2', text: 'Right.', reason: 'x' })).paragraphs).toMatchObject([
      { text: 'Paragraph 1.' },
      { paragraphId: 'p-2', number: '2', text: 'Right.' },
    ]);
    const renumbered = of('ParagraphRenumbered', { paragraphId: 'p-2', from: '2', to: '2.1', decisionIds: ['d-2'] });
    expect(after(...base, renumbered)).toMatchObject({
      paragraphs: [{ number: '1' }, { number: '2.1', text: 'Paragraph 2.' }],
      decisions: [{ paragraph: '1' }, { paragraph: '2.1', words: 'AGREED.' }],
    });
    const corrected = of('DecisionCorrected', { decisionId: 'd-2', verb: 'NOTED', words: 'NOTED.', parts: [], reason: 'x' });
    expect(after(...base, corrected).decisions).toMatchObject([{ words: 'AGREED.' }, { verb: 'NOTED', words: 'NOTED.', sectionId: 's-1' }]);
    const action = of('AgreedActionCorrected', { actionId: 'a-2', changes: { due: 'in June' }, reason: 'x' });
    expect(after(...base, action)).toMatchObject({
      agreed: [{ due: 'soon' }, { actionId: 'a-2', due: 'in June', people: [person('b')] }],
      paragraphs: [{}, {}],
    });
  });

  it('keeps what was ratified, declined, rescinded and superseded, and marks what was decided at the meeting itself', () => {
    const ref = (decisionId: string, meetingId = 'board/2016-03-03') => ({ meetingId, decisionId });
    const by = ref('d-9');
    const meeting = after(
      aDecision('d-1', {}),
      aDecision('d-2', { after: 'd-1' }),
      of('DecisionRatified', { decision: ref('d-000', 'board/2015-11-26'), by }),
      of('DecisionRatified', { decision: ref('d-0', 'board/2015-11-26'), by }),
      of('RatificationDeclined', { decision: ref('d-00', 'board/2015-11-26'), by, reason: 'x' }),
      of('DecisionRescinded', { decision: ref('d-1'), by }),
      of('DecisionSuperseded', { decision: ref('d-2'), by }),
      of('DecisionSuperseded', { decision: ref('d-1', 'board/2015-11-26'), by: ref('d-8') }),
    );
    expect(meeting.ratified).toEqual([
      { decision: ref('d-000', 'board/2015-11-26'), by, outcome: 'ratified' },
      { decision: ref('d-0', 'board/2015-11-26'), by, outcome: 'ratified' },
      { decision: ref('d-00', 'board/2015-11-26'), by, outcome: 'declined' },
    ]);
    expect(meeting.undone.map(({ decision }) => decision)).toEqual([ref('d-1'), ref('d-2'), ref('d-1', 'board/2015-11-26')]);
    expect(meeting.decisions).toMatchObject([{ rescindedBy: by }, { supersededBy: by }]);
    expect(meeting.decisions[0]).not.toHaveProperty('supersededBy');
  });

  it('has a hearing put right: what was heard after all says no longer why not, what was not heard has no answer', () => {
    const hearing = (hearingId: string, more: object) =>
      of('HearingRecorded', {
        hearingId,
        kind: 'petition',
        name: 'E',
        subject: 'the park',
        heard: true,
        sectionId: 's-1',
        after: 'p-1',
        ...more,
      });
    const changed = (changes: object, more: object) =>
      after(hearing('h-0', {}), hearing('h-1', more), of('HearingCorrected', { hearingId: 'h-1', changes, reason: 'x' })).hearings;
    expect(changed({ subject: 'the bridge' }, {}).map(({ subject }) => subject)).toEqual(['the park', 'the bridge']);
    expect(changed({ heard: true }, { heard: false, why: 'It was late.' })).toEqual([
      { hearingId: 'h-0', kind: 'petition', name: 'E', subject: 'the park', heard: true, sectionId: 's-1' },
      { hearingId: 'h-1', kind: 'petition', name: 'E', subject: 'the park', heard: true, sectionId: 's-1' },
    ]);
    const answered = { answer: 'In June.', answeredBy: person('c') };
    expect(changed({ heard: false, why: 'It was late.' }, answered)[1]).not.toHaveProperty('answer');
    expect(changed({ subject: 'the bridge' }, answered)[1]).toMatchObject({ subject: 'the bridge', ...answered });
    expect(changed({ subject: 'the bridge' }, { heard: false, why: 'It was late.' })[1]).toMatchObject({
      heard: false,
      why: 'It was late.',
    });
    expect(changed({ subject: 'the bridge' }, {})[1]).not.toHaveProperty('answer');
  });

  it('moves an entry with all that belongs to it, each to the section it moves to, and nothing else', () => {
    const ofSection = (id: string): readonly MeetingStreamEvent[] => [
      of('MotionMoved', { motionId: `m-${id}`, sectionId: 's-1', text: 'That', movedBy: person('b') }),
      aVote({ voteId: `v-${id}`, motionId: `m-${id}` }),
      of('DivisionTaken', aDivision({ divisionId: `w-${id}`, proposals: [] })),
      of('HearingRecorded', {
        hearingId: `h-${id}`,
        kind: 'petition',
        name: 'E',
        subject: 'x',
        heard: true,
        sectionId: 's-1',
        after: `w-${id}`,
      }),
      of('ActionAgreed', {
        actionId: `a-${id}`,
        sectionId: 's-1',
        paragraphId: null,
        people: [person('b')],
        others: [],
        words: 'x',
        after: `h-${id}`,
      }),
      aDecision(`d-${id}`, { after: `a-${id}`, motionId: `m-${id}` }),
    ];
    const unvoted = of('MotionMoved', { motionId: 'm-3', sectionId: 's-1', text: 'That', movedBy: person('b') });
    const excluded = (place: string) => of('PublicExcluded', { itemIds: [], paragraphs: ['6'], after: place });
    const move = of('EntryMoved', {
      entryIds: ['p-2', 'v-2', 'w-2', 'h-2', 'a-2', 'd-2'],
      decisionIds: ['d-2'],
      motionIds: ['m-2', 'm-3'],
      sectionId: 's-2',
      sectionHeading: 'ITEM 2',
      after: 'p-3',
      reason: 'x',
    } as never);
    const meeting = after(
      ...ofSection('1'),
      aParagraph('s-1', '2', 'd-1'),
      ...ofSection('2'),
      unvoted,
      anItem('2'),
      aParagraph('s-2', '3', 'd-2'),
      aParagraph('s-2', '4', 'p-3'),
      excluded('d-1'),
      excluded('v-2'),
      move,
    );
    expect(meeting.entries.map(({ entryId, sectionId }) => `${entryId} ${sectionId}`)).toEqual([
      ...['p-1', 'v-1', 'w-1', 'h-1', 'a-1', 'd-1'].map((id) => `${id} s-1`),
      ...['p-3', 'p-2', 'v-2', 'w-2', 'h-2', 'a-2', 'd-2', 'p-4'].map((id) => `${id} s-2`),
    ]);
    expect(meeting.exclusions.map((one) => one.after)).toEqual(['d-1', 'd-1']);
    expect(meeting.takings).toEqual([
      { sectionId: 's-1', after: null },
      { sectionId: 's-2', after: 'd-1' },
    ]);
    expect(meeting.paragraphs.map(({ number, sectionId, text }) => [number, sectionId, text])).toEqual([
      ['1', 's-1', 'Paragraph 1.'],
      ['2', 's-2', 'Paragraph 2.'],
      ['3', 's-2', 'Paragraph 3.'],
      ['4', 's-2', 'Paragraph 4.'],
    ]);
    expect(meeting.decisions.map(({ sectionId, sectionHeading, words }) => [sectionId, sectionHeading, words])).toEqual([
      ['s-1', 'ITEM 1', 'AGREED.'],
      ['s-2', 'ITEM 2', 'AGREED.'],
    ]);
    expect(
      meeting.motions.map(({ motionId, text, sectionId, vote }) => [motionId, text, sectionId, vote?.voteId, vote?.sectionId]),
    ).toEqual([
      ['m-1', 'That', 's-1', 'v-1', 's-1'],
      ['m-2', 'That', 's-2', 'v-2', 's-2'],
      ['m-3', 'That', 's-2', undefined, undefined],
    ]);
    for (const list of [meeting.divisions, meeting.hearings, meeting.agreed] as const)
      expect(list.map(({ sectionId }) => sectionId)).toEqual(['s-1', 's-2']);
    expect(meeting.divisions.map(({ divisionId }) => divisionId)).toEqual(['w-1', 'w-2']);
    expect(meeting.hearings.map(({ subject }) => subject)).toEqual(['x', 'x']);
    expect(meeting.agreed.map(({ words }) => words)).toEqual(['x', 'x']);
  });

  it('moves what was declared void with its entry', () => {
    const voided = (voteId: string, motionId: string) =>
      of('VoteDeclaredVoid', { voteId, sectionId: 's-1', motionIds: [motionId], by: person('a'), reason: 'x' } as never);
    const two = ['1', '2'].flatMap((id): MeetingStreamEvent[] => [
      of('MotionMoved', { motionId: `m-${id}`, sectionId: 's-1', text: 'That', movedBy: person('b') }),
      aVote({ voteId: `v-${id}`, motionId: `m-${id}` }),
      voided(`v-${id}`, `m-${id}`),
    ]);
    const move = of('EntryMoved', {
      entryIds: ['v-2'],
      decisionIds: [],
      motionIds: ['m-2'],
      sectionId: 's-2',
      sectionHeading: 'ITEM 2',
      after: 'v-2',
      reason: 'x',
    } as never);
    expect(after(...two, anItem('2'), move).voidVotes.map((one) => [one.voteId, (one as { sectionId?: string }).sectionId])).toEqual([
      ['v-1', 's-1'],
      ['v-2', 's-2'],
    ]);
  });

  it('keeps the order of voting on every item, every dissent, and a vote as it is put right', () => {
    const order = (sectionId: string, ids: string[]) => of('VotingOrderSettled', { sectionId, order: ids });
    expect(after(order('s-1', ['m-1']), order('s-2', ['m-2'])).votingOrders).toEqual({ 's-1': ['m-1'], 's-2': ['m-2'] });
    const motion = of('MotionMoved', { motionId: 'm-1', sectionId: 's-1', text: 'That', movedBy: person('b') });
    const { vote } = after(motion, aVote()).motions[0]!;
    const corrected = of('VoteCorrected', { voteId: 'v-1', vote: { ...vote!, result: 'not-carried' }, reason: 'x' });
    expect(after(motion, aVote(), corrected).motions[0]).toMatchObject({ status: 'not-carried', vote: { result: 'not-carried' } });
    const dissent = (who: string) => of('DissentRecorded', { person: person(who), motionId: 'm-1' });
    expect(after(motion, aVote(), dissent('d'), dissent('e')).dissents.map((one) => one.person.personId)).toEqual(['d', 'e']);
    const seconded = (more: object) => of('MotionSeconded', { motionId: 'm-1', secondedBy: person('c'), ...more });
    expect(after(motion, seconded({})).motions[0]).toMatchObject({ secondedBy: person('c'), secondedAfter: 'p-1' });
    expect(after(motion, seconded({ after: null })).motions[0]).toMatchObject({ secondedAfter: null });
  });

  it('has a ruling dissented from by everybody who said so, and no other ruling', () => {
    const ruling = (rulingId: string) => of('RulingGiven', { rulingId, kind: 'order', by: person('a'), words: 'No.', sectionId: 's-1' });
    const dissented = (...who: string[]) => of('RulingDissented', { rulingId: 'u-1', people: who.map(person) });
    expect(
      after(ruling('u-1'), ruling('u-2'), dissented('d'), dissented('e')).rulings.map(({ rulingId, dissents }) => [
        rulingId,
        dissents.map(({ personId }) => personId),
      ]),
    ).toEqual([
      ['u-1', ['d', 'e']],
      ['u-2', []],
    ]);
  });

  it('has what an election turns hold from its last round on, in place of what it turned before', () => {
    const to = { kind: 'office', office: 'chair' } as const;
    const elected = (who: string) => ({ to, elected: [{ person: person(who) }] }) as never;
    const held = anElection(elected('b'));
    expect(after(held).turns).toEqual([{ office: 'chair', holder: person('b'), after: 'e-1', electionId: 'e-1' }]);
    const corrected = of('ElectionCorrected', {
      electionId: 'e-1',
      election: { ...(held as Extract<MeetingStreamEvent, { type: 'ElectionHeld' }>).data, elected: [{ person: person('c') }] },
      reason: 'x',
    });
    expect(after(held, corrected).turns.map(({ holder }) => holder?.personId)).toEqual(['c']);
    const seats = anElection({
      electionId: 'e-2',
      to: { kind: 'seat', seatId: 'seat-e' },
      elected: [{ person: person('f'), seatId: 'seat-e' }, { person: person('g') }],
    } as never);
    expect(after(held, seats).turns.map(({ seatId, office, holder }) => [seatId, office, holder?.personId])).toEqual([
      [undefined, 'chair', 'b'],
      ['seat-e', undefined, 'f'],
    ]);
    const outside = anElection({ electionId: 'e-3', to: { kind: 'office', office: 'Poet' }, elected: [{ person: person('f') }] } as never);
    expect(after(outside).turns).toEqual([]);
  });
});
