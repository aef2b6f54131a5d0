import { type DataSource, type QueryRunner } from 'typeorm';
import { type Position } from '../kernel/event.js';
import { parameter } from './dialect.js';

/** The event a projection cannot get past, and why. */
export interface HaltedAt {
  readonly eventId: string;
  readonly position: Position;
  readonly type: string;
  readonly error: string;
}

export interface ProjectionState {
  readonly name: string;
  /** The version and shape of the rows in the live table; not the declared ones while a new version is being built. */
  readonly version: number;
  readonly shape: string;
  readonly generation: number;
  /** Position of the last event in the live table. */
  readonly checkpoint: Position | null;
  readonly status: 'running' | 'rebuilding' | 'halted';
  readonly halted: HaltedAt | null;
}

interface StoredState {
  name: string;
  version: number;
  shape: string;
  generation: number;
  checkpoint: string | null;
  status: ProjectionState['status'];
  halted_event_id: string | null;
  halted_position: string | null;
  halted_type: string | null;
  halted_error: string | null;
}

const COLUMNS = [
  'name',
  'version',
  'shape',
  'generation',
  'checkpoint',
  'status',
  'halted_event_id',
  'halted_position',
  'halted_type',
  'halted_error',
  'updated_at',
];

const SAVE = `INSERT INTO "projection_state" (${COLUMNS.map((name) => `"${name}"`).join(', ')}) VALUES (${COLUMNS.map((_, i) => parameter(i + 1)).join(', ')})
ON CONFLICT ("name") DO UPDATE SET ${COLUMNS.slice(1)
  .map((name) => `"${name}" = excluded."${name}"`)
  .join(', ')}`;

export async function readStates(run: QueryRunner | DataSource): Promise<Map<string, ProjectionState>> {
  const rows = (await run.query('SELECT * FROM "projection_state"')) as StoredState[];
  return new Map(
    rows.map(({ halted_event_id, halted_position, halted_type, halted_error, checkpoint, ...row }) => [
      row.name,
      {
        name: row.name,
        version: Number(row.version),
        shape: row.shape,
        generation: Number(row.generation),
        checkpoint: checkpoint as Position | null,
        status: row.status,
        halted:
          halted_event_id === null
            ? null
            : { eventId: halted_event_id, position: halted_position as Position, type: halted_type ?? '', error: halted_error ?? '' },
      },
    ]),
  );
}

export async function saveState(run: QueryRunner, state: ProjectionState, now: string): Promise<void> {
  const { halted } = state;
  await run.query(SAVE, [
    state.name,
    state.version,
    state.shape,
    state.generation,
    state.checkpoint,
    state.status,
    halted?.eventId ?? null,
    halted?.position ?? null,
    halted?.type ?? null,
    halted?.error ?? null,
    now,
  ]);
}

/** Stores only whether a projection is halted, and where; its checkpoint stays as it is. */
export async function saveHalted(
  run: QueryRunner,
  { name, status, halted }: Pick<ProjectionState, 'name' | 'status' | 'halted'>,
  now: string,
): Promise<void> {
  const columns = ['status', 'halted_event_id', 'halted_position', 'halted_type', 'halted_error', 'updated_at'];
  const changes = columns.map((column, i) => `"${column}" = ${parameter(i + 1)}`).join(', ');
  await run.query(`UPDATE "projection_state" SET ${changes} WHERE "name" = ${parameter(columns.length + 1)}`, [
    status,
    halted?.eventId ?? null,
    halted?.position ?? null,
    halted?.type ?? null,
    halted?.error ?? null,
    now,
    name,
  ]);
}

export async function saveCheckpoint(run: QueryRunner, names: readonly string[], checkpoint: Position, now: string): Promise<void> {
  if (names.length === 0) return;
  const list = names.map((_, i) => parameter(i + 3)).join(', ');
  await run.query(
    `UPDATE "projection_state" SET "checkpoint" = ${parameter(1)}, "updated_at" = ${parameter(2)} WHERE "name" IN (${list})`,
    [checkpoint, now, ...names],
  );
}
