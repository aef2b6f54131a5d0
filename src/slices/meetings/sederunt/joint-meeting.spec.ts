import { describe, expect, it } from '@jest/globals';
import { constitution, named, seat, standing } from '../../../../test/support/a-room.js';
import { anItem, aParagraph } from '../../../../test/support/a-meeting.js';
import { ask, folded } from '../../../../test/support/decider-spec.js';
import { type Command } from '../../../kernel/decider.js';
import { type Constitution, type Standing } from '../../bodies/constitution.js';
import { jointStanding } from '../../bodies/joint-meeting.js';
import { minuteText } from '../document/minute-text.js';
import { meetingDecider } from '../meeting.decider.js';
import { CallMeeting, CancelMeeting } from '../agenda/agenda.commands.js';
import { noticeRuleOf } from '../agenda/clear-days.js';
import { electionDecider } from '../elections/election.decider.js';
import { EndMembership, HoldElection } from '../elections/elections.commands.js';
import { circumstancesAt } from '../motions/entitlement.js';
import { now } from '../record/entries.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { quorumTimeline } from '../as-it-stands/views/quorum/quorum-timeline.js';
import { LeaveMeeting, OpenMeeting, RecordAttendance, TakeChair, TakeSederunt } from './sederunt.commands.js';
import { entitledToVote, quorumNow, seatsPresent, sumAt } from './room.js';

const MEETING = 'board/2016-03-03';
/** A committee of three that asks for two: `vice` sits in the board and in it, `dora` may come for `audrey`. */
const committee = (more: Partial<Constitution> = {}): Standing => ({
  ...standing(),
  bodyId: 'committee',
  bodyName: 'The Audit Committee',
  constitution: constitution({
    versionId: 'c1',
    quorum: { kind: 'number', atLeast: 2 },
    substitutes: { allowed: 'none', who: 'named' },
    source: 'Standing orders of the committee',
    ...more,
  }),
  roll: [
    seat('s-chair', 'audrey', 'Audit', { substitutes: [named('dora')] }),
    seat('s-vice', 'vice', 'Audit'),
    seat('s-third', 'callum', 'Audit'),
  ],
  offices: [{ office: 'chair', holder: named('audrey') }],
});
const joint = (more?: Partial<Constitution>): Standing => jointStanding(standing(), [committee(more)]);

const called: MeetingStreamEvent = {
  type: 'MeetingCalled',
  v: 1,
  data: {
    meetingId: MEETING,
    bodyId: 'board',
    title: 'Joint Meeting of the Board and the Audit Committee',
    date: '2016-03-03',
    mode: 'in-person',
    timeZone: 'Europe/London',
    jointlyWith: [{ bodyId: 'committee', name: 'The Audit Committee' }],
  },
};
const opened = (more?: Partial<Constitution>): MeetingStreamEvent => ({ type: 'MeetingOpened', v: 1, data: { standing: joint(more) } });
const came = (who: string, more: object = {}) => ask(RecordAttendance, MEETING, { person: named(who), as: 'present', ...more });
type Asked = ReturnType<typeof came> | Command;
/** What a command is decided to be after these events. */
const decided = (events: readonly MeetingStreamEvent[], asked: Asked) =>
  meetingDecider.decide(asked as never, folded(meetingHistory, events));
const electing = (events: readonly MeetingStreamEvent[], asked: Command) =>
  electionDecider.decide(asked as never, folded(meetingHistory, events));
const accepted = (decision: ReturnType<typeof decided>) => (decision.accepted ? decision.events : decision.code);
/** The events, and those of commands that must be accepted after them. */
const record = (events: readonly MeetingStreamEvent[], ...asked: readonly Asked[]): readonly MeetingStreamEvent[] =>
  asked.reduce<readonly MeetingStreamEvent[]>((so, one) => {
    const decision = decided(so, one);
    if (!decision.accepted) throw new Error(decision.code);
    return [...so, ...(decision.events as MeetingStreamEvent[])];
  }, events);
/** The chair of the board is there, and these. */
const sitting = (...people: readonly string[]) => record([called, opened()], ...['chair', ...people].map((who) => came(who)));
const stateOf = (events: readonly MeetingStreamEvent[]) => folded(meetingHistory, events);

describe('a joint meeting of two bodies', () => {
  it('has the seats of each on its roll, and one of another body by a name that no seat of the first has', () => {
    expect(joint().roll.map(({ seatId, bodyId }) => [seatId, bodyId])).toEqual([
      ...standing().roll.map(({ seatId }) => [seatId, undefined]),
      ['committee/s-chair', 'committee'],
      ['committee/s-vice', 'committee'],
      ['committee/s-third', 'committee'],
    ]);
    expect(joint().roll.at(-1)?.label).toBe('Audit seat, The Audit Committee');
    expect(jointStanding(standing(), [])).toEqual(standing());
  });

  it('has a quorum only where each body has one, by its own rule', () => {
    const board = sitting('police', 'health');
    expect(quorumNow(stateOf(board))).toMatchObject({
      quorate: false,
      present: 0,
      of: 3,
      needed: 2,
      declared: false,
      explanation: 'The Board: 3 of 6 voting seats present, 3 needed; and The Audit Committee: 0 of 3 voting seats present, 2 needed',
      bodies: [
        {
          bodyId: 'board',
          bodyName: 'The Board',
          quorate: true,
          present: 3,
          of: 6,
          needed: 3,
          explanation: '3 of 6 voting seats present, 3 needed',
        },
        { bodyId: 'committee', quorate: false, present: 0, needed: 2 },
      ],
    });
    const both = record(board, came('audrey'), came('callum'));
    expect(quorumNow(stateOf(both))).toMatchObject({ quorate: true, present: 3, bodies: [{ quorate: true }, { quorate: true }] });
    const lost = record(both, ask(LeaveMeeting, MEETING, { personId: 'police' }));
    expect(quorumNow(stateOf(lost))).toMatchObject({ quorate: false, present: 2, needed: 3 });
  });

  it('of which one body has no rule in the record has no quorum that can be told, and none where the other has none', () => {
    const events = [called, opened({ quorum: { kind: 'unknown', why: 'lost' } })];
    const unknown = record(events, came('chair'), came('police'), came('health'));
    expect(quorumNow(stateOf(unknown))).toMatchObject({ quorate: null, needed: null });
    expect(quorumNow(stateOf(record(unknown, ask(LeaveMeeting, MEETING, { personId: 'police' }))))).toMatchObject({ quorate: false });
  });

  it('counts a member of both in the quorum of both, and gives one vote', () => {
    const there = stateOf(sitting('vice', 'audrey'));
    expect(seatsPresent(there, now(there), null).map(({ person, seat: { seatId } }) => [person.personId, seatId])).toEqual([
      ['chair', 's-chair'],
      ['vice', 's-vice'],
      ['audrey', 'committee/s-chair'],
      ['vice', 'committee/s-vice'],
    ]);
    expect(sumAt(there, now(there), null).bodies?.map(({ present }) => present)).toEqual([2, 2]);
    expect(entitledToVote(there, now(there), null).map(({ person }) => person.personId)).toEqual(['chair', 'vice', 'audrey']);
  });

  it('names whoever is absent once, and nobody absent for a second seat who is there for the first', () => {
    const absent = (events: readonly MeetingStreamEvent[]): readonly string[] =>
      circumstancesAt(stateOf(events), now(stateOf(events)), null).absentees.map(({ personId }) => personId);
    expect(absent(sitting('police'))).toEqual(['vice', 'health', 'college', 'audrey', 'callum']);
    expect(absent(sitting('vice'))).toEqual(['police', 'health', 'college', 'audrey', 'callum']);
  });

  it('lets somebody come in place of a member only as the rules of that member’s body allow', () => {
    expect(accepted(decided(sitting(), came('dora', { seatId: 'committee/s-chair' })))).toBe('substitute.not-allowed');
    const lets = [called, opened({ substitutes: { allowed: 'full', who: 'named' } })];
    expect(accepted(decided(lets, came('dora')))).toMatchObject([
      { type: 'AttendanceRecorded', data: { seatId: 'committee/s-chair', substituteFor: { person: { personId: 'audrey' } } } },
    ]);
    expect(accepted(decided(lets, came('stranger', { organisation: 'Audit' })))).toBe('attendance.not-entitled');
    expect(accepted(decided(lets, came('constable', { organisation: 'Police Scotland' })))).toMatchObject([
      { data: { seatId: 's-police' } },
    ]);
  });

  it('gives the second seat of a member to whoever sits there in their place, who then has a vote', () => {
    const lets = record(
      [called, opened({ substitutes: { allowed: 'full', who: 'any-from-organisation' } })],
      came('vice'),
      came('eve', { organisation: 'Audit', seatId: 'committee/s-vice' }),
    );
    const there = stateOf(lets);
    expect(seatsPresent(there, now(there), null).map(({ person, seat: { seatId } }) => [person.personId, seatId])).toEqual([
      ['vice', 's-vice'],
      ['eve', 'committee/s-vice'],
    ]);
    expect(entitledToVote(there, now(there), null).map(({ person }) => person.personId)).toEqual(['vice', 'eve']);
  });

  it('takes the sederunt of both bodies at once, each person once', () =>
    expect(
      accepted(decided([called, opened()], ask(TakeSederunt, MEETING, { present: ['chair', 'vice', 'audrey'], apologies: ['callum'] }))),
    ).toMatchObject([
      { data: { person: { personId: 'chair' }, seatId: 's-chair' } },
      { data: { person: { personId: 'vice' }, seatId: 's-vice' } },
      { data: { person: { personId: 'audrey' }, seatId: 'committee/s-chair' } },
      { data: { person: { personId: 'callum' }, as: 'apologies' } },
    ]));

  it('is presided over by the rules of the body that called it', () => {
    const take = (personId: string) => accepted(decided(sitting('audrey'), ask(TakeChair, MEETING, { personId, reason: 'Chair' })));
    expect(take('chair')).toMatchObject([{ type: 'ChairTaken' }]);
    expect(take('audrey')).toMatchObject([{ type: 'ChairTaken' }]);
    const officesOnly = jointStanding(standing({ presiding: { order: ['chair', 'vice-chair'], substituteMayPreside: false } }), [
      committee(),
    ]);
    const there = record([called, { type: 'MeetingOpened', v: 1, data: { standing: officesOnly } }], came('audrey'));
    expect(accepted(decided(there, ask(TakeChair, MEETING, { personId: 'audrey', reason: 'Chair' })))).toBe('chair.may-not-preside');
  });

  it('elects to seats of the body that called it only', () => {
    const there = record([called, opened(), anItem('1')], came('chair'));
    const to = (seatId: string) =>
      accepted(
        electing(
          there,
          ask(HoldElection, MEETING, {
            to: { kind: 'seat', seatIds: [seatId] },
            nominations: [{ nominee: named('new'), movedBy: 'chair' }],
          }),
        ),
      );
    expect(to('committee/s-third')).toBe('election.seat-unknown');
    expect(to('s-vacant')).toMatchObject([{ type: 'ElectionHeld', data: { to: { seatIds: ['s-vacant'] } } }]);
  });

  it('records whose seat is vacated where a member of the other body ceases to be one', () =>
    expect(
      accepted(electing(sitting('callum'), ask(EndMembership, MEETING, { personId: 'callum', reason: 'Resigned' }, { facts: {} }))),
    ).toMatchObject([{ type: 'MembershipEnded', data: { seatId: 'committee/s-third' } }]));

  it('says in its minute who was there for which body, and the quorum of each', () =>
    expect(minuteText(stateOf(sitting('vice', 'police', 'audrey')))).toContain(
      [
        'THE BOARD AND THE AUDIT COMMITTEE',
        'MINUTE of Joint Meeting of the Board and the Audit Committee held on 3 March 2016.',
        'Present for The Board:- CHAIR; VICE; POLICE.',
        'Quorum: 3 of 6 voting seats present, 3 needed.',
        'Present for The Audit Committee:- VICE; AUDREY.',
        'Quorum: 2 of 3 voting seats present, 2 needed.',
      ].join('\n\n'),
    ));

  it('says which body lost its quorum', () => {
    const left = record(
      [...sitting('police', 'health', 'audrey', 'callum'), anItem('1'), aParagraph('s-1', '1', null)],
      ask(LeaveMeeting, MEETING, { personId: 'callum' }),
    );
    const course = stateOf([...left, anItem('2'), aParagraph('s-2', '2', 'p-1')]);
    expect(minuteText(course)).toContain('The meeting was inquorate from this point onwards, without a quorum of the Audit Committee.');
    const timeline = quorumTimeline(course);
    expect(timeline.rule?.bodies?.map(({ bodyId, constitution: version }) => [bodyId, version])).toEqual([
      ['board', 'v1'],
      ['committee', 'c1'],
    ]);
    expect(timeline.inquorateFrom).toMatchObject({
      paragraph: '2',
      words: 'The Board: 3 of 6 voting seats present, 3 needed; and The Audit Committee: 1 of 3 voting seats present, 2 needed',
    });
  });
});

describe('a joint meeting, called', () => {
  const body = { bodyId: 'board', name: 'The Board', timeZone: 'Europe/London' };
  const other = { bodyId: 'committee', name: 'The Audit Committee', timeZone: 'Europe/London' };
  const { notice } = standing().constitution;
  const call = (jointlyWith: readonly string[], others: readonly ((typeof other & { readonly dissolvedOn?: string }) | null)[]) =>
    accepted(
      meetingDecider.decide(
        ask(
          CallMeeting,
          MEETING,
          { date: '2016-03-03', jointlyWith: [...jointlyWith] },
          { facts: { body, others, standing: joint({ notice: { ...notice, clearDays: 5 } }) } },
        ),
        meetingHistory.initial,
      ),
    );

  it('names the bodies, in its title too, and has notice in time for each', () =>
    expect(call(['committee'], [other])).toMatchObject([
      {
        type: 'MeetingCalled',
        data: {
          title: 'Joint Meeting of the Board and the Audit Committee',
          jointlyWith: [{ bodyId: 'committee', name: 'The Audit Committee' }],
          notice: { clearDays: 5, latestDay: '2016-02-26' },
        },
      },
    ]));

  it('is refused with a body that is not in the record, is named twice or was dissolved', () => {
    expect(call(['nowhere'], [null])).toBe('meeting.no-such-body');
    expect(call(['committee', 'committee'], [other, other])).toBe('meeting.jointly-twice');
    expect(call(['board'], [body])).toBe('meeting.jointly-twice');
    expect(call(['committee'], [{ ...other, dissolvedOn: '2016-03-03' }])).toBe('meeting.body-dissolved');
    expect(call(['committee'], [{ ...other, dissolvedOn: '2016-03-04' }])).toMatchObject([{ type: 'MeetingCalled' }]);
  });

  it('is not opened where a body has no constitution that day, and names the bodies when it is cancelled', () => {
    expect(accepted(decided([called], ask(OpenMeeting, MEETING, {}, { facts: { standing: null } })))).toBe('meeting.no-constitution');
    expect(accepted(decided([called], ask(CancelMeeting, MEETING, { reason: 'Snow' })))).toMatchObject([
      { type: 'MeetingCancelled', data: { jointlyWith: ['committee'] } },
    ]);
  });

  it('needs the longest notice of any of the bodies, and that of the one body where it is alone', () => {
    const asked = (clearDays: number) => noticeRuleOf(joint({ notice: { ...notice, clearDays, source: 'The other' } }));
    expect(asked(7)?.source).toBe('The other');
    expect(asked(3)?.source).toBe('1973 Act Sch 7');
    expect(asked(1)?.source).toBe('1973 Act Sch 7');
    expect(noticeRuleOf(standing())).toEqual(notice);
    expect(noticeRuleOf(null)).toBeNull();
  });
});
