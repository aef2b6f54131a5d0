import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../../eventstore/event-store.port.js';
import { ProjectionEngine } from '../../../projections/projection-engine.js';
import { InjectReadModel } from '../../../projections/projections.module.js';
import { ReadModel } from '../../../projections/read-model.js';
import { MeetingAsItStands } from '../meetings.queries.js';
import { type DecisionRef } from '../record/motion.events.js';
import { type CitedMeeting } from '../../../kernel/citing.js';
import { type DecisionAsItStands } from '../record/decision.events.js';
import { decisionRegister, type DecisionRegisterRow, refOf } from './views/decision-register/decision-register.projection.js';
import { signedOf } from './views/decision-register/decision-register.query.js';
import { type SignedMinuteRow, signedMinutes } from './views/signed-minutes/signed-minutes.projection.js';

export { ListDecisions, type ShownDecision } from './views/decision-register/decision-register.query.js';

/**
 * Decisions as the whole record has them now; `null` while that cannot be told. Those that are in no record are left out.
 * The decision itself is read from its meeting's stream; what other meetings made of it, from the register once that has caught up.
 */
export class DecisionsAsTheyStand extends Query<readonly DecisionAsItStands[] | null> {
  constructor(readonly decisions: readonly DecisionRef[]) {
    super();
  }
}

@QueryHandler(DecisionsAsTheyStand)
export class DecisionsAsTheyStandHandler implements IQueryHandler<DecisionsAsTheyStand> {
  constructor(
    private readonly queries: QueryBus,
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @InjectReadModel(decisionRegister) private readonly register: ReadModel<DecisionRegisterRow>,
  ) {}

  async execute({ decisions }: DecisionsAsTheyStand): Promise<readonly DecisionAsItStands[] | null> {
    if (decisions.length === 0) return [];
    const head = await this.store.head();
    if (head !== null && !(await this.projections.waitFor(head, { names: [decisionRegister.name] }))) return null;
    const found: DecisionAsItStands[] = [];
    for (const ref of decisions) {
      const one = await this.find(ref);
      if (one) found.push(one);
    }
    return found;
  }

  private async find(ref: DecisionRef): Promise<DecisionAsItStands | null> {
    const { meetingId, decisionId } = ref;
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    const decision = meeting?.decisions.find((one) => one.decisionId === decisionId);
    if (!meeting || !decision) return null;
    const row = await this.register.find(refOf(ref));
    const outcome = row?.ratification;
    return {
      decision: { meetingId, decisionId },
      bodyId: meeting.bodyId,
      meetingDate: meeting.date,
      paragraph: decision.paragraph,
      words: decision.words,
      standing: decision.standing,
      struck: meeting.entries.some(({ entryId, struck }) => entryId === decisionId && struck !== undefined),
      ...(row?.ratifiedBy && (outcome === 'ratified' || outcome === 'declined') && { ratification: { outcome, by: row.ratifiedBy } }),
      ...(row?.rescindedBy && { rescindedBy: row.rescindedBy }),
      ...(row?.supersededBy && { supersededBy: row.supersededBy }),
    };
  }
}

/** A meeting whose decisions or agenda are cited, as the record has it now; `null` where none was called. Reads the record itself. */
export class MeetingCited extends Query<CitedMeeting | null> {
  constructor(readonly meetingId: string) {
    super();
  }
}

@QueryHandler(MeetingCited)
export class MeetingCitedHandler implements IQueryHandler<MeetingCited> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ meetingId }: MeetingCited): Promise<CitedMeeting | null> {
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    if (!meeting) return null;
    const { bodyId, date, status, standings, agenda, decisions, entries } = meeting;
    const struck = new Set(entries.filter((entry) => entry.struck !== undefined).map(({ entryId }) => entryId));
    return {
      meetingId,
      bodyId,
      date,
      opened: standings.length > 0,
      cancelled: status === 'cancelled',
      agenda: agenda.map(({ itemId, number, exempt, withdrawn }) => ({
        itemId,
        number,
        exempt: exempt !== undefined,
        withdrawn: withdrawn !== undefined,
      })),
      decisions: decisions.map(({ decisionId, paragraph, sectionHeading, verb, words, parts, exempt, standing, quorum }) => ({
        decisionId,
        paragraph,
        sectionHeading,
        verb,
        words,
        parts,
        exempt,
        struck: struck.has(decisionId),
        standing,
        quorum: quorum.explanation,
      })),
    };
  }
}

/** The meetings of a body whose minute is signed: what they did is published, but for what is exempt. */
export class SignedMeetings extends Query<readonly string[]> {
  constructor(readonly bodyId: string) {
    super();
  }
}

@QueryHandler(SignedMeetings)
export class SignedMeetingsHandler implements IQueryHandler<SignedMeetings> {
  constructor(@InjectReadModel(signedMinutes) private readonly signed: ReadModel<SignedMinuteRow>) {}

  async execute({ bodyId }: SignedMeetings): Promise<readonly string[]> {
    return [...(await signedOf(this.signed, bodyId))];
  }
}
