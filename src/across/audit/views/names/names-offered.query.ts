import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { idOfName, shortId } from '../../../../kernel/ids.js';
import { type SpelledKind } from '../../../../slices/directory/directory.events.js';
import { SpelledAlike, SpellingsApart } from '../../../../slices/directory/directory.queries.js';
import { DueNamed, DueNames, type DueReader, type NameWritten } from '../../../due/due.queries.js';
import { alikeAmong } from './alike.js';

/** A name of an officer or an organisation, as it is written, and a few records it stands in. */
export interface NameOffered {
  /** The id under which it is declared the same as another, or another. */
  readonly id: string;
  readonly name: string;
  readonly records: readonly Pick<NameWritten, 'kind' | 'recordId'>[];
}

/** Two names that may be one, offered to whoever knows: nothing makes one of them by itself. */
export interface NamesOffered {
  readonly kind: SpelledKind;
  readonly one: NameOffered;
  readonly other: NameOffered;
  readonly why: string;
}

/**
 * The names of officers, or of organisations, that may be one and are declared neither the same nor distinct, of records the reader may see;
 * the first so many.
 */
export class NamesThatMayBeOne extends Query<{ readonly rows: readonly NamesOffered[]; readonly more: boolean }> {
  constructor(
    readonly kind: SpelledKind,
    readonly reader: DueReader,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(NamesThatMayBeOne)
export class NamesThatMayBeOneHandler implements IQueryHandler<NamesThatMayBeOne> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ kind, reader, limit }: NamesThatMayBeOne): Promise<{ rows: readonly NamesOffered[]; more: boolean }> {
    const of = kind === 'person' ? 'officer' : 'organisation';
    const [keys, spelled] = await Promise.all([this.queries.execute(new DueNames(of)), this.queries.execute(new SpelledAlike(kind))]);
    const rows: NamesOffered[] = [];
    for (const { one, other, why } of alikeAmong(keys, kind)) {
      if (spelled.get(one)?.includes(other)) continue;
      const named = [await this.named(of, one, reader), await this.named(of, other, reader)];
      const [first, second] = named;
      if (!first || !second) continue;
      // Names that differ in accents alone have one id, and are declared one under two.
      const offered = first.id === second.id ? { ...second, id: `${second.id}-${shortId('n', other).slice(2, 6)}` } : second;
      if (await this.apart(kind, first.id, offered.id)) continue;
      if (rows.length === limit) return { rows, more: true };
      rows.push({ kind, one: first, other: offered, why });
    }
    return { rows, more: false };
  }

  private async named(of: 'officer' | 'organisation', key: string, reader: DueReader): Promise<NameOffered | null> {
    const written = await this.queries.execute(new DueNamed(of, key, reader));
    const [first] = written;
    if (!first) return null;
    return { id: idOfName(key), name: first.name, records: written.map(({ kind, recordId }) => ({ kind, recordId })) };
  }

  private async apart(kind: SpelledKind, one: string, other: string): Promise<boolean> {
    const declared = await this.queries.execute(new SpellingsApart(kind, [one, other]));
    return declared.some(({ id, from }) => (id === one && from === other) || (id === other && from === one));
  }
}
