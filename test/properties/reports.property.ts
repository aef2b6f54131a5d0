import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Recorded } from '../../src/kernel/event.js';
import { reportDues } from '../../src/slices/reports/report.due.js';
import { reportDecider } from '../../src/slices/reports/report.decider.js';
import { type ReportEvent } from '../../src/slices/reports/report.events.js';
import { type MeetingFacts, type ReportFacts } from '../../src/slices/reports/report.facts.js';
import { isUndecided, type Report, type ReportRecord, reportHistory } from '../../src/slices/reports/report.state.js';
import { reportsCommands } from '../../src/slices/reports/reports.commands.js';
import { reportPromises, type ReportPromiseRow } from '../../src/slices/reports/views/promises/report-promise.projection.js';
import { reportRegister, type ReportRegisterRow } from '../../src/slices/reports/views/report-register/report-register.projection.js';
import { ask, recorded } from '../support/decider-spec.js';

const decision = (day: number, struck: boolean): MeetingFacts => ({
  meetingId: `board/m${day}`,
  bodyId: 'board',
  date: `2023-05-${String(day).padStart(2, '0')}`,
  cancelled: false,
  agenda: [],
  decisions: [{ decisionId: 'd-1', paragraph: '1', parts: [], words: 'AGREED.', struck }],
});

interface Try {
  readonly type: string;
  readonly letter: string;
  readonly outcome: string;
  readonly day: number;
  readonly struck: boolean;
}
const tries = fc.array(
  fc.record<Try>({
    type: fc.constantFrom(
      'DecideRecommendation',
      'ReopenRecommendation',
      'WithdrawReport',
      'CorrectReport',
      'PutOnAgenda',
      'KeepReportPromise',
    ),
    letter: fc.constantFrom('a', 'b', 'z'),
    outcome: fc.constantFrom('approved', 'amended', 'rejected', 'continued', 'noted'),
    day: fc.integer({ min: 1, max: 28 }),
    struck: fc.boolean(),
  }),
  { maxLength: 25 },
);

const dataOf = ({ type, letter, outcome, day }: Try): object => {
  switch (type) {
    case 'DecideRecommendation':
      return { letter, outcome, words: 'so', decision: { meetingId: `board/m${day}`, decisionId: 'd-1' } };
    case 'ReopenRecommendation':
      return { letter, reason: 'x' };
    case 'CorrectReport':
      return { recommendations: [{ label: letter, words: 'Otherwise' }], reason: 'x' };
    case 'PutOnAgenda':
      return { meetingId: `board/m${day}` };
    case 'KeepReportPromise':
      return { promise: `board/p-${letter}` };
    default:
      return { reason: 'x' };
  }
};

/** Everything that is accepted on the way, with the state before each. */
function walk(attempts: readonly Try[]): { readonly before: ReportRecord | null; readonly event: Recorded<ReportEvent> }[] {
  let state: ReportRecord | null = null;
  const steps: { before: ReportRecord | null; event: Recorded<ReportEvent> }[] = [];
  const attempt = (type: string, data: object, meeting: MeetingFacts): void => {
    const command = reportsCommands.find(({ spec }) => spec.type === type)!;
    const promises = ['a', 'b'].map((one) => ({
      promiseId: `board/p-${one}`,
      bodyId: 'board',
      on: '2023-01-01',
      released: false,
      keptBy: ['board/r'],
    }));
    const facts: ReportFacts = {
      timeZone: 'Europe/London',
      meetings: [],
      meeting,
      escalatedTo: null,
      promisedIn: null,
      promises,
      behind: false,
    };
    const decided = reportDecider.decide(ask(command as never, 'board/r', data, { facts }) as never, state);
    if (!decided.accepted) return;
    for (const event of decided.events) {
      const stored = recorded(event, steps.length, 'report-board/r');
      steps.push({ before: state, event: stored });
      state = reportHistory.evolve(state, stored);
    }
  };
  const recommendations = [
    { label: 'a)', words: 'x' },
    { label: 'b)', words: 'y' },
  ];
  attempt('SubmitReport', { title: 'T', authors: [{ name: 'A' }], recommendations }, decision(1, false));
  for (const one of attempts) attempt(one.type, dataOf(one), decision(one.day, one.struck));
  return steps;
}

describe('every reachable path of a report', () => {
  it('refuses what the record refuses: deciding twice, deciding what is not recommended, by what was struck, or after withdrawal', () => {
    fc.assert(
      fc.property(tries, (attempts) => {
        for (const { before, event } of walk(attempts)) {
          const report = before as Report | null;
          if (report) expect(report.withdrawn).toBeUndefined();
          if (event.type === 'RecommendationDecided') {
            expect(isUndecided(report!, event.data.letter)).toBe(true);
            expect(report!.recommendations.map(({ letter }) => letter)).toContain(event.data.letter);
          }
          if (event.type === 'ReportWithdrawn')
            expect(report!.recommendations.every(({ letter }) => isUndecided(report!, letter))).toBe(true);
        }
      }),
    );
  });

  it('leaves the register as the fold of the record has it', () => {
    fc.assert(
      fc.property(tries, (attempts) => {
        const steps = walk(attempts);
        const folded = steps.reduce<ReportRecord | null>((state, { event }) => reportHistory.evolve(state, event), null) as Report;
        const row = steps.reduce<ReportRegisterRow | undefined>(
          (before, { event }) =>
            reportRegister.on[event.type as keyof typeof reportRegister.on]?.(before, event as never, 'board/r') ?? before,
          undefined,
        );
        expect(row?.report).toEqual(folded);
        expect(row?.undecided).toBe(
          folded.withdrawn ? 0 : folded.recommendations.filter(({ letter }) => isUndecided(folded, letter)).length,
        );
      }),
    );
  });

  it('ends a deadline with the promise that is kept, and brings it back with the report that is withdrawn', () => {
    fc.assert(
      fc.property(tries, (attempts) => {
        const live = new Map<string, boolean>();
        const rows = new Map<string, ReportPromiseRow>();
        for (const one of ['a', 'b']) {
          live.set(`board/p-${one}`, true);
          rows.set(`board/p-${one}`, {
            promiseId: `board/p-${one}`,
            keptBy: [],
            released: null,
            outstanding: true,
          } as unknown as ReportPromiseRow);
        }
        for (const { event } of walk(attempts)) {
          const due = reportDues[event.type] as ((one: never) => readonly { change: string; recordId: string }[]) | undefined;
          for (const { change, recordId } of due?.(event as never) ?? []) live.set(recordId, change === 'live-again');
          const reduce = reportPromises.on[event.type as keyof typeof reportPromises.on];
          if (!reduce) continue;
          for (const key of [reportPromises.key(event as never)].flat()) {
            const row = reduce(rows.get(key), event as never, key);
            if (row) rows.set(key, row);
          }
        }
        for (const [promiseId, isLive] of live)
          expect({ promiseId, isLive }).toEqual({ promiseId, isLive: rows.get(promiseId)?.outstanding });
      }),
    );
  });
});
