import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type InBodies } from '../../../../kernel/principal.js';
import { type Recorder } from '../../../../kernel/event.js';
import { decodeCursor, encodeCursor } from '../../../../projections/cursor.js';
import { type AskedPhrase, readAsked } from '../../../../projections/full-text/asked-words.js';
import { type WordsAsked } from '../../../../projections/full-text/words.port.js';
import { type Ordering } from '../../../../projections/keyset.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type Page, type ReadModel } from '../../../../projections/read-model.js';
import { type SearchKind } from './kinds.js';
import { search, type SearchRow } from './search.projection.js';
import { searchRecord, type SearchRecordRow } from './search-record.projection.js';
import { standsCorrected } from './stands-corrected.js';
import { recordOf } from '../../../../kernel/record-id.js';

export const SEARCH_SORTS = ['best', 'newest', 'oldest'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** A search. A field that is absent narrows nothing. */
export interface SearchAsked {
  /** Words, all of which must be found, and phrases in quotes. Without words, everything that fits the other fields is found. */
  readonly words?: string | undefined;
  /** The bodies whose history the reader may read. Records of no body are found only by a reader who may read all bodies (`*`). */
  readonly readIn: InBodies;
  readonly bodyId?: string | undefined;
  readonly kind?: SearchKind | undefined;
  /** The login of the recorder. */
  readonly by?: string | undefined;
  /** Instants, both included. */
  readonly happened?: Between | undefined;
  readonly recorded?: Between | undefined;
  /** If absent: the best match first if words are given, else the newest by when it happened. */
  readonly sort?: SearchSort | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Between {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface FoundEntry {
  readonly eventId: string;
  readonly type: string;
  readonly ref: string;
  readonly kind: SearchKind;
  readonly bodyId: string | null;
  /** The title of the entry's record; `null` if no event named it. */
  readonly title: string | null;
  readonly what: string;
  /** Texts that were typed and that the sentence does not contain, one a line. */
  readonly words: string | null;
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly by: Recorder;
  /** When these words were put right, and when they were struck from the minute, if either was done since they were written down. */
  readonly correctedAt: string | null;
  readonly struckAt: string | null;
}

export interface SearchFound extends Page<FoundEntry> {
  /** How many entries were found in all; {@link MOST_COUNTED} and one if there are more than that. */
  readonly count: number;
}

export const MOST_COUNTED = 10_000;

/** Searches everything recorded that the reader may read. */
export class SearchRecord extends Query<SearchFound> {
  constructor(readonly asked: SearchAsked) {
    super();
  }
}

/** How much a word weighs in the sentence, in what else was typed, in what the record is called, and in its body. */
const WEIGHTS = [2, 1, 0.1, 0];

/**
 * Cursors. For the best first: the newest row as of the first page, and how many rows were shown; for the other orders: the last row shown.
 */
const BEST: Ordering = ['upTo', 'shown'].map((property) => ({ property, type: 'integer', nullable: false, direction: 'ASC' }));
const byTime = (direction: 'ASC' | 'DESC'): Ordering => [
  { property: 'happenedAt', type: 'instant', nullable: false, direction },
  { property: 'rowNumber', type: 'integer', nullable: false, direction },
];

type Read = SearchRow & { readonly rowNumber: number };

@QueryHandler(SearchRecord)
export class SearchRecordHandler implements IQueryHandler<SearchRecord> {
  constructor(
    @InjectReadModel(search) private readonly rows: ReadModel<SearchRow>,
    @InjectReadModel(searchRecord) private readonly records: ReadModel<SearchRecordRow>,
  ) {}

  async execute({ asked }: SearchRecord): Promise<SearchFound> {
    const phrases = readAsked(asked.words ?? '');
    const nothing = phrases.length === 0 && (asked.words ?? '').trim() !== '';
    if (nothing || asked.readIn.length === 0) return { rows: [], next: null, count: 0 };
    const match = phrases.length === 0 ? null : this.rows.words.match(wordsAsked(asked, phrases));
    const sort = match === null && asked.sort === 'best' ? 'newest' : (asked.sort ?? (match === null ? 'newest' : 'best'));
    const { rows, next } = await (sort === 'best' ? this.best(asked, match) : this.byTime(asked, match, sort));
    return { rows: await this.shown(rows), next, count: await this.count(asked, match) };
  }

  /** A page in order of the score. Rows recorded after the first page was asked for stay out of the later pages. */
  private async best(asked: SearchAsked, match: string | null): Promise<Page<Read>> {
    const { limit, cursor } = asked;
    const at =
      cursor === undefined ? { upTo: await this.newest(), shown: 0 } : (decodeCursor(BEST, cursor) as { upTo: number; shown: number });
    const { from, where, values, score } = this.conditions(asked, match);
    const { row } = this.rows.words;
    const rows = await this.rows.sql<Read>(
      `SELECT r.*, r.${row} AS row_number FROM ${from} WHERE ${where} AND r.${row} <= :upTo
       ORDER BY ${score}, r.${row} DESC LIMIT :limit OFFSET :shown`,
      { ...values, limit: limit + 1, ...at },
    );
    return { rows: rows.slice(0, limit), next: rows.length > limit ? encodeCursor(BEST, { ...at, shown: at.shown + limit }) : null };
  }

  private async byTime(asked: SearchAsked, match: string | null, sort: 'newest' | 'oldest'): Promise<Page<Read>> {
    const { limit, cursor } = asked;
    const direction = sort === 'newest' ? 'DESC' : 'ASC';
    const order = byTime(direction);
    const { row } = this.rows.words;
    const after = cursor === undefined ? {} : decodeCursor(order, cursor);
    const beyond = cursor === undefined ? '' : `AND (r.happened_at, r.${row}) ${sort === 'newest' ? '<' : '>'} (:happenedAt, :rowNumber)`;
    const { from, where, values } = this.conditions(asked, match);
    const rows = await this.rows.sql<Read>(
      `SELECT r.*, r.${row} AS row_number FROM ${from} WHERE ${where} ${beyond}
       ORDER BY r.happened_at ${direction}, r.${row} ${direction} LIMIT :limit`,
      { ...values, ...after, limit: limit + 1 },
    );
    const shown = rows.slice(0, limit);
    return { rows: shown, next: rows.length > limit ? encodeCursor(order, { ...shown.at(-1)! }) : null };
  }

  private async newest(): Promise<number> {
    const [row] = await this.rows.sql<{ newest: number | null }>(`SELECT MAX(${this.rows.words.row}) AS newest FROM ${search.name}`);
    return row?.newest ?? 0;
  }

  private async count(asked: SearchAsked, match: string | null): Promise<number> {
    const { from, where, values } = this.conditions(asked, match);
    const [row] = await this.rows.sql<{ count: number }>(
      `SELECT COUNT(*) AS count FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${MOST_COUNTED + 1}) AS found`,
      values,
    );
    return row?.count ?? 0;
  }

  /** Rows with the titles and corrections of their records. */
  private async shown(rows: readonly Read[]): Promise<readonly FoundEntry[]> {
    const refs = [...new Set(rows.flatMap(({ ref }) => [ref, recordOf(ref)]))];
    const said = new Map((await this.records.findMany({ where: { ref: { in: refs } } })).map((one) => [one.ref, one]));
    return rows.map((row) => {
      const { eventId, type, ref, bodyId, what, words, happenedAt, recordedAt, byId, byName, byRole } = row;
      const kind = row.kind as SearchKind;
      const by = { principalId: byId, name: byName, role: byRole };
      const title = said.get(recordOf(ref))?.title ?? null;
      return { eventId, type, ref, kind, bodyId, title, what, words, happenedAt, recordedAt, by, ...standsCorrected(row, said.get(ref)) };
    });
  }
  private conditions({ readIn, bodyId, kind, by, happened = {}, recorded = {} }: SearchAsked, match: string | null) {
    const bounds = [
      ['r.body_id =', 'bodyId', bodyId],
      ['r.kind =', 'kind', kind],
      ['r.by_id =', 'by', by],
      ['r.happened_at >=', 'happenedFrom', happened.from],
      ['r.happened_at <=', 'happenedTo', happened.to],
      ['r.recorded_at >=', 'recordedFrom', recorded.from],
      ['r.recorded_at <=', 'recordedTo', recorded.to],
    ] as const;
    const asked = bounds.filter(([, , value]) => value !== undefined);
    const found = this.rows.words.found(search.name, 'r');
    return {
      from: match === null ? `${search.name} r` : found.from,
      where: [
        match === null ? '1 = 1' : found.where,
        ...(readIn === '*' ? [] : ['r.body_id IN (:...readIn)']),
        ...asked.map(([condition, name]) => `${condition} :${name}`),
      ].join(' AND '),
      values: { match, readIn, ...Object.fromEntries(asked.map(([, name, value]) => [name, value])) },
      score: found.score(WEIGHTS),
    };
  }
}

/** The most bodies that the index tells apart; a reader of more bodies leaves that to the rows alone. */
const MOST_BODIES = 50;

/** The words, in what was said; and the body, as far as the index tells bodies apart, which the rows themselves then do exactly. */
function wordsAsked({ readIn, bodyId }: SearchAsked, all: readonly AskedPhrase[]): readonly WordsAsked[] {
  const said = { all, columns: ['what', 'words', 'named'] };
  const bodies = bodyId === undefined ? readIn : [bodyId];
  return bodies === '*' || bodies.length > MOST_BODIES ? [said] : [said, { any: bodies, columns: ['body_id'] }];
}
