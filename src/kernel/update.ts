import { type DomainEvent, type Recorded } from './event.js';

/** The part of an event from which a record is folded; the event's metadata plays no part. Distributes over a union. */
export type FactOf<E extends DomainEvent> = E extends DomainEvent ? Pick<E, 'type' | 'data'> : never;

/** When an update happened, when it was written down and by whom. */
export interface Recording {
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly by: { readonly name: string; readonly role: string };
}

/** An event as read models keep it. */
export type UpdateOf<E extends DomainEvent> = FactOf<E> & Recording;

export const updateOf = <E extends DomainEvent>({ type, data, happenedAt, recordedAt, by }: Recorded<E>): UpdateOf<E> =>
  ({ type, data, happenedAt, recordedAt, by: { name: by.name, role: by.role } }) as UpdateOf<E>;
