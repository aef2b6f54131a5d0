import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Page } from '../../../../projections/read-model.js';
import { ActionsRaisedBy, type RaisedAction } from '../../../actions/actions.queries.js';
import { LinksFrom } from '../../links.port.js';
import { ReportRows, type ReportsAsked } from '../report-register/report-register.query.js';
import { type RecommendationView, reportView } from '../report/report-view.js';
import { bodyIdOf } from '../../../../kernel/record-id.js';

export interface ListedRecommendation extends RecommendationView {
  readonly reportId: string;
  readonly title: string;
  readonly date: string;
  /** True where an action, a direction, a promise or an item of a plan came of the decision. */
  readonly followed: boolean;
  /** Refs of the records that came of the decision; exempt actions are left out for a reader without the right to them. */
  readonly ledTo: readonly string[];
}

export type RecommendationsWanted = 'undecided' | 'without-consequence' | 'all';

/**
 * Recommendations of a body's reports, a page of reports at a time: all of them, those no meeting has decided,
 * or those approved of which neither an action nor anything else came.
 */
export class ListRecommendations extends Query<Page<ListedRecommendation>> {
  constructor(
    readonly asked: Omit<ReportsAsked, 'undecided' | 'contradicting' | 'decided'>,
    readonly wanted: RecommendationsWanted,
  ) {
    super();
  }
}

/** Links to later decisions on a decision itself, which are not consequences of it. */
const LATER_DECISION = /^(ratified|not ratified|rescinded|superseded)$/;

@QueryHandler(ListRecommendations)
export class ListRecommendationsHandler implements IQueryHandler<ListRecommendations> {
  constructor(
    private readonly queries: QueryBus,
    private readonly rows: ReportRows,
  ) {}

  async execute({ asked, wanted }: ListRecommendations): Promise<Page<ListedRecommendation>> {
    const { rows, next } = await this.rows.page({
      ...asked,
      undecided: wanted === 'undecided',
      decided: wanted === 'without-consequence',
    });
    const hidden = await this.rows.hidden(rows, asked);
    const reports = rows.filter(({ withdrawn }) => wanted === 'all' || !withdrawn).map((row) => reportView(row, hidden));
    const consequences = await this.consequences(
      reports.flatMap(({ recommendations }) => recommendations),
      asked.exempt,
    );
    const listed = reports.flatMap(({ reportId, title, date, submittedOn, recommendations }) =>
      recommendations.map((one) => ({ ...one, reportId, title, date: date ?? submittedOn, ...consequences(one) })),
    );
    return { rows: listed.filter((one) => isWanted(one, wanted)), next };
  }

  /** An action raised from another part of the decision does not count for this recommendation; a link without a part counts for all. */
  private async consequences(recommendations: readonly RecommendationView[], exempt: boolean): Promise<(one: RecommendationView) => Came> {
    const decisions = [...new Set(recommendations.flatMap(({ decided }) => (decided ? [refOf(decided.decision)] : [])))];
    const links = (await this.queries.execute(new LinksFrom(decisions))).filter(({ how }) => !LATER_DECISION.test(how));
    const actions = new Map<string, RaisedAction>();
    for (const bodyId of new Set(decisions.map((ref) => bodyIdOf(ref))))
      for (const action of await this.queries.execute(new ActionsRaisedBy(bodyId))) actions.set(action.actionId, action);
    const otherPart = (to: string, part: string | undefined): boolean => {
      const source = actions.get(to)?.source;
      return part !== undefined && source?.kind === 'decision' && source.part !== undefined && source.part !== part;
    };
    return ({ decided }) => {
      if (!decided) return { followed: false, ledTo: [] };
      const theirs = links.filter(({ from, to }) => from === refOf(decided.decision) && !otherPart(to, decided.part));
      const came = [...new Set(theirs.map(({ to }) => to))];
      return { followed: came.length > 0, ledTo: came.filter((to) => exempt || !actions.get(to)?.exempt) };
    };
  }
}

type Came = Pick<ListedRecommendation, 'followed' | 'ledTo'>;

const refOf = ({ meetingId, decisionId }: { readonly meetingId: string; readonly decisionId: string }): string =>
  `${meetingId}#${decisionId}`;

const isWanted = ({ state, followed }: ListedRecommendation, wanted: RecommendationsWanted): boolean => {
  switch (wanted) {
    case 'all':
      return true;
    case 'undecided':
      return state === 'undecided' || state === 'continued';
    case 'without-consequence':
      return (state === 'approved' || state === 'amended') && !followed;
  }
};
