import { type DomainEvent, type Recorded } from './event.js';
import { type Column, type Projection } from './projection.js';
import { type FactOf, type UpdateOf, updateOf } from './update.js';

/** What a register keeps of a record, beside the columns for finding it. */
export interface KeptRecord<S, E extends DomainEvent> {
  /** The record as it stands now, as its slice folds it. */
  readonly record: S;
  /** All updates of the record, in the order recorded: the record as on an earlier day is folded from these. */
  readonly updates: readonly UpdateOf<E>[];
}

export type RecordRow<S, E extends DomainEvent, Sought extends object> = Sought & KeptRecord<S, E>;

interface RecordRegister<S, E extends DomainEvent, Sought extends object> extends Pick<
  Projection<RecordRow<S, E, Sought>, E>,
  'name' | 'version' | 'primaryKey' | 'indexes'
> {
  /** Has every event type of such a record as a key. */
  readonly events: Readonly<Record<E['type'], unknown>>;
  readonly evolve: (record: S | null, fact: FactOf<E>) => S | null;
  readonly key: (event: Recorded<E>) => string;
  /** The columns that rows are filtered, sorted and joined by; all else is read from the record itself. */
  readonly columns: { readonly [K in keyof Sought]-?: Column };
  readonly sought: (kept: KeptRecord<S, E>, before: Sought | undefined, event: Recorded<E>) => Sought;
}

/**
 * A projection of one row for each record: the record folded by its slice's own `evolve`, its updates, and the columns for finding it. A
 * field added to the record is in its row from the next event on: raise `version`, so that rows made earlier have it too.
 */
export function recordRegister<S, E extends DomainEvent, Sought extends object>(
  declared: RecordRegister<S, E, Sought>,
): Projection<RecordRow<S, E, Sought>, E> {
  const { name, version, primaryKey, indexes, events, evolve, key, columns, sought } = declared;
  const changed = (row: RecordRow<S, E, Sought> | undefined, event: Recorded<E>): RecordRow<S, E, Sought> => {
    const update = updateOf<E>(event);
    const record = evolve(row?.record ?? null, update);
    if (record === null) throw new Error(`${event.type} of a record of ${name} that was never begun: ${key(event)}`);
    const kept = { record, updates: [...(row?.updates ?? []), update] };
    return { ...sought(kept, row, event), ...kept };
  };
  const kept = { record: { type: 'json' }, updates: { type: 'json' } } as const;
  return {
    name,
    version,
    primaryKey,
    indexes,
    key,
    columns: { ...columns, ...kept } as unknown as Projection<RecordRow<S, E, Sought>, E>['columns'],
    on: Object.fromEntries(Object.keys(events).map((type) => [type, changed])) as unknown as Projection<RecordRow<S, E, Sought>, E>['on'],
  };
}
