import { type DueKind } from '../../../../kernel/due.js';
import { type DueShown } from './due-view.js';
import { addressOfRecord } from '../../../../kernel/record-address.js';
import { bodyIdOf, entryOf, keyOf, recordOf } from '../../../../kernel/record-id.js';

export const KIND_NAMES: Readonly<Record<DueKind, string>> = {
  action: 'Action',
  direction: 'Direction',
  'participation-request': 'Participation request',
  report: 'Report',
  plan: 'Plan',
  duty: 'Duty',
  requisition: 'Requisition',
  body: 'Body',
  meeting: 'Meeting',
  decision: 'Decision',
};

const ITEM = 'item-';

/** The page of the record that a deadline stands in; for an item of a plan, the item’s own page. */
export function addressOfDue({ kind, recordId, clock }: Pick<DueShown, 'kind' | 'recordId' | 'clock'>): string {
  if (kind === 'body') return `/bodies/${recordId}`;
  if (kind === 'decision') {
    const meetingId = recordOf(recordId);
    const query = new URLSearchParams({ meeting: meetingId }).toString();
    return `/bodies/${bodyIdOf(meetingId)}/decisions?${query}#${keyOf(meetingId)}.${entryOf(recordId)}`;
  }
  const record = addressOfRecord(kind, recordId);
  return kind === 'plan' && clock.startsWith(ITEM) ? `${record}/items/${clock.slice(ITEM.length)}` : record;
}

/** The record’s title; the body’s name if the title is only the body's id. */
export const titleOfDue = ({ title, bodyId }: Pick<DueShown, 'title' | 'bodyId'>, bodyName: string): string =>
  title === bodyId ? bodyName : title.replace(`${bodyId}/`, '');
