import { type Recorded } from '../../../../kernel/event.js';
import { projection, type Reducer } from '../../../../kernel/projection.js';
import { type BodyLifeEvent, bodyLifeEventVersions, type DecisionCited } from '../../body-life.events.js';
import { type BodyEvent, type BodyKind } from '../../body.events.js';
import { restsOn } from '../../life-in-private.js';
import { type BodyOverTime, evolveOverTime, nothingYet } from '../../over-time.js';

export interface BodyRegisterRow {
  readonly bodyId: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly timeZone: string;
  /** Whether the body is established, on whatever day; else it is only proposed. */
  readonly established: boolean;
  /** First day, where the record says. */
  readonly establishedOn: string | null;
  /** The body's parent from each day on; sorted by day. */
  readonly placements: readonly { readonly parentId: string; readonly from: string; readonly delegated: readonly string[] }[];
  /** The body's life, localities, budgets and remits. */
  readonly overTime: BodyOverTime;
  /** The decisions that steps of its life rest on. */
  readonly rests: readonly DecisionCited[];
}

/** An event of a body's life changes the columns `overTime` and `rests` and no other. */
const lived = (row: BodyRegisterRow | undefined, event: Recorded<BodyLifeEvent>): BodyRegisterRow | undefined =>
  row && { ...row, overTime: evolveOverTime(row.overTime, event), rests: restsOn(row.rests, event) };
const ofLife = Object.fromEntries(Object.keys(bodyLifeEventVersions).map((type) => [type, lived])) as unknown as {
  readonly [T in BodyLifeEvent['type']]: Reducer<BodyRegisterRow, Extract<BodyLifeEvent, { type: T }>>;
};

/** One row per body, proposed or established. */
export const bodyRegister = projection<BodyRegisterRow, BodyEvent>({
  name: 'body_register',
  version: 4,
  columns: {
    bodyId: { type: 'text' },
    name: { type: 'text' },
    kind: { type: 'text' },
    timeZone: { type: 'text' },
    established: { type: 'boolean' },
    establishedOn: { type: 'date', nullable: true },
    placements: { type: 'json' },
    overTime: { type: 'json' },
    rests: { type: 'json' },
  },
  primaryKey: 'bodyId',
  indexes: [{ columns: ['kind'] }, { columns: ['name'] }],
  key: (event) => event.data.bodyId,
  on: {
    ...ofLife,
    BodyProposed: (_row, event) => {
      const { bodyId, name, kind, timeZone } = event.data;
      const overTime = evolveOverTime(nothingYet, event);
      const rests = restsOn([], event);
      return { bodyId, name, kind, timeZone, established: false, establishedOn: null, placements: [], overTime, rests };
    },
    BodyEstablished: (row, { data: { bodyId, name, kind, timeZone, on } }) => ({
      bodyId,
      name,
      kind,
      timeZone,
      established: true,
      establishedOn: on ?? null,
      placements: row?.placements ?? [],
      overTime: row?.overTime ?? nothingYet,
      rests: row?.rests ?? [],
    }),
    BodyPlacedUnder: (row, { data: { parentId, from, delegated } }) =>
      row && { ...row, placements: [...row.placements, { parentId, from, delegated }].sort((a, b) => (a.from < b.from ? -1 : 1)) },
  },
});
