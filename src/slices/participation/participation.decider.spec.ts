import { describe, expect, it } from '@jest/globals';
import { ask, type Circumstances, given } from '../../../test/support/decider-spec.js';
import { type CommandClass } from '../../kernel/command.js';
import { type DomainEvent } from '../../kernel/event.js';
import {
  AgreeExistingProcess,
  AgreeLongerPeriod,
  AgreeProposedProcess,
  AskAdditionalAuthority,
  CompleteProcess,
  DeclineAsRepeat,
  EstablishProcess,
  GiveFinalDetails,
  ModifyProcess,
  NameContacts,
  NotifyMissingItems,
  ReceiveParticipationRequest,
  RecordAuthorityReply,
  RecordConsideration,
  CorrectParticipationRequest,
  RecordPublication,
  RecordRepresentations,
  RefuseRequest,
  ReportOnProcess,
  SupplyMissingItems,
  ValidateRequest,
  WithdrawRequest,
} from './participation.commands.js';
import { participationDecider } from './participation.decider.js';
import { type ParticipationFacts } from './participation.facts.js';
import { CONSIDERATION_NAMES, missingItems, statusOf } from './participation.items.js';
import { annualReportDue } from './participation.periods.js';
import { madeOn, participationHistory, type RequestFact, requestOn } from './participation.state.js';
import { clocksOf, daysLate } from './running-clocks.js';

const BODY = 'scottish-borders-council';
const TARGET = `${BODY}/2026-path`;
const FACTS: ParticipationFacts = {
  body: { name: 'Scottish Borders Council', timeZone: 'Europe/London' },
  contacts: { sealed: [], erased: [] },
  earlier: null,
  meeting: null,
};
const on = (date: string, facts: Partial<ParticipationFacts> = {}): Circumstances<ParticipationFacts> => ({
  facts: { ...FACTS, ...facts },
  happenedAt: `${date}T12:00:00.000Z`,
});

type Step = readonly [CommandClass, object, string, Partial<ParticipationFacts>?];
const step = ([type, data, date, facts]: Step) => ask(type, TARGET, data, on(date, facts));

const WHOLE = {
  title: 'Path between Westmuir and Eastmuir',
  from: [{ name: 'Example Community Trust', kind: 'community-controlled' as const, constitutionAttached: true }],
  form: 'schedule' as const,
  service: 'Maintenance of paths',
  outcome: 'People walk and cycle safely.',
  reasons: 'Members use the path.',
  experience: 'A path of its own since 2009.',
  improvement: 'Open all year round.',
};
const RECEIVED: Step = [ReceiveParticipationRequest, WHOLE, '2026-12-18'];
const VALID: Step = [ValidateRequest, {}, '2026-12-18'];
const considered = (date: string, but?: string): Step[] =>
  CONSIDERATION_NAMES.filter((name) => name !== but).map((consideration) => [
    RecordConsideration,
    { consideration, words: 'Considered.' },
    date,
  ]);
const PROCESS = { operation: 'A working group meets.', bodyRole: 'Two seats.' };
const UNDER: Step[] = [RECEIVED, VALID, ...considered('2027-01-20')];
const REFUSED: Step[] = [...UNDER, [RefuseRequest, { reasons: 'Out of its hands.' }, '2027-02-01']];
const PROPOSED: Step[] = [...UNDER, [AgreeProposedProcess, PROCESS, '2027-02-01']];
const EXISTING: Step[] = [...UNDER, [AgreeExistingProcess, { ...PROCESS, stage: 'Surveyed.' }, '2027-02-01']];
const DETAILS: Step[] = [...PROPOSED, [GiveFinalDetails, PROCESS, '2027-03-28']];
const ESTABLISHED: Step[] = [...DETAILS, [EstablishProcess, { steps: 'First meeting.' }, '2027-06-01']];
const COMPLETED: Step[] = [...ESTABLISHED, [CompleteProcess, {}, '2028-01-10']];
const REPORT = {
  outcomes: 'Open.',
  influence: 'The route.',
  keepingInformed: 'Each April.',
  viewsSoughtOn: '2028-01-20',
  viewsSought: 'By letter.',
  ledToChange: true,
};
const REPORTED: Step[] = [...COMPLETED, [ReportOnProcess, REPORT, '2028-02-01']];

/** The events of the steps, each of which must be accepted. */
const after = (steps: readonly Step[]): DomainEvent[] =>
  steps.reduce<DomainEvent[]>((events, one) => {
    let decided: readonly DomainEvent[] = [];
    given(participationHistory, events)
      .when(participationDecider, step(one))
      .thenAccepted((accepted) => void (decided = accepted));
    return [...events, ...decided];
  }, []);
const when = (steps: readonly Step[], one: Step) => given(participationHistory, after(steps)).when(participationDecider, step(one));
const state = (steps: readonly Step[]) => given(participationHistory, after(steps)).state!;

describe('a participation request', () => {
  describe('with the worked example of the regulations', () => {
    it('has its decision due on 1 February 2027, 30 working days beginning with 18 December 2026', () =>
      expect(state([RECEIVED, VALID]).decisionDue).toMatchObject({
        kind: 'working-days',
        latest: '2027-02-01',
        counted: { length: 30, firstDay: '2026-12-18', calendar: 'participation' },
      }));
    it('has it on 22 February where an additional authority is named in it, or is asked later', () => {
      const named: Step = [
        ReceiveParticipationRequest,
        { ...WHOLE, additionalAuthorities: [{ authority: 'nhs', name: 'NHS' }] },
        '2026-12-18',
      ];
      expect(state([named, VALID]).decisionDue?.latest).toBe('2027-02-22');
      expect(state([RECEIVED, VALID, [AskAdditionalAuthority, { authority: 'nhs', name: 'NHS' }, '2027-01-05']]).decisionDue?.latest).toBe(
        '2027-02-22',
      );
    });
    it('has representations to 28 February, final details by 28 March, and the process established by 25 June', () => {
      expect(state(PROPOSED)).toMatchObject({ representationsDue: { latest: '2027-02-28' }, finalDetailsDue: { latest: '2027-03-28' } });
      expect(state(DETAILS).establishDue).toMatchObject({ latest: '2027-06-25', counted: { length: 90, calendar: 'every-day' } });
    });
    it('says of each clock how it was counted', () =>
      expect(state([RECEIVED, VALID]).decisionDue?.explanation).toMatch(
        /30 working days beginning with the validation date.*Friday 1 January 2027/s,
      ));
  });

  describe('being received', () => {
    const receive = (change: object): Step => [ReceiveParticipationRequest, { ...WHOLE, ...change }, '2026-12-18'];
    it('may be a joint request, of bodies each named once', () => {
      const [one] = WHOLE.from;
      when([], receive({ from: [one, { name: 'Westmuir Community Council', kind: 'community-council' }] })).thenAccepted();
      when([], receive({ from: [one, one] })).thenRefused('participation.requester-twice');
    });
    it('is refused for an authority that is not in the record', () =>
      when([], [ReceiveParticipationRequest, WHOLE, '2026-12-18', { body: null }]).thenRefused('participation.body-unknown'));
    it('does not ask its own authority, nor one twice', () => {
      when([], receive({ additionalAuthorities: [{ authority: BODY, name: 'The Council' }] })).thenRefused(
        'participation.authority-is-addressee',
      );
      const nhs = { authority: 'nhs', name: 'NHS' };
      when([], receive({ additionalAuthorities: [nhs, nhs] })).thenRefused('participation.authority-asked-already');
    });
    it('keeps of the people behind it only what was sealed', () => {
      const contacts = [{ subject: 's-1', name: 'A. Example', email: 'a@example.org' }];
      const sealed = [{ subject: 's-1', name: 'sealed:1:s-1:x:y', email: 'sealed:1:s-1:x:z' }];
      when([], [ReceiveParticipationRequest, { ...WHOLE, contacts }, '2026-12-18', { contacts: { sealed, erased: [] } }]).thenAccepted(
        (events) => {
          expect(events[0]?.data).toMatchObject({ contacts: sealed });
          expect(JSON.stringify(events)).not.toContain('A. Example');
        },
      );
    });
    it('is refused with the details of somebody who was erased, as is naming them later', () => {
      const facts = { contacts: { sealed: [], erased: ['s-1'] } };
      const contacts = [{ subject: 's-1', name: 'A. Example' }];
      when([], [ReceiveParticipationRequest, { ...WHOLE, contacts }, '2026-12-18', facts]).thenRefused('participation.subject-erased');
      when([RECEIVED], [NameContacts, { contacts }, '2026-12-19', facts]).thenRefused('participation.subject-erased');
    });
  });

  describe('that is incomplete', () => {
    const GROUP: Step = [
      ReceiveParticipationRequest,
      { title: 'Path', from: [{ name: 'Path Users', kind: 'group' }], form: 'other', service: 'Paths' },
      '2026-12-01',
    ];
    const INCOMPLETE: Step[] = [GROUP, [NotifyMissingItems, {}, '2026-12-03']];
    const REST = {
      outcome: 'People walk safely.',
      reasons: 'They use it.',
      experience: 'Years of it.',
      improvement: 'Open all year.',
      form: 'substantially-like',
    };
    it('is told of each item by its section', () =>
      expect(state(INCOMPLETE).queried.map(({ item, section }) => `${item} ${section}`)).toEqual([
        'outcome s.22(2)(a)',
        'reasons s.22(2)(b)',
        'experience s.22(2)(c)',
        'improvement s.22(2)(d)',
        'basis s.20; s.22(4); SSI 2017/39 reg 3',
        'form SSI 2017/39 reg 3',
      ]));
    it('is not valid until the last item came in, and then from that day', () => {
      when(INCOMPLETE, [ValidateRequest, {}, '2026-12-04']).thenRefused('participation.incomplete');
      const some: Step[] = [...INCOMPLETE, [SupplyMissingItems, REST, '2026-12-10']];
      expect(statusOf(state(some))).toBe('incomplete');
      const all: Step[] = [...some, [SupplyMissingItems, { from: [{ name: 'Path Users', basis: 'It meets s.20(4).' }] }, '2026-12-18']];
      expect(statusOf(state(all))).toBe('received');
      expect(state([...all, [ValidateRequest, {}, '2026-12-22']])).toMatchObject({
        validationDate: '2026-12-18',
        decisionDue: { latest: '2027-02-01' },
      });
    });
    it('is asked for what was given but is not enough, and then lacks it', () => {
      const queried: Step[] = [RECEIVED, [NotifyMissingItems, { items: [{ item: 'outcome' }] }, '2026-12-19']];
      when(queried, [ValidateRequest, {}, '2026-12-20']).thenRefused('participation.incomplete');
      when(queried, [SupplyMissingItems, { outcome: 'Children walk to school.' }, '2026-12-21']).thenAccepted();
    });
    it('is not told that nothing is missing, nor of a body that did not ask', () => {
      when([RECEIVED], [NotifyMissingItems, {}, '2026-12-19']).thenRefused('participation.nothing-missing');
      when([RECEIVED], [NotifyMissingItems, { items: [{ item: 'basis', of: 'Others' }] }, '2026-12-19']).thenRefused(
        'participation.requester-unknown',
      );
    });
    it('keeps what it said: only a missing item is supplied, and something is', () => {
      when([GROUP], [SupplyMissingItems, { service: 'Roads' }, '2026-12-03']).thenRefused('participation.item-not-missing', {
        field: 'service',
      });
      when([GROUP], [SupplyMissingItems, {}, '2026-12-03']).thenRefused('participation.nothing-supplied');
      when([GROUP], [SupplyMissingItems, { from: [{ name: 'Others', basis: 'x' }] }, '2026-12-03']).thenRefused(
        'participation.requester-unknown',
      );
      when([GROUP], [SupplyMissingItems, { information: 'A map.' }, '2026-12-03']).thenAccepted();
    });
    it('cannot be decided', () => when([GROUP], [RefuseRequest, { reasons: 'No.' }, '2026-12-10']).thenRefused('participation.not-valid'));
  });

  it('that is valid is not made valid, complete or incomplete again', () => {
    for (const again of [
      [ValidateRequest, {}],
      [NotifyMissingItems, {}],
      [SupplyMissingItems, { outcome: 'x' }],
    ] as const)
      when([RECEIVED, VALID], [again[0], again[1], '2026-12-19']).thenRefused('participation.valid-already');
  });

  describe('with an additional authority', () => {
    const NHS = { authority: 'nhs', name: 'NHS' };
    const ASKED: Step[] = [RECEIVED, VALID, [AskAdditionalAuthority, NHS, '2026-12-21']];
    it('gives it 15 working days beginning with its own notification', () =>
      expect(state(ASKED).authorities[0]?.replyDue).toMatchObject({
        latest: '2027-01-12',
        counted: { length: 15, firstDay: '2026-12-21' },
      }));
    it('is not sent before it is valid, to itself or twice', () => {
      when([RECEIVED], [AskAdditionalAuthority, NHS, '2026-12-18']).thenRefused('participation.not-valid');
      when([RECEIVED, VALID], [AskAdditionalAuthority, { authority: BODY, name: 'x' }, '2026-12-21']).thenRefused(
        'participation.authority-is-addressee',
      );
      when(ASKED, [AskAdditionalAuthority, NHS, '2026-12-22']).thenRefused('participation.authority-asked-already');
    });
    it('takes one reply, with reasons if it is no, however late', () => {
      const reply = (participates: boolean, reasons?: string): Step => [
        RecordAuthorityReply,
        { authority: 'nhs', participates, ...(reasons && { reasons }) },
        '2027-03-01',
      ];
      when(ASKED, reply(false)).thenRefused('participation.reply-without-reasons');
      when(ASKED, reply(false, 'No part in it.')).thenAccepted();
      when([...ASKED, reply(true)], reply(true)).thenRefused('participation.authority-replied-already');
      when([RECEIVED, VALID], reply(true)).thenRefused('participation.authority-not-asked');
      when(ASKED, [RecordAuthorityReply, { authority: 'nhs', participates: true }, '2026-12-20']).thenRefused(
        'participation.before-its-last-step',
      );
    });
  });

  describe('whose period is made longer', () => {
    const longer = (until: string, agreedOn?: string): Step => [AgreeLongerPeriod, { until, ...(agreedOn && { agreedOn }) }, '2027-01-10'];
    it('is due on the day that was agreed, which an authority asked later does not shorten', () => {
      const agreed: Step[] = [RECEIVED, VALID, longer('2027-03-12')];
      expect(state(agreed).decisionDue).toMatchObject({ latest: '2027-03-12', words: expect.stringContaining('as agreed') });
      expect(state([...agreed, [AskAdditionalAuthority, { authority: 'nhs', name: 'NHS' }, '2027-01-12']]).decisionDue?.latest).toBe(
        '2027-03-12',
      );
      expect(
        state([RECEIVED, VALID, longer('2027-02-05'), [AskAdditionalAuthority, { authority: 'n', name: 'N' }, '2027-01-12']]),
      ).toMatchObject({
        decisionDue: { latest: '2027-02-22' },
      });
    });
    it('must become longer, by an agreement of a day between its validation and today', () => {
      when([RECEIVED, VALID], longer('2027-02-01')).thenRefused('participation.period-not-longer');
      when([RECEIVED, VALID], longer('2027-03-01', '2027-01-11')).thenRefused('participation.later-than-today');
      when([RECEIVED, VALID], longer('2027-03-01', '2026-12-17')).thenRefused('participation.before-its-last-step');
    });
  });

  describe('that repeats another', () => {
    const EARLIER = { requestId: `${BODY}/2025-path`, bodyId: BODY, title: 'Path', madeOn: '2025-01-10' };
    const decline = (earlier: Partial<typeof EARLIER> | null): Step => [
      DeclineAsRepeat,
      { earlier: EARLIER.requestId, matters: 'same', reasons: 'Nothing has changed.' },
      '2026-12-20',
      { earlier: earlier && { ...EARLIER, ...earlier } },
    ];
    it('is declined, with the earlier one named, valid or not', () => {
      when([RECEIVED], decline({})).thenAccepted(([event]) =>
        expect(event?.data).toMatchObject({ earlier: { requestId: EARLIER.requestId }, notice: { kind: 'declined' } }),
      );
      when([RECEIVED, VALID], decline({})).thenAccepted();
    });
    it('is declined from the first to the last of the two years ending with its day, and not a day before', () => {
      when([RECEIVED], decline({ madeOn: '2024-12-19' })).thenAccepted();
      when([RECEIVED], decline({ madeOn: '2024-12-18' })).thenRefused('participation.earlier-too-old');
      when([RECEIVED], decline({ madeOn: '2026-12-18' })).thenAccepted();
      when([RECEIVED], decline({ madeOn: '2026-12-19' })).thenRefused('participation.earlier-not-earlier');
    });
    it('is not declined for itself, for one not in the record, or for one to another authority', () => {
      when([RECEIVED], decline({ requestId: TARGET })).thenRefused('participation.earlier-not-earlier');
      when([RECEIVED], decline(null)).thenRefused('participation.earlier-unknown');
      when([RECEIVED], decline({ bodyId: 'nhs' })).thenRefused('participation.earlier-of-another-authority');
    });
    it('is not declined once it was decided', () =>
      when(DETAILS, [
        DeclineAsRepeat,
        { earlier: EARLIER.requestId, matters: 'same', reasons: 'x' },
        '2027-04-01',
        { earlier: EARLIER },
      ]).thenRefused('participation.decided-already'));
  });

  describe('being decided', () => {
    const refuse: Step = [RefuseRequest, { reasons: 'Out of its hands.' }, '2027-02-01'];
    it.each(CONSIDERATION_NAMES)('is not, while (%s) has not been considered; the section is named', (name) =>
      when([RECEIVED, VALID, ...considered('2027-01-20', name)], refuse).thenRefused('participation.considerations-missing', {
        detail: { missing: [expect.objectContaining({ section: name === 'equal-opportunities' ? 's.24(4)' : `s.24(3)(${name})` })] },
      }),
    );
    it('is not, when a matter was considered only after', () =>
      when([RECEIVED, VALID, ...considered('2027-02-02')], refuse).thenRefused('participation.considerations-missing'));
    it('is refused or agreed to however late, and once', () => {
      when(UNDER, [RefuseRequest, { reasons: 'No.' }, '2027-09-01']).thenAccepted();
      when(EXISTING, [RefuseRequest, { reasons: 'No.' }, '2027-02-02']).thenRefused('participation.decided-already');
      when(REFUSED, [AgreeProposedProcess, PROCESS, '2027-02-02']).thenRefused('participation.ended');
    });
    it('may cite the decision of a meeting, by its paragraph or its id', () => {
      const one = { decisionId: 'd-1', paragraph: '4.4', struck: false };
      const meeting = (...decisions: readonly (typeof one)[]) => ({ meeting: { meetingId: `${BODY}/2027-01-28`, decisions } });
      const cite = (cited: object, facts: Partial<ParticipationFacts>): Step => [
        RefuseRequest,
        { reasons: 'No.', decision: { meetingId: `${BODY}/2027-01-28`, ...cited } },
        '2027-02-01',
        facts,
      ];
      when(UNDER, cite({ paragraph: '4.4' }, meeting(one))).thenAccepted(([event]) =>
        expect(event?.data).toMatchObject({ decision: { meetingId: `${BODY}/2027-01-28`, decisionId: 'd-1' } }),
      );
      when(UNDER, cite({ paragraph: '5' }, meeting(one))).thenRefused('participation.decision-unknown');
      when(UNDER, cite({}, meeting(one))).thenRefused('participation.decision-unknown');
      when(UNDER, cite({ decisionId: 'd-1' }, meeting({ ...one, struck: true }))).thenRefused('participation.decision-struck');
      when(UNDER, cite({ paragraph: '4.4' }, meeting(one, { ...one, decisionId: 'd-2' }))).thenRefused('participation.decision-ambiguous');
      when(UNDER, cite({ paragraph: '4.4' }, {})).thenRefused('participation.meeting-unknown');
    });
  });

  describe('agreed to with a proposed process', () => {
    it('leaves the body its 28 days before anything is final', () => {
      when(PROPOSED, [GiveFinalDetails, PROCESS, '2027-02-28']).thenRefused('participation.representations-open');
      when(PROPOSED, [GiveFinalDetails, PROCESS, '2027-03-01']).thenAccepted();
    });
    it('has its final details say how representations were considered', () => {
      const made: Step[] = [...PROPOSED, [RecordRepresentations, { words: 'Meet in the evening.' }, '2027-02-20']];
      when(made, [GiveFinalDetails, PROCESS, '2027-03-28']).thenRefused('participation.representations-not-regarded', { field: 'regard' });
      when(made, [GiveFinalDetails, { ...PROCESS, regard: 'It will.' }, '2027-03-28']).thenAccepted();
    });
    it('takes no representations before the decision, for an existing process, or after the final details', () => {
      const made: Step = [RecordRepresentations, { words: 'x' }, '2027-04-01'];
      when(UNDER, made).thenRefused('participation.not-proposed');
      when(EXISTING, made).thenRefused('participation.not-proposed');
      when(DETAILS, made).thenRefused('participation.details-given-already');
      when(PROPOSED, [RecordRepresentations, { words: 'x' }, '2027-01-31']).thenRefused('participation.before-its-last-step');
    });
    it('is established after its details, once, however late', () => {
      const establish: Step = [EstablishProcess, { steps: 'x' }, '2027-12-01'];
      when(PROPOSED, establish).thenRefused('participation.details-not-given');
      when(EXISTING, establish).thenRefused('participation.not-proposed');
      when(DETAILS, establish).thenAccepted();
      when(ESTABLISHED, establish).thenRefused('participation.established-already');
      when(COMPLETED, [EstablishProcess, { steps: 'x' }, '2028-02-01']).thenRefused('participation.completed-already');
    });
    it('is modified when it is established and the body was consulted before', () => {
      const modify = (consultedOn: string): Step => [ModifyProcess, { changes: 'x', consultedOn, consultation: 'y' }, '2027-09-01'];
      when(DETAILS, modify('2027-08-01')).thenRefused('participation.not-established');
      when(ESTABLISHED, modify('2027-09-02')).thenRefused('participation.consulted-too-late');
      when(ESTABLISHED, modify('2027-08-01')).thenAccepted(([event]) => expect(event?.data).toMatchObject({ modification: '1' }));
      when(COMPLETED, [ModifyProcess, { changes: 'x', consultedOn: '2028-01-11', consultation: 'y' }, '2028-01-12']).thenRefused(
        'participation.completed-already',
      );
    });
  });

  it('agreed to with an existing process is completed without establishing anything', () => {
    when(EXISTING, [CompleteProcess, {}, '2027-09-01']).thenAccepted();
    when(PROPOSED, [CompleteProcess, {}, '2027-09-01']).thenRefused('participation.not-established');
    when(COMPLETED, [CompleteProcess, {}, '2028-02-01']).thenRefused('participation.completed-already');
  });

  it('is reported on when the process is complete and the body’s views were sought', () => {
    when(ESTABLISHED, [ReportOnProcess, REPORT, '2028-02-01']).thenRefused('participation.not-completed');
    when(COMPLETED, [ReportOnProcess, REPORT, '2028-01-19']).thenRefused('participation.views-sought-too-late');
    expect(state(REPORTED)).toMatchObject({ stage: 'reported', report: { ledToChange: true } });
    when(REPORTED, [ReportOnProcess, REPORT, '2028-03-01']).thenRefused('participation.ended');
  });

  it('is withdrawn at any time before it is complete', () => {
    for (const steps of [[RECEIVED], [RECEIVED, VALID], PROPOSED, DETAILS, ESTABLISHED])
      when(steps, [WithdrawRequest, {}, '2027-12-01']).thenAccepted();
    when(COMPLETED, [WithdrawRequest, {}, '2028-02-01']).thenRefused('participation.completed-already');
    when(REFUSED, [WithdrawRequest, {}, '2028-02-01']).thenRefused('participation.ended');
  });

  describe('being published', () => {
    const publish = (what: string, date: string, data = {}): Step => [
      RecordPublication,
      { what, where: 'https://example.org', ...data },
      date,
    ];
    it('is, of what there is, once, and not before there is', () => {
      when(UNDER, publish('decision-notice', '2027-02-01')).thenRefused('participation.nothing-to-publish');
      when(REFUSED, publish('final-process', '2027-02-03')).thenRefused('participation.nothing-to-publish');
      when([...REFUSED, publish('decision-notice', '2027-02-03')], publish('decision-notice', '2027-02-04')).thenRefused(
        'participation.published-already',
      );
      when(REFUSED, publish('decision-notice', '2027-02-03', { on: '2027-01-31' })).thenRefused('participation.published-too-early');
      when(REFUSED, publish('decision-notice', '2027-02-03', { on: '2027-02-04' })).thenRefused('participation.later-than-today');
    });
    it('is owed for the notice, the details, each modification and the report', () =>
      when(
        [
          ...ESTABLISHED,
          [ModifyProcess, { changes: 'x', consultedOn: '2027-08-01', consultation: 'y' }, '2027-09-01'],
          [CompleteProcess, {}, '2028-01-10'],
          [ReportOnProcess, REPORT, '2028-02-01'],
        ],
        publish('everything', '2028-02-02'),
      ).thenRefused('participation.nothing-to-publish', {
        detail: { there: ['decision-notice', 'final-process', 'modification-1', 'report'] },
      }));
  });

  it('takes its steps in the order of their days, and none before it was received', () => {
    when([RECEIVED], [ValidateRequest, {}, '2026-12-17']).thenRefused('participation.before-it-was-received');
    when(UNDER, [RefuseRequest, { reasons: 'x' }, '2026-12-18']).thenRefused('participation.considerations-missing');
    when(PROPOSED, [WithdrawRequest, {}, '2027-01-31']).thenRefused('participation.before-its-last-step');
    when([], VALID).thenRefused('participation.not-received');
  });
});

describe('the clocks of a participation request', () => {
  const NHS = { authority: 'nhs', name: 'NHS' };
  const ASKED: Step[] = [RECEIVED, VALID, [AskAdditionalAuthority, NHS, '2026-12-21']];
  /** `clock standing until, late` of each that has begun. */
  const clocks = (steps: readonly Step[], asAt: string) =>
    clocksOf(state(steps), asAt).map(({ clock, standing, endedOn, daysLate: late }) => `${clock} ${standing} ${endedOn ?? '-'}, ${late}`);

  it('begin when it is valid, and are late from the day after their last day', () => {
    expect(clocks([RECEIVED], '2027-03-01')).toEqual([]);
    expect(clocks([RECEIVED, VALID], '2027-02-01')).toEqual(['decision open -, 0']);
    expect(clocks([RECEIVED, VALID], '2027-02-04')).toEqual(['decision open -, 3']);
    expect(clocksOf(state([RECEIVED, VALID]), '2027-02-04')[0]).toMatchObject({
      what: 'decision notice',
      deadline: { latest: '2027-02-01' },
    });
  });
  it('of an additional authority end with its reply, or when the decision is taken without it', () => {
    expect(clocks(ASKED, '2027-01-14')).toEqual(['decision open -, 0', 'additional-nhs open -, 2']);
    const replied: Step[] = [...ASKED, [RecordAuthorityReply, { authority: 'nhs', participates: true }, '2027-01-13']];
    expect(clocks(replied, '2027-03-01')).toEqual(['decision open -, 7', 'additional-nhs met 2027-01-13, 1']);
    const decided: Step[] = [...ASKED, ...considered('2027-01-20'), [RefuseRequest, { reasons: 'No.' }, '2027-02-01']];
    expect(clocks(decided, '2027-03-01')).toEqual(['decision met 2027-02-01, 0', 'additional-nhs dropped 2027-02-01, 20']);
    expect(clocksOf(state(ASKED), '2027-01-14')[1]?.what).toBe('reply of NHS');
  });
  it('end, not met, when the request is withdrawn or declined', () => {
    const withdrawn: Step[] = [...ASKED, [WithdrawRequest, {}, '2027-01-15']];
    expect(clocks(withdrawn, '2027-06-01')).toEqual(['decision dropped 2027-01-15, 0', 'additional-nhs dropped 2027-01-15, 3']);
    const late: Step[] = [RECEIVED, VALID, [WithdrawRequest, {}, '2027-02-11']];
    expect(clocks(late, '2027-06-01')).toEqual(['decision dropped 2027-02-11, 10']);
    const earlier = { requestId: `${BODY}/2025-path`, bodyId: BODY, title: 'Path', madeOn: '2025-01-10' };
    const declined: Step = [DeclineAsRepeat, { earlier: earlier.requestId, matters: 'same', reasons: 'x' }, '2027-01-05', { earlier }];
    expect(clocks([RECEIVED, VALID, declined], '2027-06-01')).toEqual(['decision dropped 2027-01-05, 0']);
  });
  it('of the body end with its period, in which it need not say anything', () => {
    expect(clocks(PROPOSED, '2027-02-28')).toEqual(['decision met 2027-02-01, 0', 'representations open -, 0', 'final-details open -, 0']);
    expect(clocks(PROPOSED, '2027-03-30').slice(1)).toEqual(['representations over 2027-02-28, 0', 'final-details open -, 2']);
    expect(clocks(EXISTING, '2027-03-30')).toEqual(['decision met 2027-02-01, 0']);
    expect(clocksOf(state(PROPOSED), '2027-03-30').map(({ what }) => what)).toEqual([
      'decision notice',
      'representations of the body',
      'notice of the details of the process',
    ]);
  });
  it('of the process end with its details and when it is established', () => {
    expect(clocks(DETAILS, '2027-06-28').slice(2)).toEqual(['final-details met 2027-03-28, 0', 'establish open -, 3']);
    expect(clocks(ESTABLISHED, '2028-01-01').slice(3)).toEqual(['establish met 2027-06-01, 0']);
    expect(clocksOf(state(ESTABLISHED), '2028-01-01').at(-1)?.what).toBe('process established');
  });
  it('make the request late by the most days of one that is open', () => {
    const late = (steps: readonly Step[], asAt: string) => daysLate(clocksOf(state(steps), asAt));
    expect(late(ASKED, '2027-02-24')).toBe(43);
    expect(late(ASKED, '2027-01-12')).toBe(0);
    expect(late([...ASKED, [RecordAuthorityReply, { authority: 'nhs', participates: true }, '2027-01-22']], '2027-02-24')).toBe(2);
    expect(late([RECEIVED], '2028-01-01')).toBe(0);
  });
  it('of a period that was agreed is a day, and of the regulations working days', () => {
    const agreed: Step[] = [RECEIVED, VALID, [AgreeLongerPeriod, { until: '2027-03-12' }, '2027-01-10']];
    expect(state(agreed).decisionDue).toMatchObject({ kind: 'date' });
    expect(state(PROPOSED)).toMatchObject({ representationsDue: { kind: 'date' }, decisionDue: { kind: 'working-days' } });
    expect(annualReportDue(2026)).toMatchObject({
      latest: '2027-06-30',
      explanation:
        'The reporting year begins on 1 April 2026 and ends on 31 March 2027; its report is published no later than 30 June 2027 (s.32(3)).',
    });
  });
});

describe('what a participation request keeps', () => {
  const NHS = { authority: 'nhs', name: 'NHS' };
  const PARTNERS = { authority: 'cpp', name: 'The Partnership' };

  it('is what each authority that was asked replied, with its reasons', () => {
    const asked: Step[] = [
      RECEIVED,
      VALID,
      [AskAdditionalAuthority, NHS, '2026-12-21'],
      [AskAdditionalAuthority, PARTNERS, '2026-12-22'],
      [RecordAuthorityReply, { authority: 'cpp', participates: false, reasons: 'No part in it.' }, '2026-12-22'],
    ];
    expect(state(asked).authorities).toMatchObject([
      { ...NHS, notifiedOn: '2026-12-21' },
      { ...PARTNERS, notifiedOn: '2026-12-22', reply: { on: '2026-12-22', participates: false, reasons: 'No part in it.' } },
    ]);
    expect(state(asked).authorities[0]).not.toHaveProperty('reply');
    expect(state(asked).notices).toMatchObject([{ kind: 'acknowledgement' }, { authority: 'nhs' }, { authority: 'cpp' }]);
    expect(state(asked).decisionDue?.latest).toBe('2027-02-22');
    when(asked.slice(0, 3), asked[4]!).thenRefused('participation.authority-not-asked');
  });
  it('is not told a second time by which day to decide, where an authority was asked before, or is named in it', () => {
    const second: Step = [AskAdditionalAuthority, PARTNERS, '2026-12-22'];
    for (const before of [
      [RECEIVED, VALID, [AskAdditionalAuthority, NHS, '2026-12-21'] as Step],
      [[ReceiveParticipationRequest, { ...WHOLE, additionalAuthorities: [NHS] }, '2026-12-18'] as Step, VALID],
    ])
      when(before, second).thenAccepted(([event]) => expect(event?.data).not.toHaveProperty('decisionDue'));
    const agreed: Step[] = [RECEIVED, VALID, [AgreeLongerPeriod, { until: '2027-02-22' }, '2026-12-18']];
    when(agreed, second).thenAccepted(([event]) => expect(event?.data).not.toHaveProperty('decisionDue'));
    when([RECEIVED, VALID], second).thenAccepted(([event]) =>
      expect(event?.data).toMatchObject({ ...PARTNERS, decisionDue: { latest: '2027-02-22' }, notice: { kind: 'additional-authority' } }),
    );
  });
  it('is how it was decided, by which decision and with which reasons', () => {
    const meeting = { meeting: { meetingId: `${BODY}/2027-01-28`, decisions: [{ decisionId: 'd-1', paragraph: '4.4', struck: false }] } };
    const decision = { meetingId: `${BODY}/2027-01-28`, decisionId: 'd-1' };
    const refused: Step = [RefuseRequest, { reasons: 'No.', decision }, '2027-02-01', meeting];
    expect(state([...UNDER, refused]).decided).toEqual({ on: '2027-02-01', kind: 'refused', reasons: 'No.', decision });
    expect(state(REFUSED).decided).toEqual({ on: '2027-02-01', kind: 'refused', reasons: 'Out of its hands.' });
    const agreed: Step = [AgreeProposedProcess, { ...PROCESS, reasons: 'It is right.', decision }, '2027-02-01', meeting];
    expect(state([...UNDER, agreed]).decided).toMatchObject({ kind: 'agreed', reasons: 'It is right.', decision });
    expect(state(PROPOSED).decided).not.toHaveProperty('decision');
  });
  it('is every representation, modification and publication, and what was said in the end', () => {
    const represented: Step[] = [
      ...PROPOSED,
      [RecordRepresentations, { words: 'One.' }, '2027-02-20'],
      [RecordRepresentations, { words: 'Two.' }, '2027-02-21'],
      [GiveFinalDetails, { ...PROCESS, othersRoles: 'NHS: one seat.', regard: 'It will.' }, '2027-03-28'],
      [EstablishProcess, { steps: 'First meeting.' }, '2027-06-01'],
    ];
    const modified = ['2027-09-01', '2027-10-01'].map((date): Step => [
      ModifyProcess,
      { changes: `On ${date}`, consultedOn: '2027-08-01', consultation: 'y' },
      date,
    ]);
    const rest: Step[] = [
      ...modified,
      [RecordPublication, { what: 'decision-notice', where: 'https://example.org/1' }, '2027-10-02'],
      [RecordPublication, { what: 'modification-1', where: 'https://example.org/2' }, '2027-10-02'],
      [CompleteProcess, {}, '2028-01-10'],
      [ReportOnProcess, { ...REPORT, views: 'It helped.' }, '2028-02-01'],
    ];
    expect(state([...represented, ...rest])).toMatchObject({
      representations: [{ words: 'One.' }, { words: 'Two.' }],
      details: { ...PROCESS, othersRoles: 'NHS: one seat.', regard: 'It will.' },
      modifications: [{ changes: 'On 2027-09-01' }, { changes: 'On 2027-10-01', consultedOn: '2027-08-01', consultation: 'y' }],
      publications: [{ what: 'decision-notice' }, { what: 'modification-1', where: 'https://example.org/2' }],
      completedOn: '2028-01-10',
      report: { ...REPORT, views: 'It helped.' },
    });
    expect(state([RECEIVED, [WithdrawRequest, { reason: 'Solved.' }, '2026-12-20']]).withdrawn).toEqual({
      on: '2026-12-20',
      reason: 'Solved.',
    });
    expect(state([RECEIVED, [WithdrawRequest, {}, '2026-12-20']]).withdrawn).toEqual({ on: '2026-12-20' });
  });
  it('is how it stood at the end of a day, with what is known since to have been a slip', () => {
    const corrected: Step = [CorrectParticipationRequest, { outcome: 'People walk.', reason: 'Misread' }, '2026-12-21'];
    const updates = after([RECEIVED, [ValidateRequest, {}, '2026-12-20'], corrected]) as RequestFact[];
    expect(requestOn(updates, '2026-12-19')).toMatchObject({ stage: 'received', contents: { outcome: 'People walk.' } });
    expect(requestOn(updates, '2026-12-20')).toMatchObject({ stage: 'under-consideration', contents: { outcome: 'People walk.' } });
    expect(requestOn(updates, '2026-12-17')).toBeNull();
    expect(madeOn(state([RECEIVED, [ValidateRequest, {}, '2026-12-20']]))).toBe('2026-12-18');
  });
});

describe('what a participation request lacks', () => {
  const BOTH = {
    ...WHOLE,
    from: [
      { name: 'Example Community Trust', kind: 'community-controlled' as const },
      { name: 'Path Users', kind: 'group' as const },
      { name: 'Ramblers', kind: 'designated' as const },
    ],
    form: 'other' as const,
  };
  const INCOMPLETE: Step[] = [
    [ReceiveParticipationRequest, BOTH, '2026-12-01'],
    [NotifyMissingItems, {}, '2026-12-03'],
  ];
  const lacking = (steps: readonly Step[]) =>
    missingItems(state(steps)).map(({ item, of }) => (of === undefined ? item : `${item} of ${of}`));
  const supply = (data: object, date = '2026-12-10'): Step => [SupplyMissingItems, data, date];
  const TRUST = { name: 'Example Community Trust', constitutionAttached: true };
  const USERS = { name: 'path users', basis: 'It meets s.20(4).' };

  it('is the constitution of one body and the basis of another, each once, and the form', () =>
    expect(lacking(INCOMPLETE)).toEqual(['constitution of Example Community Trust', 'basis of Path Users', 'basis of Ramblers', 'form']));
  it('grows less by each that is supplied, of the body that supplies it', () => {
    expect(lacking([...INCOMPLETE, supply({ from: [TRUST] })])).toEqual(['basis of Path Users', 'basis of Ramblers', 'form']);
    expect(lacking([...INCOMPLETE, supply({ from: [USERS] })])).toEqual([
      'constitution of Example Community Trust',
      'basis of Ramblers',
      'form',
    ]);
    expect(lacking([...INCOMPLETE, supply({ form: 'schedule' })])).toEqual([
      'constitution of Example Community Trust',
      'basis of Path Users',
      'basis of Ramblers',
    ]);
    const all = [...INCOMPLETE, supply({ from: [TRUST, USERS, { name: 'Ramblers', basis: 'By order.' }], form: 'schedule' })];
    expect(lacking(all)).toEqual([]);
    expect(state(all)).toMatchObject({
      form: 'schedule',
      queried: [],
      lastItemOn: '2026-12-10',
      from: [{ constitutionAttached: true }, { basis: 'It meets s.20(4).' }, { basis: 'By order.' }],
    });
    expect(state([...INCOMPLETE, supply({ from: [TRUST] })]).form).toBe('other');
  });
  it('is asked for, supplied and corrected item by item where it was there and is not enough', () => {
    const queried: Step[] = [
      [
        ReceiveParticipationRequest,
        {
          ...BOTH,
          from: [
            { ...BOTH.from[0]!, constitutionAttached: true },
            { ...BOTH.from[1]!, basis: 'x' },
          ],
          form: 'schedule',
        },
        '2026-12-01',
      ],
      [
        NotifyMissingItems,
        {
          items: [
            { item: 'outcome' },
            { item: 'constitution', of: 'Example Community Trust' },
            { item: 'basis', of: 'Path Users' },
            { item: 'form' },
          ],
        },
        '2026-12-03',
      ],
    ];
    const all = ['outcome', 'constitution of Example Community Trust', 'basis of Path Users', 'form'];
    expect(lacking(queried)).toEqual(all);
    expect(lacking([...queried, supply({ outcome: 'Children walk.' })])).toEqual(all.slice(1));
    expect(lacking([...queried, supply({ from: [TRUST] })])).toEqual([all[0], all[2], all[3]]);
    expect(lacking([...queried, supply({ from: [USERS] })])).toEqual([all[0], all[1], all[3]]);
    expect(lacking([...queried, supply({ form: 'substantially-like' })])).toEqual(all.slice(0, 3));
    const correct = (data: object): Step => [CorrectParticipationRequest, { reason: 'It was there', ...data }, '2026-12-05'];
    expect(lacking([...queried, correct({ outcome: 'Children walk.' })])).toEqual(all.slice(1));
    expect(lacking([...queried, correct({ form: 'substantially-like' })])).toEqual(all.slice(0, 3));
    expect(lacking([...queried, correct({ title: 'Path' })])).toEqual(all);
    const from = state(queried).from;
    expect(lacking([...queried, correct({ from: [{ ...from[0]!, name: 'The Trust' }, from[1]!] })])).toEqual(['outcome', 'form']);
    expect(lacking([...queried, correct({ from: [from[0]!, { name: 'Path Users', kind: 'community-council' }] })])).toEqual([
      all[0],
      all[2],
      all[3],
    ]);
    const again: Step = [NotifyMissingItems, { items: [{ item: 'service' }] }, '2026-12-04'];
    expect(lacking([...queried, again])).toEqual([...all, 'service']);
  });
  it('is asked of the body that lacks it, by its name, and of none where it is of the request', () => {
    const ask = (...items: object[]): Step => [NotifyMissingItems, { items }, '2026-12-04'];
    when(INCOMPLETE, ask({ item: 'constitution' })).thenRefused('participation.requester-unknown', { field: 'items.0.of' });
    when(INCOMPLETE, ask({ item: 'outcome', of: 'Ramblers' }, { item: 'basis', of: 'Others' })).thenRefused(
      'participation.requester-unknown',
      { field: 'items.0.of' },
    );
    when(INCOMPLETE, ask({ item: 'basis', of: 'ramblers' })).thenAccepted(([event]) =>
      expect(event?.data).toMatchObject({ notice: { kind: 'missing-items' } }),
    );
  });
  it('is not supplied where it is not missing', () => {
    const some: Step[] = [...INCOMPLETE, supply({ from: [TRUST, USERS], form: 'schedule' })];
    const refused = (data: object, field: string) =>
      when(some, supply(data, '2026-12-11')).thenRefused('participation.item-not-missing', { field });
    refused({ form: 'schedule' }, 'form');
    refused({ from: [{ name: 'Ramblers', basis: 'By order.' }, TRUST] }, 'from.1.constitutionAttached');
    refused({ from: [USERS] }, 'from.0.basis');
    refused({ from: [{ name: 'Ramblers', constitutionAttached: true }] }, 'from.0.constitutionAttached');
    when(
      some,
      supply(
        {
          from: [
            { name: 'Others', basis: 'x' },
            { name: 'None', basis: 'x' },
          ],
        },
        '2026-12-11',
      ),
    ).thenRefused('participation.requester-unknown', { field: 'from.0.name' });
    when(INCOMPLETE, supply({ from: [TRUST] })).thenAccepted(([event]) => expect(event?.data).toMatchObject({ from: [TRUST] }));
    when(INCOMPLETE, supply({ form: 'schedule' })).thenAccepted(([event]) => expect(event?.data).not.toHaveProperty('from'));
  });
});

describe('a slip in a participation request', () => {
  const correct = (data: object, date = '2026-12-20') => ask(CorrectParticipationRequest, TARGET, { reason: 'Misread', ...data }, on(date));
  const recorded = (...steps: readonly Step[]) =>
    steps
      .slice(1)
      .reduce(
        (story, one) => story.and(participationDecider, step(one)),
        given(participationHistory, []).when(participationDecider, step(steps[0]!)),
      );
  it('is put right at any stage, with the reason', () =>
    recorded(RECEIVED, VALID)
      .and(participationDecider, correct({ outcome: 'People walk.' }))
      .then({
        type: 'ParticipationRequestCorrected',
        v: 1,
        data: {
          requestId: TARGET,
          bodyId: BODY,
          title: WHOLE.title,
          on: '2026-12-20',
          changes: { outcome: 'People walk.' },
          reason: 'Misread',
        },
      }));
  it('changes something, and takes no item from a valid request', () => {
    recorded(RECEIVED)
      .and(participationDecider, correct({ title: WHOLE.title }))
      .thenRefused('participation.nothing-corrected');
    recorded(RECEIVED, VALID)
      .and(participationDecider, correct({ form: 'other' }))
      .thenRefused('participation.correction-incomplete');
  });
});
