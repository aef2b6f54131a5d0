import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type FastifyRequest } from 'fastify';
import { allows } from '../../kernel/principal.js';
import { type BodyPage, bodyPageOf } from '../frame/body-page.js';
import { openedMeetings } from '../frame/steps/meeting-choices.js';
import { type Choice } from '../frame/steps/parts.js';
import { MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { type DecisionCited } from '../../slices/plans/plan.events.js';
import { refusePlan, type Known } from '../../slices/plans/plans.words.js';
import { addressOfDecision } from '../frame/addresses.js';
import { bodyIdOf } from '../../kernel/record-id.js';

/** What every page of plans and duties reads first. */
export interface PlanPageRead extends BodyPage {
  readonly known: Known;
}

/** Readings that the pages of plans and duties share. */
@Injectable()
export class PlanReading {
  constructor(private readonly queries: QueryBus) {}

  async read(request: FastifyRequest): Promise<PlanPageRead> {
    const page = await bodyPageOf(this.queries, request, (bodyId) => refusePlan('plan-list.not-found', { detail: { bodyId } }));
    return { ...page, known: { ...page.then.moments, timeZone: page.body.timeZone } };
  }

  /** The meetings that can have taken a decision, the latest first. */
  meetings(bodyId: string): Promise<readonly Choice[]> {
    return openedMeetings(this.queries, bodyId);
  }

  /** The address of a decision, if this reader may read it. */
  async addressOf({ meetingId, decisionId }: DecisionCited, { principal }: FastifyRequest): Promise<string | null> {
    const signed = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting.minute.signed !== undefined;
    if (!signed && !allows(principal!, 'meetings.read-drafts', bodyIdOf(meetingId))) return null;
    return addressOfDecision({ meetingId, decisionId });
  }
}
