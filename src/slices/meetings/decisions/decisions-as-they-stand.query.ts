import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../../eventstore/event-store.port.js';
import { type DecisionRef } from '../../../kernel/citation.js';
import { ProjectionEngine } from '../../../projections/projection-engine.js';
import { InjectReadModel } from '../../../projections/projections.module.js';
import { ReadModel } from '../../../projections/read-model.js';
import { type DecisionAsItStands } from '../events/decision.events.js';
import { DecisionsAsTheyStand } from '../reading/decisions-as-they-stand.port.js';
import { MeetingAsItStands } from '../reading/meeting-now.query.js';
import { decisionRegister, type DecisionRegisterRow, refOf } from './views/decision-register/decision-register.projection.js';

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
