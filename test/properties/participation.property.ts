import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/kernel/dates.js';
import { type Recorded } from '../../src/kernel/event.js';
import { participationDecider } from '../../src/slices/participation/participation.decider.js';
import { participationDues } from '../../src/slices/participation/participation.due.js';
import { type RequestEvent } from '../../src/slices/participation/participation.events.js';
import { type ParticipationFacts } from '../../src/slices/participation/participation.facts.js';
import { CONSIDERATION_NAMES, statusOf, unconsidered } from '../../src/slices/participation/participation.items.js';
import { participationRequestCommands } from '../../src/slices/participation/participation.commands.js';
import {
  participationHistory,
  type ParticipationRequest,
  type RequestUpdate,
  requestOn,
  type RecordedRequestStatus,
} from '../../src/slices/participation/participation.state.js';
import { isPublished, publishable, toPublish } from '../../src/slices/participation/publishing.js';
import { clocksOf, daysLate } from '../../src/slices/participation/running-clocks.js';
import {
  participationRegister,
  type ParticipationRegisterRow,
} from '../../src/slices/participation/views/register/participation-register.projection.js';
import { publicView } from '../../src/slices/participation/views/register/request-view.js';
import { type DueChange } from '../../src/kernel/due.js';
import { ask, recorded } from '../support/decider-spec.js';

const BODY = 'council';
const TARGET = `${BODY}/request`;
const BEGINS = '2026-12-01';
const FACTS: ParticipationFacts = {
  body: { name: 'Council', timeZone: 'Europe/London' },
  contacts: { sealed: [], erased: [] },
  earlier: { requestId: `${BODY}/earlier`, bodyId: BODY, title: 'Earlier', madeOn: '2025-06-01' },
  meeting: null,
};
const PROCESS = { operation: 'A group meets.', bodyRole: 'Two seats.' };
const CONTENTS = { outcome: 'People walk.', reasons: 'They do.', experience: 'Years.', improvement: 'More of it.' };

/** What each command is tried with; `which` picks among what there is to pick. */
const DATA: Readonly<Record<string, (which: number, day: string) => object>> = {
  ReceiveParticipationRequest: (which) => ({
    title: 'A path',
    from: [{ name: 'Trust', kind: 'community-controlled', constitutionAttached: which % 2 === 0 }],
    form: 'schedule',
    service: 'Paths',
    ...(which % 3 === 0 ? {} : CONTENTS),
  }),
  SupplyMissingItems: (which) => (which % 2 === 0 ? CONTENTS : { from: [{ name: 'Trust', constitutionAttached: true }] }),
  NotifyMissingItems: (which) => (which % 4 === 0 ? { items: [{ item: 'reasons' }] } : {}),
  AskAdditionalAuthority: (which) => ({ authority: `authority-${which % 2}`, name: `Authority ${which % 2}` }),
  RecordAuthorityReply: (which) => ({ authority: `authority-${which % 2}`, participates: which % 3 > 0, reasons: 'So it is.' }),
  AgreeLongerPeriod: (which, day) => ({ until: addDays(day, which) }),
  DeclineAsRepeat: () => ({ earlier: `${BODY}/earlier`, matters: 'same', reasons: 'Nothing new.' }),
  RecordConsideration: (which) => ({ consideration: CONSIDERATION_NAMES[which % CONSIDERATION_NAMES.length], words: 'Considered.' }),
  RefuseRequest: () => ({ reasons: 'Reasonable grounds.' }),
  AgreeExistingProcess: () => ({ ...PROCESS, stage: 'Begun.' }),
  AgreeProposedProcess: () => PROCESS,
  RecordRepresentations: () => ({ words: 'In the evening.' }),
  GiveFinalDetails: (which) => ({ ...PROCESS, ...(which % 2 ? { regard: 'It will.' } : {}) }),
  EstablishProcess: () => ({ steps: 'It met.' }),
  ModifyProcess: (_which, day) => ({ changes: 'Less often.', consultedOn: day, consultation: 'It agreed.' }),
  ReportOnProcess: (_which, day) => ({
    outcomes: 'A path.',
    influence: 'Its route.',
    keepingInformed: 'Yearly.',
    viewsSoughtOn: day,
    viewsSought: 'By letter.',
    ledToChange: true,
  }),
  RecordPublication: (which) => ({
    what: ['decision-notice', 'final-process', 'modification-1', 'report'][which % 4],
    where: 'https://example.org',
  }),
};

const steps = fc.array(
  fc.record({
    type: fc.constantFrom(
      ...participationRequestCommands.map(({ spec }) => spec.type).filter((type) => type !== 'ReceiveParticipationRequest'),
    ),
    which: fc.nat(60),
    later: fc.integer({ min: -5, max: 40 }),
  }),
  { maxLength: 40 },
);
/** Long walks that get somewhere: the usual course, with something else tried in between. */
const USUAL = [
  'SupplyMissingItems',
  'SupplyMissingItems',
  'ValidateRequest',
  ...CONSIDERATION_NAMES.map(() => 'RecordConsideration'),
  'AgreeProposedProcess',
  'GiveFinalDetails',
  'EstablishProcess',
  'CompleteProcess',
  'ReportOnProcess',
];
const walk = fc
  .tuple(fc.nat(5), steps)
  .map(([first, others]) => [
    { type: 'ReceiveParticipationRequest', which: first, later: 0 },
    ...USUAL.flatMap((type, index) => [
      { type, which: type === 'RecordConsideration' ? index - 3 : index, later: type === 'GiveFinalDetails' ? 29 : 1 },
      ...others.slice(index * 2, index * 2 + 2),
    ]),
  ]);
type Walk = readonly { readonly type: string; readonly which: number; readonly later: number }[];

/** The events of whatever was accepted, in order; what is refused does not happen. */
function walked(tried: Walk): { readonly events: readonly Recorded<RequestEvent>[]; readonly states: readonly ParticipationRequest[] } {
  const events: Recorded<RequestEvent>[] = [];
  const states: ParticipationRequest[] = [];
  let state: ParticipationRequest | null = null;
  let day = BEGINS;
  for (const { type, which, later } of tried) {
    const command = participationRequestCommands.find(({ spec }) => spec.type === type)!;
    const on = addDays(day, later);
    const asked = ask(command as never, TARGET, (DATA[type]?.(which, on) ?? {}) as never, {
      facts: FACTS,
      happenedAt: `${on}T12:00:00.000Z`,
    });
    const decision = participationDecider.decide(asked as never, state);
    if (!decision.accepted) continue;
    day = on > day ? on : day;
    for (const event of decision.events) {
      const one = recorded(event, events.length) as Recorded<RequestEvent>;
      events.push(one);
      state = participationHistory.evolve(state, one);
      states.push(state!);
    }
  }
  return { events, states };
}
const updatesOf = (events: readonly Recorded<RequestEvent>[]): RequestUpdate[] =>
  events.map(
    ({ type, data, happenedAt, recordedAt, by }) =>
      ({ type, data, happenedAt, recordedAt, by: { name: by.name, role: by.role } }) as RequestUpdate,
  );

/** From each stage, the stages that can follow it. */
const FOLLOWS: Readonly<Record<RecordedRequestStatus, readonly RecordedRequestStatus[]>> = {
  received: ['under-consideration', 'declined', 'withdrawn'],
  'under-consideration': ['declined', 'refused', 'agreed-existing', 'agreed-proposed', 'withdrawn'],
  'agreed-existing': ['completed', 'withdrawn'],
  'agreed-proposed': ['details-given', 'withdrawn'],
  'details-given': ['established', 'withdrawn'],
  established: ['completed', 'withdrawn'],
  completed: ['reported'],
  declined: [],
  refused: [],
  reported: [],
  withdrawn: [],
};

describe('a participation request, whatever is tried on it', () => {
  it('goes only where the Act lets it go', () =>
    fc.assert(
      fc.property(walk, (tried) => {
        let before: RecordedRequestStatus = 'received';
        for (const state of walked(tried).states) {
          if (state.stage !== before) expect(FOLLOWS[before]).toContain(state.stage);
          before = state.stage;
          if (state.validationDate !== undefined) expect(state.validationDate).toBe(state.lastItemOn);
          if (state.decided) {
            expect(unconsidered({ ...state, considerations: state.considerations.filter(({ on }) => on <= state.decided!.on) })).toEqual(
              [],
            );
            expect(state.validationDate).toBeDefined();
          }
          if (state.details) expect(state.details.on > state.representationsDue!.latest!).toBe(true);
          if (state.details && state.representations.length) expect(state.details.regard).toBeDefined();
          if (state.declined) expect(state.decided).toBeUndefined();
          const there = publishable(state).map(({ what }) => what);
          for (const { what } of state.publications) expect(there).toContain(what);
          expect(publicView(state, '9999-12-31') !== null).toBe(isPublished(state, 'decision-notice'));
          expect(['received', 'incomplete'].includes(statusOf(state))).toBe(state.stage === 'received');
        }
      }),
    ));

  it('is the same from its rows as from its events', () =>
    fc.assert(
      fc.property(walk, (tried) => {
        const { events, states } = walked(tried);
        const reduce = participationRegister.on as Readonly<
          Record<string, (row: ParticipationRegisterRow | undefined, event: Recorded<RequestEvent>) => ParticipationRegisterRow>
        >;
        const row = events.reduce<ParticipationRegisterRow | undefined>((before, event) => reduce[event.type]!(before, event), undefined)!;
        const state = states.at(-1)!;
        expect(row.record).toEqual(state);
        expect(requestOn(row.updates, '9999-12-31')).toEqual(state);
        expect(row).toMatchObject({ published: isPublished(state, 'decision-notice') });
        expect(JSON.parse(JSON.stringify(row.updates))).toEqual(JSON.parse(JSON.stringify(updatesOf(events))));
      }),
    ));

  it('is never less late a day later, and nothing else comes of a day', () =>
    fc.assert(
      fc.property(walk, fc.nat(900), fc.nat(200), (tried, first, more) => {
        const { events, states } = walked(tried);
        const state = states.at(-1)!;
        const [day, later] = [addDays(BEGINS, first), addDays(BEGINS, first + more)];
        const [now, then] = [clocksOf(state, day), clocksOf(state, later)];
        expect(daysLate(then)).toBeGreaterThanOrEqual(daysLate(now));
        then.forEach((clock, index) => expect(clock.daysLate).toBeGreaterThanOrEqual(now[index]!.daysLate));
        const last = events.reduce((latest, { data }) => (data.on > latest ? data.on : latest), BEGINS);
        expect(requestOn(updatesOf(events), addDays(last, first))).toEqual(state);
      }),
    ));

  it('has in the calendar of what is due exactly the clocks that run, and what is to be published', () =>
    fc.assert(
      fc.property(walk, (tried) => {
        const { events, states } = walked(tried);
        const open = new Map<string, string | undefined>();
        const table = participationDues as unknown as Readonly<Record<string, ((event: object) => readonly DueChange[]) | undefined>>;
        for (const event of events)
          for (const one of table[event.type]?.(event) ?? []) {
            if (one.kind !== 'participation-request') continue;
            if (one.change === 'falls-due') open.set(one.clock, one.deadline.latest);
            else open.delete(one.clock);
          }
        // The body may make representations, and need not.
        open.delete('representations');
        const state = states.at(-1)!;
        const running = clocksOf(state, BEGINS).filter(({ standing, clock }) => standing === 'open' && clock !== 'representations');
        expect([...open].sort()).toEqual(
          [
            ...running.map(({ clock, deadline }) => [clock, deadline.latest]),
            ...toPublish(state, '9999-12-31').map(({ what }) => [`publish-${what}`, undefined]),
          ].sort(),
        );
      }),
    ));

  it('gets to its report by the usual course', () => {
    const { states } = walked([
      { type: 'ReceiveParticipationRequest', which: 0, later: 0 },
      ...USUAL.map((type, index) => ({
        type,
        which: type === 'RecordConsideration' ? index - 3 : index,
        later: type === 'GiveFinalDetails' ? 29 : 1,
      })),
    ]);
    expect(states.at(-1)?.stage).toBe('reported');
  });
});
