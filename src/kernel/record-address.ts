import { type DueKind } from './due.js';
import { bodyIdOf, keyOf } from './record-id.js';

/** The segment of an address, of pages and of the interface alike, under which the records of a kind lie in their body. */
export const SEGMENTS: Readonly<Record<Exclude<DueKind, 'body' | 'decision'> | 'remit', string>> = {
  action: 'actions',
  direction: 'directions',
  'participation-request': 'participation-requests',
  report: 'reports',
  plan: 'plans',
  duty: 'duties',
  requisition: 'requisitions',
  remit: 'remits',
  meeting: 'meetings',
};

/** `/bodies/sb-ijb/directions/2023-eildon`: where the page of a record of a body is. */
export const addressOfRecord = (kind: keyof typeof SEGMENTS, recordId: string): string =>
  `/bodies/${bodyIdOf(recordId)}/${SEGMENTS[kind]}/${keyOf(recordId)}`;
