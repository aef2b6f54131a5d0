import { nameKey } from '../../../../../kernel/names.js';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Sight } from '../../../../../kernel/principal.js';
import { type RecordedEvent } from '../../../../../kernel/event.js';
import { type Moments } from '../../../../../kernel/moments.js';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { type Page, ReadModel, type Where } from '../../../../../projections/read-model.js';
import { inOrderOf, pageIn, rowsOf } from '../../../../../projections/rows-of.js';
import { ExemptPlaces } from '../../../../bodies/meetings.port.js';
import { MeetingEventsBy } from '../../../agenda/views/meeting-register/meeting-events.query.js';
import { type DecisionStanding } from '../../../../../kernel/citation.js';
import { meetingIdOf } from '../../../events/meeting.events.js';
import { type SignedMinuteRow, signedMinutes } from '../../../reading/views/signed-minutes/signed-minutes.projection.js';
import { signedOf } from '../../../reading/views/signed-minutes/signed-meetings.query.js';
import { decisionRegister, type DecisionRegisterRow, refOf } from './decision-register.projection.js';
import { type ShownDecision } from './decisions-text.js';

export interface DecisionsAsked extends Sight {
  readonly bodyId: string;
  readonly meetingId?: string | undefined;
  readonly verb?: string | undefined;
  readonly standing?: DecisionStanding | undefined;
  readonly awaitingRatification?: boolean;
  readonly text?: string | undefined;
  readonly newestFirst?: boolean;
  readonly limit: number;
  readonly cursor?: string;
  /** The register as at a moment and as known at one: made anew from the record of the body's meetings. */
  readonly moments?: Moments | undefined;
}

/** A page of a body's decisions in the order of its record. */
export class ListDecisions extends Query<Page<ShownDecision>> {
  constructor(readonly asked: DecisionsAsked) {
    super();
  }
}

/** One decision, `null` where there is none or the asker may not see it. */
export class ShowDecision extends Query<ShownDecision | null> {
  constructor(
    readonly meetingId: string,
    readonly decisionId: string,
    readonly sight: Sight,
  ) {
    super();
  }
}

/** A search looks through so many matches at most, the first in the order of their refs. */
const MOST_MATCHES = 10_000;

@QueryHandler(ListDecisions)
export class ListDecisionsHandler implements IQueryHandler<ListDecisions> {
  constructor(
    @InjectReadModel(decisionRegister) private readonly register: ReadModel<DecisionRegisterRow>,
    @InjectReadModel(signedMinutes) private readonly signed: ReadModel<SignedMinuteRow>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ asked }: ListDecisions): Promise<Page<ShownDecision>> {
    const { bodyId, meetingId, verb, standing, limit, cursor, moments } = asked;
    if (moments) {
      const events = await this.queries.execute(new MeetingEventsBy(bodyId, moments));
      const exempt = await this.queries.execute(new ExemptPlaces(events.map(({ stream }) => meetingIdOf(stream))));
      return turnedBack(asked, events, exempt);
    }
    const published = await signedOf(this.signed, bodyId);
    const hidden = !asked.drafts && (meetingId === undefined ? published.size === 0 : !published.has(meetingId));
    if (hidden) return { rows: [], next: null };
    const refs = asked.text === undefined ? undefined : await this.matching(bodyId, asked.text);
    const where: Where<DecisionRegisterRow> = {
      bodyId,
      meetingId: meetingId ?? (asked.drafts ? undefined : { in: [...published] }),
      verb: verb?.toUpperCase(),
      standing,
      ratification: asked.awaitingRatification ? 'awaiting' : undefined,
      ...(refs && { ref: { in: refs } }),
    };
    const way = asked.newestFirst ? 'desc' : 'asc';
    const { rows, next } = await this.register.page({
      where,
      orderBy: { meetingDate: way, meetingId: way, place: way, recorded: way },
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const exempt = await this.queries.execute(new ExemptPlaces(rows.map((row) => row.meetingId)));
    // A page may have fewer entries than asked for, where some of them may not be shown.
    const readable = rows.filter(({ ref }) => asked.exempt || !exempt.has(ref));
    return { rows: readable.map((row) => shown(row, published.has(row.meetingId), exempt)), next };
  }

  private async matching(bodyId: string, text: string): Promise<string[]> {
    const pattern = `%${nameKey(text).replace(/[\\%_]/g, '\\$&')}%`;
    const found = await this.register.sql<{ ref: string }>(
      `SELECT ref FROM decision_register WHERE body_id = :bodyId AND search LIKE :pattern ESCAPE '\\' ORDER BY ref LIMIT ${MOST_MATCHES}`,
      { bodyId, pattern },
    );
    return found.map(({ ref }) => ref);
  }
}

/** The register made from these events alone, without what was exempt then, or is exempt now (`exempt`). */
function turnedBack(asked: DecisionsAsked, events: readonly RecordedEvent[], exempt: ReadonlySet<string>): Page<ShownDecision> {
  const { meetingId, verb, standing, awaitingRatification, drafts, newestFirst = false } = asked;
  const published = rowsOf(signedMinutes, events);
  const text = asked.text === undefined ? undefined : nameKey(asked.text);
  const wanted = [...rowsOf(decisionRegister, events).values()].filter(
    (row) =>
      (meetingId === undefined || row.meetingId === meetingId) &&
      (drafts || published.has(row.meetingId)) &&
      (asked.exempt || !(row.exempt || exempt.has(row.ref))) &&
      (verb === undefined || row.verb === verb.toUpperCase()) &&
      (standing === undefined || row.standing === standing) &&
      (!awaitingRatification || row.ratification === 'awaiting') &&
      (text === undefined || row.search.includes(text)),
  );
  const { rows, next } = pageIn(wanted, inOrderOf(['meetingDate', 'meetingId', 'place', 'recorded', 'ref'], newestFirst), asked);
  return { rows: rows.map((row) => shown(row, published.has(row.meetingId), exempt)), next };
}

@QueryHandler(ShowDecision)
export class ShowDecisionHandler implements IQueryHandler<ShowDecision> {
  constructor(
    @InjectReadModel(decisionRegister) private readonly register: ReadModel<DecisionRegisterRow>,
    @InjectReadModel(signedMinutes) private readonly signed: ReadModel<SignedMinuteRow>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ meetingId, decisionId, sight }: ShowDecision): Promise<ShownDecision | null> {
    const row = await this.register.find(refOf({ meetingId, decisionId }));
    const exempt = await this.queries.execute(new ExemptPlaces([meetingId]));
    if (!row || (exempt.has(row.ref) && !sight.exempt)) return null;
    const published = (await this.signed.find(meetingId)) !== null;
    return published || sight.drafts ? shown(row, published, exempt) : null;
  }
}

/** `published`: whether the public may see the decision, that is, its minute is signed and its item was not taken in private. */
const shown = (
  { place: _place, recorded: _recorded, search: _search, ...row }: DecisionRegisterRow,
  signed: boolean,
  places: ReadonlySet<string>,
): ShownDecision => {
  const exempt = row.exempt || places.has(row.ref);
  return { ...row, exempt, published: signed && !exempt };
};
