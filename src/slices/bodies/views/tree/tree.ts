import { inOrder } from '../../../../kernel/names.js';
import { longDate } from '../../../../kernel/dates.js';
import { type LifeOn, type LifeStatus } from '../../life.js';

/** A body with those that report to it. */
export interface TreeNode {
  readonly bodyId: string;
  readonly name: string;
  readonly kind: string;
  readonly state: LifeStatus;
  readonly since: string | null;
  /** Matters the body may decide by itself. */
  readonly delegated: readonly string[];
  readonly children: readonly TreeNode[];
}

export interface BodyTree {
  readonly asAt: string;
  readonly roots: readonly TreeNode[];
}

export interface TreeRow {
  readonly bodyId: string;
  readonly name: string;
  readonly kind: string;
  readonly placements: readonly { readonly parentId: string; readonly from: string; readonly delegated?: readonly string[] }[];
}

/**
 * The tree of the bodies there were on a day, proposed ones included. Each body stands in it once: a body whose parent is not there is a
 * root, and a circle of parents in the record is cut where it would close.
 */
export function treeOn(rows: readonly TreeRow[], lives: ReadonlyMap<string, LifeOn>, asAt: string, root?: string): BodyTree | null {
  const there = new Map(rows.filter(({ bodyId }) => (lives.get(bodyId)?.state ?? 'not-yet') !== 'not-yet').map((row) => [row.bodyId, row]));
  if (root !== undefined && !there.has(root)) return null;
  const placed = (row: TreeRow) => row.placements.findLast(({ from }) => from <= asAt);
  const under = new Map<string, TreeRow[]>();
  const tops: TreeRow[] = [];
  for (const row of there.values()) {
    const parentId = placed(row)?.parentId;
    if (parentId === undefined || !there.has(parentId)) tops.push(row);
    else under.set(parentId, [...(under.get(parentId) ?? []), row]);
  }
  const drawn = new Set<string>();
  const node = (row: TreeRow): TreeNode => {
    drawn.add(row.bodyId);
    const { state, since } = lives.get(row.bodyId)!;
    const children = byName(under.get(row.bodyId) ?? []).flatMap((child) => (drawn.has(child.bodyId) ? [] : [node(child)]));
    return { bodyId: row.bodyId, name: row.name, kind: row.kind, state, since, delegated: placed(row)?.delegated ?? [], children };
  };
  const roots = byName(root === undefined ? tops : [there.get(root)!]).map(node);
  if (root === undefined) for (const row of byName([...there.values()])) if (!drawn.has(row.bodyId)) roots.push(node(row));
  return { asAt, roots };
}

const byName = (rows: readonly TreeRow[]): readonly TreeRow[] => [...rows].sort((a, b) => inOrder(a.name, b.name));

/** Drawn for a reader at a terminal. */
export function treeText({ asAt, roots }: BodyTree): string {
  const lines = [`Who reports to whom on ${longDate(asAt)}`, ''];
  const draw = ({ name, bodyId, state, since, children }: TreeNode, lead: string, mark: string, below: string): void => {
    const stands = state === 'active' ? '' : `, ${state}${since === null ? '' : ` since ${longDate(since)}`}`;
    lines.push(`${lead}${mark}${name} (${bodyId}${stands})`);
    children.forEach((child, index) => {
      const last = index === children.length - 1;
      draw(child, `${lead}${below}`, last ? '└─ ' : '├─ ', last ? '   ' : '│  ');
    });
  };
  for (const root of roots) draw(root, '', '', '');
  if (roots.length === 0) lines.push('No bodies are recorded.');
  return `${lines.join('\n')}\n`;
}
