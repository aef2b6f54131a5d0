import { type Change, fieldOf, whereOf, type WordChange, type Shown, shown } from '../../../across/audit/audit.words.js';

/** One change: where, and the value before and after, side by side or word by word. */
export interface ChangeView {
  readonly kind: Change['kind'];
  /** The path to the change, from the outside in. */
  readonly where: string;
  readonly before?: Shown;
  readonly after?: Shown;
  readonly words?: readonly WordChange[];
  readonly move?: { readonly from: number; readonly to: number };
}

export interface ChangeGroup {
  readonly heading: string;
  readonly changes: readonly ChangeView[];
}

/** The most rows shown of one value. */
const ROWS = 60;

/** The changes in groups, one for each part of the record. */
export function changeGroups(changes: readonly Change[], zone: string): readonly ChangeGroup[] {
  const groups = new Map<string, ChangeView[]>();
  for (const change of changes) {
    const [heading = 'The record', ...where] = whereOf(change.path);
    const told = { ...changeView(change, zone), where: where.join(', ') };
    groups.set(heading, [...(groups.get(heading) ?? []), told]);
  }
  return [...groups].map(([heading, told]) => ({ heading, changes: told }));
}

function changeView(change: Change, zone: string): Omit<ChangeView, 'where'> {
  const view = (one: unknown): Shown => shown(one, fieldOf(change.path), { zone, rows: ROWS });
  switch (change.kind) {
    case 'added':
      return { kind: 'added', after: view(change.after) };
    case 'removed':
      return { kind: 'removed', before: view(change.before) };
    case 'moved':
      return { kind: 'moved', move: { from: change.from, to: change.to } };
    case 'changed':
      return { kind: 'changed', before: view(change.before), after: view(change.after), ...(change.words && { words: change.words }) };
  }
}
