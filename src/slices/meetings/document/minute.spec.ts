import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, concluded, person } from '../../../../test/support/a-meeting.js';
import { folded } from '../../../../test/support/decider-spec.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { assembleMinute } from './assemble.js';
import { readMinute } from '../minutes/views/minute/minute.query.js';
import { minuteText, renderMinuteText } from './minute-text.js';
import { renderMinuteHtml } from './render-html.js';

const opened = anOpenMeeting();
const meetingOf = (...events: readonly MeetingStreamEvent[]) => folded(meetingHistory, events);
const blocksOf = (...events: readonly MeetingStreamEvent[]): string[] =>
  minuteText(meetingOf(...opened, ...events))
    .trimEnd()
    .split('\n\n')
    .slice(3);
const left = (id: string, after: string, more: object = {}): MeetingStreamEvent => ({
  type: 'MemberLeft',
  v: 1,
  data: { person: person(id), after, ...more },
});
const two = [anItem('1'), aParagraph('s-1', '1', null), anItem('2'), aParagraph('s-2', '2', 'p-1')];

describe('a minute', () => {
  it('begins with its body, its title and its sederunt', () => {
    expect(
      minuteText(meetingOf(...opened))
        .split('\n\n')
        .slice(0, 3),
    ).toEqual([
      'THE BOARD',
      'MINUTE of MEETING of the BOARD held on 3 March 2016 at 2.00pm.',
      'Present:- Councillors A (Chair), B, C, D, E.',
    ]);
  });

  it('prints a single paragraph without its number, and several with theirs', () => {
    const renumbered: MeetingStreamEvent = {
      type: 'ParagraphRenumbered',
      v: 1,
      data: { paragraphId: 'p-1', from: '1', to: '1.1', decisionIds: [] },
    };
    expect(blocksOf(...two)).toEqual(['1. ITEM 1', 'Paragraph 1.', '2. ITEM 2', 'Paragraph 2.', 'DRAFT']);
    expect(blocksOf(anItem('1'), aParagraph('s-1', '1', null), renumbered, aParagraph('s-1', '1.2', 'p-1', 'Second.')).slice(1, 3)).toEqual(
      ['1.1 Paragraph 1.', '1.2 Second.'],
    );
  });

  it('prints a decision with its parts, and a vote with its count and its dissent', () => {
    const counts = { yes: 3, no: 1, abstain: 1, absent: 0, notVoting: 0, paired: 0 };
    const vote = {
      voteId: 'v-1',
      motionId: 'm-1',
      sectionId: 's-1',
      method: 'show-of-hands',
      counts,
      votes: [],
      entitled: [],
      result: 'carried',
      decidedBy: 'majority',
      quorate: true,
      constitutionVersion: 'v1',
    } as const;
    const blocks = blocksOf(
      anItem('1'),
      aParagraph('s-1', '1', null),
      { type: 'MotionMoved', v: 1, data: { motionId: 'm-1', sectionId: 's-1', text: 'That it be so', movedBy: person('a') } },
      { type: 'MotionSeconded', v: 1, data: { motionId: 'm-1', secondedBy: person('b') } },
      { type: 'VoteTaken', v: 1, data: vote },
      { type: 'DissentRecorded', v: 1, data: { person: person('c'), motionId: 'm-1' } },
      aDecision('d-1', {
        after: 'v-1',
        words: 'AGREED:',
        parts: [
          { letter: 'a', text: 'one; and' },
          { letter: 'b', text: 'two.' },
        ],
      }),
    );
    expect(blocks.slice(2)).toEqual([
      'VOTE',
      'Councillor A, seconded by Councillor B, moved: That it be so.',
      'On a show of hands 3 voted for and 1 against, 1 abstained; it was carried.',
      'Councillor C asked that their dissent be recorded.',
      'DECISION',
      'AGREED:',
      '(a) one; and',
      '(b) two.',
      'DRAFT',
    ]);
  });

  it('notes members who left in place, together where they left together', () => {
    expect(blocksOf(...two.slice(0, 2), left('b', 'p-1'), left('c', 'p-1'), ...two.slice(2))).toEqual([
      '1. ITEM 1',
      'Paragraph 1.',
      'MEMBERS',
      'Councillor B and Councillor C left the meeting.',
      '2. ITEM 2',
      'Paragraph 2.',
      'DRAFT',
    ]);
    expect(blocksOf(...two, left('b', 'p-1', { words: 'Councillor B had to go.' })).slice(2, 4)).toEqual([
      'MEMBER',
      'Councillor B had to go.',
    ]);
    expect(blocksOf(...two, left('b', 'p-1', { words: '' }))).not.toContain('MEMBER');
  });

  it('marks in the sederunt until which paragraph somebody stayed, as the record words it where it does', () => {
    const notes = (more: object): string | undefined =>
      assembleMinute(meetingOf(...opened, ...two, left('b', 'p-1', more))).sederunt.present.find(({ personId }) => personId === 'b')?.note;
    expect(notes({})).toBe('(to para.1)');
    expect(notes({ sederuntNote: '' })).toBe('');
    expect(notes({ sederuntNote: 'left early' })).toBe('(left early)');
    const back: MeetingStreamEvent = { type: 'MemberRejoined', v: 1, data: { person: person('b'), how: 'in-room', after: 'p-2' } };
    const third = [anItem('3'), aParagraph('s-3', '3', 'p-2')];
    const minute = assembleMinute(meetingOf(...opened, ...two, left('b', 'p-1'), back, ...third));
    expect(minute.sederunt.present.find(({ personId }) => personId === 'b')?.note).toBe('(to para.1; from para.3)');
  });

  it('says at the very place where the quorum was lost, when the rule is known and nobody declared it', () => {
    const leaving = [left('b', 'p-1'), left('c', 'p-1'), left('d', 'p-1')];
    expect(blocksOf(...two, ...leaving).slice(2, 6)).toEqual([
      'MEMBERS',
      'Councillor B, Councillor C and Councillor D left the meeting.',
      'QUORUM',
      'The meeting was inquorate from this point onwards.',
    ]);
    const declared: MeetingStreamEvent = {
      type: 'QuorumDeclared',
      v: 1,
      data: { quorate: false, words: 'No quorum, said the chair.', after: 'p-1' },
    };
    const words = blocksOf(...two, ...leaving, declared);
    expect(words.filter((block) => block.includes('quor'))).toEqual(['No quorum, said the chair.']);
    const back = ['b', 'c'].map((id): MeetingStreamEvent => ({
      type: 'MemberRejoined',
      v: 1,
      data: { person: person(id), how: 'in-room', after: 'p-2' },
    }));
    const regained = blocksOf(...two, ...leaving, ...back, anItem('3'), aParagraph('s-3', '3', 'p-2'));
    expect(regained.slice(-4, -3)).toEqual(['The meeting was quorate from this point onwards.']);
  });

  it('does not say it of those who leave when there is nothing more to do', () =>
    expect(blocksOf(...two, left('b', 'p-2'), left('c', 'p-2'), left('d', 'p-2'), concluded)).not.toContain('QUORUM'));

  it('notes interests, a change of chair and adjournments in place', () => {
    const blocks = blocksOf(
      anItem('1', { itemId: 'i-1' }),
      {
        type: 'InterestDeclared',
        v: 1,
        data: { person: person('b'), itemId: 'i-1', outcome: 'declared-and-withdrew', nature: 'owner of the site', after: null },
      },
      aParagraph('s-1', '1', null),
      { type: 'ChairTaken', v: 1, data: { person: person('c'), reason: 'The chair left', after: 'p-1' } },
      { type: 'MeetingAdjourned', v: 1, data: { reason: 'For lunch', time: '12:30', after: 'p-1' } },
      { type: 'MeetingResumed', v: 1, data: { time: '13:30', after: 'p-1' } },
    );
    expect(blocks).toEqual([
      'DECLARATIONS OF INTEREST',
      'Councillor B declared an interest in item 1 (owner of the site) and withdrew during its consideration.',
      '1. ITEM 1',
      'Paragraph 1.',
      'CHAIRMAN',
      'Councillor C took the chair: The chair left.',
      'ADJOURNMENT',
      'The meeting was adjourned at 12.30 p.m.: For lunch.',
      'RESUMPTION',
      'The meeting resumed at 1.30 p.m.',
      'DRAFT',
    ]);
  });

  it('leaves out what was struck, and keeps what stood beside it in its place', () => {
    const struck: MeetingStreamEvent = { type: 'EntryStruck', v: 1, data: { entryId: 'p-1', reason: 'x' } };
    expect(blocksOf(...two, left('b', 'p-1'), struck).slice(0, 3)).toEqual(['1. ITEM 1', 'MEMBER', 'Councillor B left the meeting.']);
  });

  it('puts what happens as an item begins under that item', () => {
    const began = { sectionId: 's-2', after: 'p-1' };
    const interest = { person: person('c'), itemId: 's-2', outcome: 'connection-only', nature: 'a neighbour' } as const;
    const blocks = blocksOf(
      ...two.slice(0, 3),
      { type: 'InterestDeclared', v: 1, data: { ...interest, ...began } },
      ...['b', 'd', 'e'].map((id) => left(id, 'p-1', began)),
      ...two.slice(3),
    );
    expect(blocks.slice(0, 9)).toEqual([
      '1. ITEM 1',
      'Paragraph 1.',
      '2. ITEM 2',
      'DECLARATIONS OF INTEREST',
      'Councillor C stated a connection with item 2 (a neighbour).',
      'MEMBERS',
      'Councillor B, Councillor D and Councillor E left the meeting.',
      'QUORUM',
      'The meeting was inquorate from this point onwards.',
    ]);
  });

  it('tells of motions that no vote decided', () => {
    const moved = (motionId: string): MeetingStreamEvent => ({
      type: 'MotionMoved',
      v: 1,
      data: { motionId, sectionId: 's-1', text: `That ${motionId} be so`, movedBy: person('b') },
    });
    const events: MeetingStreamEvent[] = [
      ...two.slice(0, 2),
      moved('m-1'),
      { type: 'MotionWithdrawn', v: 1, data: { motionId: 'm-1', reason: 'Not needed' } },
      moved('m-2'),
    ];
    const first = ['MOTION', 'Councillor B moved: That m-1 be so. The motion was withdrawn: Not needed.'];
    expect(blocksOf(...events).slice(2)).toEqual([...first, 'MOTION', 'Councillor B moved: That m-2 be so.', 'DRAFT']);
    expect(blocksOf(...events, concluded).slice(2, 6)).toEqual([
      ...first,
      'MOTION',
      'Councillor B moved: That m-2 be so. The motion was not voted on.',
    ]);
  });

  it('says for whom a substitute sits, unless the record marks it otherwise', () => {
    const sub = (sederuntNote?: string): MeetingStreamEvent => ({
      type: 'AttendanceRecorded',
      v: 1,
      data: {
        person: person('s'),
        as: 'present',
        how: 'in-room',
        seatId: 'seat-z',
        substituteFor: { person: person('z') },
        ...(sederuntNote === undefined ? {} : { sederuntNote }),
        after: null,
      },
    });
    const present = (event: MeetingStreamEvent): string => minuteText(meetingOf(...opened, event)).split('\n\n')[2] ?? '';
    expect(present(sub())).toContain('E, S (substitute for Councillor Z).');
    expect(present(sub(''))).toContain('E, S.');
  });

  it('in HTML is text everywhere', () => {
    const html = renderMinuteHtml(
      assembleMinute(meetingOf(...opened, anItem('1'), aParagraph('s-1', '1', null, '<script>alert("1")</script>\n& more'))),
    );
    expect(html).toContain('<p id="p-1">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;<br>&amp; more</p>');
    expect(html).not.toContain('<script');
  });

  it('without its private items shows their numbers and why, and nothing of what was said or decided', () => {
    const item: MeetingStreamEvent = {
      type: 'AgendaItemAdded',
      v: 1,
      data: { itemId: 'i-1', number: '1', title: 'Contract', papers: [], exempt: { paragraph: '8' } },
    };
    const meeting = meetingOf(...opened, item, anItem('1', { itemId: 'i-1' }), aParagraph('s-1', '1', null), aDecision('d-1', {}));
    const text = renderMinuteText(assembleMinute(meeting, { withoutExempt: true }));
    expect(text).toContain('1. Exempt item\n\nTaken in private: exempt information under paragraph 8 of Schedule 7A');
    expect(text).not.toMatch(/Paragraph 1|AGREED/);
    expect(JSON.stringify(assembleMinute(meeting, { withoutExempt: true }))).not.toMatch(/Paragraph 1|AGREED/);
    const signed = {
      ...meeting,
      minute: { ...meeting.minute, signed: { signedBy: person('a'), atMeeting: 'board/x', text: 'SECRET', hash: 'h', at: 't' } },
    };
    expect(readMinute(signed, 9, { drafts: false, exempt: false })).toMatchObject({
      text: expect.not.stringContaining('SECRET') as unknown as string,
    });
    expect(readMinute(signed, 9, { drafts: false, exempt: true })).toMatchObject({
      text: expect.stringContaining('SECRET') as unknown as string,
    });
    expect(readMinute(meeting, 9, { drafts: false, exempt: true })).toMatchObject({ code: 'minute.not-published' });
  });
});
