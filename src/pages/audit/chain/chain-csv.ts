import { csv } from '../../../http/csv.js';
import { type Chain } from '../../../across/audit/audit.queries.js';
import { layersOf } from './layers.js';

const COLUMNS = ['STEPS', 'KIND', 'RECORD', 'TITLE', 'WORDS', 'DATE', 'STATE', 'CAME FROM', 'LED TO'];

/** The chain as CSV, one line for each record. `STEPS` counts from the record itself, below 0 for records that led to it. */
export function chainCsv(chain: Chain): string {
  const layers = layersOf(chain);
  const joined = (ref: string, here: 'from' | 'to', there: 'from' | 'to'): string =>
    chain.edges
      .filter((edge) => edge[here] === ref)
      .map((edge) => `${edge.how}${edge.when === null ? '' : ` on ${edge.when.slice(0, 10)}`}: ${edge[there]}`)
      .join('; ');
  return csv(
    [...chain.nodes]
      .sort((a, b) => (layers.get(a.ref) ?? 0) - (layers.get(b.ref) ?? 0))
      .map(({ ref, kind, title, words, date, state }) => [
        layers.get(ref) ?? 0,
        kind,
        ref,
        title,
        words ?? '',
        date ?? '',
        state ?? '',
        joined(ref, 'to', 'from'),
        joined(ref, 'from', 'to'),
      ]),
    COLUMNS,
  );
}
