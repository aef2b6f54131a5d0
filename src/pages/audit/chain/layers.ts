import { type Chain } from '../../../across/audit/audit.queries.js';

/**
 * The column of each record of a chain: 0 for the record itself, below 0 for what led to it, above 0 for what came of it. A record stands
 * as far away as the longest way to it, so that arrows lead from left to right. A record in a circle of links counts where it is first met.
 */
export function layersOf({ ref, edges }: Pick<Chain, 'ref' | 'edges'>): ReadonlyMap<string, number> {
  const layers = new Map<string, number>([[ref, 0]]);
  for (const side of ['forward', 'back'] as const) {
    const reached = reachedFrom(ref, edges, side);
    for (const [node, steps] of stepsTo(ref, edges, reached, side))
      if (!layers.has(node)) layers.set(node, side === 'forward' ? steps : -steps);
  }
  return layers;
}

type Edges = Chain['edges'];
type Side = 'forward' | 'back';

const ends = ({ from, to }: Edges[number], side: Side): readonly [string, string] => (side === 'forward' ? [from, to] : [to, from]);

function reachedFrom(ref: string, edges: Edges, side: Side): ReadonlySet<string> {
  const reached = new Set([ref]);
  // Iterating over a set includes members that are added meanwhile.
  for (const node of reached) for (const edge of edges) if (ends(edge, side)[0] === node) reached.add(ends(edge, side)[1]);
  return reached;
}

/** The most steps from the record to each of the reached ones; no way passes the same record twice. */
function stepsTo(ref: string, edges: Edges, reached: ReadonlySet<string>, side: Side): ReadonlyMap<string, number> {
  const steps = new Map<string, number>([[ref, 0]]);
  const under = new Set<string>();
  const before = (node: string): readonly string[] =>
    edges.flatMap((edge) => {
      const [near, far] = ends(edge, side);
      return far === node && reached.has(near) ? [near] : [];
    });
  const count = (node: string): number => {
    const known = steps.get(node);
    if (known !== undefined) return known;
    under.add(node);
    const most = Math.max(
      0,
      ...before(node)
        .filter((near) => !under.has(near))
        .map(count),
    );
    under.delete(node);
    steps.set(node, most + 1);
    return most + 1;
  };
  for (const node of reached) count(node);
  return steps;
}
