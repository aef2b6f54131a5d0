import { type Link, type LinkTable } from '../../kernel/links.js';
import { type Grounds } from './body-life.events.js';
import { type BodyEvent } from './body.events.js';

/** The link from the decision a step rests on, where that is in the record. */
const decided = ({ bodyId, decision }: Grounds & { readonly bodyId: string }, how: string): readonly Link[] =>
  decision ? [{ from: `${decision.meetingId}#${decision.decisionId}`, to: bodyId, how }] : [];

/** The links these events record: which decision or report led to which step of a body. A body is named by its id alone. */
export const bodyLinks: LinkTable<BodyEvent> = {
  BodyProposed: ({ data }) => [
    ...decided(data, 'body proposed'),
    ...(data.report === undefined ? [] : [{ from: `report:${data.report}`, to: data.bodyId, how: 'body proposed' }]),
  ],
  SabbaticalBegun: ({ data }) => decided(data, 'sabbatical begun'),
  SabbaticalEnded: ({ data }) => decided(data, 'sabbatical ended'),
  BodyRelaunched: ({ data }) => decided(data, 'body relaunched'),
  BodyDissolved: ({ data }) => decided(data, 'body dissolved'),
  ReadinessConditionsSet: ({ data }) => decided(data, 'conditions of readiness laid down'),
  PathfinderNamed: ({ data }) => [
    ...decided(data, 'pathfinder named'),
    ...data.gated.map((to) => ({ from: data.bodyId, to, how: 'waits for the pathfinder' })),
  ],
  PathfinderReviewed: ({ data }) => decided(data, 'pathfinder reviewed'),
  BudgetDelegated: ({ data }) => [
    ...decided(data, 'budget delegated'),
    ...(data.delegatedBy === undefined ? [] : [{ from: data.delegatedBy, to: data.bodyId, how: 'budget delegated' }]),
  ],
  BudgetChanged: ({ data }) => decided(data, 'budget changed'),
  BudgetPhaseBegun: ({ data }) => decided(data, 'phase of a budget begun'),
  RemitRecorded: ({ data }) => decided(data, 'remit recorded'),
  ConstitutionReviewPlanned: ({ data }) => decided(data, 'review of the constitution planned'),
  ConstitutionReviewed: ({ data }) => decided(data, 'constitution reviewed'),
  LocalityServed: ({ data: { bodyId, areaBodyId } }) => [{ from: areaBodyId, to: bodyId, how: 'serves a locality' }],
};
