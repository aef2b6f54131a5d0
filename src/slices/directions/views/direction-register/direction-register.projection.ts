import { projection } from '../../../../kernel/projection.js';
import { recordRegister, type RecordRow } from '../../../../kernel/record-register.js';
import { type DirectionEvent, directionEventVersions } from '../../direction.events.js';
import { type Direction, evolveDirection } from '../../direction.state.js';
import { referenceKey } from '../../references.js';

/** One row per direction, as it stands now, with what it is sought by. Dates are calendar dates where the body sits. */
export interface DirectionSought {
  /** `<bodyId>/<direction>` */
  readonly directionId: string;
  readonly bodyId: string;
  /** The reference in small letters, for finding it. */
  readonly referenceKey: string | null;
  readonly approvedOn: string | null;
  readonly exempt: boolean;
}

export type DirectionRegisterRow = RecordRow<Direction, DirectionEvent, DirectionSought>;

export const directionIdOf = ({ bodyId, direction }: { readonly bodyId: string; readonly direction: string }): string =>
  `${bodyId}/${direction}`;

export const directionRegister = recordRegister<Direction, DirectionEvent, DirectionSought>({
  name: 'direction_register',
  version: 3,
  events: directionEventVersions,
  evolve: evolveDirection,
  sought: ({ record }) => ({
    directionId: directionIdOf(record),
    bodyId: record.bodyId,
    referenceKey: record.approval ? referenceKey(record.approval.reference) : null,
    approvedOn: record.approval?.on ?? null,
    exempt: record.exempt,
  }),
  columns: {
    directionId: { type: 'text' },
    bodyId: { type: 'text' },
    referenceKey: { type: 'text', nullable: true },
    approvedOn: { type: 'date', nullable: true },
    exempt: { type: 'boolean' },
  },
  primaryKey: 'directionId',
  indexes: [{ columns: ['bodyId', 'approvedOn'] }, { columns: ['referenceKey'], where: 'reference_key IS NOT NULL' }],
  key: ({ data }) => directionIdOf(data),
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
