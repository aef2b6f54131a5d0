import { type DomainEvent } from '../../../kernel/event.js';
import { dateInZone } from '../../../kernel/dates.js';
import { type NameOf, tell, type Told } from '../../../kernel/sentences.js';
import { type FactOf } from '../../../kernel/update.js';

/** One entry of a record's story. */
export interface StoryEntry {
  readonly title: string;
  readonly lines: readonly string[];
  readonly atMeeting?: string | undefined;
  readonly on: string;
  readonly by: string;
  /** The day it was written down; `null` if that is the day it happened. */
  readonly recordedOn: string | null;
}

/** An event read for a story; its type is one that the slice tells. */
interface Update {
  readonly type: string;
  readonly data: object;
  readonly recordedAt: string;
  readonly by: { readonly name: string };
}

/** The story of a record, the newest first, as its slice tells it, with the days of the zone in which the body sits. */
export const storyOf = <E extends DomainEvent<string, number, { readonly on: string }>>(
  updates: readonly Update[],
  told: Told<E>,
  timeZone: string,
  nameOf?: NameOf,
): readonly StoryEntry[] =>
  updates
    .flatMap((update): readonly StoryEntry[] => {
      const { title, lines = [], atMeeting } = tell(told, update as unknown as FactOf<E>, nameOf);
      if (title === null) return [];
      const { on } = update.data as { readonly on: string };
      const recordedOn = dateInZone(update.recordedAt, timeZone);
      return [
        {
          title,
          lines: lines.filter((line): line is string => typeof line === 'string' && line !== ''),
          atMeeting,
          on,
          by: update.by.name,
          recordedOn: recordedOn === on ? null : recordedOn,
        },
      ];
    })
    .reverse();
