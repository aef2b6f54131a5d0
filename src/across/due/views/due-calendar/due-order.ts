import { orderKey } from '../../../../kernel/names.js';

interface Ordered {
  readonly title: string;
  readonly number: string | null;
  readonly what: string;
  readonly recordId: string;
  readonly clock: string;
}

/** Longest key; a cursor carries one. */
const LONGEST = 250;

/**
 * What deadlines of one day are sorted by, as on a sheet: by the number of their item, where the record has one, then by title and by what
 * is due. Item 10 comes after Item 2.
 */
export const orderOfDue = ({ title, number, what, recordId, clock }: Ordered): string =>
  orderKey([...(number === null ? [] : [number]), title, what, recordId, clock].join(' ')).slice(0, LONGEST);
