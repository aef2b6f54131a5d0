import { type Contradiction, contradictionsIn } from '../../contradictions.js';
import { type Outcome, type Recommendation, type RecommendationOutcome } from '../../report.events.js';
import { isUndecided, outcomeOf, type Report } from '../../report.state.js';
import { type ReportRegisterRow } from '../report-register/report-register.projection.js';

/** A report of the register, and whether it is published. */
export type ReadReport = ReportRegisterRow & { readonly published: boolean };

export interface RecommendationView extends Recommendation {
  readonly state: 'undecided' | Outcome;
  readonly decided: RecommendationOutcome | null;
  /** Earlier outcomes: a recommendation may be continued more than once. */
  readonly earlier: readonly RecommendationOutcome[];
}

export interface ReportView extends Omit<Report, 'kind' | 'outcomes' | 'recommendations' | 'exempt' | 'withdrawn'> {
  readonly recommendations: readonly RecommendationView[];
  readonly undecided: number;
  readonly contradictions: readonly Contradiction[];
  readonly exempt: string | null;
  readonly withdrawn: { readonly on: string; readonly reason: string } | null;
  readonly published: boolean;
}

/** `hidden`: decisions whose outcome this reader may not see yet. */
export function reportView({ report, published }: ReadReport, hidden: ReadonlySet<string>): ReportView {
  const { kind: _kind, outcomes: all, recommendations, exempt, withdrawn, ...rest } = report;
  const outcomes = all.filter(({ decision }) => !hidden.has(`${decision.meetingId}#${decision.decisionId}`));
  return {
    ...rest,
    recommendations: recommendations.map((one) => {
      const decided = outcomeOf({ outcomes }, one.letter) ?? null;
      const earlier = outcomes.filter((outcome) => outcome.letter === one.letter && outcome !== decided);
      return { ...one, state: decided?.outcome ?? 'undecided', decided, earlier };
    }),
    undecided: withdrawn ? 0 : recommendations.filter(({ letter }) => isUndecided({ outcomes }, letter)).length,
    contradictions: contradictionsIn(report),
    exempt: exempt?.paragraph ?? null,
    withdrawn: withdrawn ?? null,
    published,
  };
}
