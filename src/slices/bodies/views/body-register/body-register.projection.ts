import { projection } from '../../../../projections/projection.js';
import { type BodyEvent, type BodyKind } from '../../body.events.js';

export interface BodyRegisterRow {
  readonly bodyId: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly timeZone: string;
  /** First day, where the record says. */
  readonly establishedOn: string | null;
  /** What it reports to, from each day on; sorted by day. */
  readonly placements: readonly { readonly parentId: string; readonly from: string }[];
}

/** One row per body. */
export const bodyRegister = projection<BodyRegisterRow, BodyEvent>({
  name: 'body_register',
  version: 1,
  columns: {
    bodyId: { type: 'text' },
    name: { type: 'text' },
    kind: { type: 'text' },
    timeZone: { type: 'text' },
    establishedOn: { type: 'date', nullable: true },
    placements: { type: 'json' },
  },
  primaryKey: 'bodyId',
  indexes: [{ columns: ['kind'] }, { columns: ['name'] }],
  key: (event) => event.data.bodyId,
  on: {
    BodyEstablished: (_row, { data: { bodyId, name, kind, timeZone, on } }) => ({
      bodyId,
      name,
      kind,
      timeZone,
      establishedOn: on ?? null,
      placements: [],
    }),
    BodyPlacedUnder: (row, { data: { parentId, from } }) =>
      row && { ...row, placements: [...row.placements, { parentId, from }].sort((a, b) => (a.from < b.from ? -1 : 1)) },
  },
});

export const bodiesProjections = [bodyRegister] as const;
