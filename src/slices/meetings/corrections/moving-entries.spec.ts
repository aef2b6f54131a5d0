import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, person } from '../../../../test/support/a-meeting.js';
import { ask, folded, given } from '../../../../test/support/decider-spec.js';
import { minuteText } from '../document/minute-text.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { quorumTimeline } from '../as-it-stands/views/quorum/quorum-timeline.js';
import { MoveEntry } from './step.commands.js';
import { correctionsDecider } from './step.decider.js';

const ID = 'board/2016-03-03';
const WHY = { reason: 'It was said of the other item' };
const move = (events: readonly MeetingStreamEvent[], entryId: string, sectionId: string, more: object = {}) =>
  given(meetingHistory, events).when(correctionsDecider, ask(MoveEntry, ID, { entryId, sectionId, ...more, ...WHY }, { facts: {} }));

const decided = (sectionId: string, number: string, more: object = {}): MeetingStreamEvent =>
  aDecision('d-1', {
    sectionId,
    sectionHeading: `ITEM ${sectionId.slice(2)}`,
    paragraphId: 'p-x',
    paragraph: number,
    after: 'p-x',
    ...more,
  });
const said = (sectionId: string, number: string, after: string | null): MeetingStreamEvent => {
  const paragraph = aParagraph(sectionId, number, after, 'The bins were full.');
  return { ...paragraph, data: { ...paragraph.data, paragraphId: 'p-x' } } as MeetingStreamEvent;
};

const begun = [...anOpenMeeting(), anItem('1'), aParagraph('s-1', '1', null), anItem('2')];

describe('an entry under the wrong item', () => {
  it('is moved with its decision, and stands as though it had been recorded there', () => {
    const slipped = [...begun, said('s-2', '2', 'p-1'), decided('s-2', '2')];
    const put = move(slipped, 'p-x', 's-1');
    if (!put.decision.accepted) throw new Error(JSON.stringify(put.decision));
    const renumbered: MeetingStreamEvent = {
      type: 'ParagraphRenumbered',
      v: 1,
      data: { paragraphId: 'p-1', from: '1', to: '1.1', decisionIds: [] },
    };
    const right = [...begun.slice(0, -1), renumbered, said('s-1', '1.2', 'p-1'), decided('s-1', '1.2'), anItem('2')];
    // The taking of the item after it keeps its own place, which is told nowhere.
    const as = (events: readonly MeetingStreamEvent[]) => {
      const meeting = folded(meetingHistory, events);
      const { told: _told, putRight: _putRight, course: _course, takings: _takings, ...state } = meeting;
      return { state, minute: minuteText(meeting), quorum: quorumTimeline(meeting) };
    };
    expect(as([...slipped, ...(put.decision.events as MeetingStreamEvent[])])).toEqual(as(right));
  });

  it('is judged by the item it belongs to: who withdrew from that takes no part', () => {
    const withdrew = ['c', 'd', 'e'].map((who): MeetingStreamEvent => ({
      type: 'InterestDeclared',
      v: 1,
      data: { person: person(who), itemId: 's-1', outcome: 'declared-and-withdrew', nature: 'Owns it', after: null },
    }));
    move([...begun, ...withdrew, said('s-2', '2', 'p-1'), decided('s-2', '2')], 'p-x', 's-1').thenAccepted((events) =>
      expect(events.at(-1)).toMatchObject({ type: 'DecisionStandingFound', data: { decisionId: 'd-1', standing: 'informal' } }),
    );
  });

  it('takes the motion with it that its decision rests on, with its vote', () => {
    const motion: MeetingStreamEvent = {
      type: 'MotionMoved',
      v: 1,
      data: { motionId: 'm-1', sectionId: 's-2', text: 'To empty them', movedBy: person('b') },
    };
    const events = [...begun, said('s-2', '2', 'p-1'), motion, decided('s-2', '2', { motionId: 'm-1' })];
    const put = move(events, 'p-x', 's-1');
    put.thenAccepted(([one]) => expect(one).toMatchObject({ data: { motionIds: ['m-1'], entryIds: ['p-x', 'd-1'], from: 's-2' } }));
    const text = put.decision.accepted
      ? minuteText(folded(meetingHistory, [...events, ...(put.decision.events as MeetingStreamEvent[])]))
      : '';
    expect(text.indexOf('To empty them')).toBeLessThan(text.indexOf('2. ITEM 2'));
    const shared = aDecision('d-2', { sectionId: 's-1', paragraphId: 'p-1', paragraph: '1', after: 'p-1', motionId: 'm-1' });
    move([...events, shared], 'p-x', 's-1').thenRefused('step.motion-shared', { field: 'entryId' });
  });

  it('is not moved to where it stands, to no item, or after a paragraph of another', () => {
    const events = [...begun, said('s-2', '2', 'p-1'), decided('s-2', '2')];
    move(events, 'p-x', 's-2').thenRefused('meeting.nothing-changed', { field: 'sectionId' });
    move(events, 'p-x', 's-9').thenRefused('minute.no-section', { field: 'sectionId' });
    move(events, 'p-9', 's-1').thenRefused('minute.no-such-entry', { field: 'entryId' });
    move(events, 'd-1', 's-1').thenRefused('step.moves-with-paragraph', { field: 'entryId' });
    move(events, 'p-x', 's-1', { afterParagraph: '2' }).thenRefused('minute.paragraph-elsewhere', { field: 'afterParagraph' });
  });
});
