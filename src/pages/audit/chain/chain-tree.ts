import { dateInZone } from '../../../kernel/dates.js';
import { type Chain } from '../../../across/audit/audit.queries.js';

type Node = Chain['nodes'][number];

/** One step of a chain with what lies beyond it. */
export interface Branch {
  readonly node: Node;
  /** How the step came about, and on what day if that was recorded. */
  readonly how: string;
  readonly on: string | null;
  /** True if the record already stands further up in the tree; its own steps are told there. */
  readonly above: boolean;
  readonly beyond: readonly Branch[];
}

/** The records that led to a record, or that came of it, as nested lists; each record is told once. */
export function branchesOf({ ref, nodes, edges }: Chain, side: 'back' | 'forward', zone: string): readonly Branch[] {
  const byRef = new Map(nodes.map((node) => [node.ref, node]));
  const told = new Set([ref]);
  const from = (at: string): readonly Branch[] => {
    const steps = edges.filter((edge) => (side === 'back' ? edge.to : edge.from) === at);
    return steps.flatMap(({ from: earlier, to: later, how, when }): readonly Branch[] => {
      const node = byRef.get(side === 'back' ? earlier : later);
      if (!node) return [];
      const above = told.has(node.ref);
      told.add(node.ref);
      return [{ node, how, on: when === null ? null : dateInZone(when, zone), above, beyond: above ? [] : from(node.ref) }];
    });
  };
  return from(ref);
}
