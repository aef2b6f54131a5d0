import { type DomainEvent, type RecordedEvent } from '../../../../kernel/event.js';
import { projection, type Reducer } from '../../../../kernel/projection.js';
import { narrate } from '../../narrate.js';
import { placeOf } from './placing.js';
import { SEARCHED_TYPES } from './searched-types.js';
import { standsIn, typedWords } from './typed-words.js';

/**
 * One row for each event that says something, and not one for each record: an auditor asks when words were written down and by whom, and
 * words that were put right or struck since must be found as they stood.
 */
export interface SearchRow {
  readonly eventId: string;
  readonly type: string;
  /** The name of the record, or of its entry, that the event is about. */
  readonly ref: string;
  readonly kind: string;
  /** `null` if the record belongs to no body. */
  readonly bodyId: string | null;
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly byId: string;
  readonly byName: string;
  readonly byRole: string;
  /** The record's id in its body, if that id has words worth finding. */
  readonly named: string | null;
  /** The event as a sentence. */
  readonly what: string;
  /** Texts that somebody typed and that the sentence does not contain, one a line. */
  readonly words: string | null;
}

export const WORDS_APART = '\n';

const said: Reducer<SearchRow, DomainEvent> = (_row, event) => {
  const { ref, kind, bodyId, named } = placeOf(event);
  const what = narrate(event);
  const words = typedWords(event)
    .filter((text) => !standsIn(text, what))
    .join(WORDS_APART);
  const { id: eventId, type, happenedAt, recordedAt, by } = event;
  return {
    eventId,
    type,
    ref,
    kind,
    bodyId,
    happenedAt,
    recordedAt,
    byId: by.principalId,
    byName: by.name,
    byRole: by.role,
    named,
    what,
    words: words === '' ? null : words,
  };
};

/** Raise `version` when a row's meaning changes: the engine rebuilds beside the old table. */
export const search = projection<SearchRow, DomainEvent>({
  name: 'search',
  version: 2,
  columns: {
    eventId: { type: 'text' },
    type: { type: 'text' },
    ref: { type: 'text' },
    kind: { type: 'text' },
    bodyId: { type: 'text', nullable: true },
    happenedAt: { type: 'instant' },
    recordedAt: { type: 'instant' },
    byId: { type: 'text' },
    byName: { type: 'text' },
    byRole: { type: 'text' },
    named: { type: 'text', nullable: true },
    what: { type: 'text' },
    words: { type: 'text', nullable: true },
  },
  primaryKey: 'eventId',
  indexes: [],
  // The body's id is indexed too, so that a search in one body need not go through the words of all bodies.
  fullText: ['what', 'words', 'named', 'bodyId'],
  key: (event) => event.id,
  on: Object.fromEntries(SEARCHED_TYPES.map((type) => [type, said])),
});

/** Somebody who has recorded something in a body, for a list to choose from. */
export interface SearchRecorderRow {
  /** `body recorder`; a hyphen in place of the body for records of no body. */
  readonly key: string;
  readonly bodyId: string | null;
  readonly byId: string;
  readonly byName: string;
}

const recorderKey = (event: RecordedEvent): string => `${placeOf(event).bodyId ?? '-'} ${event.by.principalId}`;

export const searchRecorder = projection<SearchRecorderRow, DomainEvent>({
  name: 'search_recorder',
  version: 1,
  columns: { key: { type: 'text' }, bodyId: { type: 'text', nullable: true }, byId: { type: 'text' }, byName: { type: 'text' } },
  primaryKey: 'key',
  indexes: [{ columns: ['bodyId'] }],
  key: recorderKey,
  on: Object.fromEntries(
    SEARCHED_TYPES.map((type) => [
      type,
      (row: SearchRecorderRow | undefined, event: RecordedEvent, key: string) =>
        row?.byName === event.by.name ? row : { key, bodyId: placeOf(event).bodyId, byId: event.by.principalId, byName: event.by.name },
    ]),
  ),
});
