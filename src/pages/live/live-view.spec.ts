import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, aStanding, MEMBERS, person } from '../../../test/support/a-meeting.js';
import { folded } from '../../../test/support/decider-spec.js';
import { meetingHistory, type MeetingStreamEvent } from '../../slices/meetings/record/meeting.history.js';
import { type Meeting } from '../../slices/meetings/record/meeting.state.js';
import { askedByButton } from './asked-by-button.js';
import { composerChoices } from './composer-choices.js';
import { LIVE_FORMS } from './live-forms.js';
import { liveView } from './live-view.js';
import { modeFor } from './live-modes.js';
import { freshPieces, piecesInWords, piecesOf } from './pieces.js';

const standing = aStanding({ kind: 'number', atLeast: 3 });
const item = (itemId: string, number: string): MeetingStreamEvent => ({
  type: 'AgendaItemAdded',
  v: 1,
  data: { itemId, number, title: itemId, papers: [] },
});
const left = (id: string): MeetingStreamEvent => ({ type: 'MemberLeft', v: 1, data: { person: person(id), after: null } });
const meetingOf = (...events: readonly MeetingStreamEvent[]): Meeting =>
  folded(meetingHistory, [...anOpenMeeting(), item('minute', '1'), item('roads', '2'), ...events]);
const view = (...events: readonly MeetingStreamEvent[]) => liveView(meetingOf(...events), standing, true);
const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields);

describe('the live meeting', () => {
  it('goes on to the next item of the agenda that was not taken', () => {
    expect(view().next?.itemId).toBe('minute');
    expect(view(anItem('1', { itemId: 'minute' })).next?.itemId).toBe('roads');
    expect(view(anItem('1', { itemId: 'roads' })).next?.itemId).toBe('minute');
    expect(view(anItem('1', { itemId: 'minute' }), anItem('2', { itemId: 'roads' })).next).toBeNull();
  });

  it('marks the item in hand, and lists one that is not on the agenda', () =>
    expect(view(anItem('1', { itemId: 'minute' }), anItem('2')).agenda.map(({ itemId, state }) => [itemId, state])).toEqual([
      ['minute', 'taken'],
      ['roads', 'to-come'],
      ['s-2', 'in-hand'],
    ]));

  it('tells a quorum lost that nobody declared, one declared, and one met again', () => {
    const three = [left('c'), left('d'), left('e')];
    const declared: MeetingStreamEvent = { type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Lost.', after: null } };
    const back: MeetingStreamEvent = { type: 'MemberRejoined', v: 1, data: { person: person('c'), how: 'in-room', after: null } };
    expect(view().quorum).toMatchObject({ stands: true, sum: '5 of 5 voting seats present, 3 needed', undeclared: false });
    expect(view(...three).quorum).toMatchObject({ stands: false, sum: '2 of 5 voting seats present, 3 needed', undeclared: true });
    expect(view(...three, declared).quorum).toMatchObject({ stands: false, undeclared: false, declaredLost: true, metAgain: false });
    expect(view(...three, declared, back).quorum).toMatchObject({ stands: false, metAgain: true });
  });

  it('offers of each person what can be recorded of them', () => {
    const { people } = view(left('b'));
    const offered = (id: string) => people.find(({ personId }) => personId === id)?.buttons.map((one) => one.do);
    expect(offered('a')).toEqual(['left a']);
    expect(offered('b')).toEqual(['arrived b']);
    const called = folded<Meeting>(meetingHistory, anOpenMeeting().slice(0, 1));
    expect(liveView(called, standing, true).people.map(({ buttons }) => buttons.map((one) => one.do))).toEqual(
      MEMBERS.map((id) => [`apologies ${id}`]),
    );
  });
});

describe('a button', () => {
  const asked = (button: string, ...events: readonly MeetingStreamEvent[]) => askedByButton(button, meetingOf(...events), standing);
  it('records what it says', () => {
    expect(asked('left b')).toMatchObject({ fields: { personId: 'b' }, confirmation: 'Councillor B left' });
    expect(asked('arrived b', left('b'))).toMatchObject({ fields: { personId: 'b' }, confirmation: 'Councillor B came back' });
    expect(asked('take roads')).toMatchObject({ fields: { itemId: 'roads' } });
  });
  it.each(['left nobody', 'take nothing', 'quorum-lost', 'quorum-regained', 'chair b', '', 'constructor'])(
    'that says %j records nothing',
    (button) => expect(asked(button)).toBeNull(),
  );
});

describe('a form of the composer', () => {
  const also = (name: string, meeting: Meeting, fields: Readonly<Record<string, string>>) =>
    LIVE_FORMS[name]?.extraFields?.({ meeting, standing, form: form(fields) });
  const two = meetingOf(anItem('1'), aParagraph('s-1', '1', null), anItem('2'));

  it('puts a decision where it was begun, though the meeting has gone on', () => {
    expect(also('record-decision', two, { _on: 'section:s-1' })).toEqual({ paragraph: '1' });
    expect(also('record-decision', two, { _on: 'section:s-2' })).toEqual({});
    expect(also('record-decision', two, { _on: 'paragraph:p-1' })).toEqual({ paragraph: '1' });
    expect(also('record-decision', two, { _on: 'paragraph:p-9' })).toMatchObject({ href: '#_on' });
  });

  it('corrects only what was seen', () => {
    expect(also('correct-paragraph', two, { paragraphId: 'p-1', _seen: 'Paragraph 1.' })).toEqual({});
    expect(also('correct-paragraph', two, { paragraphId: 'p-1', _seen: 'Something else.' })).toMatchObject({ href: '#reason' });
  });

  it('counts a vote only of those who were entitled when it was opened', () => {
    const moved: MeetingStreamEvent = {
      type: 'MotionMoved',
      v: 1,
      data: { motionId: 'm-1', sectionId: 's-1', text: 'That', movedBy: person('a') },
    };
    const meeting = meetingOf(anItem('1'), moved);
    expect(also('take-vote', meeting, { motionId: 'm-1', _entitled: 'a b c d e ', '_vote.a': 'yes', '_vote.b': '' })).toEqual({
      votes: [{ personId: 'a', option: 'yes' }],
    });
    expect(also('take-vote', meeting, { motionId: 'm-1', _entitled: 'a b c d ' })).toMatchObject({ href: '#counts.yes' });
  });

  it('offers every part of a decision to raise an action from', () => {
    const decided = aDecision('d-1', {
      words: 'AGREED:',
      parts: [
        { letter: 'a', text: 'one' },
        { letter: 'b', text: 'two' },
      ],
    });
    const { parts } = composerChoices(meetingOf(anItem('1'), aParagraph('s-1', '1', null), decided), standing, {});
    expect(parts.map(({ value }) => value)).toEqual(['d-1/a', 'd-1/b', 'd-1']);
    expect(also('raise-action', two, { _part: 'd-1/b', 'officers:lines': 'A. Bell, C. Dow' })).toMatchObject({
      source: { decision: { decisionId: 'd-1' }, part: 'b' },
      officers: ['A. Bell', 'C. Dow'],
    });
  });

  it('is the one the meeting is at, where the one asked for is about nothing', () => {
    const choices = composerChoices(two, standing, {});
    expect([modeFor(undefined, two, choices), modeFor('vote', two, choices), modeFor('__proto__', two, choices)]).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(modeFor('decision', { ...two, status: 'called', openedAt: undefined } as unknown as Meeting, choices)).toBe('open');
  });
});

describe('a browser', () => {
  it('is sent only the pieces that changed', () => {
    const [before, after] = [piecesOf(view(), null, {}), piecesOf(view(left('b')), null, {})];
    expect([...freshPieces(after, piecesInWords(before))]).toEqual(['quorum', 'room']);
    expect(freshPieces(after, undefined).size).toBe(5);
    const excluded: MeetingStreamEvent = { type: 'PublicExcluded', v: 1, data: { itemIds: [], paragraphs: ['6'], after: null } };
    expect([...freshPieces(piecesOf(view(excluded), null, {}), piecesInWords(before))]).toEqual(['quorum']);
  });
});
