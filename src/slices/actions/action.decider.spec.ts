import { describe, expect, it } from '@jest/globals';
import { ask, at, type Circumstances, given } from '../../../test/support/decider-spec.js';
import { type ActionEvent, type ActionRaisedData } from './action.events.js';
import { actionDecider } from './action.decider.js';
import { type ActionFacts, type DecisionFacts, type MeetingFacts } from './action.facts.js';
import { actionHistory, isOnTracker } from './action.state.js';
import {
  CorrectAction,
  DeclineAction,
  ExtendAction,
  GiveApprovalElsewhere,
  NoteActionComplete,
  RaiseAction,
  ReopenAction,
  ReportActionComplete,
  ReportProgress,
  TransferAction,
} from './actions.commands.js';

const BODY = 'cpp-strategic-board';
const TARGET = `${BODY}/adaptations`;
const named = { actionId: TARGET, bodyId: BODY };

const decision = (changes: Partial<DecisionFacts> = {}): DecisionFacts => ({
  decisionId: 'd-1',
  paragraph: '4.4',
  sectionHeading: 'ADAPTATIONS',
  verb: 'AGREED',
  words: 'AGREED:',
  parts: [
    { letter: 'a', text: 'to support the Care and Repair Service; and' },
    { letter: 'b', text: 'that a report be brought back in due course.' },
  ],
  struck: false,
  ...changes,
});
const march: MeetingFacts = { meetingId: `${BODY}/2016-03-03`, bodyId: BODY, date: '2016-03-03', opened: true, decisions: [decision()] };
const june: MeetingFacts = {
  meetingId: `${BODY}/2016-06-09`,
  bodyId: BODY,
  date: '2016-06-09',
  opened: true,
  decisions: [decision({ decisionId: 'd-9', paragraph: '5' })],
};

const facts = (meeting: MeetingFacts | null = null): ActionFacts => ({
  timeZone: 'Europe/London',
  meetings: ['2016-03-03', '2016-06-09'],
  meeting,
});
const on = (date: string, meeting: MeetingFacts | null = null): Circumstances<ActionFacts> => ({
  facts: facts(meeting),
  happenedAt: `${date}T14:00:00.000Z`,
});
const fromMarch = on('2016-03-03', march);

const raisedData: ActionRaisedData = {
  ...named,
  on: '2016-03-03',
  source: {
    kind: 'decision',
    decision: { meetingId: march.meetingId, decisionId: 'd-1' },
    part: 'b',
    paragraph: '4.4',
    heading: '3 March 2016',
    meetingDate: '2016-03-03',
  },
  item: { title: 'ADAPTATIONS' },
  words: 'AGREED that a report be brought back in due course.',
  officers: ['Shona Smith'],
  due: {
    words: 'next meeting',
    kind: 'next-meeting',
    hangsOn: { meeting: 'next', after: '2016-03-03' },
    earliest: '2016-06-09',
    latest: '2016-06-09',
    explanation: 'the first meeting after 3 March 2016 is on 9 June 2016',
  },
  exempt: false,
};
const raised: ActionEvent = at({ happenedAt: '2016-03-03T14:00:00.000Z' }, { type: 'ActionRaised', v: 1, data: raisedData });
const reported: ActionEvent = { type: 'ActionReportedComplete', v: 1, data: { ...named, on: '2016-06-03', words: 'Completed.' } };
const noted: ActionEvent = { type: 'ActionNotedComplete', v: 1, data: { ...named, on: '2016-06-09', atMeeting: june.meetingId } };
const declined: ActionEvent = { type: 'ActionDeclined', v: 1, data: { ...named, on: '2016-05-01', reason: 'The scheme is closed.' } };
const needsApproval: ActionEvent = {
  type: 'ActionRaised',
  v: 1,
  data: { ...raisedData, approvalElsewhere: { by: 'Scottish Borders Council' } },
};

const ofPart = {
  source: { decision: { meetingId: march.meetingId }, paragraph: '4.4', part: 'b' },
  officers: ['Shona Smith'],
  due: 'next meeting',
};
const history = (...events: ActionEvent[]) => given(actionHistory, events);

describe('an action', () => {
  describe('being raised', () => {
    it('gets its words, paragraph and heading from the part of the decision it comes from', () =>
      history()
        .when(actionDecider, ask(RaiseAction, TARGET, ofPart, fromMarch))
        .then({ type: 'ActionRaised', v: 1, data: raisedData }));

    it('is raised on the day it was, by a meeting that was opened before its day', () =>
      history()
        .when(actionDecider, ask(RaiseAction, TARGET, ofPart, on('2016-03-01', march)))
        .thenAccepted(([event]) => expect(event?.data).toMatchObject({ on: '2016-03-01', source: { meetingDate: '2016-03-03' } })));

    it('drops the "; and" that joined its part to the next', () =>
      history()
        .when(actionDecider, ask(RaiseAction, TARGET, { ...ofPart, source: { ...ofPart.source, part: 'a' } }, fromMarch))
        .thenAccepted(([event]) => expect(event?.data).toMatchObject({ words: 'AGREED to support the Care and Repair Service' })));

    it('may cite a paragraph that is not in the system, under the heading the source has', () =>
      history()
        .when(
          actionDecider,
          ask(
            RaiseAction,
            TARGET,
            {
              source: { cited: { paragraph: '9', heading: '26 November 2016', meetingDate: '2015-11-26' } },
              item: { number: '12.', title: 'Improvement Plan' },
              words: 'AGREED that it would be presented.',
              officers: ['Morag Walker'],
              due: 'once it was received back',
            },
            on('2015-11-26'),
          ),
        )
        .thenAccepted(([event]) =>
          expect(event?.data).toMatchObject({
            on: '2015-11-26',
            source: { kind: 'cited', heading: '26 November 2016' },
            due: { words: 'once it was received back', kind: 'relative', on: 'it was received back' },
          }),
        ));

    it.each([true, false])('may be said to be exempt by itself: %s', (exempt) =>
      history()
        .when(actionDecider, ask(RaiseAction, TARGET, { ...ofPart, ...(exempt && { exempt }) }, fromMarch))
        .thenAccepted(([event]) => expect(event?.data).toMatchObject({ exempt })),
    );

    it('records approval elsewhere that was given already, from the day it was raised on', () => {
      const given = (day: string) =>
        history().when(actionDecider, ask(RaiseAction, TARGET, { ...ofPart, approvalElsewhere: { by: 'Council', on: day } }, fromMarch));
      for (const day of ['2016-03-03', '2016-03-10'])
        given(day).thenAccepted((events) =>
          expect(events).toMatchObject([
            { type: 'ActionRaised', data: { ...raisedData, approvalElsewhere: { by: 'Council' } } },
            { type: 'ApprovalElsewhereGiven', data: { ...named, on: day, by: 'Council' } },
          ]),
        );
      given('2016-03-02').thenRefused('action.before-it-was-raised', { field: 'approvalElsewhere.on' });
    });

    it('says whose approval elsewhere it waits for', () =>
      history()
        .when(actionDecider, ask(RaiseAction, TARGET, { ...ofPart, approvalElsewhere: { by: 'Council' } }, fromMarch))
        .then({ type: 'ActionRaised', v: 1, data: { ...raisedData, approvalElsewhere: { by: 'Council' } } }));

    it('has the words of the whole decision, with its parts, where no part is named', () => {
      const words = (changes: Partial<DecisionFacts>, part?: string) => {
        let found: unknown;
        history()
          .when(
            actionDecider,
            ask(
              RaiseAction,
              TARGET,
              { ...ofPart, source: { decision: { meetingId: march.meetingId, decisionId: 'd-1' }, ...(part !== undefined && { part }) } },
              on('2016-03-03', { ...march, decisions: [decision(changes)] }),
            ),
          )
          .thenAccepted(([event]) => (found = (event?.data as ActionRaisedData).words));
        return found;
      };
      expect(words({})).toBe('AGREED: (a) to support the Care and Repair Service; and (b) that a report be brought back in due course.');
      expect(words({ words: 'NOTED the report: it was late.', parts: [] })).toBe('NOTED the report: it was late.');
      expect(words({ words: 'NOTED: that' }, 'b')).toBe('AGREED that a report be brought back in due course.');
      expect(words({ words: 'NOTED : that it was: ' }, 'b')).toBe('NOTED : that it was that a report be brought back in due course.');
      expect(words({ parts: [{ letter: 'a', text: 'to note; and to report' }] }, 'a')).toBe('AGREED to note; and to report');
    });

    it('keeps the dash by which its source marks it', () =>
      history()
        .when(actionDecider, ask(RaiseAction, TARGET, { ...ofPart, source: { ...ofPart.source, dash: 2 } as never }, fromMarch))
        .thenAccepted(([event]) => expect(event?.data).toMatchObject({ source: { dash: 2 } })));

    it('is refused without its item or its words, where it is only cited, and where no decision is named', () => {
      const cited = { cited: { paragraph: '9', heading: '26 November 2015' } };
      const raise = (data: object) =>
        history().when(actionDecider, ask(RaiseAction, TARGET, { officers: ['Shona Smith'], ...data } as never, fromMarch));
      raise({ source: cited, words: 'AGREED that it be so.' }).thenRefused('action.source-missing', { field: 'item' });
      raise({ source: cited, item: { title: 'Plan' } }).thenRefused('action.source-missing', { field: 'words' });
      raise({ source: { decision: { meetingId: march.meetingId } } }).thenRefused('action.source-missing', { field: 'source' });
    });

    it('keeps dates given beside the words', () =>
      history()
        .when(actionDecider, ask(RaiseAction, TARGET, { ...ofPart, due: 'in due course', dueDates: { latest: '2016-12-01' } }, fromMarch))
        .thenAccepted(([event]) => expect(event?.data).toMatchObject({ due: { words: 'in due course', latest: '2016-12-01' } })));

    const refusedFor = (code: string, change: object, circumstances = fromMarch) =>
      history()
        .when(actionDecider, ask(RaiseAction, TARGET, { ...ofPart, ...change }, circumstances))
        .thenRefused(code);
    it('is refused for a meeting that was never called', () => refusedFor('action.meeting-unknown', {}, on('2016-03-03')));
    it('is refused for a decision that is not there', () =>
      refusedFor('action.decision-unknown', { source: { ...ofPart.source, paragraph: '4.5' } }));
    it('is refused for a part that is not there', () => refusedFor('action.part-unknown', { source: { ...ofPart.source, part: 'c' } }));
    it('is refused for another body’s decision', () =>
      refusedFor('action.decision-of-another-body', {}, on('2016-03-03', { ...march, bodyId: 'other' })));
    it('is refused for a decision that was struck', () =>
      refusedFor('action.decision-struck', {}, on('2016-03-03', { ...march, decisions: [decision({ struck: true })] })));
    it('is refused when its paragraph has several decisions', () =>
      refusedFor(
        'action.decision-ambiguous',
        {},
        on('2016-03-03', { ...march, decisions: [decision(), decision({ decisionId: 'd-2' })] }),
      ));
    it('is refused without a source, or with two', () => {
      refusedFor('action.source-missing', { source: {} });
      refusedFor('action.source-twice', { source: { ...ofPart.source, cited: { heading: '3 March 2016' } } });
    });
    it('is refused for dates that end before they begin', () =>
      refusedFor('action.dates-reversed', { dueDates: { earliest: '2016-07-01', latest: '2016-06-01' } }));
    it('is refused for a body that is not there', () =>
      refusedFor('action.body-unknown', {}, { facts: { ...facts(march), timeZone: null } }));
  });

  it('that was never raised takes nothing', () =>
    history()
      .when(actionDecider, ask(ReportProgress, TARGET, { words: 'Under way.' }, on('2016-04-01')))
      .thenRefused('action.not-raised'));

  it('collects updates', () =>
    history(raised)
      .when(actionDecider, ask(ReportProgress, TARGET, { words: 'Under way.', reportedBy: 'Shona Smith' }, on('2016-04-01')))
      .then({ type: 'ProgressReported', v: 1, data: { ...named, on: '2016-04-01', words: 'Under way.', reportedBy: 'Shona Smith' } }));

  it('is extended from the words of the day', () =>
    history(raised)
      .when(actionDecider, ask(ExtendAction, TARGET, { due: 'within 3 months', reason: 'More to do.' }, on('2016-06-01')))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ due: { latest: '2016-09-01' }, reason: 'More to do.' })));

  it('is handed to others, but not to whoever has it already', () => {
    const to = (officers: string[]) => ask(TransferAction, TARGET, { officers, reason: 'Change of duties.' }, on('2016-04-01'));
    history(raised)
      .when(actionDecider, to(['J. McDiarmid']))
      .thenAccepted();
    history(raised)
      .when(actionDecider, to(['Shona Smith']))
      .thenRefused('action.nothing-given');
  });

  it('is handed to another organisation, though its officers stay, and keeps the one it had where none is named', () => {
    const to = (data: object) => ask(TransferAction, TARGET, { officers: ['Shona Smith'], reason: 'It leads.', ...data }, on('2016-04-01'));
    history(raised)
      .when(actionDecider, to({ organisation: 'NHS' }))
      .then({
        type: 'ActionTransferred',
        v: 1,
        data: { ...named, on: '2016-04-01', organisation: 'NHS', officers: ['Shona Smith'], reason: 'It leads.' },
      });
    const nhs = history(raised).when(actionDecider, to({ organisation: 'NHS' }));
    nhs.and(actionDecider, to({ organisation: 'NHS' })).thenRefused('action.nothing-given', { field: 'officers' });
    nhs
      .and(actionDecider, to({ officers: ['J. McDiarmid'] }))
      .thenState((state) => expect(state).toMatchObject({ organisation: 'NHS', officers: ['J. McDiarmid'] }));
  });

  it('is reported complete, declined and reopened by whoever says so, with what was said', () => {
    history(raised)
      .when(actionDecider, ask(ReportActionComplete, TARGET, { words: 'Done.', reportedBy: 'Shona Smith' }, on('2016-06-03')))
      .then({ type: 'ActionReportedComplete', v: 1, data: { ...named, on: '2016-06-03', words: 'Done.', reportedBy: 'Shona Smith' } });
    history(raised)
      .when(actionDecider, ask(DeclineAction, TARGET, { reason: 'Closed.', declinedBy: 'The Board' }, on('2016-05-01')))
      .seen((state) => expect(state?.outcome).toEqual({ on: '2016-05-01', words: 'Declined: Closed.' }))
      .then({ type: 'ActionDeclined', v: 1, data: { ...named, on: '2016-05-01', reason: 'Closed.', declinedBy: 'The Board' } });
    history(raised, reported)
      .when(actionDecider, ask(ReopenAction, TARGET, { reason: 'Half done.' }, on('2016-06-03')))
      .seen((state) => expect(state).toMatchObject({ standing: 'open', outcome: { on: '2016-06-03', words: 'Reopened: Half done.' } }))
      .then({ type: 'ActionReopened', v: 1, data: { ...named, on: '2016-06-03', reason: 'Half done.' } });
  });

  it('takes a step on the very day it was raised', () =>
    history(raised)
      .when(actionDecider, ask(ReportProgress, TARGET, { words: 'Begun.' }, on('2016-03-03')))
      .thenAccepted());

  it('that was declined is reported on no more, nor handed to others', () => {
    for (const step of [
      ask(ReportProgress, TARGET, { words: 'x' }, on('2016-06-01')),
      ask(TransferAction, TARGET, { officers: ['J. McDiarmid'], reason: 'x' }, on('2016-06-01')),
    ])
      history(raised, declined).when(actionDecider, step).thenRefused('action.declined');
  });

  it('is on the tracker until it is noted complete, or found never to have been', () => {
    const tracked = (...events: ActionEvent[]) => isOnTracker(history(raised, ...events).state!);
    expect([tracked(), tracked(reported), tracked(declined), tracked(noted)]).toEqual([true, true, true, false]);
    expect(tracked({ type: 'ActionStruck', v: 1, data: { ...named, on: '2016-04-01', reason: 'x' } } as never)).toBe(false);
  });

  it('is counted again with the holidays known since, and is in nothing else another', () => {
    const due = { ...raisedData.due, latest: '2016-06-10' };
    const recounted = { type: 'ActionDueRecounted', v: 1, data: { ...named, on: '2016-04-01', due } } as unknown as ActionEvent;
    const before = history(raised).state!;
    expect(history(raised, recounted).state).toEqual({ ...before, due });
    expect(history(recounted).state).toBeNull();
  });

  it('agreed in discussion keeps what the minute says of it, as that is put right, apart from what the tracker says', () => {
    const source = { kind: 'discussion', heading: '3 March 2016', meetingDate: '2016-03-03' } as unknown as ActionRaisedData['source'];
    const discussed: ActionEvent = { type: 'ActionRaised', v: 1, data: { ...raisedData, source } };
    const said = { words: raisedData.words, officers: raisedData.officers, item: raisedData.item };
    expect(history(discussed).state?.agreed).toEqual({ ...said, due: 'next meeting' });
    expect(history(raised).state).not.toHaveProperty('agreed');
    const set = (changes: object) =>
      ({ type: 'ActionSetAsAgreed', v: 1, data: { ...named, on: '2016-04-01', changes } }) as unknown as ActionEvent;
    const due = { ...raisedData.due, words: 'in June' };
    expect(history(discussed, set({ words: 'Write.', due })).state).toMatchObject({
      words: 'Write.',
      due,
      officers: raisedData.officers,
      agreed: { ...said, words: 'Write.', due: 'in June' },
    });
    expect(history(discussed, set({ words: 'Write.' })).state?.agreed).toMatchObject({ due: 'next meeting' });
    expect(history(raised, set({ words: 'Write.' })).state).not.toHaveProperty('agreed');
    const corrected = {
      type: 'ActionCorrected',
      v: 1,
      data: { ...named, on: '2016-04-01', changes: { words: 'Ring.' }, reason: 'x' },
    } as const;
    expect(history(discussed, corrected).state).toMatchObject({
      words: 'Ring.',
      officers: raisedData.officers,
      agreed: { words: raisedData.words },
    });
  });

  it('stays on the tracker when its officer reports it complete', () => {
    const { state } = history(raised, reported);
    expect(state).toMatchObject({ standing: 'reported-complete', outcome: { words: 'Completed.' } });
    expect(state?.noted).toBeUndefined();
  });

  it('is not reported complete twice, nor extended after it', () => {
    history(raised, reported)
      .when(actionDecider, ask(ReportActionComplete, TARGET, { words: 'Done.' }, on('2016-06-04')))
      .thenRefused('action.reported-complete');
    history(raised, reported)
      .when(actionDecider, ask(ExtendAction, TARGET, { due: 'June', reason: 'x' }, on('2016-06-04')))
      .thenRefused('action.reported-complete');
  });

  describe('being noted complete', () => {
    const note = (meeting: MeetingFacts | null, data = {}) =>
      ask(NoteActionComplete, TARGET, { atMeeting: june.meetingId, ...data }, on('2016-06-10', meeting));

    it('leaves the tracker on the day of the meeting', () => history(raised, reported).when(actionDecider, note(june)).then(noted));
    it('names the decision by its paragraph', () =>
      history(raised)
        .when(actionDecider, note(june, { paragraph: '5' }))
        .thenAccepted(([event]) => expect(event?.data).toMatchObject({ decision: { meetingId: june.meetingId, decisionId: 'd-9' } })));
    it('is refused for a meeting that was never called', () =>
      history(raised).when(actionDecider, note(null)).thenRefused('action.meeting-unknown'));
    it('is refused for a meeting that has not been opened', () =>
      history(raised)
        .when(actionDecider, note({ ...june, opened: false }))
        .thenRefused('action.meeting-not-opened'));
    it('is refused for a meeting of another body', () =>
      history(raised)
        .when(actionDecider, note({ ...june, bodyId: 'other' }))
        .thenRefused('action.meeting-of-another-body'));
    it('is refused for a meeting before it was raised', () =>
      history(raised)
        .when(actionDecider, note({ ...june, date: '2016-03-02' }))
        .thenRefused('action.meeting-too-early'));
    it('is refused for a meeting before it was reported complete', () =>
      history(raised, reported)
        .when(actionDecider, note({ ...june, date: '2016-05-01' }))
        .thenRefused('action.meeting-too-early'));
    it('is refused for a decision that meeting did not take', () =>
      history(raised)
        .when(actionDecider, note(june, { decisionId: 'd-1' }))
        .thenRefused('action.decision-unknown'));
    it('names the decision by its id, and the meeting alone where no decision is named', () => {
      const byJune = { ...named, on: '2016-06-09', atMeeting: june.meetingId };
      history(raised)
        .when(actionDecider, note(june, { decisionId: 'd-9' }))
        .then({
          type: 'ActionNotedComplete',
          v: 1,
          data: { ...byJune, decision: { meetingId: june.meetingId, decisionId: 'd-9' } },
        });
      history(raised)
        .when(actionDecider, note(june, { decisionId: 'd-1' }))
        .thenRefused('action.decision-unknown', { field: 'decisionId' });
      history(raised)
        .when(actionDecider, note(june, { paragraph: '9' }))
        .thenRefused('action.decision-unknown', { field: 'paragraph' });
    });
    it('is refused twice', () => history(raised, noted).when(actionDecider, note(june)).thenRefused('action.noted-complete'));
    it('is refused before approval elsewhere was given, and not after', () => {
      const approve = ask(GiveApprovalElsewhere, TARGET, { by: 'Scottish Borders Council', on: '2016-05-19' }, on('2016-06-01'));
      history(needsApproval).when(actionDecider, note(june)).thenRefused('action.awaiting-approval');
      history(needsApproval).when(actionDecider, approve).and(actionDecider, note(june)).thenAccepted();
    });
  });

  it('off the tracker is reopened before anything else is done to it', () => {
    const progress = ask(ReportProgress, TARGET, { words: 'More.' }, on('2016-06-20'));
    history(raised, noted).when(actionDecider, progress).thenRefused('action.noted-complete');
    history(raised, noted)
      .when(actionDecider, ask(DeclineAction, TARGET, { reason: 'No.' }, on('2016-06-20')))
      .thenRefused('action.noted-complete');
    history(raised, noted)
      .when(actionDecider, ask(ReopenAction, TARGET, { reason: 'Half done.' }, on('2016-06-20')))
      .and(actionDecider, progress)
      .thenAccepted();
    history(raised)
      .when(actionDecider, ask(ReopenAction, TARGET, { reason: 'Half done.' }, on('2016-06-20')))
      .thenRefused('action.open-already');
  });

  it('that was declined can be noted or reopened', () => {
    history(raised, declined)
      .when(actionDecider, ask(ReportActionComplete, TARGET, { words: 'Done.' }, on('2016-06-01')))
      .thenRefused('action.declined');
    history(raised, declined)
      .when(actionDecider, ask(NoteActionComplete, TARGET, { atMeeting: june.meetingId }, on('2016-06-09', june)))
      .thenAccepted();
    history(raised, declined)
      .when(actionDecider, ask(ReopenAction, TARGET, { reason: 'Needed after all.' }, on('2016-06-01')))
      .thenAccepted();
  });

  it('takes its steps in the order of their days, and none before it was raised', () => {
    history(raised, declined)
      .when(actionDecider, ask(ReopenAction, TARGET, { reason: 'x' }, on('2016-04-01')))
      .thenRefused('action.before-its-last-step');
    history(raised)
      .when(actionDecider, ask(ReportProgress, TARGET, { words: 'x' }, on('2016-03-02')))
      .thenRefused('action.before-it-was-raised');
  });

  it('is approved elsewhere once, and only if it has to be', () => {
    const approve = ask(GiveApprovalElsewhere, TARGET, { by: 'Council' }, on('2016-05-19'));
    history(raised).when(actionDecider, approve).thenRefused('action.approval-not-needed');
    history(needsApproval).when(actionDecider, approve).and(actionDecider, approve).thenRefused('action.approval-given-already');
    history(needsApproval)
      .when(actionDecider, approve)
      .thenAccepted(([event]) =>
        expect(event).toMatchObject({ type: 'ApprovalElsewhereGiven', data: { ...named, on: '2016-05-19', by: 'Council' } }),
      );
    const earlier = (day: string) => ask(GiveApprovalElsewhere, TARGET, { by: 'The Council', on: day, words: 'Agreed.' }, on('2016-05-19'));
    history(needsApproval)
      .when(actionDecider, earlier('2016-03-03'))
      .seen((state) =>
        expect(state?.approvalElsewhere).toMatchObject({
          by: 'Scottish Borders Council',
          given: { on: '2016-03-03', by: 'The Council', words: 'Agreed.' },
        }),
      )
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ ...named, on: '2016-03-03', by: 'The Council', words: 'Agreed.' }));
    history(needsApproval).when(actionDecider, earlier('2016-03-02')).thenRefused('action.before-it-was-raised', { field: 'on' });
    history(raised, reported, noted).when(actionDecider, approve).thenRefused('action.approval-not-needed');
  });

  it('is corrected with a reason, its deadline read as of the day it was set', () => {
    history(raised)
      .when(actionDecider, ask(CorrectAction, TARGET, { due: 'within 3 months', reason: 'Misheard.' }, on('2016-04-01')))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ changes: { due: { latest: '2016-06-03' } } }));
    history(raised)
      .when(actionDecider, ask(CorrectAction, TARGET, { reason: 'Misheard.' }, on('2016-04-01')))
      .thenRefused('action.nothing-given');
  });

  it('keeps the newest day’s words as its outcome when older ones are recorded late', () => {
    const said = (day: string, words: string): ActionEvent => ({ type: 'ProgressReported', v: 1, data: { ...named, on: day, words } });
    expect(history(raised, said('2016-05-01', 'Nearly there.'), said('2016-04-01', 'Begun.')).state?.outcome).toEqual({
      on: '2016-05-01',
      words: 'Nearly there.',
    });
  });
});

describe('the deadline of an action', () => {
  const raised: ActionEvent = { type: 'ActionRaised', v: 1, data: raisedData };
  const back = { earliest: '2016-07-01', latest: '2016-06-01' };
  const decided = (command: Parameters<ReturnType<typeof given>['when']>[1], before: readonly ActionEvent[] = [raised]) =>
    given(actionHistory, before).when(actionDecider, command);

  it('runs from the meeting that decided it, also where that meeting is only cited, however late the action is raised', () => {
    const late = { officers: ['Shona Smith'], due: 'within 3 months' };
    const decision = { meetingId: march.meetingId, decisionId: 'd-1' };
    const cited = { heading: '3 March 2016', meetingDate: '2016-03-03' };
    for (const more of [{ source: { decision, part: 'b' } }, { source: { cited }, item: { title: 'ADAPTATIONS' }, words: 'To report.' }])
      decided(ask(RaiseAction, TARGET, { ...late, ...more }, on('2016-04-20', march)), []).thenAccepted(([event]) =>
        expect(event?.data).toMatchObject({ due: { earliest: '2016-03-03', latest: '2016-06-03' } }),
      );
  });

  it('is neither extended nor corrected to one that ends before it begins', () => {
    decided(ask(ExtendAction, TARGET, { due: 'then', dueDates: back, reason: 'x' }, on('2016-06-01'))).thenRefused('action.dates-reversed');
    decided(ask(CorrectAction, TARGET, { dueDates: back, reason: 'x' }, on('2016-06-01'))).thenRefused('action.dates-reversed');
  });

  it('keeps its words where only its dates are corrected, and is read anew where its words are', () => {
    const corrected = (data: object) => decided(ask(CorrectAction, TARGET, { reason: 'Misread', ...data }, on('2016-06-01')));
    corrected({ dueDates: { latest: '2016-09-08' } }).thenAccepted(([event]) =>
      expect(event?.data).toMatchObject({ changes: { due: { words: 'next meeting', latest: '2016-09-08' } }, reason: 'Misread' }),
    );
    corrected({ due: 'by 1 December 2016' }).thenAccepted(([event]) =>
      expect(event?.data).toMatchObject({ changes: { due: { words: 'by 1 December 2016', latest: '2016-12-01' } } }),
    );
  });
});
