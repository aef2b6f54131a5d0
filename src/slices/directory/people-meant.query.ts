import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { canonicalId } from './canonical.js';
import { type SpelledKind } from './directory.events.js';
import { spellingHistories } from './spelling.state.js';

/** The id that stands for each of these, by the streams themselves: a link counts from the moment it is recorded. */
export class CanonicalIds extends Query<ReadonlyMap<string, string>> {
  constructor(
    readonly kind: SpelledKind,
    readonly ids: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(CanonicalIds)
export class CanonicalIdsHandler implements IQueryHandler<CanonicalIds> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ kind, ids }: CanonicalIds): Promise<ReadonlyMap<string, string>> {
    return canonicalIds(this.runner, kind, ids);
  }
}

/**
 * A payload with every person in it by the id by which a record knows them: `known` are the ids in that record, the first of them first.
 * Somebody known there by another of their ids is meant; everybody else stays as they are.
 */
export class PeopleMeant extends Query<object> {
  constructor(
    readonly data: object,
    readonly known: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(PeopleMeant)
export class PeopleMeantHandler implements IQueryHandler<PeopleMeant> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ data, known }: PeopleMeant): Promise<object> {
    const there = new Set(known);
    const strange = [...new Set(peopleSaid(data))].filter((id) => !there.has(id));
    if (strange.length === 0 || there.size === 0) return data;
    const canonical = await canonicalIds(this.runner, 'person', [...strange, ...there]);
    const meant = new Map<string, string>();
    for (const id of strange) {
      const one = known.find((other) => canonical.get(other) === canonical.get(id));
      if (one !== undefined) meant.set(id, one);
    }
    return meant.size === 0 ? data : (withPeople(data, meant) as object);
  }
}

async function canonicalIds(runner: CommandRunner, kind: SpelledKind, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string | null>();
  for (let open = [...new Set(ids)]; open.length > 0;) {
    const found = await Promise.all(open.map((id) => runner.load(spellingHistories[kind], id)));
    open.forEach((id, index) => links.set(id, found[index]!.state.sameAs));
    open = [...new Set(open.flatMap((id) => links.get(id) ?? []))].filter((id) => !links.has(id));
  }
  return new Map(ids.map((id) => [id, canonicalId(id, (one) => links.get(one))]));
}

/** The fields of payloads that hold the id of a person. */
const PERSON_FIELDS: ReadonlySet<string> = new Set(['personId', 'movedBy', 'secondedBy', 'pairedWith', 'signedBy', 'answeredBy']);

/** The fields that hold the ids of several. */
const PEOPLE_FIELDS: ReadonlySet<string> = new Set(['people', 'there', 'present', 'remote', 'apologies', 'nominees', 'on', 'elected']);

const areIds = (name: string, value: unknown): value is readonly string[] =>
  PEOPLE_FIELDS.has(name) && Array.isArray(value) && value.every((one) => typeof one === 'string');

const isId = (name: string, value: unknown): value is string => PERSON_FIELDS.has(name) && typeof value === 'string';

const peopleSaid = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
        isId(name, one) ? [one] : areIds(name, one) ? one : peopleSaid(one),
      );

const withPeople = (value: unknown, meant: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map((one) => withPeople(one, meant));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, unknown]) => [
      name,
      isId(name, one) ? (meant.get(one) ?? one) : areIds(name, one) ? one.map((id) => meant.get(id) ?? id) : withPeople(one, meant),
    ]),
  );
};
