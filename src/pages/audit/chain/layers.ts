import { type Chain } from '../../../across/audit/audit.queries.js';

/**
 * In which column each record of a chain stands: 0 for the record itself, before it what led to it, after it what came of it; each as far as
 * the longest way there, so that arrows lead from left to right. What goes round in a circle is taken where it is first met.
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
  // A set goes on to what is added to it meanwhile.
  for (const node of reached) for (const edge of edges) if (ends(edge, side)[0] === node) reached.add(ends(edge, side)[1]);
  return reached;
}

/** The most steps from the record to each of those; a way that meets itself is not gone round. */
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
