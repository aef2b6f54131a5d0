import { Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { type Moments, updatesBy } from '../../../../kernel/moments.js';
import { type Refusal } from '../../../../kernel/refusal.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type Query as RegisterQuery, ReadModel } from '../../../../projections/read-model.js';
import { byTheEndOf, type FactsAt, factsAt } from '../../../bodies/bodies.queries.js';
import { ExemptPlaces } from '../../../bodies/meetings.port.js';
import { meetingsOf, toldWithout } from '../../../meetings/meetings.words.js';
import { refuseDirection } from '../../direction.refusals.js';
import { type Direction, directionDated, directionsHistory, endsOf, evolveDirection, isLive } from '../../direction.state.js';
import { referenceKey } from '../../references.js';
import {
  directionIdOf,
  directionRecipients,
  type DirectionRecipientRow,
  directionRegister,
  type DirectionRegisterRow,
} from './direction-register.projection.js';
import { directionAsAt, type DirectionStory, type DirectionView, textsOf, viewOf } from './direction-view.js';

/** The bodies in which somebody may read directions not issued, and those decided in private. Issued directions are public. */
export interface Reader {
  readonly draftsIn: '*' | readonly string[];
  readonly exemptIn: '*' | readonly string[];
}

const isIn = (bodies: '*' | readonly string[], bodyId: string): boolean => bodies === '*' || bodies.includes(bodyId);
const mayReadDrafts = ({ draftsIn }: Reader, { bodyId }: DirectionRegisterRow): boolean => isIn(draftsIn, bodyId);

/** The direction as it stood on a day; `null` where it had not been drafted, or this reader may not see it as it stood then. */
export function readOn(row: DirectionRegisterRow, date: string, reader: Reader, moments: Moments = {}): Direction | null {
  if (row.exempt && !isIn(reader.exemptIn, row.bodyId)) return null;
  const direction = directionAsAt(row, date, moments);
  return direction && (direction.issues.length > 0 || mayReadDrafts(reader, row)) ? { ...direction, exempt: row.exempt } : null;
}

/** The reads that the views of directions share. */
@Injectable()
export class DirectionRows {
  constructor(
    @InjectReadModel(directionRegister) private readonly register: ReadModel<DirectionRegisterRow>,
    @InjectReadModel(directionRecipients) readonly recipients: ReadModel<DirectionRecipientRow>,
    private readonly queries: QueryBus,
  ) {}

  /** A body's directions as they stood on a day, those that may be read, in the order of approval; drafts first. */
  async of(bodyId: string, date: string, reader: Reader, moments: Moments = {}): Promise<readonly Direction[]> {
    const rows = await this.found({ where: { bodyId }, orderBy: { approvedOn: 'asc' } }, reader);
    return this.read(rows, date, reader, moments);
  }

  /** The directions of rows as they stood on a day, those that may be read, their deadlines dated as known then. */
  async read(rows: readonly DirectionRegisterRow[], date: string, reader: Reader, moments: Moments = {}): Promise<readonly Direction[]> {
    const found = rows.flatMap((row) => {
      const direction = readOn(row, date, reader, moments);
      return direction ? [{ direction, ends: endsOf(direction, updatesBy(row.updates, moments)) }] : [];
    });
    const facts = new Map<string, FactsAt>();
    for (const [bodyId, ofBody] of Map.groupBy(found, ({ direction }) => direction.bodyId))
      facts.set(
        bodyId,
        await factsAt(this.queries, bodyId, {
          deadlines: ofBody.map(({ direction }) => direction),
          moments: { ...byTheEndOf(date), ...moments },
          ends: ofBody.flatMap(({ ends }) => [...ends.values()]),
        }),
      );
    return found.map(({ direction, ends }) => {
      const at = facts.get(direction.bodyId)!;
      return directionDated(direction, (clock) => at(ends.get(clock)));
    });
  }

  async one(directionId: string, reader: Reader): Promise<DirectionRegisterRow | null> {
    return (await this.found({ where: { directionId } }, reader))[0] ?? null;
  }

  /**
   * Rows of the register. A direction is exempt by its own flag, or because the decision that approved it is exempt now; a step that an
   * exempt decision made later is told to a reader without the right to it without its words.
   */
  async found(
    query: RegisterQuery<DirectionRegisterRow>,
    { exemptIn }: Pick<Reader, 'exemptIn'>,
  ): Promise<readonly DirectionRegisterRow[]> {
    const rows = await this.register.findMany(query);
    const places = await this.queries.execute(new ExemptPlaces(rows.flatMap(({ updates }) => meetingsOf(updates))));
    return rows.map((row) => {
      const decision = row.record.approval?.decision;
      const exempt = row.exempt || (decision !== undefined && places.has(`${decision.meetingId}#${decision.decisionId}`));
      const updates = isIn(exemptIn, row.bodyId) ? row.updates : toldWithout(row.updates, places);
      const record = updates === row.updates ? row.record : updates.reduce<Direction | null>(evolveDirection, null);
      return { ...row, exempt, updates, record: record ?? row.record };
    });
  }
}

/**
 * One direction on a day with all that led there; `null` where there is none, it was not drafted yet, or the reader may not see it.
 * `moments`: a time of that day, and what was then known.
 */
export class DirectionAsAt extends Query<DirectionStory | null> {
  constructor(
    readonly bodyId: string,
    readonly direction: string,
    readonly asAt: string,
    readonly reader: Reader,
    readonly moments: Moments = {},
  ) {
    super();
  }
}

@QueryHandler(DirectionAsAt)
export class DirectionAsAtHandler implements IQueryHandler<DirectionAsAt> {
  constructor(private readonly rows: DirectionRows) {}

  async execute({ bodyId, direction: id, asAt, reader, moments }: DirectionAsAt): Promise<DirectionStory | null> {
    const row = await this.rows.one(directionIdOf({ bodyId, direction: id }), reader);
    const [direction] = row ? await this.rows.read([row], asAt, reader, moments) : [];
    if (!row || !direction) return null;
    const updates = updatesBy(row.updates, moments).filter(({ data }) => data.on <= asAt);
    const drafts = mayReadDrafts(reader, row);
    const others = await this.rows.of(bodyId, asAt, reader, moments);
    const replacing = others.find((other) => other.terms.relation?.direction === id && isLive(other));
    const claim = replacing?.approval && { direction: replacing.direction, reference: replacing.approval.reference };
    return {
      ...viewOf(direction, asAt),
      replacedBy: direction.end?.by ?? claim ?? null,
      story: drafts ? updates : updates.filter(({ type }) => !type.startsWith('DirectionDraft')),
      texts: textsOf(updates, drafts),
    };
  }
}

/** The direction that has a reference, whatever its capitals; refused where there is none, or several bodies have it. */
export class DirectionByReference extends Query<{ readonly bodyId: string; readonly direction: string } | Refusal> {
  constructor(
    readonly reference: string,
    readonly asAt: string,
    readonly reader: Reader,
    readonly bodyId?: string,
  ) {
    super();
  }
}

@QueryHandler(DirectionByReference)
export class DirectionByReferenceHandler implements IQueryHandler<DirectionByReference> {
  constructor(private readonly rows: DirectionRows) {}

  async execute({ reference, asAt, reader, bodyId }: DirectionByReference) {
    const found = await this.rows.found({ where: { referenceKey: referenceKey(reference), bodyId }, limit: 50 }, reader);
    const readable = found.filter((row) => readOn(row, asAt, reader));
    const [only] = readable;
    if (!only) return refuseDirection('direction.not-found', { field: 'reference', detail: { reference } });
    if (readable.length > 1)
      return refuseDirection('direction.reference-ambiguous', { field: 'body', detail: { bodies: readable.map((row) => row.bodyId) } });
    return { bodyId: only.bodyId, direction: only.record.direction };
  }
}

/** The directions issued to a recipient, in any body, oldest first. */
export class DirectionsTo extends Query<{ readonly rows: readonly DirectionView[]; readonly next: string | null }> {
  constructor(
    readonly recipient: string,
    readonly asAt: string,
    readonly reader: Reader,
    readonly page: { readonly limit: number; readonly cursor?: string },
  ) {
    super();
  }
}

@QueryHandler(DirectionsTo)
export class DirectionsToHandler implements IQueryHandler<DirectionsTo> {
  constructor(private readonly rows: DirectionRows) {}

  async execute({ recipient, asAt, reader, page }: DirectionsTo) {
    const where = { recipient, issuedOn: { lte: asAt } };
    const { rows: issued, next } = await this.rows.recipients.page({ where, orderBy: { issuedOn: 'asc' }, ...page });
    const found = await this.rows.found({ where: { directionId: { in: issued.map(({ directionId }) => directionId) } } }, reader);
    const read = await this.rows.read(found, asAt, reader);
    const shown = issued.flatMap(({ directionId }) => {
      const direction = read.find((one) => directionIdOf(one) === directionId);
      return direction ? [viewOf(direction, asAt)] : [];
    });
    return { rows: shown, next };
  }
}

/** The revision of the last event of a body's directions, which a form made now is to expect; `null` where there is none. Reads the record itself. */
export class DirectionsRevision extends Query<number | null> {
  constructor(readonly bodyId: string) {
    super();
  }
}

@QueryHandler(DirectionsRevision)
export class DirectionsRevisionHandler implements IQueryHandler<DirectionsRevision> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ bodyId }: DirectionsRevision): Promise<number | null> {
    const { revision } = await this.runner.load(directionsHistory, bodyId);
    return revision === 'none' ? null : revision;
  }
}
