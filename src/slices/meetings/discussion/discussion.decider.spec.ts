import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, concluded, person } from '../../../../test/support/a-meeting.js';
import { ask, folded, given } from '../../../../test/support/decider-spec.js';
import { READY } from '../../bodies/bodies.words.js';
import { MoveEntry } from '../corrections/step.commands.js';
import { correctionsDecider } from '../corrections/step.decider.js';
import { assembleMinute } from '../document/assemble.js';
import { renderMinuteText } from '../document/minute-text.js';
import { renderMinuteHtml } from '../document/render-html.js';
import { minuteDecider } from '../minutes/minute.decider.js';
import { RecordParagraph, StrikeEntry } from '../minutes/minutes.commands.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { AgreeAction, CorrectAgreedAction, CorrectHearing, RecordHearing, ResolveHearing } from './discussion.commands.js';
import { discussionDecider } from './discussion.decider.js';
import { type RecordHearingDto } from './hearing.payloads.js';

const ID = 'board/2016-03-03';
const begun = [...anOpenMeeting(), anItem('1'), aParagraph('s-1', '1', null)];
const agree = (data: Parameters<typeof ask<'AgreeAction', object>>[2]) => ask(AgreeAction, ID, data);
const agreed: MeetingStreamEvent = {
  type: 'ActionAgreed',
  v: 1,
  data: { actionId: 'a-1', sectionId: 's-1', paragraphId: 'p-1', people: [person('b')], others: [], due: 'next meeting', after: 'p-1' },
};
const correct = (data: object) => ask(CorrectAgreedAction, ID, { actionId: 'a-1', reason: 'A slip.', ...data });

describe('an action agreed in discussion', () => {
  it('is agreed at the last paragraph of the item in hand, by people of the sederunt and others in words', () =>
    given(meetingHistory, begun)
      .when(discussionDecider, agree({ people: ['b', 'b', 'c'], others: ['the Trust'], words: 'Write.', due: 'in June' }))
      .thenAccepted(([event], id) =>
        expect(event).toEqual({
          type: 'ActionAgreed',
          v: 1,
          data: {
            actionId: id,
            sectionId: 's-1',
            paragraphId: 'p-1',
            people: [person('b'), person('c')],
            others: ['the Trust'],
            words: 'Write.',
            due: 'in June',
            after: 'p-1',
          },
        }),
      ));

  it('stands after what was decided on its paragraph, also when it is written down late', () =>
    given(meetingHistory, [...begun, aDecision('d-1', {}), anItem('2'), aParagraph('s-2', '2', 'd-1'), concluded])
      .when(discussionDecider, agree({ people: ['b'], paragraph: '1' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ sectionId: 's-1', paragraphId: 'p-1', after: 'd-1' })));

  it('may be agreed in an item without a paragraph, and then says what is to be done', () => {
    const item = [...anOpenMeeting(), anItem('1')];
    given(meetingHistory, item)
      .when(discussionDecider, agree({ others: ['the Trust'], words: 'Write.' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ sectionId: 's-1', paragraphId: null, after: null }));
    given(meetingHistory, item)
      .when(discussionDecider, agree({ people: ['b'] }))
      .thenRefused('discussion.words-missing', { field: 'words' });
  });

  it('is somebody’s, of the sederunt where they are picked, and in an item', () => {
    given(meetingHistory, begun)
      .when(discussionDecider, agree({ words: 'Write.' }))
      .thenRefused('discussion.nobodys', { field: 'people' });
    given(meetingHistory, begun)
      .when(discussionDecider, agree({ people: ['b', 'nobody'] }))
      .thenRefused('discussion.not-in-sederunt', { field: 'people.1' });
    given(meetingHistory, begun)
      .when(discussionDecider, agree({ people: ['b'], paragraph: '9' }))
      .thenRefused('discussion.no-such-paragraph', { field: 'paragraph' });
    given(meetingHistory, anOpenMeeting())
      .when(discussionDecider, agree({ people: ['b'] }))
      .thenRefused('discussion.no-item');
  });

  it('is recorded of a meeting that sits, or late of one that is over, until its minute is approved', () => {
    const adjourned: MeetingStreamEvent = { type: 'MeetingAdjourned', v: 1, data: { reason: 'Lunch', after: 'p-1' } };
    given(meetingHistory, [...begun, adjourned])
      .when(discussionDecider, agree({ people: ['b'] }))
      .thenRefused('meeting.adjourned');
    given(meetingHistory, [...begun, adjourned])
      .when(discussionDecider, agree({ people: ['b'], paragraph: '1' }))
      .thenAccepted();
    given(meetingHistory, anOpenMeeting().slice(0, 1))
      .when(discussionDecider, correct({ due: 'soon' }))
      .thenRefused('meeting.not-open');
    const approved: MeetingStreamEvent = {
      type: 'MinuteApproved',
      v: 1,
      data: { by: { meetingId: 'board/2016-06-09', decisionId: 'd-9' }, atMeeting: 'board/2016-06-09', corrections: [], hash: '' },
    };
    given(meetingHistory, [...begun, concluded, approved])
      .when(discussionDecider, agree({ people: ['b'] }))
      .thenRefused('minute.approved');
  });

  it('is of as many of the sederunt as of others, at once or as it is put right', () => {
    given(meetingHistory, begun)
      .when(discussionDecider, agree({ people: ['b'], others: ['the Trust'] }))
      .thenAccepted();
    given(meetingHistory, [...begun, agreed])
      .when(discussionDecider, correct({ others: ['the Trust'] }))
      .then({ type: 'AgreedActionCorrected', v: 1, data: { actionId: 'a-1', changes: { others: ['the Trust'] }, reason: 'A slip.' } });
    given(meetingHistory, [...begun, agreed])
      .when(discussionDecider, correct({ people: ['b', 'nobody'] }))
      .thenRefused('discussion.not-in-sederunt', { field: 'people.1' });
  });

  it('is put right in what was wrong with it', () => {
    given(meetingHistory, [...begun, agreed])
      .when(discussionDecider, correct({ people: [], others: ['the Trust'], due: 'next meeting' }))
      .then({
        type: 'AgreedActionCorrected',
        v: 1,
        data: { actionId: 'a-1', changes: { people: [], others: ['the Trust'] }, reason: 'A slip.' },
      });
    given(meetingHistory, [...begun, agreed])
      .when(discussionDecider, correct({ people: ['b'] }))
      .thenRefused('meeting.nothing-changed');
    given(meetingHistory, [...begun, agreed])
      .when(discussionDecider, correct({ people: [] }))
      .thenRefused('discussion.nobodys');
    given(meetingHistory, begun)
      .when(discussionDecider, correct({ due: 'soon' }))
      .thenRefused('discussion.no-such-action');
  });

  it('keeps its paragraph from being struck, and is struck itself', () => {
    given(meetingHistory, [...begun, agreed])
      .when(minuteDecider, ask(StrikeEntry, ID, { entryId: 'p-1', reason: 'Twice.' }))
      .thenRefused('minute.paragraph-has-actions', { detail: { actions: ['a-1'] } });
    given(meetingHistory, [...begun, agreed])
      .when(minuteDecider, ask(StrikeEntry, ID, { entryId: 'a-1', reason: 'Twice.' }))
      .and(discussionDecider, correct({ due: 'soon' }))
      .thenRefused('discussion.no-such-action');
  });

  it('is cited by the number its paragraph has', () =>
    given(meetingHistory, [...begun, agreed])
      .when(minuteDecider, ask(RecordParagraph, ID, { text: 'More was said.' }))
      .thenAccepted(([renumbered]) => expect(renumbered?.data).toMatchObject({ from: '1', to: '1.1', actionIds: ['a-1'] })));

  it('moves with its paragraph, and alone only from an item without one', () => {
    const two = [...begun, agreed, anItem('2')];
    const move = (entryId: string) => ask(MoveEntry, ID, { entryId, sectionId: 's-2', reason: 'Said later.' }, { facts: {} });
    given(meetingHistory, two)
      .when(correctionsDecider, move('p-1'))
      .thenAccepted(([moved]) => expect(moved?.data).toMatchObject({ entryIds: ['p-1', 'a-1'] }));
    given(meetingHistory, two).when(correctionsDecider, move('a-1')).thenRefused('step.moves-with-paragraph');
    const alone = { ...agreed, data: { ...agreed.data, paragraphId: null, words: 'Write.' } } as MeetingStreamEvent;
    given(meetingHistory, [...begun, alone, anItem('2')])
      .when(correctionsDecider, move('a-1'))
      .thenAccepted(([moved]) => expect(moved?.data).toMatchObject({ sectionId: 's-2', entryIds: ['a-1'] }));
  });

  it('stands in the minute as the style of its body has it', () => {
    const meeting = folded(meetingHistory, [...begun, agreed, concluded]);
    const text = (set: keyof typeof READY): string => renderMinuteText(assembleMinute({ ...meeting, restyled: READY[set] }));
    expect(text('partnership')).toContain('\n\nParagraph 1.\n\nAction: B (next meeting)\n\n');
    expect(text('community-council')).toMatch(/\n\nParagraph 1\.\n\n {70,}Action: B \(next meeting\)\n\n/);
    expect(text('scottish-council')).not.toContain('Action');
    const html = renderMinuteHtml(assembleMinute({ ...meeting, restyled: READY['community-council'] }));
    expect(html).toContain('data-actions="column"');
    expect(html).toContain('<p class="action" id="a-1"><strong>Action:</strong> B (next meeting)</p>');
    expect(assembleMinute({ ...meeting, restyled: READY['scottish-council'] }).sections[0]?.entries).toMatchObject([
      {},
      { kind: 'action', paragraph: '1', people: [person('b')], due: 'next meeting' },
    ]);
  });
});

describe('a question, a petition or a deputation', () => {
  const hear = (data: Partial<RecordHearingDto>) =>
    ask(RecordHearing, ID, { kind: 'petition', subject: 'the closure of the park', ...data });
  const heard: MeetingStreamEvent = {
    type: 'HearingRecorded',
    v: 1,
    data: {
      hearingId: 'h-1',
      kind: 'petition',
      name: 'Mrs E. Grant',
      subject: 'the closure of the park',
      heard: true,
      sectionId: 's-1',
      after: 'p-1',
    },
  };
  const late = [...begun, heard, aDecision('d-1', {}), concluded];
  const righted = (data: object) => ask(CorrectHearing, ID, { hearingId: 'h-1', reason: 'A slip.', ...data });
  const resolved = (decisionId: string, hearingId = 'h-1') => ask(ResolveHearing, ID, { hearingId, decisionId });

  it('is from a member, by the name the sederunt has, or from somebody in words, or from an organisation', () => {
    given(meetingHistory, begun)
      .when(discussionDecider, hear({ personId: 'b', kind: 'question', words: 'When?', answer: 'In June.', answeredBy: 'c' }))
      .thenAccepted(([event], id) =>
        expect(event).toEqual({
          type: 'HearingRecorded',
          v: 1,
          data: {
            hearingId: id,
            person: person('b'),
            words: 'When?',
            answer: 'In June.',
            answeredBy: person('c'),
            kind: 'question',
            subject: 'the closure of the park',
            heard: true,
            sectionId: 's-1',
            after: 'p-1',
          },
        }),
      );
    given(meetingHistory, begun)
      .when(discussionDecider, hear({ organisation: 'Friends of the Park' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ organisation: 'Friends of the Park', heard: true }));
    given(meetingHistory, begun).when(discussionDecider, hear({})).thenRefused('discussion.from-nobody', { field: 'name' });
    given(meetingHistory, begun)
      .when(discussionDecider, hear({ personId: 'nobody' }))
      .thenRefused('discussion.not-in-sederunt', { field: 'personId' });
  });

  it('is from, and answered by, nobody who only sent apologies or is not in the sederunt', () => {
    const apologies: MeetingStreamEvent = {
      type: 'AttendanceRecorded',
      v: 1,
      data: { person: person('e'), as: 'apologies', how: 'in-room', after: null },
    };
    const few = [...begun, apologies];
    given(meetingHistory, few)
      .when(discussionDecider, hear({ personId: 'e' }))
      .thenRefused('discussion.not-in-sederunt', { field: 'personId' });
    given(meetingHistory, few)
      .when(discussionDecider, hear({ personId: 'b', answer: 'In June.', answeredBy: 'nobody' }))
      .thenRefused('discussion.not-in-sederunt', { field: 'answeredBy' });
    given(meetingHistory, late)
      .when(discussionDecider, righted({ personId: 'nobody' }))
      .thenRefused('discussion.not-in-sederunt', { field: 'personId' });
  });

  it('is recorded with the decision that says what was resolved, where that is one of the meeting', () => {
    given(meetingHistory, late)
      .when(discussionDecider, hear({ name: 'E', afterParagraph: '1', decisionId: 'd-1' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ decisionId: 'd-1' }));
    given(meetingHistory, late)
      .when(discussionDecider, hear({ name: 'E', afterParagraph: '1', decisionId: 'p-1' }))
      .thenRefused('discussion.no-such-decision', { field: 'decisionId' });
  });

  it('is not resolved once it is struck, nor by a decision that is', () => {
    const struck = (entryId: string): MeetingStreamEvent => ({ type: 'EntryStruck', v: 1, data: { entryId, reason: 'Twice.' } });
    given(meetingHistory, [...late, struck('h-1')])
      .when(discussionDecider, resolved('d-1'))
      .thenRefused('discussion.no-such-hearing');
    given(meetingHistory, [...late, struck('h-1')])
      .when(discussionDecider, righted({ name: 'Mrs E. Graunt' }))
      .thenRefused('discussion.no-such-hearing');
    given(meetingHistory, [...late, struck('d-1')])
      .when(discussionDecider, resolved('d-1'))
      .thenRefused('discussion.no-such-decision');
  });

  it('that was not heard says why, and has no answer', () => {
    const name = 'Mrs E. Grant';
    given(meetingHistory, begun)
      .when(discussionDecider, hear({ name, heard: false, why: 'It was late.' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ heard: false, why: 'It was late.' }));
    given(meetingHistory, begun)
      .when(discussionDecider, hear({ name, heard: false, answer: 'No.' }))
      .thenRefused('discussion.not-heard');
    given(meetingHistory, begun)
      .when(discussionDecider, hear({ name, why: 'It was late.' }))
      .thenRefused('discussion.was-heard');
    given(meetingHistory, begun)
      .when(discussionDecider, hear({ name, answeredBy: 'b' }))
      .thenRefused('discussion.no-answer');
  });

  it('stands where the item has come to, or late after the paragraph that is named', () => {
    given(meetingHistory, anOpenMeeting())
      .when(discussionDecider, hear({ name: 'E' }))
      .thenRefused('discussion.no-item');
    given(meetingHistory, late)
      .when(discussionDecider, hear({ name: 'E', afterParagraph: '1' }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ sectionId: 's-1', after: 'h-1' }));
    const adjourned: MeetingStreamEvent = { type: 'MeetingAdjourned', v: 1, data: { reason: 'Lunch', after: 'p-1' } };
    given(meetingHistory, [...begun, adjourned])
      .when(discussionDecider, hear({ name: 'E' }))
      .thenRefused('meeting.adjourned');
    given(meetingHistory, [...begun, adjourned])
      .when(discussionDecider, hear({ name: 'E', afterParagraph: '1' }))
      .thenAccepted();
    given(meetingHistory, late)
      .when(discussionDecider, hear({ name: 'E', afterParagraph: '7' }))
      .thenRefused('discussion.no-such-paragraph', { field: 'afterParagraph' });
  });

  it('is linked to the decision of the meeting that says what was resolved', () => {
    given(meetingHistory, late)
      .when(discussionDecider, resolved('d-1'))
      .then({ type: 'HearingResolved', v: 1, data: { hearingId: 'h-1', decisionId: 'd-1' } });
    given(meetingHistory, late)
      .when(discussionDecider, resolved('p-1'))
      .thenRefused('discussion.no-such-decision', { field: 'decisionId' });
    given(meetingHistory, late)
      .when(discussionDecider, resolved('d-1', 'h-9'))
      .thenRefused('discussion.no-such-hearing', { field: 'hearingId' });
    const done: MeetingStreamEvent = { type: 'HearingResolved', v: 1, data: { hearingId: 'h-1', decisionId: 'd-1' } };
    given(meetingHistory, [...late, done])
      .when(discussionDecider, resolved('d-1'))
      .thenRefused('meeting.nothing-changed');
  });

  it('is put right in what was wrong with it, and only there', () => {
    given(meetingHistory, late)
      .when(discussionDecider, righted({ name: 'Mrs E. Graunt', subject: 'the closure of the park' }))
      .then({ type: 'HearingCorrected', v: 1, data: { hearingId: 'h-1', changes: { name: 'Mrs E. Graunt' }, reason: 'A slip.' } });
    given(meetingHistory, late)
      .when(discussionDecider, righted({ kind: 'deputation', subject: 'the park', heard: false }))
      .then({
        type: 'HearingCorrected',
        v: 1,
        data: { hearingId: 'h-1', changes: { kind: 'deputation', subject: 'the park', heard: false }, reason: 'A slip.' },
      });
    given(meetingHistory, late)
      .when(discussionDecider, righted({ name: 'Mrs E. Grant' }))
      .thenRefused('meeting.nothing-changed');
    given(meetingHistory, late)
      .when(discussionDecider, righted({ answeredBy: 'b' }))
      .thenRefused('discussion.no-answer', { field: 'answer' });
  });

  it('reads in the minute with who spoke, on what, what was answered and what was resolved', () => {
    const told = [...begun, { ...heard, data: { ...heard.data, answer: 'It would be looked into.' } } as MeetingStreamEvent];
    const text = renderMinuteText(assembleMinute(folded(meetingHistory, told)));
    expect(text).toMatch(/petition/i);
    expect(text).toContain('Mrs E. Grant');
    expect(text).toContain('the closure of the park');
    expect(text).toContain('It would be looked into.');
  });
});
