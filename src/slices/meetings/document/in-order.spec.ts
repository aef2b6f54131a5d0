import { describe, expect, it } from '@jest/globals';
import {
  aDecision,
  aDivision,
  anItem,
  anOpenMeeting,
  aParagraph,
  aProceduralMotion,
  aStanding,
  concluded,
  person,
} from '../../../../test/support/a-meeting.js';
import { folded } from '../../../../test/support/decider-spec.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { type VoteTakenData } from '../events/motion.events.js';
import { type DivisionTakenData } from '../votes/division.events.js';
import { assembleMinute } from './assemble.js';
import { minuteText } from './minute-text.js';
import { renderMinuteHtml } from './render-html.js';

type EventOf<T> = Extract<MeetingStreamEvent, { type: T }>;
const event = <T extends MeetingStreamEvent['type']>(type: T, data: EventOf<T>['data']): MeetingStreamEvent =>
  ({ type, v: 1, data }) as unknown as MeetingStreamEvent;

const meetingOf = (...events: readonly MeetingStreamEvent[]) => folded(meetingHistory, [...anOpenMeeting(), ...events]);
/** The minute from its second block of the first item on. */
const told = (...events: readonly MeetingStreamEvent[]): string[] =>
  minuteText(meetingOf(anItem('1'), aParagraph('s-1', '1', null), ...events))
    .trimEnd()
    .split('\n\n')
    .slice(5, -1);

const left = (id: string, more: object = {}) => event('MemberLeft', { person: person(id), after: 'p-1', ...more });
const back = (id: string) => event('MemberRejoined', { person: person(id), how: 'in-room', after: 'p-1' });
const moved = (motionId: string, by: string, more: object = {}) =>
  event('MotionMoved', { motionId, sectionId: 's-1', text: `That ${motionId} be so`, movedBy: person(by), ...more });
const seconded = (motionId: string, by: string) => event('MotionSeconded', { motionId, secondedBy: person(by) });
const withdrawn = (motionId: string) => event('MotionWithdrawn', { motionId });
const dissent = (id: string, of: { motionId: string } | { decisionId: string }) => event('DissentRecorded', { person: person(id), ...of });
const voted = (motionId: string, more: Partial<VoteTakenData> = {}) =>
  event('VoteTaken', {
    voteId: `v-${motionId}`,
    motionId,
    sectionId: 's-1',
    method: 'show-of-hands',
    counts: { yes: 3, no: 1, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
    votes: [],
    entitled: [],
    result: 'carried',
    decidedBy: 'majority',
    quorate: true,
    constitutionVersion: 'v1',
    ...more,
  });
const adjourned = event('MeetingAdjourned', { reason: 'The hour was late', after: 'p-1' });
const resumed = event('MeetingResumed', {
  date: '2016-03-10',
  standing: aStanding({ kind: 'number', atLeast: 3 }, '2016-03-10'),
  after: 'p-1',
});
const ADJOURNED = ['ADJOURNMENT', 'The meeting was adjourned: The hour was late.'];
const RESUMED = ['RESUMPTION', 'The meeting resumed on 10 March 2016.'];

describe('a minute, in the order in which it happened,', () => {
  it('tells of whoever left on the day the meeting resumed after the resumption', () =>
    expect(told(adjourned, resumed, left('b'))).toEqual([...ADJOURNED, ...RESUMED, 'MEMBER', 'Councillor B left the meeting.']));

  it('tells of a motion withdrawn before the adjournment before it', () =>
    expect(told(moved('m-1', 'b'), withdrawn('m-1'), adjourned, resumed)).toEqual([
      'MOTION',
      'Councillor B moved: That m-1 be so. The motion was withdrawn.',
      ...ADJOURNED,
      ...RESUMED,
    ]));

  it('says that the quorum was lost where it was lost, before the adjournment that followed', () =>
    expect(told(left('b'), left('c'), left('d'), adjourned)).toEqual([
      'MEMBERS',
      'Councillor B, Councillor C and Councillor D left the meeting.',
      'QUORUM',
      'The meeting was inquorate from this point onwards.',
      ...ADJOURNED,
    ]));

  it('tells of whoever left and came back in turn', () => {
    expect(told(left('b'), back('b'), left('b'))).toEqual([
      'MEMBER',
      'Councillor B left the meeting. Councillor B rejoined the meeting. Councillor B left the meeting.',
    ]);
    expect(told(left('b'), left('c'), back('c'), left('d', { words: 'Councillor D had to go.' }))).toEqual([
      'MEMBERS',
      'Councillor B and Councillor C left the meeting. Councillor C rejoined the meeting. Councillor D had to go.',
    ]);
    const chair = event('ChairTaken', { person: person('c'), reason: 'The chair left', after: 'p-1' });
    expect(told(left('a'), chair, back('a'))).toEqual([
      'MEMBER',
      'Councillor A left the meeting.',
      'CHAIRMAN',
      'Councillor C took the chair: The chair left.',
      'MEMBER',
      'Councillor A rejoined the meeting.',
    ]);
  });

  it('tells of a vote that nobody counted in the words of the body, without numbers', () => {
    const none = { yes: 0, no: 0, abstain: 0, absent: 0, notVoting: 0, paired: 0 };
    const said = (more: Partial<VoteTakenData>) => told(moved('m-1', 'b'), voted('m-1', { counts: none, ...more })).at(-1);
    const declared = { method: 'declared', decidedBy: 'declared' } as const;
    expect(said({ ...declared, asWorded: 'agreed overwhelmingly' })).toBe(
      'Without a count it was declared carried (agreed overwhelmingly).',
    );
    expect(said({ ...declared, result: 'not-carried' })).toBe('Without a count it was declared not carried.');
    expect(said({ method: 'acclamation', decidedBy: 'acclamation' })).toBe('By acclamation it was carried.');
  });

  it('tells of a vote declared void, and that it was taken again', () => {
    const declared = (voteId: string, motionIds: readonly string[] = ['m-1']) =>
      event('VoteDeclaredVoid', { voteId, sectionId: 's-1', motionIds, ruledBy: person('a'), reason: 'the doors were open' });
    const again = voted('m-1', { voteId: 'v-2', result: 'not-carried' });
    const [carried, lost] = ['carried', 'not carried'].map((result) => `On a show of hands 3 voted for and 1 against; it was ${result}.`);
    const first = [moved('m-1', 'b'), voted('m-1'), dissent('c', { motionId: 'm-1' })];
    expect(told(...first, declared('v-m-1'), again)).toEqual([
      'VOTE',
      'Councillor B moved: That m-1 be so.',
      carried,
      'Councillor C asked that their dissent be recorded.',
      'The vote was declared void by Councillor A: the doors were open.',
      'VOTE',
      'The vote was taken again.',
      lost,
    ]);
    const apart = aParagraph('s-1', '2', 'v-m-1');
    expect(
      told(...first, apart, declared('v-m-1'), aParagraph('s-1', '3', 'p-2'), { ...again, data: { ...again.data, after: 'p-3' } } as never),
    ).toEqual([
      ...['VOTE', 'Councillor B moved: That m-1 be so.', carried, 'Councillor C asked that their dissent be recorded.', '2 Paragraph 2.'],
      ...['VOTE', 'The vote on the motion moved by Councillor B (That m-1 be so) was declared void by Councillor A: the doors were open.'],
      ...['3 Paragraph 3.', 'VOTE', 'The motion was put again: That m-1 be so.', lost],
    ]);
    const division = event('DivisionTaken', aDivision());
    const divided = told(
      moved('m-1', 'b'),
      moved('a-1', 'c', { amends: 'm-1' }),
      division,
      declared('v-1', ['m-1', 'a-1']),
      event('DivisionTaken', aDivision({ divisionId: 'v-2' })),
    );
    expect(divided.filter((text) => /void|again/.test(text))).toEqual([
      'The vote was declared void by Councillor A: the doors were open.',
      'The vote was taken again.',
    ]);
    expect(told(...first, declared('v-m-1'), concluded)).toContain('The motion moved by Councillor B (That m-1 be so) was not put again.');
  });

  it('says on what loss a decision rests, where that does not stand right above', () => {
    const lost = [moved('m-1', 'b'), voted('m-1', { result: 'not-carried' })];
    const decided = (onLossOf: string, after: string) => aDecision('d-1', { after, onLossOf, words: 'AGREED to do nothing.' });
    const text = (...events: readonly MeetingStreamEvent[]) => told(...events).slice(told(...events).indexOf('DECISION') + 1);
    expect(text(...lost, decided('m-1', 'v-m-1'))).toEqual(['AGREED to do nothing.']);
    expect(text(...lost, aParagraph('s-1', '2', 'v-m-1'), decided('m-1', 'p-2'))).toEqual([
      'AGREED to do nothing.',
      'So resolved, the motion moved by Councillor B (That m-1 be so) having been lost.',
    ]);
    const dissented = [...lost, aParagraph('s-1', '2', 'v-m-1'), decided('m-1', 'p-2'), dissent('c', { decisionId: 'd-1' })];
    expect(text(...dissented)).toEqual([
      'AGREED to do nothing.',
      'So resolved, the motion moved by Councillor B (That m-1 be so) having been lost.',
      'Councillor C asked that their dissent be recorded.',
    ]);
    const fell = [moved('m-1', 'b'), event('MotionFell', { motionId: 'm-1', why: 'no seconder' })];
    expect(text(...fell, decided('m-1', 'p-1'))).toEqual(['AGREED to do nothing.']);
    expect(text(...fell, aParagraph('s-1', '2', 'p-1'), decided('m-1', 'p-2'))).toEqual([
      'AGREED to do nothing.',
      'So resolved, the motion moved by Councillor B (That m-1 be so) having fallen.',
    ]);
    const procedural = aProceduralMotion({}, { result: 'not-carried' });
    expect(text(procedural, decided('y-1', 'y-1'))).toEqual(['AGREED to do nothing.']);
    expect(text(procedural, aParagraph('s-1', '2', 'y-1'), decided('y-1', 'p-2'))).toEqual([
      'AGREED to do nothing.',
      'So resolved, the motion of Councillor B that the question be now put having been lost.',
    ]);
    const shown = renderMinuteHtml(
      assembleMinute(meetingOf(anItem('1'), aParagraph('s-1', '1', null), ...lost, aParagraph('s-1', '2', 'v-m-1'), decided('m-1', 'p-2'))),
    );
    expect(shown).toContain('<p class="loss">So resolved, the motion moved');
  });

  it('has a motion where it was moved, its amendment after it, and then what is put: the motion, as amended, in its words', () => {
    const amendment = moved('a-1', 'c', { text: 'add "for a year"', amends: 'm-1' });
    const motion = [moved('m-1', 'b'), seconded('m-1', 'd'), amendment, seconded('a-1', 'e')];
    const carried = 'On a show of hands 3 voted for and 1 against; it was carried.';
    expect(told(...motion, voted('a-1'), voted('m-1'))).toEqual([
      'MOTION',
      'Councillor B, seconded by Councillor D, moved: That m-1 be so.',
      'VOTE',
      'Councillor C, seconded by Councillor E, moved as an amendment: add "for a year".',
      carried,
      'VOTE',
      'The motion, as amended, was put: That m-1 be so; as amended: add "for a year".',
      carried,
    ]);
    const lost = voted('a-1', { result: 'not-carried' });
    expect(told(...motion, lost, voted('m-1')).slice(-2)).toEqual(['The motion was put: That m-1 be so.', carried]);
  });

  it('tells of a seconder, and of the end of a motion, where something else came between', () =>
    expect(told(moved('m-1', 'b'), moved('m-2', 'c'), seconded('m-1', 'd'), withdrawn('m-2'), withdrawn('m-1'))).toEqual([
      'MOTION',
      'Councillor B moved: That m-1 be so.',
      'MOTION',
      'Councillor C moved: That m-2 be so.',
      'MOTION',
      'Councillor D seconded the motion moved by Councillor B (That m-1 be so).',
      'MOTION',
      'The motion moved by Councillor C (That m-2 be so) was withdrawn.',
      'MOTION',
      'The motion moved by Councillor B (That m-1 be so) was withdrawn.',
    ]));

  it('has a dissent from a decision under it in text, HTML and JSON, and one asked for later where it was', () => {
    const dissents = [dissent('c', { decisionId: 'd-1' }), dissent('d', { decisionId: 'd-1' })];
    const sentence = 'Councillors C and D asked that their dissent be recorded.';
    const meeting = meetingOf(anItem('1'), aParagraph('s-1', '1', null), aDecision('d-1', {}), ...dissents);
    expect(minuteText(meeting)).toContain(`DECISION\n\nAGREED.\n\n${sentence}`);
    const document = assembleMinute(meeting);
    expect(renderMinuteHtml(document)).toContain(`<p class="dissent">${sentence}</p>`);
    expect(document.sections[0]?.entries.at(-1)).toMatchObject({ kind: 'decision', entryId: 'd-1', dissent: sentence });
    expect(told(aDecision('d-1', {}), left('b', { after: 'd-1' }), ...dissents).slice(2)).toEqual([
      'MEMBER',
      'Councillor B left the meeting.',
      'DISSENT',
      'Councillor C asked that their dissent from the decision on paragraph 1 be recorded. ' +
        'Councillor D asked that their dissent from the decision on paragraph 1 be recorded.',
    ]);
  });

  it('keeps a dissent from a decision taken in private out of the public minute, under it and later', () => {
    const item = event('AgendaItemAdded', { itemId: 'i-1', number: '1', title: 'Contract', papers: [], exempt: { paragraph: '8' } });
    const from = dissent('c', { decisionId: 'd-1' });
    const private_ = [item, anItem('1', { itemId: 'i-1' }), aParagraph('s-1', '1', null), aDecision('d-1', {}), from];
    const later = [anItem('2'), aParagraph('s-2', '2', 'd-1'), dissent('d', { decisionId: 'd-1' })];
    const publicly = JSON.stringify(assembleMinute(meetingOf(...private_, ...later), { withoutExempt: true }));
    expect(publicly).not.toContain('dissent');
    expect(JSON.stringify(assembleMinute(meetingOf(...private_, ...later)))).toMatch(/Councillor C asked.*Councillor D asked/);
  });

  it('has what settled a tie with the vote, or later, where it was settled', () => {
    const tied = [moved('m-1', 'b'), voted('m-1', { result: 'tied' })];
    const casting = event('CastingVoteGiven', {
      motionId: 'm-1',
      voteId: 'v-m-1',
      castingVote: { person: person('a'), option: 'yes' },
      result: 'carried',
    });
    const used = 'Councillor A used the casting vote for; it was carried.';
    expect(told(...tied, casting).slice(-2)).toEqual(['On a show of hands 3 voted for and 1 against; the votes were equal.', used]);
    const after = { after: 'v-m-1' };
    const adjournedLater = event('MeetingAdjourned', { reason: 'The hour was late', ...after });
    expect(told(...tied, adjournedLater, event('MeetingResumed', after), casting, dissent('c', { motionId: 'm-1' })).slice(2)).toEqual([
      'On a show of hands 3 voted for and 1 against; the vote was tied.',
      ...ADJOURNED,
      'RESUMPTION',
      'The meeting resumed.',
      'VOTE',
      `On the motion moved by Councillor B (That m-1 be so), on which the votes were equal: ${used}`,
      'DISSENT',
      'Councillor C asked that their dissent from the motion moved by Councillor B (That m-1 be so) be recorded.',
    ]);
  });

  it('has a correction in the turn of what it corrects', () => {
    const two = [anItem('2'), aParagraph('s-2', '2', 'p-1')];
    const arrived = event('AttendanceCorrected', {
      personId: 'b',
      person: person('b'),
      correction: { kind: 'left', after: 'p-1' },
      reason: 'r',
    });
    const chair = event('ChairTaken', { person: person('c'), reason: 'The chair left', after: 'p-1' });
    expect(told(...two, left('b', { after: 'p-2' }), chair, arrived).slice(0, 4)).toEqual([
      'MEMBER',
      'Councillor B left the meeting.',
      'CHAIRMAN',
      'Councillor C took the chair: The chair left.',
    ]);
    const stayed = event('AttendanceCorrected', { personId: 'b', person: person('b'), correction: { kind: 'did-not-leave' }, reason: 'r' });
    expect(told(left('b'), stayed)).toEqual([]);
  });

  it('says that the meeting returned to an item, where something of it follows, and that the order or an item changed', () => {
    const two = [anItem('2'), aParagraph('s-2', '2', 'p-1'), anItem('1')];
    expect(told(...two)).toEqual(['2. ITEM 2', 'Paragraph 2.']);
    expect(
      told(...two, event('ParagraphRecorded', { paragraphId: 'p-3', sectionId: 's-1', number: '1.2', text: 'Again.', after: 'p-2' })),
    ).toEqual(['ORDER OF BUSINESS', 'The meeting returned to this item after item 2.', '1.2 Again.', '2. ITEM 2', 'Paragraph 2.']);
    expect(told(event('OrderOfBusinessChanged', { order: [], reason: 'A deputation waited' }))).toEqual([
      'ORDER OF BUSINESS',
      'The order of business was changed: A deputation waited.',
    ]);
  });

  it('tells of both declarations of somebody who declared twice', () => {
    const declared = (outcome: 'connection-only' | 'declared-and-withdrew') =>
      event('InterestDeclared', { person: person('b'), itemId: 's-1', outcome, nature: '', after: 'p-1' });
    expect(told(declared('connection-only'), declared('declared-and-withdrew'))).toEqual([
      'DECLARATIONS OF INTEREST',
      'Councillor B stated a connection with item 1. Councillor B declared an interest in item 1 and withdrew during its consideration.',
    ]);
  });

  it('says of a motion left without a vote that it was', () =>
    expect(told(moved('m-1', 'b'), left('c'), concluded).slice(4, 6)).toEqual([
      'MOTION',
      'The motion moved by Councillor B (That m-1 be so) was not voted on.',
    ]));
});

describe('a division between proposals, in a minute,', () => {
  const divided = (more: Partial<DivisionTakenData> = {}) => event('DivisionTaken', aDivision(more));
  const pair = [moved('m-1', 'b'), seconded('m-1', 'a'), moved('a-1', 'c', { amends: 'm-1' }), seconded('a-1', 'd')];
  const MOVED = [
    'MOTION',
    'Councillor B, seconded by Councillor A, moved: That m-1 be so.',
    'AMENDMENT',
    'Councillor C, seconded by Councillor D, moved as an amendment: That a-1 be so.',
  ];

  it('names who voted for what, and says what was declared', () =>
    expect(told(...pair, divided())).toEqual([
      ...MOVED,
      'DIVISION',
      'On a roll call there voted for the motion - Councillors A and B (2); and for the amendment - Councillor C (1) - whereupon the motion was declared carried.',
      'Declined to vote: Councillor D (1).',
      'Absent from the division: Councillor E (1).',
    ]));

  it('tells numbers where nobody is named, and those who were noted', () => {
    const numbers = { method: 'show-of-hands', votes: [], declined: 0, absent: 2 } as const;
    expect(told(...pair, divided(numbers)).slice(5)).toEqual([
      'On a show of hands there voted for the motion 2; and for the amendment 1 - whereupon the motion was declared carried.',
      'Absent from the division: 2.',
    ]);
    const noted = { ...numbers, absent: 0, votes: [{ person: person('b'), option: 'for', proposalId: 'm-1', role: 'member' }] } as const;
    expect(told(...pair, divided(noted))[5]).toContain('for the motion 2, among them Councillor B; and');
  });

  it('says who used the casting vote, for which', () => {
    const proposals = [
      { proposalId: 'm-1', count: 1, outcome: 'lost' },
      { proposalId: 'a-1', count: 1, outcome: 'carried' },
    ] as const;
    const cast = { proposals, votes: [], declined: 0, absent: 0, method: 'ballot', winner: 'a-1' } as const;
    expect(
      told(...pair, divided({ ...cast, decidedBy: 'casting-vote', castingVote: { person: person('a'), proposalId: 'a-1' } })).slice(5),
    ).toEqual([
      'On a ballot there voted for the motion 1; and for the amendment 1.',
      'The votes being equal, Councillor A used the casting vote for the amendment, whereupon the amendment was declared carried.',
    ]);
    expect(told(...pair, divided({ ...cast, decidedBy: 'lot', lot: { drawnBy: person('b'), proposalId: 'a-1' } }))[6]).toBe(
      'The votes being equal, the lot drawn by Councillor B fell on the amendment, whereupon the amendment was declared carried.',
    );
  });

  it('calls several amendments by their movers, and one that goes on by what it is put against next', () => {
    const proposals = [
      { proposalId: 'a-1', count: 1, outcome: 'lost' },
      { proposalId: 'a-2', count: 2, outcome: 'goes-on' },
    ] as const;
    const votes = { method: 'show-of-hands', votes: [], declined: 0, absent: 0 } as const;
    const three = [...pair, moved('a-2', 'd', { amends: 'm-1' }), seconded('a-2', 'e')];
    expect(told(...three, divided({ ...votes, proposals, winner: 'a-2' })).at(-1)).toBe(
      'On a show of hands there voted for the amendment moved by Councillor C 1; and for the amendment moved by Councillor D 2 - whereupon the amendment moved by Councillor D went forward against what was left.',
    );
  });

  it('says that nothing was decided, and calls options by their words', () => {
    const proposals = [
      { proposalId: 'o-1', words: 'Site A.', count: 1, outcome: 'undecided' },
      { proposalId: 'o-2', words: 'Site B', count: 1, outcome: 'undecided' },
    ] as const;
    const undecided = { proposals, votes: [], declined: 0, absent: 0, method: 'ballot', winner: undefined } as const;
    const ballot = (decidedBy: DivisionTakenData['decidedBy']) => told(divided({ ...undecided, decidedBy })).at(-1);
    expect(ballot('tied')).toBe(
      'On a ballot there voted for Site A 1; and for Site B 1 - whereupon, the votes being equal, nothing was decided.',
    );
    expect(ballot('no-majority')).toContain('whereupon nothing was decided, no proposal having the majority needed.');
    expect(ballot('share')).toContain('for want of the larger share of the votes that rescinding needs.');
  });

  it('says so where nobody counted', () => {
    const proposals = [
      { proposalId: 'm-1', outcome: 'carried' },
      { proposalId: 'a-1', outcome: 'lost' },
    ] as const;
    const declared = { method: 'declared', decidedBy: 'declared', proposals, votes: [], declined: 0, absent: 0 } as const;
    expect(told(...pair, divided(declared)).slice(4)).toEqual([
      'DIVISION',
      'Without a count, the motion was declared carried against the amendment.',
    ]);
  });

  it('stands as it was corrected', () => {
    const { data } = divided({ declined: 0, votes: [], absent: 0, method: 'ballot' }) as EventOf<'DivisionTaken'>;
    const corrected = event('DivisionCorrected', {
      divisionId: 'v-1',
      division: {
        ...data,
        winner: 'a-1',
        proposals: [
          { proposalId: 'm-1', count: 1, outcome: 'lost' },
          { proposalId: 'a-1', count: 2, outcome: 'carried' },
        ],
      },
      reason: 'Turned round',
    });
    expect(told(...pair, divided(), corrected).slice(4)).toEqual([
      'DIVISION',
      'On a ballot there voted for the motion 1; and for the amendment 2 - whereupon the amendment was declared carried.',
    ]);
  });

  it('leaves what was lost as it was moved, and the motion no more amended than it was', () => {
    const won = divided({
      proposals: [
        { proposalId: 'm-1', count: 1, outcome: 'lost' },
        { proposalId: 'a-1', count: 2, outcome: 'carried' },
      ],
      winner: 'a-1',
    });
    expect(told(...pair, won, concluded).join(' ')).not.toMatch(/as amended|was not voted on/);
  });
});

describe('a ruling on a motion', () => {
  const ruling = (more: object = {}) =>
    event('RulingGiven', {
      rulingId: 'u-1',
      kind: 'not-competent',
      by: person('a'),
      words: 'it was decided in January',
      motionId: 'm',
      sectionId: 's-1',
      ...more,
    });
  const fell = event('MotionFell', { motionId: 'm', why: 'it was ruled not competent' });

  it('says no words of it again that stand right above, nor why it fell', () =>
    expect(told(moved('m', 'a'), ruling(), fell).slice(2)).toEqual([
      'RULING',
      'Councillor A, in the chair, ruled the motion not competent: it was decided in January.',
      'MOTION',
      'The motion fell.',
    ]));

  it('names it where something stands between, and says why it fell without a second for all that it was ruled competent', () => {
    expect(told(moved('m', 'a'), left('b'), ruling(), fell)).toContain(
      'Councillor A, in the chair, ruled the motion moved by Councillor A (That m be so) not competent: it was decided in January.',
    );
    expect(told(moved('m', 'a'), ruling({ kind: 'competent' }), event('MotionFell', { motionId: 'm', why: 'no seconder' }))).toContain(
      'The motion fell: no seconder.',
    );
  });
});
