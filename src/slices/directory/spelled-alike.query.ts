import { type IQueryHandler, Query, type QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type NameAsked, nameKey } from '../../kernel/names.js';
import { InjectReadModel } from '../../projections/projections.module.js';
import { ReadModel } from '../../projections/read-model.js';
import { canonicalId } from './canonical.js';
import { type SpelledKind } from './directory.events.js';
import { spelling, type SpellingRow } from './views/spelling/spelling.projection.js';

/**
 * Names that are declared one, by the key of each: the keys of all of them, the one that is kept first. A name of which nothing is declared
 * is not there.
 */
export type Spelled = ReadonlyMap<string, readonly string[]>;

/** Every name of people, or of organisations, that is declared one with another. */
export class SpelledAlike extends Query<Spelled> {
  constructor(readonly kind: SpelledKind) {
    super();
  }
}

/** The keys of all names that are one with this name, itself among them. */
export const keysOf = (name: string, spelled: Spelled): readonly string[] => spelled.get(nameKey(name)) ?? [nameKey(name)];

/** What a filter asks for by names, with all that are one with each of them. */
export async function spelledIn<F extends { readonly officer?: NameAsked | undefined; readonly organisation?: NameAsked | undefined }>(
  queries: QueryBus,
  filter: F,
): Promise<F> {
  const { officer, organisation } = filter;
  const asked = async (kind: SpelledKind, name: NameAsked | undefined): Promise<NameAsked | undefined> => {
    if (typeof name !== 'string') return name;
    const keys = keysOf(name, await queries.execute(new SpelledAlike(kind)));
    return keys.length > 1 ? keys : name;
  };
  return {
    ...filter,
    ...(officer === undefined ? {} : { officer: await asked('person', officer) }),
    ...(organisation === undefined ? {} : { organisation: await asked('organisation', organisation) }),
  };
}

/** The name's key where the declaration says how it is written; else what its id reads as. */
const keyOf = (id: string, name: string | null): string => nameKey(name ?? id.replaceAll('-', ' '));

export function spelledBy(links: readonly Pick<SpellingRow, 'id' | 'sameAs' | 'name' | 'sameAsName'>[]): Spelled {
  const sameAs = new Map(links.map((link) => [link.id, link.sameAs]));
  const groups = new Map<string, Set<string>>();
  const put = (id: string, name: string | null): void => {
    const canonical = canonicalId(id, (one) => sameAs.get(one));
    const group = groups.get(canonical) ?? new Set();
    groups.set(canonical, id === canonical ? new Set([keyOf(id, name), ...group]) : group.add(keyOf(id, name)));
  };
  for (const { id, name, sameAs: other, sameAsName } of links) {
    put(id, name);
    put(other, sameAsName);
  }
  return new Map([...groups.values()].flatMap((group) => [...group].map((key) => [key, [...group]] as const)));
}

@QueryHandler(SpelledAlike)
export class SpelledAlikeHandler implements IQueryHandler<SpelledAlike> {
  constructor(@InjectReadModel(spelling) private readonly spellings: ReadModel<SpellingRow>) {}

  async execute({ kind }: SpelledAlike): Promise<Spelled> {
    return spelledBy(await this.spellings.findMany({ where: { kind } }));
  }
}
