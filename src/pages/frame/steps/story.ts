/** What happened, as the page tells it. */
export interface Told {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface StoryEntry extends Told {
  readonly on: string;
  readonly by: string;
  /** The day it was written down, where that was another day. */
  readonly recordedOn: string | null;
}

interface Update {
  readonly data: { readonly on: string };
  readonly recordedAt: string;
  readonly by: { readonly name: string };
}

/** What there is to tell, of lines that may have nothing in them. */
export const told = (title: string, ...lines: readonly (string | undefined | false)[]): Told => ({
  title,
  lines: lines.filter((line): line is string => typeof line === 'string' && line !== ''),
});

/** The story of a record, the newest first. What has no words (`null`) is no step of it. `dateOf`: the day where the body sits. */
export const storyOf = <U extends Update>(
  updates: readonly U[],
  tell: (update: U) => Told | null,
  dateOf: (instant: string) => string,
): readonly StoryEntry[] =>
  updates
    .flatMap((update) => {
      const one = tell(update);
      const recordedOn = dateOf(update.recordedAt);
      const { on } = update.data;
      return one ? [{ ...one, on, by: update.by.name, recordedOn: recordedOn === on ? null : recordedOn }] : [];
    })
    .reverse();
