import { type Recorded } from '../../../../kernel/event.js';
import { projection } from '../../../../kernel/projection.js';
import { type RequestEvent } from '../../participation.events.js';
import { type RequestState, stateOf } from '../../participation.items.js';
import { isPublished } from '../../publishing.js';
import { clocksOf, type RunningClock } from '../../running-clocks.js';
import { evolveRequest, madeOn, type ParticipationRequest, type RequestFact, type RequestUpdate } from '../../participation.state.js';

/** One row per request, as it stands now; `updates` has what any earlier day needs. Personal details are in it as they were sealed. */
export interface ParticipationRegisterRow {
  readonly requestId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly state: RequestState;
  readonly receivedOn: string;
  readonly madeOn: string;
  readonly decidedOn: string | null;
  /** The last day for the decision, whether it was taken or not. */
  readonly decisionDueOn: string | null;
  /** Whether the decision notice was published: from then on the public may see the request. */
  readonly published: boolean;
  /** The clocks as they stand when nothing more happens; a reader works out for the day asked how late each is. */
  readonly clocks: readonly Omit<RunningClock, 'daysLate'>[];
  readonly lastChangedOn: string;
  readonly updates: readonly RequestUpdate[];
}

export const requestOfRow = ({ updates }: Pick<ParticipationRegisterRow, 'updates'>): ParticipationRequest | null =>
  updates.reduce<ParticipationRequest | null>(evolveRequest, null);

const changed = (row: ParticipationRegisterRow | undefined, event: Recorded<RequestEvent>): ParticipationRegisterRow => {
  const { happenedAt, recordedAt, by } = event;
  const fact = { type: event.type, data: event.data } as RequestFact;
  const updates = [...(row?.updates ?? []), { ...fact, happenedAt, recordedAt, by: { name: by.name, role: by.role } }];
  const request = requestOfRow({ updates });
  if (!request) throw new Error(`${event.type} of a participation request that was never received: ${event.data.requestId}`);
  const lastChangedOn = row && row.lastChangedOn > fact.data.on ? row.lastChangedOn : fact.data.on;
  return {
    requestId: request.requestId,
    bodyId: request.bodyId,
    title: request.title,
    state: stateOf(request),
    receivedOn: request.receivedOn,
    madeOn: madeOn(request),
    decidedOn: request.decided?.on ?? null,
    decisionDueOn: request.decisionDue?.latest ?? null,
    published: isPublished(request, 'decision-notice'),
    clocks: clocksOf(request, lastChangedOn).map(({ daysLate: _late, ...clock }) => clock),
    lastChangedOn,
    updates,
  };
};

export const participationRegister = projection<ParticipationRegisterRow, RequestEvent>({
  name: 'participation_register',
  version: 1,
  columns: {
    requestId: { type: 'text' },
    bodyId: { type: 'text' },
    title: { type: 'text' },
    state: { type: 'text' },
    receivedOn: { type: 'date' },
    madeOn: { type: 'date' },
    decidedOn: { type: 'date', nullable: true },
    decisionDueOn: { type: 'date', nullable: true },
    published: { type: 'boolean' },
    clocks: { type: 'json' },
    lastChangedOn: { type: 'date' },
    updates: { type: 'json' },
  },
  primaryKey: 'requestId',
  indexes: [
    { columns: ['bodyId', 'receivedOn'] },
    { columns: ['bodyId', 'receivedOn'], where: 'published = 1' },
    { columns: ['bodyId', 'madeOn'] },
  ],
  key: (event) => event.data.requestId,
  on: {
    ParticipationRequested: changed,
    RequestContactsNamed: changed,
    MissingItemsNotified: changed,
    MissingItemsSupplied: changed,
    ParticipationRequestValidated: changed,
    AdditionalAuthorityAsked: changed,
    AdditionalAuthorityReplied: changed,
    LongerPeriodAgreed: changed,
    ParticipationRequestDeclined: changed,
    ConsiderationRecorded: changed,
    ParticipationRequestRefused: changed,
    ParticipationRequestAgreed: changed,
    RepresentationsMade: changed,
    ProcessDetailsGiven: changed,
    ProcessEstablished: changed,
    ProcessModified: changed,
    ProcessCompleted: changed,
    ProcessReported: changed,
    ParticipationPublished: changed,
    ParticipationRequestWithdrawn: changed,
  },
});
