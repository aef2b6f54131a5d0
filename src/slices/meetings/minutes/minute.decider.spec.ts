import { describe, expect, it } from '@jest/globals';
import { aDecision, aDivision, anItem, anOpenMeeting, aParagraph, aVote, concluded, person } from '../../../../test/support/a-meeting.js';
import { type Asked, ask, given } from '../../../../test/support/decider-spec.js';
import { shortId } from '../../../kernel/ids.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { minuteDecider } from './minute.decider.js';
import { type MinuteStyle, READY } from '../../bodies/bodies.words.js';
import { type MinuteEvent } from '../events/minute.events.js';
import { Annotate, CirculateMinute, CorrectParagraph, RecordParagraph, RestyleMinute, StrikeEntry } from './minutes.commands.js';
import { type RecordParagraphDto } from './minute.payloads.js';

const MEETING = 'board/2016-03-03';
const opened = anOpenMeeting();
const one: MeetingStreamEvent[] = [...opened, anItem('1'), aParagraph('s-1', '1', null)];
const three: MeetingStreamEvent[] = [
  ...opened,
  anItem('1'),
  aParagraph('s-1', '1.1', null),
  aParagraph('s-1', '1.2', 'p-1.1'),
  aParagraph('s-1', '1.3', 'p-1.2'),
];

const COMMAND = '01900000-0000-7000-8000-000000000001';
const NEW = shortId('p', COMMAND);
const write = (data: RecordParagraphDto): Asked<typeof RecordParagraph> => ask(RecordParagraph, MEETING, data, { commandId: COMMAND });
const when = (events: readonly MeetingStreamEvent[]) => ({
  is: (command: Parameters<ReturnType<typeof given>['when']>[1]) => given(meetingHistory, events).when(minuteDecider, command),
});

describe('a paragraph', () => {
  it('that is the only one of its section has the number of the section', () =>
    when([...opened, anItem('1')])
      .is(write({ text: 'Hello.' }))
      .then({ type: 'ParagraphRecorded', v: 1, data: { paragraphId: NEW, sectionId: 's-1', number: '1', text: 'Hello.', after: null } }));

  it('that comes second makes the first n.1, names the decisions on it, and is n.2', () =>
    when([...one, aDecision('d-1', {})])
      .is(write({ text: 'More.', heading: 'Finance' }))
      .then(
        { type: 'ParagraphRenumbered', v: 1, data: { paragraphId: 'p-1', from: '1', to: '1.1', decisionIds: ['d-1'] } },
        {
          type: 'ParagraphRecorded',
          v: 1,
          data: { paragraphId: NEW, sectionId: 's-1', number: '1.2', heading: 'Finance', text: 'More.', after: 'd-1' },
        },
      ));

  it('put in the middle takes its number from there, and those after it move up, the last first', () =>
    when([...three, aDecision('d-1', { paragraphId: 'p-1.2', paragraph: '1.2', after: 'p-1.3' })])
      .is(write({ text: 'Between.', afterParagraph: '1.1' }))
      .then(
        { type: 'ParagraphRenumbered', v: 1, data: { paragraphId: 'p-1.3', from: '1.3', to: '1.4', decisionIds: [] } },
        { type: 'ParagraphRenumbered', v: 1, data: { paragraphId: 'p-1.2', from: '1.2', to: '1.3', decisionIds: ['d-1'] } },
        { type: 'ParagraphRecorded', v: 1, data: { paragraphId: NEW, sectionId: 's-1', number: '1.2', text: 'Between.', after: 'p-1.1' } },
      ));

  it('follows what was decided on the paragraph before it', () =>
    when([...one, aDecision('d-1', {})])
      .is(write({ text: 'Then.', afterParagraph: '1' }))
      .thenAccepted((events) => {
        if ((events.at(-1)?.data as { after: string }).after !== 'd-1') throw new Error('before the decision');
      }));

  it('of an earlier section written down late stands at the end of that section', () =>
    when([...one, anItem('2'), aParagraph('s-2', '2', 'p-1')])
      .is(write({ text: 'Late.', sectionId: 's-1' }))
      .thenAccepted((events) => {
        if ((events.at(-1)?.data as { after: string }).after !== 'p-1') throw new Error('not in its place');
      }));

  it('takes the number it is expected to get, and no other', () => {
    when(three)
      .is(write({ text: 'x', number: '1.4' }))
      .thenAccepted();
    when(three)
      .is(write({ text: 'x', number: '1.5' }))
      .thenRefused('minute.number-differs', { field: 'number', detail: { given: '1.5', place: '1.4' } });
    when([...opened, anItem('1')])
      .is(write({ text: 'x', number: '1.1' }))
      .thenAccepted();
    when([...opened, anItem('1')])
      .is(write({ text: 'x', number: '1' }))
      .thenAccepted();
  });

  it('of the item in hand stands at the end of the record, also when the meeting came back to it', () =>
    when([...one, anItem('2'), aParagraph('s-2', '2', 'p-1'), anItem('1')])
      .is(write({ text: 'Back.' }))
      .thenAccepted((events) => expect(events.at(-1)?.data).toMatchObject({ sectionId: 's-1', number: '1.2', after: 'p-2' })));

  it('of a section nothing was written of stands after the sections before it', () => {
    const after = (events: readonly MeetingStreamEvent[], sectionId: string, place: string | null) =>
      when([...opened, ...events])
        .is(write({ text: 'Late.', sectionId }))
        .thenAccepted((decided) => expect(decided.at(-1)?.data).toMatchObject({ after: place }));
    const [first, second, third] = [anItem('1'), anItem('2'), anItem('3')];
    after([first, aParagraph('s-1', '1', null), second, third, aParagraph('s-3', '3', 'p-1')], 's-2', 'p-1');
    const two = [aParagraph('s-1', '1.1', null), aParagraph('s-1', '1.2', 'p-1.1')];
    after([first, ...two, second, third, aParagraph('s-3', '3', 'p-1.2')], 's-2', 'p-1.2');
    after([first, second, aParagraph('s-2', '2', null)], 's-1', null);
    const note: MeetingStreamEvent = {
      type: 'AnnotationRecorded',
      v: 1,
      data: { annotationId: 'n-1', sectionId: null, heading: 'MEMBER', text: 'x', after: null },
    };
    after([note, first, second, aParagraph('s-2', '2', 'n-1')], 's-1', 'n-1');
  });

  it('cannot be recorded before the meeting is opened, nor before an item is taken', () => {
    when(opened.slice(0, 1))
      .is(write({ text: 'x' }))
      .thenRefused('minute.meeting-not-opened');
    when(opened)
      .is(write({ text: 'x' }))
      .thenRefused('minute.no-section');
    when(one)
      .is(write({ text: 'x', sectionId: 's-9' }))
      .thenRefused('minute.no-section');
  });

  it('cannot follow a paragraph that is not there, or one of another section', () => {
    when(one)
      .is(write({ text: 'x', afterParagraph: '7' }))
      .thenRefused('minute.no-such-paragraph', { field: 'afterParagraph' });
    when([...one, anItem('2')])
      .is(write({ text: 'x', afterParagraph: '1', sectionId: 's-2' }))
      .thenRefused('minute.paragraph-elsewhere');
  });

  it('can still be written down when the meeting is over', () =>
    when([...one, concluded])
      .is(write({ text: 'x' }))
      .thenAccepted());
});

describe('a paragraph recorded wrongly', () => {
  const correct = (data: CorrectionData): Asked<typeof CorrectParagraph> => ask(CorrectParagraph, MEETING, { reason: 'Misheard', ...data });
  interface CorrectionData {
    readonly paragraph?: string;
    readonly paragraphId?: string;
    readonly text: string;
  }

  it('is corrected by its number or its id, with the reason', () => {
    const corrected = { type: 'ParagraphCorrected', v: 1, data: { paragraphId: 'p-1', text: 'Right.', reason: 'Misheard' } };
    when(one)
      .is(correct({ paragraph: '1', text: 'Right.' }))
      .then(corrected);
    when(one)
      .is(correct({ paragraphId: 'p-1', text: 'Right.' }))
      .then(corrected);
  });

  it('is not corrected into what it says already, nor where it is not there', () => {
    when(one)
      .is(correct({ paragraph: '1', text: 'Paragraph 1.' }))
      .thenRefused('minute.text-unchanged');
    when(one)
      .is(correct({ paragraph: '2', text: 'x' }))
      .thenRefused('minute.no-such-paragraph', { field: 'paragraph', detail: { paragraph: '2' } });
    when(one)
      .is(correct({ paragraphId: 'p-9', text: 'x' }))
      .thenRefused('minute.no-such-paragraph', { field: 'paragraphId', detail: { paragraph: 'p-9' } });
    when(one)
      .is(correct({ text: 'x' }))
      .thenRefused('minute.no-such-paragraph', { field: 'paragraph', detail: { paragraph: '' } });
    when([...one, { type: 'EntryStruck', v: 1, data: { entryId: 'p-1', reason: 'x' } }])
      .is(correct({ paragraphId: 'p-1', text: 'x' }))
      .thenRefused('minute.no-such-paragraph');
    when(three)
      .is(correct({ paragraphId: 'p-1.2', text: 'Right.' }))
      .thenAccepted((_events, id) => expect(id).toBe('p-1.2'));
    when(one)
      .is(correct({ paragraphId: 'p-1', paragraph: '2', text: 'x' }))
      .thenRefused('minute.no-such-paragraph');
  });

  const strike = (entryId: string): Asked<typeof StrikeEntry> => ask(StrikeEntry, MEETING, { entryId, reason: 'Twice' });

  it('is struck, and those after it close up', () =>
    when(three)
      .is(strike('p-1.1'))
      .then(
        { type: 'EntryStruck', v: 1, data: { entryId: 'p-1.1', reason: 'Twice' } },
        { type: 'ParagraphRenumbered', v: 1, data: { paragraphId: 'p-1.2', from: '1.2', to: '1.1', decisionIds: [] } },
        { type: 'ParagraphRenumbered', v: 1, data: { paragraphId: 'p-1.3', from: '1.3', to: '1.2', decisionIds: [] } },
      ));

  it('leaves the one that remains with the number of the section', () =>
    given(meetingHistory, three.slice(0, -1))
      .when(minuteDecider, strike('p-1.2'))
      .then(
        { type: 'EntryStruck', v: 1, data: { entryId: 'p-1.2', reason: 'Twice' } },
        { type: 'ParagraphRenumbered', v: 1, data: { paragraphId: 'p-1.1', from: '1.1', to: '1', decisionIds: [] } },
      ));

  it('cannot be struck while a decision stands on it, or twice', () => {
    when([...one, aDecision('d-1', {})])
      .is(strike('p-1'))
      .thenRefused('minute.paragraph-has-decisions', { detail: { decisions: ['d-1'] } });
    when([...one, { type: 'EntryStruck', v: 1, data: { entryId: 'p-1', reason: 'x' } }])
      .is(strike('p-1'))
      .thenRefused('minute.no-such-entry');
    when(one).is(strike('p-9')).thenRefused('minute.no-such-entry');
  });

  it('is struck whatever was decided on another', () =>
    when([...three, aDecision('d-1', { paragraphId: 'p-1.1', paragraph: '1.1', after: 'p-1.1' })])
      .is(strike('p-1.3'))
      .then({ type: 'EntryStruck', v: 1, data: { entryId: 'p-1.3', reason: 'Twice' } }));

  const agreed = (actionId: string, paragraphId: string): MeetingStreamEvent => ({
    type: 'ActionAgreed',
    v: 1,
    data: { actionId, sectionId: 's-1', paragraphId, people: [person('b')], others: [], words: 'write', after: paragraphId },
  });

  it('cannot be struck while an action agreed at it stands, and may once that is struck, whatever was agreed at another', () => {
    const two = [...three, agreed('a-1', 'p-1.1'), agreed('a-2', 'p-1.3')];
    when(two)
      .is(strike('p-1.1'))
      .thenRefused('minute.paragraph-has-actions', { field: 'entryId', detail: { actions: ['a-1'] } });
    given(meetingHistory, two).when(minuteDecider, strike('a-1')).and(minuteDecider, strike('p-1.1')).thenAccepted();
    when(two).is(strike('p-1.2')).thenAccepted();
  });

  it('that is renumbered names the actions that were agreed at it', () =>
    when([...three, agreed('a-1', 'p-1.1'), agreed('a-2', 'p-1.2'), agreed('a-3', 'p-1.3'), agreed('a-4', 'p-1.3')])
      .is(write({ text: 'Between.', afterParagraph: '1.1' }))
      .thenAccepted((events) =>
        expect(events.slice(0, 2).map(({ data }) => data)).toEqual([
          { paragraphId: 'p-1.3', from: '1.3', to: '1.4', decisionIds: [], actionIds: ['a-3', 'a-4'] },
          { paragraphId: 'p-1.2', from: '1.2', to: '1.3', decisionIds: [], actionIds: ['a-2'] },
        ]),
      ));

  it('is struck after its decision is', () =>
    given(meetingHistory, [...one, aDecision('d-1', {})])
      .when(minuteDecider, strike('d-1'))
      .and(minuteDecider, strike('p-1'))
      .thenAccepted());
});

describe('a decision recorded wrongly', () => {
  const strike = ask(StrikeEntry, MEETING, { entryId: 'd-1', reason: 'Twice' });
  const other = { meetingId: 'board/2015-12-01', decisionId: 'd-old' };
  const by = (decisionId: string) => ({ meetingId: MEETING, decisionId });

  it('is struck, and nothing else', () =>
    when([...three, aDecision('d-1', { paragraphId: 'p-1.1', paragraph: '1.1', after: 'p-1.1' })])
      .is(strike)
      .then({ type: 'EntryStruck', v: 1, data: { entryId: 'd-1', reason: 'Twice' } }));

  it('cannot be struck once it ratified or rescinded another', () => {
    const acts: readonly MeetingStreamEvent[] = [
      { type: 'DecisionRatified', v: 1, data: { decision: other, by: by('d-1') } },
      { type: 'DecisionRescinded', v: 1, data: { decision: other, by: by('d-1') } },
    ];
    for (const act of acts)
      when([...one, aDecision('d-1', {}), act])
        .is(strike)
        .thenRefused('minute.decision-acts-elsewhere', { field: 'entryId', detail: { decisions: [other] } });
    when([
      ...one,
      aDecision('d-1', {}),
      aDecision('d-2', { after: 'd-1' }),
      { type: 'DecisionRatified', v: 1, data: { decision: other, by: by('d-2') } },
    ])
      .is(strike)
      .thenAccepted();
  });
});

describe('a vote recorded wrongly', () => {
  it('is corrected, never struck', () =>
    when([...one, { type: 'MotionMoved', v: 1, data: { motionId: 'm-1', sectionId: 's-1', text: 'That', movedBy: person('a') } }, aVote()])
      .is(ask(StrikeEntry, MEETING, { entryId: 'v-1', reason: 'x' }))
      .thenRefused('minute.vote-not-struck', { field: 'entryId' }));
  it('is not struck where it was a division either', () =>
    when([...one, { type: 'DivisionTaken', v: 1, data: aDivision() }])
      .is(ask(StrikeEntry, MEETING, { entryId: 'v-1', reason: 'x' }))
      .thenRefused('minute.vote-not-struck', { field: 'entryId' }));
});

describe('an annotation', () => {
  const note = (afterParagraph?: string): Asked<typeof Annotate> =>
    ask(Annotate, MEETING, { heading: 'MEMBER', text: 'Left.', ...(afterParagraph && { afterParagraph }) }, { commandId: COMMAND });
  const recorded = (sectionId: string | null, after: string | null): object => ({
    type: 'AnnotationRecorded',
    v: 1,
    data: { annotationId: shortId('n', COMMAND), sectionId, heading: 'MEMBER', text: 'Left.', after },
  });

  it('stands at the end of the record, or after a paragraph with what was decided on it', () => {
    when(three)
      .is(note())
      .then(recorded('s-1', 'p-1.3') as never);
    when([...one, aDecision('d-1', {}), anItem('2')])
      .is(note('1'))
      .then(recorded('s-1', 'd-1') as never);
    when([...one, aDecision('d-1', {}), anItem('2'), aParagraph('s-2', '2', 'd-1')])
      .is(note('1'))
      .then(recorded('s-1', 'd-1') as never);
    when(opened)
      .is(note())
      .then(recorded(null, null) as never);
    when(one).is(note('4')).thenRefused('minute.no-such-paragraph');
  });
});

describe('a draft minute', () => {
  const circulate = ask(CirculateMinute, MEETING, { to: person('b').name });

  it('is circulated with its text and its hash, and numbered', () =>
    given(meetingHistory, one)
      .when(minuteDecider, circulate)
      .and(minuteDecider, write({ text: 'More.' }))
      .and(minuteDecider, circulate)
      .thenAccepted(([event]) => {
        const { draft, text, hash } = event?.data as { draft: number; text: string; hash: string };
        if (draft !== 2 || !text.includes('1.2 More.') || !/^[0-9a-f]{64}$/.test(hash)) throw new Error(JSON.stringify(event));
      }));

  it('is circulated to somebody, or to nobody named', () => {
    when(one)
      .is(circulate)
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ draft: 1, to: person('b').name }));
    when(one)
      .is(ask(CirculateMinute, MEETING, {}))
      .thenAccepted(([event]) => expect(event?.data).not.toHaveProperty('to'));
  });

  it('is not circulated again when nothing changed', () =>
    given(meetingHistory, one).when(minuteDecider, circulate).and(minuteDecider, circulate).thenRefused('minute.not-circulated-changed'));
});

describe('the style of a minute', () => {
  const COUNCIL = READY['scottish-council'];
  const restyle = (style: MinuteStyle | null) => ask(RestyleMinute, MEETING, {}, { facts: { style } });
  const restyled: MinuteEvent = { type: 'MinuteRestyled', v: 1, data: { style: COUNCIL } };

  it('is taken over from the body, and is that of the first set where the body has none', () => {
    when(one).is(restyle(COUNCIL)).then(restyled);
    when([...one, restyled])
      .is(restyle(null))
      .then({ type: 'MinuteRestyled', v: 1, data: { style: READY.partnership } });
    when([...one, restyled])
      .is(restyle({ ...COUNCIL, chair: 'Preses' }))
      .then({ type: 'MinuteRestyled', v: 1, data: { style: { ...COUNCIL, chair: 'Preses' } } });
  });

  it('is not taken over where it is the same', () => {
    when(one).is(restyle(null)).thenRefused('minute.style-unchanged');
    when([...one, restyled])
      .is(restyle(COUNCIL))
      .thenRefused('minute.style-unchanged');
  });

  it('stays in a minute that is approved', () =>
    when([
      ...one,
      concluded,
      {
        type: 'MinuteApproved',
        v: 1,
        data: { by: { meetingId: 'board/later', decisionId: 'd-9' }, atMeeting: 'board/later', corrections: [], hash: 'x' },
      },
    ])
      .is(restyle(COUNCIL))
      .thenRefused('minute.approved'));
});
