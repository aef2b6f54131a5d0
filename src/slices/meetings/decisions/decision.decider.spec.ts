import { describe, expect, it } from '@jest/globals';
import {
  aDecision,
  aDivision,
  anItem,
  anOpenMeeting,
  aParagraph,
  aProceduralMotion,
  concluded,
  person,
} from '../../../../test/support/a-meeting.js';
import { ask, given } from '../../../../test/support/decider-spec.js';
import { type QuorumRule } from '../../bodies/constitution.js';
import { StrikeEntry } from '../minutes/minutes.commands.js';
import { minuteDecider } from '../minutes/minute.decider.js';
import { motionDecider } from '../motions/motion.decider.js';
import { CorrectVote } from '../motions/motions.commands.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { decisionDecider } from './decision.decider.js';
import { type DecisionAsItStands } from '../events/decision.events.js';
import * as decisions from './decisions.commands.js';

const MEETING = 'board/2016-03-03';
const AGREED = 'AGREED that it be so.';

interface Room {
  readonly quorum?: QuorumRule;
  readonly present?: readonly string[];
  readonly verbs?: readonly string[];
  readonly rescindWithin?: number;
}

const sitting = (more: readonly MeetingStreamEvent[] = [], { verbs = [], rescindWithin, ...room }: Room = {}) =>
  given(meetingHistory, [
    ...anOpenMeeting(room).map((event): MeetingStreamEvent => {
      if (event.type !== 'MeetingOpened') return event;
      const { standing } = event.data;
      const rescinding =
        rescindWithin === undefined ? {} : { rescinding: { withinMonths: rescindWithin, share: { numerator: 2, denominator: 3 } } };
      const constitution = { ...standing.constitution, verbs, voting: { ...standing.constitution.voting, ...rescinding } };
      return { ...event, data: { standing: { ...standing, constitution } } };
    }),
    ...more,
  ]);
const onItem = [anItem('1'), aParagraph('s-1', '1', null)];
const record = (
  data: Partial<decisions.RecordDecisionCommand['data']> = {},
  facts: decisions.RecordDecisionCommand['facts'] = { decisions: [] },
) => ask(decisions.RecordDecision, MEETING, { decisionId: 'd-1', words: AGREED, ...data }, { facts });
const data = (events: readonly { readonly data: object }[]) => events[0]?.data as Record<string, unknown>;

describe('a decision', () => {
  it('is recorded on the last paragraph of the item in hand, with the quorum there', () =>
    sitting(onItem)
      .when(decisionDecider, record())
      .then({
        type: 'DecisionRecorded',
        v: 1,
        data: {
          decisionId: 'd-1',
          meetingId: MEETING,
          bodyId: 'board',
          meetingDate: '2016-03-03',
          sectionId: 's-1',
          sectionHeading: 'ITEM 1',
          paragraphId: 'p-1',
          paragraph: '1',
          after: 'p-1',
          verb: 'AGREED',
          words: AGREED,
          parts: [],
          outcome: { kind: 'resolved' },
          standing: 'quorate',
          quorum: { quorate: true, present: 5, of: 5, needed: 3, explanation: '5 of 5 voting seats present, 3 needed', declared: false },
          exempt: false,
        },
      }));

  it('is given an id where none is named, and has one of its own', () => {
    sitting(onItem)
      .when(decisionDecider, record({ decisionId: undefined }))
      .thenAccepted((_events, id) => expect(id).toMatch(/^d-/));
    sitting(onItem)
      .when(decisionDecider, record({ decisionId: 'p-1' }))
      .thenRefused('decision.id-taken');
  });

  it('may be on an item without a paragraph', () =>
    sitting([anItem('1')])
      .when(decisionDecider, record())
      .thenAccepted((events) => expect(data(events)).toMatchObject({ paragraphId: null, paragraph: '1', after: null })));

  it('bears the number of its paragraph, not that of its item', () =>
    sitting([anItem('1'), aParagraph('s-1', '1.4', null)])
      .when(decisionDecider, record())
      .thenAccepted((events) => expect(data(events)).toMatchObject({ paragraphId: 'p-1.4', paragraph: '1.4' })));

  it('is placed after what else was done on the paragraph it names', () => {
    const three = [...onItem, aDecision('d-0', { after: 'p-1' }), anItem('2'), aParagraph('s-2', '2', 'd-0')];
    sitting(three)
      .when(decisionDecider, record({ paragraph: '1' }))
      .thenAccepted((events) => expect(data(events)).toMatchObject({ sectionId: 's-1', paragraph: '1', after: 'd-0' }));
    sitting(three)
      .when(decisionDecider, record({ paragraph: '9' }))
      .thenRefused('decision.no-such-paragraph', { field: 'paragraph' });
  });

  it('is not on a paragraph that was struck', () => {
    const struck: MeetingStreamEvent = { type: 'EntryStruck', v: 1, data: { entryId: 'p-1', reason: 'Twice' } };
    sitting([...onItem, struck])
      .when(decisionDecider, record({ paragraph: '1' }))
      .thenRefused('decision.no-such-paragraph');
    sitting([...onItem, struck])
      .when(decisionDecider, record())
      .thenAccepted((events) => expect(data(events)).toMatchObject({ paragraphId: null, paragraph: '1' }));
  });

  it('needs an item, and a meeting that was opened', () => {
    sitting().when(decisionDecider, record()).thenRefused('decision.no-item');
    given(meetingHistory, anOpenMeeting().slice(0, 1)).when(decisionDecider, record()).thenRefused('meeting.not-open');
  });

  it('may be recorded late, until the minute is signed', () => {
    const signed: MeetingStreamEvent = {
      type: 'MinuteSigned',
      v: 1,
      data: { signedBy: person('a'), atMeeting: 'board/2016-06-09', text: '', hash: '', algorithm: 'sha-256' },
    };
    sitting([...onItem, concluded])
      .when(decisionDecider, record())
      .thenAccepted();
    sitting([...onItem, concluded, signed])
      .when(decisionDecider, record({ paragraph: '1' }))
      .thenRefused('minute.signed');
    sitting([...onItem, aDecision('d-1', {}), concluded, signed])
      .when(decisionDecider, ask(decisions.CorrectDecision, MEETING, { decisionId: 'd-1', words: 'NOTED.', reason: 'A slip' }))
      .thenRefused('minute.signed');
  });

  it('is not taken while the meeting is adjourned, but may be written down on its paragraph', () => {
    const adjourned = [...onItem, { type: 'MeetingAdjourned', v: 1, data: { reason: 'Lunch', after: 'p-1' } } as const];
    sitting(adjourned).when(decisionDecider, record()).thenRefused('meeting.adjourned');
    sitting(adjourned)
      .when(decisionDecider, record({ paragraph: '1' }))
      .thenAccepted();
  });

  it('begins with a verb of the body', () => {
    sitting(onItem)
      .when(decisionDecider, record({ words: 'HOMOLOGATED the decisions' }))
      .thenRefused('decision.verb-unknown', {
        field: 'words',
        detail: { verbs: ['APPROVED', 'AGREED', 'NOTED'], begins: 'HOMOLOGATED the decisions' },
      });
    sitting(onItem, { verbs: ['HOMOLOGATED'] })
      .when(decisionDecider, record({ words: 'homologated the decisions' }))
      .thenAccepted((events) => expect(data(events)).toMatchObject({ verb: 'HOMOLOGATED', words: 'HOMOLOGATED the decisions' }));
  });

  it('has its parts in its words or in a list, each with a letter', () => {
    sitting(onItem)
      .when(decisionDecider, record({ words: 'NOTED that:\n(a) one; and\n(b) two.' }))
      .thenAccepted((events) => expect(data(events)).toMatchObject({ words: 'NOTED that:', parts: [{ letter: 'a' }, { letter: 'b' }] }));
    sitting(onItem)
      .when(decisionDecider, record({ parts: [{ text: 'one' }, { text: 'two' }] }))
      .thenAccepted((events) =>
        expect(data(events)).toMatchObject({
          parts: [
            { letter: 'a', text: 'one' },
            { letter: 'b', text: 'two' },
          ],
        }),
      );
    sitting(onItem)
      .when(decisionDecider, record({ words: 'NOTED\n(a) one', parts: [{ text: 'two' }] }))
      .thenRefused('decision.parts-twice');
    sitting(onItem)
      .when(decisionDecider, record({ parts: [{ letter: 'b', text: 'one' }, { text: 'two' }] }))
      .thenRefused('decision.letter-twice', { field: 'parts.1.letter' });
  });

  it('is remitted to somebody, continued, or approves a minute', () => {
    const outcome = (said: object) => sitting(onItem).when(decisionDecider, record({ outcome: said as never }));
    outcome({ kind: 'remitted', to: 'the Joint Delivery Team' }).thenAccepted((events) =>
      expect(data(events)).toMatchObject({ outcome: { to: 'the Joint Delivery Team' } }),
    );
    for (const said of [
      { kind: 'continued' },
      { kind: 'continued', to: 'the next meeting' },
      { kind: 'minute-approved' },
      { kind: 'minute-approved', meetingId: 'board/2015-11-26' },
    ])
      outcome(said).thenAccepted((events) => expect(data(events).outcome).toEqual(said));
    outcome({ kind: 'remitted' }).thenRefused('decision.remitted-to-nobody', { field: 'outcome.to' });
    outcome({ kind: 'resolved', to: 'somebody' }).thenRefused('decision.outcome-misfit', { field: 'outcome.to' });
    outcome({ kind: 'continued', meetingId: 'board/2015-11-26' }).thenRefused('decision.outcome-misfit', { field: 'outcome.meetingId' });
  });

  it('on an exempt item is exempt, unless said otherwise', () => {
    const secret: MeetingStreamEvent = {
      type: 'AgendaItemAdded',
      v: 1,
      data: { itemId: 'i-1', number: '1', title: 'Staff', papers: [], exempt: { paragraph: '1' } },
    };
    const open: MeetingStreamEvent = { type: 'AgendaItemAdded', v: 1, data: { itemId: 'i-2', number: '2', title: 'Roads', papers: [] } };
    sitting([secret, open, anItem('2', { itemId: 'i-2' })])
      .when(decisionDecider, record())
      .thenAccepted((events) => expect(data(events)).toMatchObject({ exempt: false }));
    const meeting = sitting([secret, anItem('1', { itemId: 'i-1' })]);
    meeting.when(decisionDecider, record()).thenAccepted((events) => expect(data(events)).toMatchObject({ exempt: true }));
    meeting
      .when(decisionDecider, record({ exempt: false }))
      .thenAccepted((events) => expect(data(events)).toMatchObject({ exempt: false }));
  });
});

describe('the standing of a decision', () => {
  const standing = (more: readonly MeetingStreamEvent[], command = record(), room: Room = {}) => {
    let found: unknown;
    sitting(more, room)
      .when(decisionDecider, command)
      .thenAccepted((events) => {
        found = data(events).standing;
      });
    return found;
  };
  const left = (id: string, after: string): MeetingStreamEvent => ({ type: 'MemberLeft', v: 1, data: { person: person(id), after } });

  it('is quorate, informal or not stated as the room was', () => {
    expect(standing(onItem)).toBe('quorate');
    expect(standing(onItem, record(), { present: ['a', 'b'] })).toBe('informal');
    expect(standing(onItem, record(), { quorum: { kind: 'unknown', why: 'The source gives none' } })).toBe('not-stated');
  });

  it('is informal from where the quorum was declared lost', () => {
    const lost: MeetingStreamEvent = { type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Inquorate', after: 'p-1' } };
    expect(standing([...onItem, lost], record(), { quorum: { kind: 'unknown', why: 'none given' } })).toBe('informal');
  });

  it('is judged at its place in the record, however late it is written down', () => {
    const later = [
      ...onItem,
      aDecision('d-0', { after: 'p-1' }),
      left('c', 'd-0'),
      left('d', 'd-0'),
      left('e', 'd-0'),
      anItem('2'),
      aParagraph('s-2', '2', 'd-0'),
    ];
    expect(standing(later, record({ paragraph: '2' }))).toBe('informal');
    const before = [...onItem, anItem('2'), aParagraph('s-2', '2', 'p-1'), left('c', 'p-2'), left('d', 'p-2'), left('e', 'p-2')];
    expect(standing(before, record({ paragraph: '1' }))).toBe('quorate');
  });

  it('counts nobody who withdrew from the item', () => {
    const withdrew = (id: string): MeetingStreamEvent => ({
      type: 'InterestDeclared',
      v: 1,
      data: { person: person(id), itemId: 'i-1', outcome: 'declared-and-withdrew', nature: 'Employer', after: null },
    });
    expect(standing([anItem('1', { itemId: 'i-1' }), ...['a', 'b', 'c'].map(withdrew)])).toBe('informal');
  });
});

describe('a decision that follows from a motion', () => {
  const moved = (text: string, more: object = {}): MeetingStreamEvent => ({
    type: 'MotionMoved',
    v: 1,
    data: { motionId: 'm-1', sectionId: 's-1', text, movedBy: person('a'), ...more },
  });
  const voted = (motionId: string, result: 'carried' | 'not-carried'): MeetingStreamEvent => ({
    type: 'VoteTaken',
    v: 1,
    data: {
      voteId: `v-${motionId}`,
      motionId,
      sectionId: 's-1',
      method: 'show-of-hands',
      counts: { yes: 3, no: 2, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
      votes: [],
      entitled: [],
      result,
      decidedBy: 'majority',
      quorate: true,
      constitutionVersion: 'v1',
    },
  });
  const follow = (words?: string) => record({ motionId: 'm-1', words });

  it.each([
    ['That the plan be approved.', 'AGREED that the plan be approved.'],
    ['Approved the plan.', 'APPROVED the plan.'],
    ['The plan is approved.', 'AGREED: The plan is approved.'],
  ])('has its words: %s', (text, words) =>
    sitting([...onItem, moved(text), voted('m-1', 'carried')])
      .when(decisionDecider, follow())
      .thenAccepted((events) => expect(data(events)).toMatchObject({ words, motionId: 'm-1', after: 'v-m-1' })),
  );

  it('follows only from one that was carried, once', () => {
    sitting([...onItem, moved('That it be so')])
      .when(decisionDecider, follow())
      .thenRefused('decision.motion-not-carried', { detail: { status: 'moved' } });
    sitting([...onItem, moved('That it be so'), voted('m-1', 'not-carried')])
      .when(decisionDecider, follow())
      .thenRefused('decision.motion-not-carried');
    sitting(onItem).when(decisionDecider, follow()).thenRefused('decision.motion-unknown');
    sitting([...onItem, moved('That it be so'), voted('m-1', 'carried'), aDecision('d-0', { after: 'v-m-1', motionId: 'm-1' })])
      .when(decisionDecider, follow(AGREED))
      .thenRefused('decision.motion-decided-already');
  });

  describe('that was lost', () => {
    const onLoss = (more: object = {}) => record({ onLossOf: 'm-1', words: 'AGREED to take no action.', ...more });
    const lost = [...onItem, moved('That it be so'), voted('m-1', 'not-carried')];
    const fell: MeetingStreamEvent = { type: 'MotionFell', v: 1, data: { motionId: 'm-1', why: 'no seconder' } };
    const withdrawn: MeetingStreamEvent = { type: 'MotionWithdrawn', v: 1, data: { motionId: 'm-1' } };
    const procedural = (result: 'carried' | 'not-carried' | 'tied') => aProceduralMotion({}, { result });

    it.each([
      ['lost', lost],
      ['fallen', [...onItem, moved('That it be so'), fell]],
    ])('rests on one that is %s where it says so', (_how, before) =>
      sitting(before)
        .when(decisionDecider, onLoss())
        .thenAccepted((events) => {
          expect(data(events)).toMatchObject({ onLossOf: 'm-1', words: 'AGREED to take no action.' });
          expect(data(events)).not.toHaveProperty('motionId');
        }),
    );

    it.each([
      ['moved', [moved('That it be so')]],
      ['withdrawn', [moved('That it be so'), withdrawn]],
      ['carried', [moved('That it be so'), voted('m-1', 'carried')]],
    ])('does not rest on one that is %s', (status, motion) =>
      sitting([...onItem, ...motion])
        .when(decisionDecider, onLoss())
        .thenRefused('decision.motion-not-lost', { field: 'onLossOf', detail: { status } }),
    );

    it('rests on a procedural motion that was not carried, and on no other', () => {
      const rejects = record({ onLossOf: 'y-1', words: 'AGREED to reject the procedural motion.' });
      for (const result of ['not-carried', 'tied'] as const)
        sitting([...onItem, procedural(result)])
          .when(decisionDecider, rejects)
          .thenAccepted();
      sitting([...onItem, procedural('carried')])
        .when(decisionDecider, rejects)
        .thenRefused('decision.motion-not-lost');
      sitting(onItem).when(decisionDecider, rejects).thenRefused('decision.motion-unknown', { field: 'onLossOf' });
    });

    it('lends it no words, and is not what won a division', () => {
      sitting(lost)
        .when(decisionDecider, onLoss({ words: undefined }))
        .thenRefused('decision.words-missing');
      sitting(lost)
        .when(decisionDecider, onLoss({ divisionId: 'v-1' }))
        .thenRefused('decision.won-and-lost');
    });

    it('stays lost as long as the decision stands', () => {
      const decided = aDecision('d-1', { after: 'v-m-1', onLossOf: 'm-1' });
      const counts = { yes: 3, no: 2 };
      const correct = ask(
        CorrectVote,
        MEETING,
        { voteId: 'v-m-1', method: 'show-of-hands' as const, counts, reason: 'Miscounted' },
        { facts: { decisions: [] } },
      );
      sitting([...lost, decided])
        .when(motionDecider, correct)
        .thenRefused('vote.decision-rests-on-loss');
      sitting([...lost, decided])
        .when(motionDecider, { ...correct, data: { ...correct.data, counts: { yes: 1, no: 3 } } })
        .thenAccepted();
      sitting([...lost, decided, { type: 'EntryStruck', v: 1, data: { entryId: 'd-1', reason: 'x' } }])
        .when(motionDecider, correct)
        .thenAccepted();
      sitting([...onItem, procedural('not-carried'), aDecision('d-1', { after: 'y-1', onLossOf: 'y-1' })])
        .when(minuteDecider, ask(StrikeEntry, MEETING, { entryId: 'y-1', reason: 'Not put' }))
        .thenRefused('minute.decision-rests-on-it');
    });
  });

  it('says in words how the motion reads once amended', () => {
    const amended = [
      ...onItem,
      moved('That it be so'),
      moved('add "soon"', { motionId: 'a-1', amends: 'm-1' }),
      voted('a-1', 'carried'),
      voted('m-1', 'carried'),
    ];
    sitting(amended)
      .when(decisionDecider, follow())
      .thenRefused('decision.words-missing', { detail: { amended: true } });
    sitting(amended).when(decisionDecider, follow('AGREED that it be so soon.')).thenAccepted();
    sitting(amended)
      .when(decisionDecider, record({ motionId: 'a-1' }))
      .thenRefused('decision.motion-is-amendment');
  });

  it('or from none needs words', () =>
    sitting(onItem)
      .when(decisionDecider, record({ words: undefined }))
      .thenRefused('decision.words-missing'));
});

describe('a decision about earlier ones', () => {
  const ref = { meetingId: 'board/2015-11-26', decisionId: 'd-old' };
  const old = (more: Partial<DecisionAsItStands> = {}): DecisionAsItStands => ({
    decision: ref,
    bodyId: 'board',
    meetingDate: '2015-11-26',
    paragraph: '9',
    words: 'NOTED.',
    standing: 'informal',
    struck: false,
    ...more,
  });
  const knowing = (...known: DecisionAsItStands[]) => ({ decisions: known });
  const by = { meetingId: MEETING, decisionId: 'd-1' };

  it('ratifies what was resolved without a quorum', () =>
    sitting(onItem)
      .when(decisionDecider, record({ ratifies: [ref] }, knowing(old())))
      .thenAccepted((events) => expect(events[1]).toEqual({ type: 'DecisionRatified', v: 1, data: { decision: ref, by } })));

  it('declines to ratify it, with its reason', () =>
    sitting(onItem)
      .when(decisionDecider, record({ declinesToRatify: [{ ...ref, reason: 'Overtaken' }] }, knowing(old())))
      .thenAccepted((events) =>
        expect(events[1]).toEqual({ type: 'RatificationDeclined', v: 1, data: { decision: ref, by, reason: 'Overtaken' } }),
      ));

  it('ratifies only with a quorum that can be told', () => {
    const command = record({ ratifies: [ref] }, knowing(old()));
    sitting(onItem, { present: ['a', 'b'] })
      .when(decisionDecider, command)
      .thenRefused('decision.ratified-without-quorum', { field: 'ratifies.0' });
    const unknown: Room = { quorum: { kind: 'unknown', why: 'The source gives none' } };
    sitting(onItem, unknown)
      .when(decisionDecider, command)
      .thenRefused('decision.ratified-without-quorum', { detail: { quorate: null } });
    const declared: MeetingStreamEvent = {
      type: 'QuorumDeclared',
      v: 1,
      data: { quorate: true, words: 'A quorum is present', after: null },
    };
    sitting([...onItem, declared], unknown)
      .when(decisionDecider, command)
      .thenAccepted();
  });

  it.each([
    ['was taken with a quorum', old({ standing: 'quorate' }), 'decision.not-informal'],
    ['may have been', old({ standing: 'not-stated' }), 'decision.not-informal'],
    ['was ratified', old({ ratification: { outcome: 'ratified', by: ref } }), 'decision.ratified-already'],
    ['was struck', old({ struck: true }), 'decision.ref-unknown'],
    ['is of another body', old({ bodyId: 'other' }), 'decision.ref-elsewhere'],
    ['was taken later', old({ meetingDate: '2016-06-09' }), 'decision.ref-later'],
    ['was rescinded', old({ rescindedBy: ref }), 'decision.gone'],
    ['was superseded', old({ supersededBy: ref }), 'decision.gone'],
  ])('does not ratify what %s', (_what, known, code) =>
    sitting(onItem)
      .when(decisionDecider, record({ ratifies: [ref] }, knowing(known)))
      .thenRefused(code, { field: 'ratifies.0' }),
  );

  it('does not ratify what is in no record, nor anything twice', () => {
    sitting(onItem)
      .when(decisionDecider, record({ ratifies: [ref] }))
      .thenRefused('decision.ref-unknown');
    sitting(onItem)
      .when(decisionDecider, record({ ratifies: [ref, ref] }, knowing(old())))
      .thenRefused('decision.ref-twice');
    sitting(onItem)
      .when(decisionDecider, record({ ratifies: [ref], rescinds: [ref] }, knowing(old())))
      .thenRefused('decision.ref-twice');
    sitting(onItem)
      .when(decisionDecider, record({ ratifies: [ref] }, knowing(old())))
      .and(decisionDecider, record({ decisionId: 'd-2', ratifies: [ref] }, knowing(old())))
      .thenRefused('decision.ratified-already');
  });

  it('is about several decisions of one meeting, and of several meetings, each named once', () => {
    const others = [
      { meetingId: ref.meetingId, decisionId: 'd-other' },
      { meetingId: 'board/2015-09-10', decisionId: ref.decisionId },
    ];
    const all = [ref, ...others];
    sitting(onItem)
      .when(decisionDecider, record({ ratifies: all }, knowing(...all.map((decision) => old({ decision })))))
      .thenAccepted((events) =>
        expect(events.slice(1)).toEqual(all.map((decision) => ({ type: 'DecisionRatified', v: 1, data: { decision, by } }))),
      );
    for (const twice of [{ declinesToRatify: [{ ...ref, reason: 'x' }], ratifies: [ref] }, { supersedes: [ref, ref] }])
      sitting(onItem)
        .when(decisionDecider, record(twice, knowing(old())))
        .thenRefused('decision.ref-twice');
  });

  it('may be about one of another meeting the same day, and not about one that its own meeting has not taken', () => {
    sitting(onItem)
      .when(decisionDecider, record({ ratifies: [ref] }, knowing(old({ meetingDate: '2016-03-03' }))))
      .thenAccepted();
    const own = { meetingId: MEETING, decisionId: 'd-0' };
    const known = knowing(old({ decision: own, meetingDate: '2016-03-03' }));
    const about = record({ paragraph: '1', ratifies: [own] }, known);
    sitting(onItem).when(decisionDecider, about).thenRefused('decision.ref-later');
    const next = aDecision('d-0', { sectionId: 's-2', paragraphId: null, after: 'p-1', standing: 'informal' });
    sitting([...onItem, anItem('2'), next])
      .when(decisionDecider, about)
      .thenRefused('decision.ref-later');
  });

  it('ratifies once what its own meeting declined to ratify first', () => {
    const facts = knowing(old());
    sitting(onItem)
      .when(decisionDecider, record({ declinesToRatify: [{ ...ref, reason: 'x' }] }, facts))
      .and(decisionDecider, record({ decisionId: 'd-2', ratifies: [ref] }, facts))
      .and(decisionDecider, record({ decisionId: 'd-3', ratifies: [ref] }, facts))
      .thenRefused('decision.ratified-already');
  });

  it('may ratify what was declined before', () => {
    const declined = old({ ratification: { outcome: 'declined', by: ref } });
    sitting(onItem)
      .when(decisionDecider, record({ ratifies: [ref] }, knowing(declined)))
      .thenAccepted();
    sitting(onItem)
      .when(decisionDecider, record({ declinesToRatify: [{ ...ref, reason: 'x' }] }, knowing(declined)))
      .thenRefused('decision.declined-already');
  });

  it('may ratify what its own meeting resolved before it had a quorum again', () => {
    const own = { meetingId: MEETING, decisionId: 'd-0' };
    const known = old({ decision: own, meetingDate: '2016-03-03' });
    const informal = aDecision('d-0', { after: 'p-1', standing: 'informal' });
    sitting([...onItem, informal])
      .when(decisionDecider, record({ ratifies: [own] }, knowing(known)))
      .thenAccepted();
    sitting([
      ...onItem,
      anItem('2'),
      aParagraph('s-2', '2', 'p-1'),
      { ...informal, data: { ...informal.data, after: 'p-2' } } as MeetingStreamEvent,
    ])
      .when(decisionDecider, record({ paragraph: '1', ratifies: [own] }, knowing(known)))
      .thenRefused('decision.ref-later');
  });

  it('rescinds and supersedes, with a quorum', () => {
    const facts = knowing(old({ standing: 'quorate' }));
    sitting(onItem)
      .when(decisionDecider, record({ rescinds: [ref] }, facts))
      .thenAccepted((events) => expect(events[1]).toEqual({ type: 'DecisionRescinded', v: 1, data: { decision: ref, by } }));
    sitting(onItem)
      .when(decisionDecider, record({ supersedes: [ref] }, facts))
      .thenAccepted((events) => expect(events[1]).toEqual({ type: 'DecisionSuperseded', v: 1, data: { decision: ref, by } }));
    for (const about of [{ rescinds: [ref] }, { supersedes: [ref] }])
      sitting(onItem, { present: ['a', 'b'] })
        .when(decisionDecider, record(about, facts))
        .thenRefused('decision.undone-without-quorum');
  });

  it('rescinds within the time set only by a motion carried by the share', () => {
    const facts = knowing(old({ standing: 'quorate' }));
    const motion: MeetingStreamEvent = {
      type: 'MotionMoved',
      v: 1,
      data: { motionId: 'm-1', sectionId: 's-1', text: 'That it be rescinded', movedBy: person('a'), rescinds: ref },
    };
    const carried: MeetingStreamEvent = {
      type: 'VoteTaken',
      v: 1,
      data: {
        voteId: 'v-1',
        motionId: 'm-1',
        sectionId: 's-1',
        method: 'consent',
        counts: { yes: 0, no: 0, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
        votes: [],
        entitled: [],
        result: 'carried',
        decidedBy: 'consent',
        quorate: true,
        constitutionVersion: 'v1',
      },
    };
    const command = record({ rescinds: [ref] }, facts);
    sitting(onItem, { rescindWithin: 6 })
      .when(decisionDecider, command)
      .thenRefused('decision.rescinding-needs-motion', {
        detail: { takenOn: '2015-11-26', withinMonths: 6, share: { numerator: 2, denominator: 3 } },
      });
    sitting(onItem, { rescindWithin: 3 }).when(decisionDecider, command).thenAccepted();
    const rescinding = record({ motionId: 'm-1', rescinds: [ref] }, facts);
    sitting([...onItem, motion, carried], { rescindWithin: 6 })
      .when(decisionDecider, rescinding)
      .thenAccepted();
    for (const another of [{ ...ref, decisionId: 'd-other' }, undefined]) {
      const { rescinds: _rescinds, ...said } = motion.data;
      const other: MeetingStreamEvent = { type: 'MotionMoved', v: 1, data: { ...said, ...(another && { rescinds: another }) } };
      sitting([...onItem, other, carried], { rescindWithin: 6 })
        .when(decisionDecider, rescinding)
        .thenRefused('decision.rescinding-needs-motion');
    }
    const won: MeetingStreamEvent = { type: 'DivisionTaken', v: 1, data: aDivision() };
    sitting([...onItem, motion, won], { rescindWithin: 6 })
      .when(decisionDecider, record({ divisionId: 'v-1', rescinds: [ref] }, facts))
      .thenAccepted();
  });

  it('is not judged while what became of them cannot be told', () =>
    sitting(onItem)
      .when(decisionDecider, record({ ratifies: [ref] }, { decisions: [], behind: true }))
      .thenRefused('decision.register-behind'));
});

describe('a decision recorded wrongly', () => {
  const decided = [...onItem, aDecision('d-1', { after: 'p-1' })];
  const correct = (words: string, decisionId = 'd-1') => ask(decisions.CorrectDecision, MEETING, { decisionId, words, reason: 'A slip' });

  it('is corrected with a reason, parts and verb read again', () =>
    sitting(decided)
      .when(decisionDecider, correct('Noted:\n(a) it.'))
      .then({
        type: 'DecisionCorrected',
        v: 1,
        data: { decisionId: 'd-1', verb: 'NOTED', words: 'NOTED:', parts: [{ letter: 'a', text: 'it.' }], reason: 'A slip' },
      }));

  it('is read back as it stands, to whoever typed it', () => {
    const { state } = sitting(decided);
    expect(decisionDecider.read?.('d-1', state)).toBe('AGREED, without parts');
    expect(decisionDecider.read?.('d-9', state)).toBeUndefined();
  });

  it('is corrected in its lead alone, its parts alone, or in its being exempt alone', () => {
    const parts = [{ letter: 'a', text: 'it.' }];
    const noted = [...onItem, aDecision('d-1', { after: 'p-1', verb: 'NOTED', words: 'NOTED:', parts })];
    const change = (said: object) =>
      sitting(noted).when(decisionDecider, ask(decisions.CorrectDecision, MEETING, { decisionId: 'd-1', reason: 'A slip', ...said }));
    const corrected = {
      type: 'DecisionCorrected',
      v: 1,
      data: { decisionId: 'd-1', verb: 'NOTED', words: 'NOTED:', parts, reason: 'A slip' },
    };
    const found = { type: 'DecisionExemptionFound', v: 1, data: { decisionId: 'd-1', exempt: true, because: 'A slip' } };
    change({ words: 'NOTED that:', parts }).then({ ...corrected, data: { ...corrected.data, words: 'NOTED that:' } });
    const others = [{ letter: 'a', text: 'them.' }];
    change({ words: 'NOTED:', parts: others }).then({ ...corrected, data: { ...corrected.data, parts: others } });
    change({ exempt: true }).then(found);
    change({ words: 'NOTED that:', parts, exempt: true }).then({ ...corrected, data: { ...corrected.data, words: 'NOTED that:' } }, found);
    change({ exempt: false }).thenRefused('decision.nothing-changed', { field: 'words' });
    change({ parts: others }).thenRefused('decision.words-missing', { field: 'words' });
  });

  it('is one that stands, and the correction changes it', () => {
    sitting(decided).when(decisionDecider, correct('AGREED.')).thenRefused('decision.nothing-changed');
    sitting(decided).when(decisionDecider, correct('NOTED.', 'd-9')).thenRefused('decision.unknown');
    sitting([...decided, { type: 'EntryStruck', v: 1, data: { entryId: 'd-1', reason: 'x' } }])
      .when(decisionDecider, correct('NOTED.'))
      .thenRefused('decision.unknown');
    sitting(decided).when(decisionDecider, correct('Resolved.')).thenRefused('decision.verb-unknown');
  });
});
