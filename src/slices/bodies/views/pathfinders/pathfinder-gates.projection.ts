import { projection } from '../../../../kernel/projection.js';
import { type BodyEvent } from '../../body.events.js';

export interface PathfinderGateRow {
  readonly bodyId: string;
  /** The pathfinders the body waits for. */
  readonly pathfinders: readonly string[];
}

/** One row per body that waits for a pathfinder. The outcome of the pathfinder's review is read from the pathfinder's own record. */
export const pathfinderGates = projection<PathfinderGateRow, BodyEvent>({
  name: 'pathfinder_gates',
  version: 1,
  columns: { bodyId: { type: 'text' }, pathfinders: { type: 'json' } },
  primaryKey: 'bodyId',
  indexes: [],
  key: (event) => (event.type === 'PathfinderNamed' ? event.data.gated : []),
  on: {
    PathfinderNamed: (row, { data }, bodyId) => ({ bodyId, pathfinders: [...(row?.pathfinders ?? []), data.bodyId] }),
  },
});
