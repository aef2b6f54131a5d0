import { describe, expect, it } from '@jest/globals';
import { aParagraph, anItem, anOpenMeeting, aStanding, MEMBERS, person } from '../../../../test/support/a-meeting.js';
import { ask, given } from '../../../../test/support/decider-spec.js';
import { type CommandFor } from '../../../kernel/command.js';
import { type VotingRule } from '../../bodies/constitution.js';
import { minuteText } from '../document/minute-text.js';
import { meetingDecider } from '../meeting.decider.js';
import { motionDecider } from '../motions/motion.decider.js';
import { MoveMotion, SecondMotion, TakeVote } from '../motions/motions.commands.js';
import { StrikeEntry } from '../minutes/minutes.commands.js';
import { minuteDecider } from '../minutes/minute.decider.js';
import { standingAt, now } from '../record/entries.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { CorrectRoll, TakeChair } from '../sederunt/sederunt.commands.js';
import { entitledToVote, presidingAt, quorumNow } from '../sederunt/room.js';
import { electionDecider } from './election.decider.js';
import { CorrectElection, EndMembership, HoldElection, TakeElectionRound } from './elections.commands.js';

const MEETING = 'board/2016-03-03';
const NO_FACTS = { facts: {} };
const id = (number: number) => `01900000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`;
type Data = CommandFor<typeof HoldElection>['data'];
type Round = NonNullable<Data['rounds']>[number];

const vacant = (event: MeetingStreamEvent, seats: readonly string[]): MeetingStreamEvent =>
  event.type === 'MeetingOpened'
    ? {
        ...event,
        data: {
          standing: {
            ...event.data.standing,
            roll: event.data.standing.roll.map((seat) => (seats.includes(seat.seatId) ? { ...seat, holder: null } : seat)),
          },
        },
      }
    : event;
const inAttendance = (personId: string): MeetingStreamEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: person(personId), as: 'in-attendance', how: 'in-room', after: null },
});

interface Sitting {
  readonly rules?: Partial<VotingRule>;
  readonly seats?: readonly string[];
  readonly present?: readonly string[];
  readonly more?: readonly MeetingStreamEvent[];
}

/** The board of five sits with an item in hand; `seats` are vacant, and whoever held them is not there. */
const sitting = ({ rules = {}, seats = [], present = MEMBERS, more = [] }: Sitting = {}) =>
  given(meetingHistory, [
    ...anOpenMeeting({ present: present.filter((one) => !seats.includes(`seat-${one}`)) }).map((event): MeetingStreamEvent => {
      if (event.type !== 'MeetingOpened') return event;
      const { standing } = event.data;
      const { constitution } = standing;
      const voting = { ...constitution.voting, ...rules };
      return vacant({ ...event, data: { standing: { ...standing, constitution: { ...constitution, voting } } } }, seats);
    }),
    ...more,
    anItem('1', { itemId: 'item-1' }),
    aParagraph('s-1', '1', null),
  ]);

const nominated = (personId: string, more: object = {}) => ({ nominee: person(personId), movedBy: 'a', secondedBy: 'b', ...more });
const hold = (nominees: string, more: Partial<Data> = {}) =>
  ask(
    HoldElection,
    MEETING,
    { to: { kind: 'office', name: 'Chair' }, nominations: [...nominees].map((one) => nominated(one)), ...more },
    NO_FACTS,
  );
const hands = (counts: Readonly<Record<string, number>>, more: Partial<Round> = {}): Round => ({
  method: 'show-of-hands',
  counts: Object.entries(counts).map(([personId, count]) => ({ personId, count })),
  ...more,
});
const lot = (on: string): Pick<Round, 'lot'> => ({ lot: { drawnBy: person('clerk'), on: [...on] } });
const held = (events: readonly object[]) => (events as { type: string; data: Record<string, unknown> }[])[0]!.data;
const electedIn = ({ elections }: Meeting): string =>
  elections
    .at(-1)!
    .elected.map((one) => one.person.personId)
    .join('');
const told = (meeting: Meeting): string =>
  minuteText(meeting)
    .split(/\n\n(?:ELECTION|APPOINTMENT)\n\n/)[1]
    ?.replace(/\n\nDRAFT\n$/, '') ?? '';
const voters = (meeting: Meeting): string =>
  entitledToVote(meeting, now(meeting), 's-1')
    .map((one) => one.person.personId)
    .join('');

describe('an election', () => {
  it('of the only nominee declares them elected, and reads as a minute does', () =>
    sitting()
      .when(electionDecider, hold('c'))
      .thenState((meeting: Meeting) => {
        expect(meeting.elections[0]).toMatchObject({ outcome: 'unopposed', to: { office: 'chair' }, on: '2016-03-03', quorate: true });
        expect(electedIn(meeting)).toBe('c');
        expect(told(meeting)).toBe(
          'Councillor A, seconded by Councillor B, moved that Councillor C be appointed Chair. There being no other nominations, Councillor C was declared elected.',
        );
      }));

  it('counts neither a nominee who declined nor one who was withdrawn', () =>
    sitting()
      .when(
        electionDecider,
        hold('', {
          nominations: [
            nominated('c', { then: 'declined' }),
            nominated('d', { then: 'consented' }),
            nominated('e', { then: 'withdrew', movedBy: undefined, secondedBy: undefined }),
          ],
        }),
      )
      .thenState((meeting: Meeting) => {
        expect(electedIn(meeting)).toBe('d');
        expect(told(meeting)).toBe(
          'Councillor A, seconded by Councillor B, moved that Councillor C be appointed Chair. Councillor C declined nomination. Councillor A, seconded by Councillor B, moved that Councillor D be appointed Chair. Councillor D consented. Councillor E was nominated to be appointed Chair. The nomination of Councillor E was withdrawn. There being no other candidate, Councillor D was declared elected.',
        );
      }));

  it('for which nobody stands elects nobody', () => {
    sitting()
      .when(electionDecider, hold(''))
      .thenState((meeting: Meeting) => {
        expect(meeting.elections[0]!.outcome).toBe('nobody');
        expect(told(meeting)).toBe('There were no nominations for Chair, and nobody was elected.');
      });
    sitting()
      .when(electionDecider, hold('', { nominations: [nominated('c', { then: 'declined' })] }))
      .thenState((meeting: Meeting) => expect(told(meeting)).toContain('Nobody else being nominated, and nobody was elected.'));
  });

  it('between two elects whoever has the majority', () =>
    sitting()
      .when(electionDecider, hold('cd', { rounds: [hands({ c: 2, d: 3 })] }))
      .thenState((meeting: Meeting) => {
        expect(electedIn(meeting)).toBe('d');
        expect(told(meeting)).toContain(
          '\n\nOn a show of hands there voted for Councillor C 2; and for Councillor D 3 - whereupon Councillor D was declared elected.',
        );
      }));

  it('between three drops out whoever has the fewest votes, and a fresh vote is taken until one has a majority', () =>
    sitting()
      .when(electionDecider, hold('cde', { rounds: [hands({ c: 2, d: 2, e: 1 })] }))
      .seen((meeting: Meeting) =>
        expect(meeting.elections[0]).toMatchObject({ outcome: 'open', elected: [], rounds: [{ out: person('e') }] }),
      )
      .and(electionDecider, round({ ...hands({ c: 3, d: 2 }) }))
      .thenState((meeting: Meeting) => {
        expect(electedIn(meeting)).toBe('c');
        expect(meeting.elections[0]!.outcome).toBe('voted');
        expect(told(meeting)).toContain(
          'On a show of hands there voted for Councillor C 2; for Councillor D 2; and for Councillor E 1 - whereupon Councillor E, having the fewest votes, dropped out.\n\nA fresh vote was taken. On a show of hands there voted for Councillor C 3; and for Councillor D 2 - whereupon Councillor C was declared elected.',
        );
      }));

  it('of three elects at once whoever has more than half of the votes', () =>
    sitting()
      .when(electionDecider, hold('cde', { rounds: [hands({ c: 3, d: 1, e: 1 })] }))
      .thenState((meeting: Meeting) => expect(electedIn(meeting)).toBe('c')));

  it('between equals is settled by lot, at any step', () => {
    const tied = { rounds: [hands({ c: 2, d: 2 }, { declined: 1 })] };
    sitting().when(electionDecider, hold('cd', tied)).thenRefused('election.lot-needed', { field: 'rounds.0.lot' });
    sitting()
      .when(electionDecider, hold('cd', { rounds: [hands({ c: 2, d: 2 }, { declined: 1, ...lot('d') })] }))
      .thenState((meeting: Meeting) => {
        expect(electedIn(meeting)).toBe('d');
        expect(told(meeting)).toContain(
          'there voted for Councillor C 2; and for Councillor D 2.\n\nThe votes being equal, the lot drawn by Councillor CLERK fell on Councillor D, and Councillor D was declared elected.\n\nDeclined to vote: 1.',
        );
      });
    sitting()
      .when(electionDecider, hold('cde', { rounds: [hands({ c: 1, d: 1, e: 1 }, lot('d')), hands({ c: 2, e: 1 })] }))
      .thenState((meeting: Meeting) => {
        expect(meeting.elections[0]!.rounds[0]!.out).toEqual(person('d'));
        expect(electedIn(meeting)).toBe('c');
        expect(told(meeting)).toContain('fell on Councillor D, and Councillor D dropped out.');
      });
  });

  it('refuses a lot that settles nothing, or falls on somebody else', () => {
    const between = (counts: Readonly<Record<string, number>>, on: string) =>
      sitting().when(electionDecider, hold('cde', { rounds: [hands(counts, lot(on))] }));
    between({ c: 3, d: 1, e: 1 }, 'd').thenRefused('election.no-lot', { field: 'rounds.0.lot' });
    between({ c: 2, d: 1, e: 0 }, 'e').thenRefused('election.no-lot');
    between({ c: 2, d: 1, e: 1 }, 'c').thenRefused('election.lot-on-whom', { field: 'rounds.0.lot.on' });
    between({ c: 2, d: 1, e: 1 }, 'de').thenRefused('election.lot-on-whom');
    between({ c: 0, d: 0, e: 0 }, 'c').thenRefused('election.no-lot');
  });

  it('in which nobody votes, or nobody has the majority of those entitled that the rule asks for, stays open', () => {
    sitting()
      .when(electionDecider, hold('cde', { rounds: [hands({ c: 0, d: 0, e: 0 }, { declined: 5 })] }))
      .thenState((meeting: Meeting) => expect(meeting.elections[0]).toMatchObject({ outcome: 'open', rounds: [{ elected: [] }] }));
    sitting({ rules: { majorityOf: 'entitled-and-present' } })
      .when(electionDecider, hold('cd', { rounds: [hands({ c: 2, d: 1 }, { declined: 2 })] }))
      .thenState((meeting: Meeting) => {
        expect(meeting.elections[0]!.outcome).toBe('open');
        expect(told(meeting)).toContain('whereupon nobody was elected, for want of the majority needed.');
      });
  });

  it('is refused what does not follow', () => {
    const refused = (nominees: string, rounds: readonly Round[], code: string, more: object = {}) =>
      sitting()
        .when(electionDecider, hold(nominees, { rounds: [...rounds] }))
        .thenRefused(code, more);
    refused('c', [hands({ c: 5 })], 'election.no-vote-needed', { field: 'rounds.0' });
    refused('cd', [hands({ c: 3, d: 2 }), hands({ c: 3, d: 2 })], 'election.settled', { field: 'rounds.1' });
    refused('cde', [hands({ c: 2, d: 2, e: 1 }), hands({ c: 2, e: 3 })], 'election.not-standing', { field: 'rounds.1.counts.1.personId' });
    refused('cd', [hands({ c: 3, e: 2 })], 'election.not-standing');
    refused('cde', [hands({ c: 3, d: 1 })], 'election.count-missing', { field: 'rounds.0.counts' });
    refused('cd', [hands({ c: 3, d: 3 })], 'vote.too-many', { field: 'rounds.0.counts' });
    refused('cd', [hands({ c: 3, d: 2 }, { elected: ['d'] })], 'election.not-elected', { field: 'rounds.0.elected' });
    refused('cd', [hands({ c: 3, d: 1 }, { absent: 2 })], 'vote.absent-too-many');
    refused(
      'cd',
      [
        {
          ...hands({ c: 1, d: 1 }),
          counts: [
            { personId: 'c', count: 1 },
            { personId: 'c', count: 2 },
          ],
        },
      ],
      'election.counted-twice',
    );
  });

  it('is by roll call, where each name is for one nominee, declined or absent', () => {
    const names = (of: Readonly<Record<string, string>>, more: Partial<Round> = {}): Round => ({
      method: 'roll-call',
      votes: Object.entries(of).flatMap(([what, people]) =>
        [...people].map((personId) => ({
          personId,
          ...(what === 'declined' || what === 'absent' ? { option: what as 'declined' } : { nominees: [what] }),
        })),
      ),
      ...more,
    });
    const called = (one: Round) => sitting({ present: ['a', 'b', 'c', 'd'] }).when(electionDecider, hold('cd', { rounds: [one] }));
    called(names({ c: 'ab', d: 'd', declined: 'c', absent: 'e' })).thenState((meeting: Meeting) =>
      expect(told(meeting)).toContain(
        'On a roll call there voted for Councillor C - Councillors A and B (2); and for Councillor D - Councillor D (1) - whereupon Councillor C was declared elected.\n\nDeclined to vote: Councillor C (1).\n\nAbsent from the vote: Councillor E (1).',
      ),
    );
    called(names({ c: 'ab', d: 'e' })).thenRefused('vote.not-in-room', { field: 'rounds.0.votes.2.personId' });
    called(names({ c: 'ab', d: 'a' })).thenRefused('vote.named-twice');
    called(names({ e: 'ab' })).thenRefused('election.not-standing', { field: 'rounds.0.votes.0.nominees' });
    called(names({})).thenRefused('vote.roll-call-empty');
    called({ method: 'roll-call', votes: [{ personId: 'a', nominees: ['c', 'd'] }] }).thenRefused('election.too-many-votes');
    called({ method: 'roll-call', votes: [{ personId: 'a' }] }).thenRefused('election.vote-for-whom');
    called(names({ c: 'ab' }, { counts: [{ personId: 'c', count: 3 }] })).thenRefused('vote.disagrees-with-names');
  });

  it('is by ballot, with a teller and spoilt papers and no names', () => {
    const ballot = { ...hands({ c: 2, d: 1 }), method: 'ballot', teller: person('clerk'), spoilt: 2 } as const;
    sitting()
      .when(electionDecider, hold('cd', { rounds: [ballot] }))
      .thenState((meeting: Meeting) =>
        expect(told(meeting)).toContain(
          'On a ballot, with Councillor CLERK as teller, there voted for Councillor C 2; and for Councillor D 1 - whereupon Councillor C was declared elected.\n\nSpoilt papers: 2.',
        ),
      );
    sitting()
      .when(electionDecider, hold('cd', { rounds: [{ ...ballot, spoilt: 3 }] }))
      .thenRefused('vote.too-many');
    sitting()
      .when(electionDecider, hold('cd', { rounds: [{ ...ballot, votes: [{ personId: 'a', nominees: ['c'] }] }] }))
      .thenRefused('vote.ballot-names');
  });

  it('that nobody counted names whoever was declared elected', () => {
    const declared = (elected: string, more: Partial<Round> = {}) =>
      sitting().when(electionDecider, hold('cd', { rounds: [{ method: 'declared', elected: [...elected], ...more }] }));
    declared('c').thenState((meeting: Meeting) =>
      expect(told(meeting)).toContain('Without a count, Councillor C was declared elected against Councillor D.'),
    );
    declared('').thenRefused('election.declared-whom', { field: 'rounds.0.elected' });
    declared('cd').thenRefused('election.declared-whom');
    declared('e').thenRefused('election.declared-whom');
    declared('c', { declined: 1 }).thenRefused('election.declared-has-votes', { field: 'rounds.0.declined' });
  });

  it('to several places elects those with the most votes, and by lot between equals at the last of them', () => {
    const to = { to: { kind: 'outside-body', name: 'the Harbour Trust' }, places: 2 } as const;
    sitting()
      .when(electionDecider, hold('cde', { ...to, rounds: [hands({ c: 4, d: 3, e: 1 })] }))
      .thenState((meeting: Meeting) => {
        expect(electedIn(meeting)).toBe('cd');
        expect(told(meeting)).toContain('moved that Councillor C be appointed to the Harbour Trust.');
        expect(told(meeting)).toContain('whereupon Councillors C and D were declared elected.');
        expect(minuteText(meeting)).toContain('APPOINTMENT');
      });
    sitting()
      .when(electionDecider, hold('cde', { ...to, rounds: [hands({ c: 4, d: 2, e: 2 })] }))
      .thenRefused('election.lot-needed', { detail: { equal: ['Councillor D', 'Councillor E'], toBeChosen: 1 } });
    sitting()
      .when(electionDecider, hold('cde', { ...to, rounds: [hands({ c: 4, d: 2, e: 2 }, lot('e'))] }))
      .thenState((meeting: Meeting) => expect(electedIn(meeting)).toBe('ce'));
    sitting()
      .when(electionDecider, hold('cd', to))
      .thenState((meeting: Meeting) =>
        expect(told(meeting)).toContain('There being no more candidates than places, Councillors C and D were declared elected.'),
      );
    sitting()
      .when(electionDecider, hold('cde', { ...to, rounds: [hands({ c: 5, d: 5, e: 1 })] }))
      .thenRefused('vote.too-many');
  });

  it('needs somebody who moves and another who seconds, where the constitution asks for a seconder', () => {
    const nominate = (more: object, sits: Sitting = {}) =>
      sitting(sits).when(electionDecider, hold('', { nominations: [nominated('c', more)] }));
    nominate({ secondedBy: undefined }).thenRefused('election.not-seconded', { field: 'nominations.0.secondedBy' });
    nominate({ movedBy: undefined }).thenRefused('election.not-seconded', { field: 'nominations.0.movedBy' });
    nominate({ secondedBy: 'a' }).thenRefused('election.nominates-self-twice', { field: 'nominations.0.secondedBy' });
    nominate({ secondedBy: 'z' }).thenRefused('motion.not-in-room', { field: 'nominations.0.secondedBy' });
    nominate({ secondedBy: undefined }, { rules: { seconder: false } }).thenAccepted(() => undefined);
    sitting().when(electionDecider, hold('cc')).thenRefused('election.nominated-twice', { field: 'nominations.1.nominee' });
    sitting().when(electionDecider, hold('z')).thenRefused('election.chair-is-member', { field: 'nominations.0.nominee' });
    sitting()
      .when(electionDecider, hold('z', { to: { kind: 'office', name: 'Treasurer' } }))
      .thenState((meeting: Meeting) =>
        expect(meeting.elections[0]!.to).toEqual({ kind: 'office', name: 'Treasurer', office: 'Treasurer' }),
      );
  });

  it('is to something the body has', () => {
    const to = (one: Data['to'], more: Partial<Data> = {}) => sitting().when(electionDecider, hold('z', { to: one, ...more }));
    to({ kind: 'office' }).thenRefused('election.to-what', { field: 'to.name' });
    to({ kind: 'outside-body' }).thenRefused('election.to-what');
    to({ kind: 'office', name: 'Secretary' }, { places: 2 }).thenRefused('election.office-for-one', { field: 'places' });
    to({ kind: 'seat' }).thenRefused('election.no-vacancy', { field: 'to.seatIds' });
    to({ kind: 'seat', seatIds: ['seat-z'] }).thenRefused('election.seat-unknown', { field: 'to.seatIds.0' });
    to({ kind: 'seat', seatIds: ['seat-e'] }, { places: 2 }).thenRefused('election.places-and-seats', { field: 'places' });
    to({ kind: 'associate' }).thenState((meeting: Meeting) =>
      expect(told(meeting)).toContain('moved that Councillor Z be appointed as Associate member.'),
    );
  });

  it.each(['Convener', 'Preses', 'chair'])('to what the body calls its chair (%s) is to that office', (name) =>
    sitting()
      .when(electionDecider, hold('c', { to: { kind: 'office', name } }))
      .thenState((meeting: Meeting) =>
        expect(standingAt(meeting, now(meeting))!.offices).toEqual([{ office: 'chair', holder: person('c') }]),
      ),
  );

  it('is put right, and judged again as the room was', () => {
    const tallied = sitting().when(electionDecider, hold('cd', { rounds: [hands({ c: 2, d: 3 })] }));
    const electionId = tallied.decision.accepted ? String(held(tallied.decision.events)['electionId']) : '';
    const correct = (more: object) =>
      ask(
        CorrectElection,
        MEETING,
        { electionId, to: { kind: 'office', name: 'Chair' }, nominations: [nominated('c'), nominated('d')], reason: 'Misheard', ...more },
        NO_FACTS,
      );
    tallied.and(electionDecider, correct({ rounds: [hands({ c: 3, d: 2 })] })).thenState((meeting: Meeting) => {
      expect(electedIn(meeting)).toBe('c');
      expect(standingAt(meeting, now(meeting))!.offices).toEqual([{ office: 'chair', holder: person('c') }]);
    });
    tallied.and(electionDecider, correct({ rounds: [hands({ c: 6, d: 2 })] })).thenRefused('vote.too-many');
    tallied.and(electionDecider, correct({ to: { kind: 'associate' } })).thenRefused('election.other-kind');
    tallied.and(electionDecider, correct({ electionId: 'e-none' })).thenRefused('election.unknown');
    tallied.and(minuteDecider, ask(StrikeEntry, MEETING, { entryId: electionId, reason: 'x' })).thenRefused('minute.vote-not-struck');
  });

  it('whose round is of no election, or of one that is over, is refused', () => {
    sitting()
      .when(electionDecider, round(hands({ c: 1 }), 'e-none'))
      .thenRefused('election.unknown');
    sitting()
      .when(electionDecider, hold('c'))
      .and(electionDecider, round(hands({ c: 1 })))
      .thenRefused('election.no-vote-needed');
    sitting()
      .when(electionDecider, hold('cd', { rounds: [hands({ c: 2, d: 3 })] }))
      .and(electionDecider, round(hands({ c: 2, d: 3 })))
      .thenRefused('election.settled');
  });
});

describe('a member elected during the meeting', () => {
  const seats = { seats: ['seat-e'], more: [inAttendance('z')] };
  const fill = hold('z', { to: { kind: 'seat' } });

  it('moves and votes from then on, and not before', () => {
    const moves = ask(MoveMotion, MEETING, { text: 'That it be so', movedBy: 'z' }, { facts: { decisions: [] }, commandId: id(1) });
    sitting(seats).when(motionDecider, moves).thenRefused('motion.not-entitled');
    sitting(seats)
      .when(electionDecider, fill)
      .seen((meeting: Meeting) => {
        expect(voters(meeting)).toBe('abcdz');
        expect(entitledToVote(meeting, 0, 's-1').map((one) => one.person.personId)).toEqual(['a', 'b', 'c', 'd']);
        expect(minuteText(meeting)).toContain('In Attendance:- Councillor Z (elected a member during the meeting).');
        expect(told(meeting)).toContain('moved that Councillor Z be elected to the seat of e.');
      })
      .and(motionDecider, moves)
      .thenAccepted((events) => expect(events).toMatchObject([{ type: 'MotionMoved', data: { movedBy: person('z') } }]));
  });

  it('who only attended before counts for nothing that was decided before', () =>
    sitting({ present: ['a', 'b', 'c', 'd'], more: [inAttendance('e')] })
      .when(electionDecider, ask(EndMembership, MEETING, { personId: 'e', reason: 'Resigned' }, NO_FACTS))
      .and(electionDecider, hold('e', { to: { kind: 'seat' } }))
      .thenState((meeting: Meeting) => {
        expect(entitledToVote(meeting, 0, 's-1').map((one) => one.person.personId)).toEqual(['a', 'b', 'c', 'd']);
        expect(voters(meeting)).toBe('abcde');
      }));

  it('may take the chair from then on, and not before', () => {
    const takes = ask(TakeChair, MEETING, { personId: 'z', reason: 'Chosen' });
    sitting(seats).when(meetingDecider, takes).thenRefused('chair.not-in-room');
    sitting(seats)
      .when(electionDecider, fill)
      .and(meetingDecider, takes)
      .thenState((meeting: Meeting) => expect(presidingAt(meeting, now(meeting))).toEqual(person('z')));
  });

  it('takes the place of whoever held the seat, who may not vote any more', () =>
    sitting({ more: [inAttendance('z')] })
      .when(electionDecider, hold('z', { to: { kind: 'seat', seatIds: ['seat-e'] } }))
      .thenState((meeting: Meeting) => {
        expect(voters(meeting)).toBe('abcdz');
        expect(standingAt(meeting, 0)!.roll.at(-1)!.holder).toEqual(person('e'));
        expect(standingAt(meeting, now(meeting))!.roll.at(-1)!.holder).toEqual(person('z'));
      }));

  it('cannot be put right into somebody else once they voted', () => {
    const elected = sitting(seats).when(electionDecider, fill);
    const electionId = elected.decision.accepted ? String(held(elected.decision.events)['electionId']) : '';
    const facts = { facts: { decisions: [] } };
    elected
      .and(motionDecider, ask(MoveMotion, MEETING, { motionId: 'm', text: 'That it be so', movedBy: 'a' }, { ...facts, commandId: id(2) }))
      .and(motionDecider, seconding('b'))
      .and(
        motionDecider,
        ask(
          TakeVote,
          MEETING,
          { motionId: 'm', method: 'roll-call', votes: [{ personId: 'z', option: 'yes' }] },
          { ...facts, commandId: id(3) },
        ),
      )
      .and(
        electionDecider,
        ask(
          CorrectElection,
          MEETING,
          { electionId, to: { kind: 'seat' }, nominations: [nominated('y')], reason: 'Another' },
          { facts: {}, commandId: id(4) },
        ),
      )
      .thenRefused('attendance.voted');
  });

  it('is on the roll of the body that day, and the roll of the meeting is not changed by it', () =>
    sitting(seats)
      .when(electionDecider, fill)
      .seen((meeting: Meeting) => expect(meeting.turns).toHaveLength(1))
      .and(meetingDecider, correctRoll({ 'seat-e': 'z' }))
      .thenRefused('roll.unchanged'));

  it('stays one where the roll is put right for another seat', () =>
    sitting(seats)
      .when(electionDecider, fill)
      .and(meetingDecider, correctRoll({ 'seat-e': 'z', 'seat-d': null }))
      .thenState((meeting: Meeting) => expect(voters(meeting)).toBe('abcz')));
});

describe('a member whose membership ends in the meeting', () => {
  const ended = ask(EndMembership, MEETING, { personId: 'd', reason: 'Resigned' }, NO_FACTS);

  it('may not move or vote from then on', () =>
    sitting()
      .when(electionDecider, ended)
      .seen((meeting: Meeting) => {
        expect(voters(meeting)).toBe('abce');
        expect(minuteText(meeting)).toContain('MEMBER\n\nCouncillor D ceased to be a member: Resigned.');
      })
      .and(motionDecider, ask(MoveMotion, MEETING, { text: 'x', movedBy: 'd' }, { facts: { decisions: [] } }))
      .thenRefused('motion.not-entitled'));

  it('presides no more from then on, and may not take the chair', () =>
    sitting()
      .when(meetingDecider, ask(TakeChair, MEETING, { personId: 'd', reason: 'Chosen' }))
      .seen((meeting: Meeting) => expect(presidingAt(meeting, now(meeting))).toEqual(person('d')))
      .and(electionDecider, ended)
      .seen((meeting: Meeting) => expect(presidingAt(meeting, now(meeting))).toBeNull())
      .and(meetingDecider, ask(TakeChair, MEETING, { personId: 'd', reason: 'Chosen' }))
      .thenRefused('chair.may-not-preside', { field: 'personId' }));

  it('is one, and is succeeded by whoever is elected to the seat', () => {
    sitting().when(electionDecider, ended).and(electionDecider, ended).thenRefused('membership.not-member', { field: 'personId' });
    sitting({ more: [inAttendance('z')] })
      .when(electionDecider, ended)
      .and(electionDecider, hold('z', { to: { kind: 'seat' } }))
      .thenState((meeting: Meeting) => expect(voters(meeting)).toBe('abcze'));
  });

  it('may have been one until a place that is named', () =>
    sitting()
      .when(
        electionDecider,
        ask(EndMembership, MEETING, { personId: 'd', reason: 'Resigned', words: 'D stood down.', afterParagraph: '1' }, NO_FACTS),
      )
      .thenState((meeting: Meeting) => {
        expect(meeting.turns).toMatchObject([{ after: 'p-1', seatId: 'seat-d', holder: null }]);
        expect(minuteText(meeting)).toContain('D stood down.');
      }));
});

describe('an officer in the chair', () => {
  const takes = (personId: string, more: object = { untilElected: true }) =>
    ask(TakeChair, MEETING, { personId, reason: 'Returning Officer', ...more });
  const officer = { more: [inAttendance('z')] };

  it('presides until the chair is elected, counts for nothing, and is told as such', () =>
    sitting(officer)
      .when(meetingDecider, takes('z'))
      .seen((meeting: Meeting) => {
        expect(presidingAt(meeting, now(meeting))).toEqual(person('z'));
        expect(voters(meeting)).toBe('abcde');
        expect(quorumNow(meeting)).toMatchObject({ present: 5 });
        expect(minuteText(meeting)).toContain('Councillor Z, Returning Officer, took the chair until the election of the Chairman.');
      })
      .and(electionDecider, hold('c'))
      .and(meetingDecider, takes('z'))
      .thenRefused('chair.elected-already', { field: 'untilElected', detail: { chair: 'Councillor C' } }));

  it('gives no casting vote', () =>
    sitting(officer)
      .when(meetingDecider, takes('z'))
      .and(motionDecider, ask(MoveMotion, MEETING, { motionId: 'm', text: 'x', movedBy: 'a' }, { facts: { decisions: [] } }))
      .and(motionDecider, seconding('b'))
      .and(
        motionDecider,
        ask(
          TakeVote,
          MEETING,
          { motionId: 'm', method: 'show-of-hands', counts: { yes: 2, no: 2 }, castingVote: { personId: 'z', option: 'yes' } },
          { facts: { decisions: [] } },
        ),
      )
      .thenRefused('vote.officer-presides', { field: 'castingVote' }));

  it('is somebody in attendance and no member', () => {
    sitting(officer).when(meetingDecider, takes('z', {})).thenRefused('chair.not-in-room');
    sitting(officer).when(meetingDecider, takes('b')).thenRefused('chair.officer-is-member', { field: 'untilElected' });
    sitting(officer).when(meetingDecider, takes('y')).thenRefused('chair.not-in-room');
  });
});

describe('the newly elected chair', () => {
  it('takes the chair in the same meeting, by the office', () => {
    const takes = ask(TakeChair, MEETING, { personId: 'c', reason: 'Chair' });
    sitting()
      .when(electionDecider, hold('c'))
      .and(meetingDecider, takes)
      .thenState((meeting: Meeting) => {
        expect(meeting.chairs.at(-1)!.person).toEqual(person('c'));
        expect(minuteText(meeting)).toContain('Councillor C took the chair.');
      });
  });
});

function correctRoll(holders: Readonly<Record<string, string | null>>) {
  return (meeting: Meeting) => {
    const { standing } = meeting.standings[0]!;
    const roll = standing.roll.map((seat) => {
      const holder = holders[seat.seatId];
      return holder === undefined ? seat : { ...seat, holder: holder === null ? null : person(holder) };
    });
    return ask(CorrectRoll, MEETING, { reason: 'As the body has it' }, { facts: { standing: { ...standing, roll } } });
  };
}

const seconding = (secondedBy: string) => ask(SecondMotion, MEETING, { motionId: 'm', secondedBy });

function round(data: Round, electionId?: string) {
  return (meeting: Meeting) =>
    ask(
      TakeElectionRound,
      MEETING,
      { electionId: electionId ?? meeting.elections.at(-1)?.electionId ?? '', ...data },
      { facts: {}, commandId: id(9) },
    );
}

describe('who is nominated', () => {
  const nominees = (...nominations: readonly object[]) => hold('', { nominations: nominations as never });

  it('needs no seconder and no seat where they declined or were withdrawn', () => {
    const alone = { movedBy: undefined, secondedBy: undefined };
    for (const then of ['declined', 'withdrew'] as const)
      sitting()
        .when(electionDecider, nominees(nominated('c'), nominated('guest', { ...alone, then })))
        .thenAccepted();
    sitting()
      .when(electionDecider, nominees(nominated('c', alone)))
      .thenRefused('election.not-seconded', { field: 'nominations.0.movedBy' });
  });

  it('for chair or vice-chair is a member', () => {
    for (const name of ['Chair', 'Vice-Chair'])
      sitting()
        .when(electionDecider, hold('', { to: { kind: 'office', name }, nominations: [nominated('guest')] }))
        .thenRefused('election.chair-is-member', { field: 'nominations.0.nominee' });
    sitting()
      .when(electionDecider, hold('', { to: { kind: 'outside-body', name: 'The Trust' }, nominations: [nominated('guest')] }))
      .thenAccepted();
  });

  it('is moved by somebody who is there', () =>
    sitting()
      .when(electionDecider, nominees(nominated('c', { movedBy: 'z' })))
      .thenRefused('motion.not-in-room', { field: 'nominations.0.movedBy' }));

  it('is called what the sederunt calls them, else the roll, else as was said', () => {
    const called = (name: string, one: object, events: Sitting) => {
      let found: unknown;
      sitting(events)
        .when(electionDecider, hold('', { to: { kind: 'outside-body', name: 'The Trust' }, nominations: [{ ...nominated(name), ...one }] }))
        .thenAccepted((all) => (found = (held(all) as { nominations: { nominee: { name: string } }[] }).nominations[0]!.nominee.name));
      return found;
    };
    const said = (personId: string) => ({ nominee: { personId, name: 'Said' } });
    expect(called('c', said('c'), {})).toBe('Councillor C');
    expect(called('e', said('e'), { present: ['a', 'b', 'c', 'd'] })).toBe('Councillor E');
    expect(called('z', said('z'), { more: [inAttendance('z')] })).toBe('Councillor Z');
    expect(called('z', said('z'), {})).toBe('Said');
  });

  it('may be nobody yet', () =>
    sitting()
      .when(electionDecider, ask(HoldElection, MEETING, { to: { kind: 'outside-body', name: 'The Trust' } } as never, NO_FACTS))
      .thenAccepted((events) => expect(held(events)).toMatchObject({ nominations: [], rounds: [], outcome: 'nobody' })));
});

describe('what somebody is elected to', () => {
  const seats = (seatIds: readonly string[], more: Partial<Data> = {}, people = 'cd') =>
    hold(people, { to: { kind: 'seat', seatIds: [...seatIds] }, ...more });
  const vacancies = { seats: ['seat-d', 'seat-e'] };

  it('is as many seats as are named', () => {
    sitting(vacancies)
      .when(electionDecider, seats(['seat-d', 'seat-e'], { places: 2 }))
      .thenAccepted((events) => expect(held(events)).toMatchObject({ places: 2, to: { seatIds: ['seat-d', 'seat-e'] } }));
    sitting(vacancies)
      .when(electionDecider, seats(['seat-d', 'seat-e']))
      .thenAccepted((events) => expect(held(events)).toMatchObject({ places: 2 }));
    sitting(vacancies)
      .when(electionDecider, seats(['seat-d', 'seat-e'], { places: 1 }))
      .thenRefused('election.places-and-seats', { field: 'places' });
  });

  it('is a seat of the roll, each once', () => {
    sitting(vacancies)
      .when(electionDecider, seats(['seat-d', 'seat-x', 'seat-y']))
      .thenRefused('election.seat-unknown', { field: 'to.seatIds.1' });
    sitting(vacancies)
      .when(electionDecider, seats(['seat-d', 'seat-e', 'seat-e', 'seat-d']))
      .thenRefused('election.seat-unknown', { field: 'to.seatIds.2' });
  });

  it('is named as was said, else by the seats, or as an associate', () => {
    const to = (data: object) => {
      let found: unknown;
      sitting(vacancies)
        .when(electionDecider, hold('c', { to: data as never }))
        .thenAccepted((events) => (found = held(events).to));
      return found;
    };
    expect(to({ kind: 'seat', name: 'Parent member', seatIds: ['seat-d'] })).toEqual({
      kind: 'seat',
      name: 'Parent member',
      seatIds: ['seat-d'],
    });
    expect(to({ kind: 'seat', seatIds: ['seat-e'] })).toEqual({ kind: 'seat', name: 'e', seatIds: ['seat-e'] });
    expect(to({ kind: 'associate', name: 'Adviser', seatIds: ['seat-d'] })).toEqual({
      kind: 'associate',
      name: 'Adviser',
      seatIds: ['seat-d'],
    });
    expect(to({ kind: 'associate' })).toStrictEqual({ kind: 'associate', name: 'Associate member' });
  });
});

describe('the place of an election', () => {
  const next = [anItem('0', {}), aParagraph('s-0', '0', null)];

  it('is the item in hand, or where it was if it is written down late', () => {
    const found = (data: Partial<Data>) => {
      let event: object = {};
      sitting({ more: next })
        .when(electionDecider, hold('c', data))
        .thenAccepted((events) => (event = held(events)));
      return event;
    };
    expect(found({})).toMatchObject({ sectionId: 's-1' });
    expect(found({})).not.toHaveProperty('after');
    expect(found({ afterParagraph: '0' })).toMatchObject({ sectionId: 's-0', after: expect.stringMatching(/^p-/) });
    for (const command of [
      hold('c', { afterParagraph: '7' }),
      ask(EndMembership, MEETING, { personId: 'c', reason: 'Resigned', afterParagraph: '7' }, NO_FACTS),
    ])
      sitting().when(electionDecider, command).thenRefused('meeting.no-such-paragraph', { field: 'afterParagraph' });
    sitting({ more: next })
      .when(electionDecider, ask(EndMembership, MEETING, { personId: 'c', reason: 'Resigned', afterParagraph: '1' }, NO_FACTS))
      .thenAccepted((events) => expect(held(events)).toMatchObject({ on: '2016-03-03', after: 'p-1' }));
  });

  it('is none while the meeting is adjourned', () =>
    sitting({ more: [{ type: 'MeetingAdjourned', v: 1, data: { reason: 'Late', after: null } }] })
      .when(electionDecider, hold('c'))
      .thenRefused('meeting.adjourned'));
});

describe('a vote of an election taken since', () => {
  const open = sitting().when(electionDecider, hold('cde', { rounds: [hands({ c: 2, d: 2, e: 1 })] }));
  const round =
    (more: object = {}) =>
    (meeting: Meeting) =>
      ask(
        TakeElectionRound,
        MEETING,
        { electionId: meeting.elections[0]!.electionId, ...hands({ c: 3, d: 2 }), ...more },
        {
          ...NO_FACTS,
          commandId: id(77),
        },
      );

  it('is kept whole, with what is elected to, the day and the place', () => {
    open.and(electionDecider, round()).thenAccepted((events) => {
      expect(held(events)).toMatchObject({ sectionId: 's-1', on: '2016-03-03', to: { kind: 'office', name: 'Chair' }, outcome: 'voted' });
      expect(held(events)).not.toHaveProperty('after');
    });
    open.and(electionDecider, round({ afterParagraph: '1' })).thenAccepted((events) => expect(held(events)).toHaveProperty('after'));
    open.and(electionDecider, round({ afterParagraph: '7' })).thenRefused('meeting.no-such-paragraph');
  });

  it('is of the day on which the meeting then sits', () => {
    const standing = aStanding({ kind: 'number', atLeast: 3 }, '2016-03-10');
    const resumed: readonly MeetingStreamEvent[] = [
      { type: 'MeetingAdjourned', v: 1, data: { reason: 'Late', after: null } },
      { type: 'MeetingResumed', v: 1, data: { date: '2016-03-10', standing, after: null } },
    ];
    sitting({ more: resumed })
      .when(electionDecider, hold('cde', { rounds: [hands({ c: 2, d: 2, e: 1 })] }))
      .and(electionDecider, round())
      .thenAccepted((events) => expect(held(events)).toMatchObject({ on: '2016-03-10' }));
  });

  it('is not asked for where nobody else stood, and is one of somebody', () => {
    sitting()
      .when(electionDecider, hold('c'))
      .and(electionDecider, round())
      .thenRefused('election.no-vote-needed', { field: 'electionId' });
    const nominations = [...'cd'].map((one) => ({ nominee: person(one) }));
    const { decision } = sitting({ present: [], rules: { seconder: false } }).when(
      electionDecider,
      hold('', { nominations, rounds: [hands({ c: 0, d: 0 })] }),
    );
    expect(decision).toMatchObject({ accepted: false, code: 'vote.nobody-entitled' });
    expect(decision).not.toHaveProperty('field');
  });

  it('is refused by the fields of its own; one of several by its place among them', () => {
    open.and(electionDecider, round({ counts: [{ personId: 'c', count: 3 }] })).thenRefused('election.count-missing', { field: 'counts' });
    open
      .and(electionDecider, round())
      .and(electionDecider, (meeting: Meeting) =>
        ask(TakeElectionRound, MEETING, { electionId: meeting.elections[0]!.electionId, ...hands({ c: 3, d: 2 }) }, NO_FACTS),
      )
      .thenRefused('election.settled', { field: 'electionId' });
    sitting()
      .when(electionDecider, hold('cde', { rounds: [hands({ c: 2, d: 2 })] }))
      .thenRefused('election.count-missing', { field: 'rounds.0.counts' });
    sitting()
      .when(electionDecider, hold('cd', { rounds: [hands({ c: 3, d: 2 }), hands({ c: 3, d: 2 })] }))
      .thenRefused('election.settled', { field: 'rounds.1' });
    sitting()
      .when(electionDecider, hold('c', { rounds: [hands({ c: 3 })] }))
      .thenRefused('election.no-vote-needed', { field: 'rounds.0' });
  });

  it('keeps its place where the election is corrected, with the reason', () =>
    open
      .and(electionDecider, round())
      .and(electionDecider, (meeting: Meeting) => {
        const { electionId } = meeting.elections[0]!;
        const rounds = [hands({ c: 2, d: 2, e: 1 }), hands({ c: 2, d: 3 })];
        const nominations = [...'cde'].map((one) => nominated(one));
        return ask(
          CorrectElection,
          MEETING,
          { electionId, to: { kind: 'office', name: 'Chair' }, nominations, rounds, reason: 'A slip' },
          NO_FACTS,
        );
      })
      .thenAccepted((events) => {
        const { election, ...more } = held(events) as { election: { electionId: string; rounds: { roundId?: string }[] } };
        expect(more).toEqual({ electionId: election.electionId, reason: 'A slip' });
        expect(election.rounds.map(({ roundId }) => roundId !== undefined)).toEqual([false, true]);
      }));

  it('is of the seats that the election was for, unless it is corrected to others', () => {
    const filled = sitting({ seats: ['seat-d', 'seat-e'] }).when(electionDecider, hold('z', { to: { kind: 'seat', seatIds: ['seat-e'] } }));
    const corrected = (to: object) => (meeting: Meeting) =>
      ask(
        CorrectElection,
        MEETING,
        {
          electionId: meeting.elections[0]!.electionId,
          to: { kind: 'seat', ...to },
          nominations: [nominated('y')],
          reason: 'A slip',
        } as never,
        NO_FACTS,
      );
    filled
      .and(electionDecider, corrected({}))
      .thenAccepted((events) =>
        expect(held(events)).toMatchObject({ election: { to: { seatIds: ['seat-e'] }, elected: [{ seatId: 'seat-e' }] } }),
      );
    filled
      .and(electionDecider, corrected({ seatIds: ['seat-d'] }))
      .thenAccepted((events) => expect(held(events)).toMatchObject({ election: { to: { seatIds: ['seat-d'] } } }));
  });
});
