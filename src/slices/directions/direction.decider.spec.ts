import { describe, expect, it } from '@jest/globals';
import { ask, type Circumstances, given } from '../../../test/support/decider-spec.js';
import { type CommandClass } from '../../kernel/command.js';
import { directionDecider } from './direction.decider.js';
import { type DirectionEvent, type DirectionTerms } from './direction.events.js';
import { type DecidingDecision, type DirectionFacts } from './direction.facts.js';
import { directionOf, directionsHistory, statusOf } from './direction.state.js';
import {
  AcknowledgeDirection,
  AmendDraft,
  ApproveDirection,
  CompleteDirection,
  CorrectDirection,
  DraftDirection,
  IssueDirection,
  ReportOnDirection,
  ReviewDirection,
  RevokeDirection,
  WithdrawDraft,
} from './directions.commands.js';

const BODY = 'ijb';
const MAY = 'ijb/2023-05-17';
const decision = (changes: Partial<DecidingDecision> = {}): DecidingDecision => ({
  decisionId: 'd-1',
  paragraph: '5',
  parts: [{ letter: 'b', text: 'the direction' }],
  exempt: false,
  struck: false,
  standing: 'quorate',
  quorum: '6 of 10 voting seats present, 5 needed',
  ...changes,
});
const facts = (date = '2023-05-17', decisions: readonly DecidingDecision[] = [decision()], bodyId = BODY): DirectionFacts => ({
  timeZone: 'Europe/London',
  meetings: ['2023-05-17', '2023-09-20'],
  format: 'IJB-{ddmmyy}-{seq}',
  meeting: { meetingId: `${bodyId}/${date}`, bodyId, date, decisions },
});
const on = (date: string, more: DirectionFacts = facts()): Circumstances<DirectionFacts> => ({
  facts: more,
  happenedAt: `${date}T14:00:00.000Z`,
  recordedAt: '2024-12-31T14:00:00.000Z',
});
const two = [
  { recipient: 'council', name: 'The Council' },
  { recipient: 'nhs', name: 'The Health Board' },
];
const terms: DirectionTerms = {
  title: 'The pathfinder',
  recipients: two,
  text: 'Establish it.',
  reports: [],
  timeframes: { words: 'by July 2023', kind: 'month', latest: '2023-07-31', explanation: 'by 31 July 2023' },
};
const named = (direction = 'one') => ({ bodyId: BODY, direction });
const drafted = (direction = 'one', more: Partial<DirectionTerms> = {}): DirectionEvent => ({
  type: 'DirectionDrafted',
  v: 1,
  data: { ...named(direction), on: '2023-05-10', terms: { ...terms, ...more } },
});
const approved = (direction = 'one', reference = 'IJB-170523-1', date = '2023-05-17'): DirectionEvent => ({
  type: 'DirectionApproved',
  v: 1,
  data: {
    ...named(direction),
    on: date,
    reference,
    decision: { meetingId: MAY, decisionId: 'd-1' },
    paragraph: '5',
    standing: '6 of 10 voting seats present, 5 needed',
    exempt: false,
    title: terms.title,
    recipients: ['The Council', 'The Health Board'],
    timeframes: terms.timeframes!,
  },
});
const NOT_ASKED = { words: '', kind: 'none', explanation: 'the body has not asked for a day' } as const;
const issued = (to = two, date = '2023-05-24', direction = 'one'): DirectionEvent => ({
  type: 'DirectionIssued',
  v: 1,
  data: { ...named(direction), on: date, by: 'Chris Myers', to, title: terms.title, exempt: false, acknowledge: NOT_ASKED },
});
const acknowledged = (recipient: string, date = '2023-05-30'): DirectionEvent => ({
  type: 'DirectionAcknowledged',
  v: 1,
  data: { ...named(), on: date, recipient },
});

const after = (...events: DirectionEvent[]) => ({
  ask: <D extends object>(type: CommandClass<string, D>, data: NoInfer<D>, when: Circumstances<DirectionFacts> = on('2023-06-01')) =>
    given(directionsHistory, events).when(directionDecider, ask(type, BODY, data, when)),
});
const APPROVE = { direction: 'one', decision: { meetingId: MAY }, paragraph: '5' };
const whenDecided = (changes: Partial<DecidingDecision>) => on('2023-05-17', facts('2023-05-17', [decision(changes)]));

describe('a draft direction', () => {
  const data = { direction: 'one', title: 'The pathfinder', recipients: two, text: 'Establish it.', timeframes: 'by July 2023' };

  it('keeps every box of its form, with the days its words mean', () =>
    after()
      .ask(DraftDirection, { ...data, finance: { words: 'will be defined', toBeDefined: true } }, on('2023-05-10'))
      .then({
        type: 'DirectionDrafted',
        v: 1,
        data: { ...named(), on: '2023-05-10', terms: { ...terms, finance: { words: 'will be defined', toBeDefined: true } } },
      }));
  it('is one of an established body, under an id of its own', () => {
    after()
      .ask(DraftDirection, data, on('2023-05-10', { ...facts(), timeZone: null }))
      .thenRefused('direction.body-unknown');
    after(drafted()).ask(DraftDirection, data).thenRefused('direction.id-taken');
    after()
      .ask(DraftDirection, { ...data, direction: 'gaps' })
      .thenRefused('direction.id-reserved');
  });
  it('names each recipient once, and each one’s part where it is split', () => {
    after()
      .ask(DraftDirection, { ...data, recipients: [two[0]!, two[0]!] })
      .thenRefused('direction.recipient-twice');
    after()
      .ask(DraftDirection, { ...data, recipients: [two[0]!], split: 'joint' })
      .thenRefused('direction.split-of-one');
    after()
      .ask(DraftDirection, { ...data, split: 'by-area' })
      .thenRefused('direction.extent-missing', { field: 'recipients.0.extent' });
    after()
      .ask(DraftDirection, { ...data, split: 'joint' })
      .thenAccepted();
  });
  it('has no deadline that ends before it begins', () => {
    const dates = { earliest: '2023-08-01', latest: '2023-07-01' };
    after()
      .ask(DraftDirection, { ...data, timeframesDates: dates })
      .thenRefused('direction.dates-reversed');
    after()
      .ask(DraftDirection, { ...data, reviewDates: dates })
      .thenRefused('direction.dates-reversed', { field: 'reviewDates.latest' });
  });
  it('names the direction it replaces once, and not itself', () => {
    const relation = (more: object) => ({ ...data, direction: 'two', relation: { kind: 'revises' as const, ...more } });
    after(drafted()).ask(DraftDirection, relation({})).thenRefused('direction.relation-unclear');
    after(drafted())
      .ask(DraftDirection, relation({ direction: 'one', cited: 'X-1' }))
      .thenRefused('direction.relation-unclear');
    after(drafted())
      .ask(DraftDirection, relation({ direction: 'two' }))
      .thenRefused('direction.relation-to-itself');
    after(drafted())
      .ask(DraftDirection, relation({ direction: 'three' }))
      .thenRefused('direction.predecessor-unknown');
    after()
      .ask(DraftDirection, relation({ cited: 'SBIJB-150322-1' }))
      .thenAccepted();
  });
  it('is amended and withdrawn only as a draft', () => {
    after(drafted())
      .ask(AmendDraft, { direction: 'one', title: 'Another', without: ['timeframes'] }, on('2023-05-12'))
      .then({
        type: 'DirectionDraftAmended',
        v: 1,
        data: { ...named(), on: '2023-05-12', changes: { title: 'Another' }, without: ['timeframes'] },
      });
    after(drafted()).ask(AmendDraft, { direction: 'one' }).thenRefused('direction.nothing-given');
    after(drafted(), approved()).ask(AmendDraft, { direction: 'one', title: 'X' }).thenRefused('direction.not-a-draft');
    after(drafted()).ask(AmendDraft, { direction: 'two', title: 'X' }).thenRefused('direction.not-found');
    after(drafted())
      .ask(WithdrawDraft, { direction: 'one', reason: 'Not needed' }, on('2023-05-12'))
      .and(directionDecider, ask(ApproveDirection, BODY, APPROVE, on('2023-05-17')))
      .thenRefused('direction.not-a-draft', { detail: { state: 'withdrawn' } });
    after(drafted(), approved()).ask(WithdrawDraft, { direction: 'one', reason: 'Not needed' }).thenRefused('direction.not-a-draft');
  });
});

describe('a direction that is approved', () => {
  it('rests on the decision, keeps its quorum, and gets the next reference of the day', () =>
    after(drafted('zero'), approved('zero', 'ijb-170523-7'), drafted())
      .ask(ApproveDirection, { ...APPROVE, part: 'b' }, on('2023-05-20'))
      .then({ ...approved('one', 'IJB-170523-8'), data: { ...approved('one', 'IJB-170523-8').data, part: 'b' } }));
  it('may have a reference already, which nothing else of the body has', () => {
    after(drafted())
      .ask(ApproveDirection, { ...APPROVE, reference: 'SBIJB-170523-2' })
      .then(approved('one', 'SBIJB-170523-2'));
    after(drafted('zero'), approved('zero', 'sbijb-170523-2'), drafted())
      .ask(ApproveDirection, { ...APPROVE, reference: ' SBIJB-170523-2' })
      .thenRefused('direction.reference-taken', { detail: { direction: 'zero', reference: 'sbijb-170523-2' } });
    after(drafted())
      .ask(ApproveDirection, APPROVE, on('2023-05-17', { ...facts(), format: null }))
      .thenRefused('direction.no-reference-format');
  });
  it('is made by a decision of the board that stands', () => {
    const asked = { ...APPROVE };
    after(drafted())
      .ask(ApproveDirection, asked, on('2023-05-17', { ...facts(), meeting: null }))
      .thenRefused('direction.meeting-unknown');
    after(drafted())
      .ask(ApproveDirection, asked, on('2023-05-17', facts('2023-05-17', [decision()], 'other')))
      .thenRefused('direction.decision-of-another-body');
    after(drafted())
      .ask(ApproveDirection, { ...asked, paragraph: undefined })
      .thenRefused('direction.decision-unnamed');
    after(drafted())
      .ask(ApproveDirection, { ...asked, paragraph: '9' })
      .thenRefused('direction.decision-unknown', { field: 'paragraph' });
    after(drafted())
      .ask(ApproveDirection, asked, on('2023-05-17', facts('2023-05-17', [decision(), decision({ decisionId: 'd-2' })])))
      .thenRefused('direction.decision-ambiguous', { detail: { decisions: ['d-1', 'd-2'] } });
    after(drafted())
      .ask(ApproveDirection, { ...asked, part: 'z' })
      .thenRefused('direction.part-unknown');
    after(drafted())
      .ask(ApproveDirection, asked, whenDecided({ struck: true }))
      .thenRefused('direction.decision-struck');
    const by = { meetingId: 'ijb/2023-06-21', decisionId: 'd-9' };
    after(drafted())
      .ask(ApproveDirection, asked, whenDecided({ rescindedBy: by }))
      .thenRefused('direction.decision-rescinded');
    after(drafted())
      .ask(ApproveDirection, asked, on('2023-05-17', { ...facts(), behind: true }))
      .thenRefused('direction.decision-behind');
  });
  it('needs a quorum: declared, counted, or made good by ratification', () => {
    const by = { meetingId: 'ijb/2023-06-21', decisionId: 'd-9' };
    const refused = (changes: Partial<DecidingDecision>, mend: RegExp) =>
      after(drafted())
        .ask(ApproveDirection, APPROVE, whenDecided(changes))
        .thenRefused('direction.decision-without-quorum', {
          detail: expect.objectContaining({ mend: expect.stringMatching(mend) }),
        });
    refused({ standing: 'informal' }, /^Ratify it/);
    refused({ standing: 'not-stated' }, /^Record the quorum declared/);
    refused({ standing: 'informal', ratification: { outcome: 'declined', by } }, /^Ratification was declined/);
    after(drafted())
      .ask(ApproveDirection, APPROVE, whenDecided({ standing: 'informal', ratification: { outcome: 'ratified', by } }))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ standing: expect.stringContaining('ratified by decision d-9') }));
  });
  it('is not approved twice', () => after(drafted(), approved()).ask(ApproveDirection, APPROVE).thenRefused('direction.not-a-draft'));
});

describe('a direction that replaces another', () => {
  const relation = { kind: 'supersedes', direction: 'one' } as const;
  const approve = { ...APPROVE, direction: 'two' };
  const june = on('2023-06-21', facts('2023-06-21'));

  it('replaces only one that was approved and stands', () => {
    after(drafted(), drafted('two', { relation })).ask(ApproveDirection, approve, june).thenRefused('direction.predecessor-not-live');
    const revoked: DirectionEvent = {
      type: 'DirectionRevoked',
      v: 1,
      data: { ...named(), on: '2023-06-01', clocks: [], decision: { meetingId: MAY, decisionId: 'd-1' }, paragraph: '5', reason: 'x' },
    };
    after(drafted(), approved(), revoked, drafted('two', { relation }))
      .ask(ApproveDirection, approve, june)
      .thenRefused('direction.predecessor-not-live');
    after(drafted(), approved('one', 'X-1', '2023-06-30'), drafted('two', { relation }))
      .ask(ApproveDirection, approve, june)
      .thenRefused('direction.predecessor-later');
  });
  it('is the only live one that does, whether the other was issued or not', () => {
    const rival = [drafted(), approved(), drafted('three', { relation }), approved('three', 'IJB-170523-2'), drafted('two', { relation })];
    after(...rival)
      .ask(ApproveDirection, approve, june)
      .thenRefused('direction.predecessor-claimed', {
        detail: { predecessor: 'one', by: { direction: 'three', reference: 'IJB-170523-2' } },
      });
    after(drafted(), approved(), drafted('three', { relation }), drafted('two', { relation }))
      .ask(ApproveDirection, approve, june)
      .thenAccepted();
  });
  it('ends the other when it is first issued, with the clocks that ran for it', () => {
    const events = [
      drafted(),
      approved(),
      issued(),
      acknowledged('nhs'),
      drafted('two', { relation }),
      approved('two', 'IJB-210623-1', '2023-06-21'),
    ];
    const issue = { direction: 'two', by: 'Chris Myers', to: ['nhs'] };
    after(...events)
      .ask(IssueDirection, issue, on('2023-06-28'))
      .then(issued([two[1]!], '2023-06-28', 'two'), {
        type: 'DirectionReplaced',
        v: 1,
        data: {
          ...named(),
          on: '2023-06-28',
          clocks: ['timeframe', 'review', 'acknowledge-council'],
          how: 'superseded',
          by: 'two',
          byReference: 'IJB-210623-1',
        },
      });
    after(...events)
      .ask(IssueDirection, issue, on('2023-06-28'))
      .and(directionDecider, ask(IssueDirection, BODY, { ...issue, to: undefined }, on('2023-06-29')))
      .then(issued([two[0]!], '2023-06-29', 'two'));
    after(...events, acknowledged('council', '2023-07-05'))
      .ask(IssueDirection, issue, on('2023-06-28'))
      .thenRefused('direction.before-its-last-step');
  });
});

describe('a direction that stands', () => {
  const ISSUE = { direction: 'one', by: 'Chris Myers' };
  it('is issued after its approval, once to each recipient it names', () => {
    after(drafted()).ask(IssueDirection, ISSUE).thenRefused('direction.not-approved');
    after(drafted(), approved()).ask(IssueDirection, ISSUE, on('2023-05-24')).then(issued());
    after(drafted(), approved())
      .ask(IssueDirection, { ...ISSUE, on: '2023-05-16' })
      .thenRefused('direction.before-approval');
    after(drafted(), approved())
      .ask(IssueDirection, { ...ISSUE, on: '2025-01-01' })
      .thenRefused('direction.in-the-future');
    after(drafted(), approved())
      .ask(IssueDirection, { ...ISSUE, to: ['fire'] })
      .thenRefused('direction.recipient-unknown', { field: 'to.0' });
    after(drafted(), approved(), issued([two[0]!]))
      .ask(IssueDirection, { ...ISSUE, to: ['council'] })
      .thenRefused('direction.issued-already');
    after(drafted(), approved(), issued()).ask(IssueDirection, ISSUE).thenRefused('direction.issued-already');
    const dates = { earliest: '2023-08-01', latest: '2023-07-01' };
    after(drafted(), approved())
      .ask(IssueDirection, { ...ISSUE, acknowledgeByDates: dates })
      .thenRefused('direction.dates-reversed');
  });
  it('is acknowledged by each to whom it was issued, and then is in force', () => {
    const asked = { direction: 'one', recipient: 'nhs' };
    after(drafted(), approved(), issued([two[0]!]))
      .ask(AcknowledgeDirection, asked)
      .thenRefused('direction.not-issued');
    after(drafted(), approved(), issued())
      .ask(AcknowledgeDirection, { ...asked, recipient: 'fire' })
      .thenRefused('direction.recipient-unknown');
    after(drafted(), approved(), issued())
      .ask(AcknowledgeDirection, { ...asked, on: '2023-05-23' })
      .thenRefused('direction.before-issue');
    after(drafted(), approved(), issued(), acknowledged('nhs'))
      .ask(AcknowledgeDirection, asked)
      .thenRefused('direction.acknowledged-already');
    after(drafted(), approved(), issued()).ask(AcknowledgeDirection, asked, on('2023-05-30')).then(acknowledged('nhs'));
    const state = (...events: DirectionEvent[]) => statusOf(directionOf(given(directionsHistory, events).state, 'one')!);
    expect(state(drafted(), approved(), issued(), acknowledged('nhs'))).toBe('issued');
    expect(state(drafted(), approved(), issued(), acknowledged('nhs'), acknowledged('council'))).toBe('in-force');
    expect(state(drafted(), approved(), issued([two[1]!]), acknowledged('nhs'))).toBe('issued');
  });
  it('is reported on by those to whom it was issued, its timeframe met once', () => {
    const asked = { direction: 'one', recipient: 'nhs', words: 'Met.', timeframeMet: true };
    after(drafted(), approved()).ask(ReportOnDirection, asked).thenRefused('direction.not-issued');
    const events = [drafted(), approved(), issued()];
    after(...events)
      .ask(ReportOnDirection, asked, on('2023-07-20'))
      .and(directionDecider, ask(ReportOnDirection, BODY, asked, on('2023-07-21')))
      .thenRefused('direction.timeframe-unknown', { detail: { metOn: '2023-07-20' } });
    after(drafted('one', { timeframes: undefined }), approved(), issued())
      .ask(ReportOnDirection, asked)
      .thenRefused('direction.timeframe-unknown');
    after(...events)
      .ask(ReportOnDirection, { ...asked, timeframeMet: false })
      .thenAccepted(([event]) => expect(event?.data).not.toHaveProperty('timeframeMet'));
  });
  it('is completed once all have been issued it, acknowledged or not', () => {
    const asked = { direction: 'one', words: 'Done.' };
    after(drafted(), approved(), issued([two[0]!]))
      .ask(CompleteDirection, asked)
      .thenRefused('direction.not-issued', { detail: { recipients: ['nhs'] } });
    after(drafted(), approved(), issued(), acknowledged('nhs', '2023-06-05'))
      .ask(CompleteDirection, asked)
      .thenRefused('direction.before-its-last-step');
    after(drafted(), approved(), issued())
      .ask(CompleteDirection, { ...asked, decision: { meetingId: MAY, decisionId: 'd-1' } })
      .then({
        type: 'DirectionCompleted',
        v: 1,
        data: {
          ...named(),
          on: '2023-06-01',
          clocks: ['timeframe', 'review', 'acknowledge-council', 'acknowledge-nhs'],
          words: 'Done.',
          decision: { meetingId: MAY, decisionId: 'd-1' },
        },
      });
    after(drafted(), approved(), issued())
      .ask(CompleteDirection, { ...asked, decision: { meetingId: MAY, decisionId: 'd-7' } })
      .thenRefused('direction.decision-unknown', { field: 'decision.decisionId' });
  });
  it('is revoked by the board alone, not before its last step, and then is over', () => {
    const asked = { ...APPROVE, reason: 'Not needed' };
    after(drafted()).ask(RevokeDirection, asked).thenRefused('direction.not-approved');
    after(drafted(), approved())
      .ask(RevokeDirection, asked, whenDecided({ standing: 'informal' }))
      .thenRefused('direction.decision-without-quorum');
    after(drafted(), approved(), issued()).ask(RevokeDirection, asked).thenRefused('direction.before-its-last-step');
    const revoked = after(drafted(), approved()).ask(RevokeDirection, asked);
    revoked.thenAccepted(([event]) =>
      expect(event).toMatchObject({ type: 'DirectionRevoked', data: { on: '2023-05-17', clocks: ['timeframe', 'review'] } }),
    );
    revoked
      .and(directionDecider, ask(IssueDirection, BODY, ISSUE, on('2023-06-01')))
      .thenRefused('direction.over', { detail: { state: 'revoked', on: '2023-05-17' } });
  });
  it('is reviewed, and again when the review says so', () => {
    after(drafted()).ask(ReviewDirection, { direction: 'one', words: 'x' }).thenRefused('direction.not-approved');
    after(drafted(), approved())
      .ask(ReviewDirection, { direction: 'one', words: 'It continues.', next: 'in March 2024' }, on('2023-09-20'))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ next: { latest: '2024-03-31' } }));
    const dates = { earliest: '2023-08-01', latest: '2023-07-01' };
    after(drafted(), approved())
      .ask(ReviewDirection, { direction: 'one', words: 'x', nextDates: dates })
      .thenRefused('direction.dates-reversed');
  });
});

describe('a correction of a direction', () => {
  it('mends a slip, even of one that is over, and not whom it is for', () => {
    after(drafted()).ask(CorrectDirection, { direction: 'one', title: 'X', reason: 'y' }).thenRefused('direction.draft-amended-instead');
    after(drafted(), approved()).ask(CorrectDirection, { direction: 'one', reason: 'y' }).thenRefused('direction.nothing-given');
    after(drafted(), approved())
      .ask(CorrectDirection, { direction: 'one', recipients: [two[0]!], reason: 'y' })
      .thenRefused('direction.recipients-fixed');
    const completed: DirectionEvent = {
      type: 'DirectionCompleted',
      v: 1,
      data: { ...named(), on: '2023-06-01', clocks: [], words: 'Done.' },
    };
    after(drafted(), approved(), issued(), completed)
      .ask(CorrectDirection, { direction: 'one', title: 'The Eildon pathfinder', reason: 'y' })
      .then({
        type: 'DirectionCorrected',
        v: 1,
        data: { ...named(), on: '2023-06-01', changes: { title: 'The Eildon pathfinder' }, reason: 'y' },
      });
    const withdrawn: DirectionEvent = { type: 'DirectionDraftWithdrawn', v: 1, data: { ...named(), on: '2023-06-01', reason: 'x' } };
    after(drafted(), withdrawn).ask(CorrectDirection, { direction: 'one', title: 'X', reason: 'y' }).thenRefused('direction.over');
  });
});
