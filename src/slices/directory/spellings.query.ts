import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { InjectReadModel } from '../../projections/projections.module.js';
import { ReadModel } from '../../projections/read-model.js';
import { canonicalId } from './canonical.js';
import { type SpelledKind } from './directory.events.js';
import { spelling, type SpellingApartRow, spellingApart, type SpellingRow } from './views/spelling/spelling.projection.js';

/** The spellings that are one person or organisation. */
export interface Spellings {
  /** The id that stands for all of them. */
  readonly canonical: string;
  /** All of them, the canonical one first. */
  readonly ids: readonly string[];
  /** The declarations that join them, each with its reason; how each is written, where that was said. */
  readonly links: readonly Pick<SpellingRow, 'id' | 'sameAs' | 'name' | 'sameAsName' | 'reason'>[];
}

/** Every spelling joined with this one. An id nobody declared anything of stands alone, for itself. */
export class SpellingsOf extends Query<Spellings> {
  constructor(
    readonly kind: SpelledKind,
    readonly id: string,
  ) {
    super();
  }
}

/** More spellings of one person than any record has; a reader follows no further. */
const MOST_SPELLINGS = 1_000;

@QueryHandler(SpellingsOf)
export class SpellingsOfHandler implements IQueryHandler<SpellingsOf> {
  constructor(@InjectReadModel(spelling) private readonly spellings: ReadModel<SpellingRow>) {}

  async execute({ kind, id }: SpellingsOf): Promise<Spellings> {
    const links = new Map<string, SpellingRow>();
    const seen = new Set([id]);
    let open = [id];
    while (open.length > 0 && seen.size < MOST_SPELLINGS) {
      const outward = await this.spellings.findMany({ where: { ref: { in: open.map((one) => `${kind}/${one}`) } } });
      const inward = await this.spellings.findMany({ where: { kind, sameAs: { in: open } }, limit: MOST_SPELLINGS });
      for (const link of [...outward, ...inward]) links.set(link.id, link);
      open = [...new Set([...outward.map(({ sameAs }) => sameAs), ...inward.map((link) => link.id)])].filter((one) => !seen.has(one));
      for (const one of open) seen.add(one);
    }
    const canonical = canonicalId(id, (one) => links.get(one)?.sameAs);
    return {
      canonical,
      ids: [canonical, ...[...seen].filter((one) => one !== canonical).sort()],
      links: [...links.values()]
        .map(({ id: one, sameAs, name, sameAsName, reason }) => ({ id: one, sameAs, name, sameAsName, reason }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
  }
}

/** The spellings each of these ids is declared distinct from, in the direction in which that was declared. */
export class SpellingsApart extends Query<readonly { readonly id: string; readonly from: string }[]> {
  constructor(
    readonly kind: SpelledKind,
    readonly ids: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(SpellingsApart)
export class SpellingsApartHandler implements IQueryHandler<SpellingsApart> {
  constructor(@InjectReadModel(spellingApart) private readonly apart: ReadModel<SpellingApartRow>) {}

  async execute({ kind, ids }: SpellingsApart): Promise<readonly { readonly id: string; readonly from: string }[]> {
    const rows = await this.apart.findMany({ where: { kind, id: { in: [...ids] } } });
    return rows.map(({ id, other }) => ({ id, from: other }));
  }
}
