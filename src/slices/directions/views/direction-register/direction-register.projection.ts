import { type Recorded } from '../../../../kernel/event.js';
import { projection } from '../../../../kernel/projection.js';
import { type DirectionEvent } from '../../direction.events.js';
import {
  type Direction,
  type DirectionFact,
  type DirectionState,
  type DirectionUpdate,
  evolveDirection,
  stateOf,
} from '../../direction.state.js';
import { referenceKey } from '../../references.js';

/** One row per direction, as it stands now; `updates` has what an earlier day needs. Dates are calendar dates where the body sits. */
export interface DirectionRegisterRow {
  /** `<bodyId>/<direction>` */
  readonly directionId: string;
  readonly bodyId: string;
  readonly direction: string;
  readonly reference: string | null;
  /** The reference in small letters, for finding it. */
  readonly referenceKey: string | null;
  readonly title: string;
  readonly state: DirectionState;
  readonly approvedOn: string | null;
  readonly firstIssuedOn: string | null;
  readonly endedOn: string | null;
  readonly exempt: boolean;
  readonly now: Direction;
  readonly updates: readonly DirectionUpdate[];
}

export const directionIdOf = ({ bodyId, direction }: { readonly bodyId: string; readonly direction: string }): string =>
  `${bodyId}/${direction}`;

export const rowOf = (now: Direction, updates: readonly DirectionUpdate[]): DirectionRegisterRow => ({
  directionId: directionIdOf(now),
  bodyId: now.bodyId,
  direction: now.direction,
  reference: now.approval?.reference ?? null,
  referenceKey: now.approval ? referenceKey(now.approval.reference) : null,
  title: now.terms.title,
  state: stateOf(now),
  approvedOn: now.approval?.on ?? null,
  firstIssuedOn: now.issues[0]?.on ?? null,
  endedOn: now.end?.on ?? null,
  exempt: now.exempt,
  now,
  updates,
});

const changed = (row: DirectionRegisterRow | undefined, event: Recorded<DirectionEvent>): DirectionRegisterRow => {
  const { happenedAt, recordedAt, by } = event;
  const fact = { type: event.type, data: event.data } as DirectionFact;
  const update: DirectionUpdate = { ...fact, happenedAt, recordedAt, by: { name: by.name, role: by.role } };
  const now = evolveDirection(row?.now ?? null, fact);
  if (!now) throw new Error(`${event.type} of a direction that was never drafted: ${directionIdOf(event.data)}`);
  return rowOf(now, [...(row?.updates ?? []), update]);
};

export const directionRegister = projection<DirectionRegisterRow, DirectionEvent>({
  name: 'direction_register',
  version: 1,
  columns: {
    directionId: { type: 'text' },
    bodyId: { type: 'text' },
    direction: { type: 'text' },
    reference: { type: 'text', nullable: true },
    referenceKey: { type: 'text', nullable: true },
    title: { type: 'text' },
    state: { type: 'text' },
    approvedOn: { type: 'date', nullable: true },
    firstIssuedOn: { type: 'date', nullable: true },
    endedOn: { type: 'date', nullable: true },
    exempt: { type: 'boolean' },
    now: { type: 'json' },
    updates: { type: 'json' },
  },
  primaryKey: 'directionId',
  indexes: [{ columns: ['bodyId', 'approvedOn'] }, { columns: ['referenceKey'], where: 'reference_key IS NOT NULL' }],
  key: ({ data }) => directionIdOf(data),
  on: {
    DirectionDrafted: changed,
    DirectionDraftAmended: changed,
    DirectionDraftWithdrawn: changed,
    DirectionApproved: changed,
    DirectionIssued: changed,
    DirectionAcknowledged: changed,
    DirectionReported: changed,
    DirectionCompleted: changed,
    DirectionReplaced: changed,
    DirectionRevoked: changed,
    DirectionReviewed: changed,
    DirectionCorrected: changed,
  },
});

/** One row for each recipient a direction was issued to: what a recipient looks up. */
export interface DirectionRecipientRow {
  /** `<directionId>#<recipient>` */
  readonly key: string;
  readonly recipient: string;
  readonly directionId: string;
  readonly issuedOn: string;
}

export const directionRecipients = projection<DirectionRecipientRow, DirectionEvent>({
  name: 'direction_recipient',
  version: 1,
  columns: { key: { type: 'text' }, recipient: { type: 'text' }, directionId: { type: 'text' }, issuedOn: { type: 'date' } },
  primaryKey: 'key',
  indexes: [{ columns: ['recipient', 'issuedOn'] }],
  key: ({ type, data }) => (type === 'DirectionIssued' ? data.to.map(({ recipient }) => `${directionIdOf(data)}#${recipient}`) : []),
  on: {
    DirectionIssued: (_row, { data }, key) => {
      const directionId = directionIdOf(data);
      return { key, recipient: key.slice(directionId.length + 1), directionId, issuedOn: data.on };
    },
  },
});
