import { type DomainEvent, type RecordedEvent } from '../../../../kernel/event.js';
import { projection, type Reducer } from '../../../../kernel/projection.js';
import { type Link } from '../../../../kernel/links.js';
import { SLICES } from '../../../../slices/slices.js';

/** A link between records in different streams: from the earlier record to the one that came of it. */
export interface RecordLink extends Link {
  readonly linkId: string;
  readonly happenedAt: string;
  readonly recordedAt: string;
}

type LinksOf = (event: RecordedEvent) => readonly Link[];

/** The links of all slices by event type; each type belongs to one slice. */
const TABLE: Readonly<Record<string, LinksOf>> = Object.assign({}, ...SLICES.map(({ links }) => links)) as Record<string, LinksOf>;

const linksOf = (event: RecordedEvent): readonly Link[] => TABLE[event.type]?.(event) ?? [];
const keyOf = (event: RecordedEvent, index: number): string => (index === 0 ? event.id : `${event.id} ${index}`);

const linked: Reducer<RecordLink, DomainEvent> = (_row, event, key) => {
  const { happenedAt, recordedAt } = event;
  const link = linksOf(event).find((_link, index) => keyOf(event, index) === key);
  return link && { linkId: key, ...link, happenedAt, recordedAt };
};

/** Raise `version` when a row's meaning changes: the engine rebuilds beside the old table. */
export const recordLinks = projection<RecordLink, DomainEvent>({
  name: 'record_link',
  version: 3,
  columns: {
    linkId: { type: 'text' },
    from: { type: 'text' },
    to: { type: 'text' },
    how: { type: 'text' },
    happenedAt: { type: 'instant' },
    recordedAt: { type: 'instant' },
  },
  primaryKey: 'linkId',
  indexes: [{ columns: ['from'] }, { columns: ['to'] }],
  key: (event) => linksOf(event).map((_link, index) => keyOf(event, index)),
  on: Object.fromEntries(Object.keys(TABLE).map((type) => [type, linked])),
});
