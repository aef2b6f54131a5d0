import { describe, expect, it } from '@jest/globals';
import { ask, type Circumstances, given } from '../../../test/support/decider-spec.js';
import { remitDecider } from './remit.decider.js';
import { type RemitEvent } from './remit.events.js';
import { type RemitFacts, type RemitMeeting } from './remit.facts.js';
import { remitHistory } from './remit.state.js';
import {
  AcceptRemit,
  AnswerRemit,
  CorrectRemit,
  DeclineRemit,
  MakeRemit,
  NoteAnswer,
  PlaceRemit,
  ReopenRemit,
  RuleOnReferral,
  WithdrawRemit,
} from './remits.commands.js';

const TARGET = 'committee/roads';
const named = { remitId: TARGET, bodyId: 'committee' };
const decision = {
  decisionId: 'd-1',
  paragraph: '4.1',
  sectionHeading: 'Roads',
  words: 'AGREED to remit the matter:',
  parts: [{ letter: 'a', text: 'for a report' }],
  struck: false,
};
const meeting = (bodyId: string, date: string, more: Partial<RemitMeeting> = {}): RemitMeeting => ({
  meetingId: `${bodyId}/${date}`,
  bodyId,
  date,
  opened: true,
  cancelled: false,
  items: [{ itemId: 'roads', number: '4', title: 'Roads programme', asked: 'Consider the programme.' }],
  decisions: [decision],
  ...more,
});
const ours = meeting('committee', '2026-03-03');
const theirs = meeting('council', '2026-04-02');
const later = meeting('committee', '2026-05-05');
const on = (date: string, facts: Partial<RemitFacts> = {}): Circumstances<RemitFacts> => ({
  facts: { timeZone: 'Europe/London', meeting: null, ...facts },
  happenedAt: `${date}T14:00:00.000Z`,
});

const TO = { bodyId: 'council', name: 'The Council' };
const source = {
  meetingId: ours.meetingId,
  meetingDate: ours.date,
  decision: { meetingId: ours.meetingId, decisionId: 'd-1' },
  paragraph: '4.1',
};
const made: RemitEvent = {
  type: 'RemitMade',
  v: 1,
  data: {
    ...{ ...named, on: '2026-03-03', how: 'remitted', to: TO, source, title: 'Roads' },
    ...{ words: 'AGREED to remit the matter: (a) for a report', askedBy: [], exempt: false },
  },
};
const asked: RemitEvent = { ...made, data: { ...made.data, how: 'referred', askedBy: ['A. Able', 'B. Baker'] } };
const placed: RemitEvent = {
  type: 'RemitPlaced',
  v: 1,
  data: { ...named, on: '2026-03-20', atMeeting: theirs.meetingId, itemId: 'roads' },
};
const accepted: RemitEvent = { type: 'RemitAccepted', v: 1, data: { ...named, on: '2026-04-02', atMeeting: theirs.meetingId } };
const answered: RemitEvent = {
  type: 'RemitAnswered',
  v: 1,
  data: {
    ...{ ...named, on: '2026-04-02', atMeeting: theirs.meetingId, decision: { meetingId: theirs.meetingId, decisionId: 'd-1' } },
    words: 'AGREED to remit the matter: (a) for a report',
  },
};
const declined: RemitEvent = { type: 'RemitDeclined', v: 1, data: { ...named, on: '2026-04-02', reason: 'Not ours.' } };
const noted: RemitEvent = { type: 'AnswerNoted', v: 1, data: { ...named, on: '2026-05-05', atMeeting: later.meetingId } };
const withdrawn: RemitEvent = { type: 'RemitWithdrawn', v: 1, data: { ...named, on: '2026-03-10', reason: 'Overtaken.' } };
const ruled = (allowed: boolean): RemitEvent => ({
  type: 'ReferralRuled',
  v: 1,
  data: { ...named, on: '2026-03-05', allowed, by: 'The Convener' },
});

const history = (...events: RemitEvent[]) => given(remitHistory, [made, ...events]);
const referral = (...events: RemitEvent[]) => given(remitHistory, [asked, ...events]);
const standing = (...events: RemitEvent[]) => history(...events).state?.standing;

describe('a remit', () => {
  describe('being made', () => {
    const make = (data: object, facts: Partial<RemitFacts> = {}) =>
      given(remitHistory).when(
        remitDecider,
        ask(
          MakeRemit,
          TARGET,
          { to: { bodyId: 'council' }, source: { meetingId: ours.meetingId, decisionId: 'd-1' }, ...data },
          on('2026-03-04', { meeting: ours, to: { name: 'The Council' }, ...facts }),
        ),
      );

    it('takes words and title from the decision it comes from', () => make({}).then(made));

    it('takes them from the item where it comes from no decision, and goes to a body that is in no record', () =>
      make({ source: { meetingId: ours.meetingId, itemId: 'roads' }, to: { name: 'The Trust' } }).thenAccepted(([event]) =>
        expect(event?.data).toMatchObject({
          to: { name: 'The Trust' },
          title: 'Roads programme',
          words: 'Consider the programme.',
          source: { itemId: 'roads', number: '4' },
        }),
      ));

    it('waits for a ruling where members ask for it', () => {
      make({ how: 'referred', askedBy: ['A. Able', 'B. Baker'], rule: 'SO 34.1' }).thenAccepted(([event]) =>
        expect(event?.data).toMatchObject({ how: 'referred', askedBy: ['A. Able', 'B. Baker'], rule: 'SO 34.1' }),
      );
      expect(referral().state?.standing).toBe('awaiting-ruling');
    });

    it.each<[string, object, Partial<RemitFacts>]>([
      ['remit.body-unknown', {}, { timeZone: null }],
      ['remit.to-itself', { to: { bodyId: 'committee' } }, {}],
      ['remit.to-nobody', { to: {} }, {}],
      ['remit.to-unknown-body', {}, { to: null }],
      ['remit.nobody-asked', { how: 'referred' }, {}],
      ['remit.asked-by-members', { askedBy: ['A. Able'] }, {}],
      ['remit.meeting-unknown', {}, { meeting: null }],
      ['remit.meeting-unknown', {}, { meeting: { ...ours, cancelled: true } }],
      ['remit.meeting-not-opened', {}, { meeting: { ...ours, opened: false } }],
      ['remit.meeting-of-another-body', {}, { meeting: theirs }],
      ['remit.source-missing', { source: { meetingId: ours.meetingId } }, {}],
      ['remit.item-unknown', { source: { meetingId: ours.meetingId, itemId: 'none' } }, {}],
      ['remit.decision-unknown', { source: { meetingId: ours.meetingId, paragraph: '9' } }, {}],
      ['remit.decision-struck', {}, { meeting: { ...ours, decisions: [{ ...decision, struck: true }] } }],
      [
        'remit.decision-ambiguous',
        { source: { meetingId: ours.meetingId, paragraph: '4.1' } },
        { meeting: { ...ours, decisions: [decision, { ...decision, decisionId: 'd-2' }] } },
      ],
    ])('is refused: %s', (code, data, facts) => make(data, facts).thenRefused(code));

    it('is made once', () =>
      history()
        .when(remitDecider, ask(MakeRemit, TARGET, { to: TO, source: { meetingId: 'x/y' } }, on('2026-03-04')))
        .thenRefused('remit.made-already'));
  });

  describe('that members ask to be referred', () => {
    const rule = (allowed: boolean) => ask(RuleOnReferral, TARGET, { allowed, by: 'The Convener' }, on('2026-03-05'));

    it('goes up once the person presiding allows it', () => {
      referral().when(remitDecider, rule(true)).then(ruled(true));
      expect(referral(ruled(true)).state?.standing).toBe('waiting');
      referral()
        .when(remitDecider, ask(AcceptRemit, TARGET, {}, on('2026-04-02')))
        .thenRefused('remit.awaiting-ruling');
    });

    it('ends where it is not allowed, until it is reopened', () => {
      const refused = referral(ruled(false));
      expect(refused.state?.standing).toBe('refused');
      refused.when(remitDecider, ask(AcceptRemit, TARGET, {}, on('2026-04-02'))).thenRefused('remit.refused');
      refused.when(remitDecider, rule(true)).thenRefused('remit.ruled-already');
      const again: RemitEvent = { type: 'RemitReopened', v: 1, data: { ...named, on: '2026-03-06', reason: 'Slip.' } };
      expect(referral(ruled(false), again).state?.standing).toBe('awaiting-ruling');
    });

    it('is ruled on once, and only where members asked', () => {
      referral(ruled(true)).when(remitDecider, rule(false)).thenRefused('remit.ruled-already');
      history().when(remitDecider, rule(true)).thenRefused('remit.no-ruling-needed');
    });
  });

  it('is taken onto an agenda, accepted, answered and its answer noted, by the meetings whose steps they are', () => {
    history()
      .when(
        remitDecider,
        ask(
          PlaceRemit,
          TARGET,
          { atMeeting: theirs.meetingId, itemId: 'roads', on: '2026-03-20' },
          on('2026-03-21', { meeting: { ...theirs, opened: false } }),
        ),
      )
      .then(placed);
    history(placed)
      .when(remitDecider, ask(AcceptRemit, TARGET, { atMeeting: theirs.meetingId }, on('2026-04-03', { meeting: theirs })))
      .then(accepted);
    history(placed, accepted)
      .when(
        remitDecider,
        ask(AnswerRemit, TARGET, { atMeeting: theirs.meetingId, decisionId: 'd-1' }, on('2026-04-03', { meeting: theirs })),
      )
      .then(answered);
    history(answered)
      .when(remitDecider, ask(NoteAnswer, TARGET, { atMeeting: later.meetingId }, on('2026-05-06', { meeting: later })))
      .then(noted);
    expect([standing(placed), standing(placed, accepted), standing(answered), standing(answered, noted)]).toEqual([
      'on-agenda',
      'accepted',
      'answered',
      'noted',
    ]);
  });

  it('that was accepted and continued stays accepted on the next agenda', () => expect(standing(accepted, placed)).toBe('accepted'));

  it('is answered in words by a body that is in no record, and declined with a reason', () => {
    history()
      .when(remitDecider, ask(AnswerRemit, TARGET, { words: 'Done.' }, on('2026-04-02')))
      .then({ type: 'RemitAnswered', v: 1, data: { ...named, on: '2026-04-02', words: 'Done.' } });
    history()
      .when(remitDecider, ask(DeclineRemit, TARGET, { reason: 'Not ours.' }, on('2026-04-02')))
      .then(declined);
    expect(standing(declined)).toBe('declined');
    history(declined)
      .when(remitDecider, ask(NoteAnswer, TARGET, { atMeeting: later.meetingId, paragraph: '4.1' }, on('2026-05-06', { meeting: later })))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ decision: { decisionId: 'd-1' } }));
  });

  it('is withdrawn while it is not answered, and reopened to where it stood', () => {
    history()
      .when(remitDecider, ask(WithdrawRemit, TARGET, { reason: 'Overtaken.' }, on('2026-03-10')))
      .then(withdrawn);
    const again: RemitEvent = { type: 'RemitReopened', v: 1, data: { ...named, on: '2026-05-06', reason: 'Slip.' } };
    history(withdrawn)
      .when(remitDecider, ask(ReopenRemit, TARGET, { reason: 'Slip.' }, on('2026-05-06')))
      .then(again);
    expect([standing(withdrawn, again), standing(placed, withdrawn, again), standing(accepted, answered, again)]).toEqual([
      'waiting',
      'on-agenda',
      'accepted',
    ]);
    expect(standing(answered, noted, again)).toBe('answered');
  });

  it('is put right, but goes to no other body once that one has accepted it', () => {
    const correct = (data: object, facts: Partial<RemitFacts> = {}) =>
      ask(CorrectRemit, TARGET, { reason: 'Slip.', ...data }, on('2026-03-06', facts));
    history()
      .when(remitDecider, correct({ title: 'Roads and paths', to: { bodyId: 'board' } }, { to: { name: 'The Board' } }))
      .then({
        type: 'RemitCorrected',
        v: 1,
        data: {
          ...named,
          on: '2026-03-06',
          changes: { title: 'Roads and paths', to: { bodyId: 'board', name: 'The Board' } },
          reason: 'Slip.',
        },
      });
    history()
      .when(remitDecider, correct({ title: 'Roads' }))
      .thenRefused('remit.nothing-changed');
    history(accepted)
      .when(remitDecider, correct({ to: { bodyId: 'board' } }, { to: { name: 'The Board' } }))
      .thenRefused('remit.to-fixed');
    history()
      .when(remitDecider, correct({ to: { bodyId: 'committee' } }))
      .thenRefused('remit.to-itself');
  });

  const answer = (data: object, meetingFact: RemitMeeting | null, date = '2026-04-03') =>
    ask(AnswerRemit, TARGET, data, on(date, { meeting: meetingFact }));
  it.each<[string, ReturnType<typeof history>, ReturnType<typeof answer>]>([
    ['remit.not-made', given(remitHistory), answer({ words: 'x' }, null)],
    ['remit.words-missing', history(), answer({}, null)],
    ['remit.meeting-unknown', history(), answer({ atMeeting: 'council/none', words: 'x' }, null)],
    ['remit.meeting-unknown', history(), answer({ paragraph: '4.1' }, null)],
    ['remit.meeting-of-another-body', history(), answer({ atMeeting: ours.meetingId, words: 'x' }, ours)],
    ['remit.meeting-not-opened', history(), answer({ atMeeting: theirs.meetingId, words: 'x' }, { ...theirs, opened: false })],
    ['remit.decision-unknown', history(), answer({ atMeeting: theirs.meetingId, paragraph: '9' }, theirs)],
    ['remit.answered-already', history(answered), answer({ words: 'x' }, null)],
    ['remit.declined-already', history(declined), answer({ words: 'x' }, null)],
    ['remit.noted-already', history(answered, noted), answer({ words: 'x' }, null)],
    ['remit.withdrawn-already', history(withdrawn), answer({ words: 'x' }, null)],
    ['remit.later-than-now', history(), answer({ words: 'x', on: '2026-04-04' }, null)],
    ['remit.before-it-was-made', history(), answer({ words: 'x', on: '2026-03-02' }, null)],
    [
      'remit.item-unknown',
      history(),
      ask(PlaceRemit, TARGET, { atMeeting: theirs.meetingId, itemId: 'none' }, on('2026-04-03', { meeting: theirs })) as never,
    ],
    ['remit.accepted-already', history(accepted), ask(AcceptRemit, TARGET, {}, on('2026-04-03')) as never],
    [
      'remit.not-answered',
      history(),
      ask(NoteAnswer, TARGET, { atMeeting: later.meetingId }, on('2026-05-06', { meeting: later })) as never,
    ],
    ['remit.open-already', history(), ask(ReopenRemit, TARGET, { reason: 'x' }, on('2026-05-06')) as never],
  ])('is refused: %s', (code, so, command) => so.when(remitDecider, command).thenRefused(code));
});
