import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../../../../eventstore/event-store.port.js';
import { CLOCK, type Clock } from '../../../../../kernel/clock.js';
import { dateInZone, USUAL_TIME_ZONE } from '../../../../../kernel/dates.js';
import { ProjectionEngine } from '../../../../../projections/projection-engine.js';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { ReadModel } from '../../../../../projections/read-model.js';
import { MeetingDates } from '../../../../bodies/meetings.port.js';
import { diaryOn } from '../../../../calendars/calendars.words.js';
import { meetingRegister, type MeetingRegisterRow } from './meeting-register.projection.js';

/** How a meeting stands before it is opened. */
const AHEAD: ReadonlySet<MeetingRegisterRow['status']> = new Set(['called']);

@QueryHandler(MeetingDates)
export class MeetingDatesHandler implements IQueryHandler<MeetingDates> {
  constructor(
    private readonly projections: ProjectionEngine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @InjectReadModel(meetingRegister) private readonly register: ReadModel<MeetingRegisterRow>,
  ) {}

  async execute({ bodyId }: MeetingDates): Promise<readonly string[]> {
    const head = await this.store.head();
    if (head !== null) await this.projections.waitFor(head, { names: [meetingRegister.name] });
    const meetings = await this.register.findMany({ where: { bodyId }, orderBy: { date: 'asc' } });
    const called = meetings
      .filter(({ status }) => status !== 'cancelled')
      .map(({ date, status }) => ({ date, opened: !AHEAD.has(status) }));
    return diaryOn(called, dateInZone(this.clock.now(), USUAL_TIME_ZONE)).meetings;
  }
}
