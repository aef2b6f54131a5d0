import { labelOf, type Shown, type ShownRow, shown } from '../../../across/audit/audit.words.js';

/** A state of a record in parts: short fields are shown, long ones are links, so that a long meeting's page stays small. */
export type StateView =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'whole';
      readonly rows: readonly ShownRow[];
      readonly long: readonly { readonly label: string; readonly size: string; readonly href: string }[];
      readonly empty: readonly string[];
    }
  | {
      readonly kind: 'part';
      readonly label: string;
      readonly value: Shown;
      readonly from: number;
      readonly to: number;
      readonly of: number;
      readonly earlier: string | null;
      readonly later: string | null;
    };

/** The most characters of a state, and of one of its fields, on a page; counted as JSON, before it is put in words. */
const MOST = 30_000;
const MOST_OF_A_FIELD = 2_500;
const ROWS = 500;
const ITEMS = 30;

export interface StateAsked {
  readonly zone: string;
  /** The one field asked for, if the address names one. */
  readonly part?: string | undefined;
  /** The first item to show of that field's list, from 0. */
  readonly from?: number;
  /** The address of a part, from an item on; of the whole state if no part is named. */
  readonly address: (part?: string, from?: number) => string;
}

export function stateView(state: unknown, asked: StateAsked): StateView {
  if (typeof state !== 'object' || state === null) return { kind: 'none' };
  const { part } = asked;
  return part !== undefined && Object.hasOwn(state, part) ? partOf(state, part, asked) : wholeOf(state, asked);
}

function wholeOf(state: object, { zone, address }: StateAsked): StateView {
  const size = (value: unknown): number => (JSON.stringify(value) ?? '').length;
  const folds = size(state) > MOST;
  const long = Object.entries(state).filter(([, value]) => folds && size(value) > MOST_OF_A_FIELD);
  const short = Object.fromEntries(Object.entries(state).filter(([name]) => !long.some(([other]) => other === name)));
  const view = shown(short, '', { zone, rows: ROWS });
  return {
    kind: 'whole',
    rows: view.kind === 'fields' ? view.rows : [{ label: 'State', field: '', value: view }],
    empty: view.kind === 'fields' ? view.empty : [],
    long: long.map(([name, value]) => ({
      label: labelOf(name),
      size: Array.isArray(value) ? String(value.length) : 'shown apart',
      href: address(name),
    })),
  };
}

function partOf(state: object, part: string, { zone, from: asked = 0, address }: StateAsked): StateView {
  const value = (state as Readonly<Record<string, unknown>>)[part];
  const label = labelOf(part);
  if (!Array.isArray(value))
    return { kind: 'part', label, value: shown(value, part, { zone, rows: ROWS }), from: 1, to: 1, of: 1, earlier: null, later: null };
  const from = Math.max(0, Math.min(asked, value.length - 1));
  const some = value.slice(from, from + ITEMS);
  return {
    kind: 'part',
    label,
    value: shown(some, part, { zone, rows: ROWS }),
    from: Math.min(from + 1, value.length),
    to: from + some.length,
    of: value.length,
    earlier: from > 0 ? address(part, Math.max(0, from - ITEMS)) : null,
    later: from + ITEMS < value.length ? address(part, from + ITEMS) : null,
  };
}
