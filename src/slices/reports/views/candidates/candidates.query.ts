import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { ActionsRaisedBy } from '../../../actions/actions.queries.js';
import { type DecisionState, exemptIn } from '../../../meetings/meetings.words.js';
import { MeetingAsItStands } from '../../../meetings/meetings.queries.js';
import { type ReportPromiseRow, reportPromises } from '../promises/report-promise.projection.js';
import { asksForReport, type CandidateRow, reportCandidates } from './candidate.projection.js';

/** A decision, or a part of one, that asks for a report, and nothing was recorded of it: neither a promise nor an action. */
export interface PromiseCandidate {
  readonly meetingId: string;
  readonly decisionId: string;
  readonly meetingDate: string;
  readonly paragraph: string;
  readonly part: string | null;
  readonly words: string;
  readonly exempt: boolean;
}

export class PromiseCandidates extends Query<readonly PromiseCandidate[]> {
  constructor(
    readonly bodyId: string,
    readonly exempt: boolean,
  ) {
    super();
  }
}

const NOTHING = { agenda: [], sections: [], decisions: [], agreed: [], hearings: [], motions: [], divisions: [] };

@QueryHandler(PromiseCandidates)
export class PromiseCandidatesHandler implements IQueryHandler<PromiseCandidates> {
  constructor(
    private readonly queries: QueryBus,
    @InjectReadModel(reportCandidates) private readonly candidates: ReadModel<CandidateRow>,
    @InjectReadModel(reportPromises) private readonly promises: ReadModel<ReportPromiseRow>,
  ) {}

  async execute({ bodyId, exempt }: PromiseCandidates): Promise<readonly PromiseCandidate[]> {
    const rows = await this.candidates.findMany({ where: { bodyId }, orderBy: { ref: 'asc' } });
    const answered = await this.answered(bodyId);
    const found: PromiseCandidate[] = [];
    for (const meetingId of new Set(rows.map((row) => row.meetingId))) {
      const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
      const wanted = new Set(rows.filter((row) => row.meetingId === meetingId).map(({ decisionId }) => decisionId));
      const secret = exemptIn(meeting ?? NOTHING);
      for (const decision of meeting?.decisions ?? []) {
        const isSecret = secret.has(decision.decisionId);
        if (wanted.has(decision.decisionId) && (exempt || !isSecret)) found.push(...mentions({ ...decision, exempt: isSecret }));
      }
    }
    return found.filter(({ meetingId, decisionId, part }) => {
      const whole = `${meetingId}#${decisionId}`;
      return !answered.has(whole) && (part === null || !answered.has(`${whole}(${part})`));
    });
  }

  private async answered(bodyId: string): Promise<ReadonlySet<string>> {
    const promises = await this.promises.findMany({ where: { bodyId } });
    const actions = await this.queries.execute(new ActionsRaisedBy(bodyId));
    return new Set(
      [...promises.map(({ promise }) => promise), ...actions].flatMap(({ source }) =>
        source.kind === 'decision'
          ? [`${source.decision.meetingId}#${source.decision.decisionId}${source.part === undefined ? '' : `(${source.part})`}`]
          : [],
      ),
    );
  }
}

function mentions({ meetingId, decisionId, meetingDate, paragraph, words, parts, exempt }: DecisionState): PromiseCandidate[] {
  const at = { meetingId, decisionId, meetingDate, paragraph, exempt };
  const inParts = parts.filter(({ text }) => asksForReport(text)).map(({ letter, text }) => ({ ...at, part: letter, words: text }));
  return asksForReport(words) ? [{ ...at, part: null, words }, ...inParts] : inParts;
}
