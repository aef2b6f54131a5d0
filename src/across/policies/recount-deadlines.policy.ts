import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type CommandClass } from '../../kernel/command.js';
import { longDate } from '../../kernel/dates.js';
import { type Recorded, type RecordedEvent } from '../../kernel/event.js';
import { RecountDeadline } from '../../slices/actions/actions.commands.js';
import { type CalendarEvent } from '../../slices/calendars/calendar.events.js';
import { DeadlinesSpanning, type SpanningDue } from '../due/due.queries.js';
import { RecountPlanDeadlines } from '../../slices/plans/plans.commands.js';
import { type Asked, type Policy } from './policy.js';

/** The command that counts a deadline again, by kind of record. A kind that is missing here has no deadlines counted by bank holidays. */
export const recountCommands: Readonly<Partial<Record<SpanningDue['kind'], CommandClass>>> = {
  action: RecountDeadline,
  plan: RecountPlanDeadlines,
};

/** Deadlines read at a time: as many as 100,000 may hang on one day. */
const BATCH = 1_000;

@Injectable()
export class RecountDeadlines implements Policy {
  readonly name = 'recount-deadlines';
  readonly sentence = 'When a holiday is recorded or withdrawn, every live deadline it touches is counted again.';
  readonly on = ['HolidayRecorded', 'HolidayWithdrawn'];

  constructor(private readonly queries: QueryBus) {}

  async *react(event: RecordedEvent): AsyncIterable<Asked> {
    const { data, type } = event as Recorded<CalendarEvent>;
    const day = longDate(data.date);
    const because = type === 'HolidayWithdrawn' ? `${day} was withdrawn from the calendar` : reason(data, day);
    const asked = { because: because.slice(0, 500) };
    let after: string | null = null;
    for (;;) {
      const batch: readonly SpanningDue[] = await this.queries.execute(new DeadlinesSpanning(data.date, data.bodyId, after, BATCH));
      for (const { kind, recordId } of batch) {
        const command = recountCommands[kind];
        if (command) yield { command, target: recordId, data: asked };
      }
      after = batch.at(-1)?.dueId ?? null;
      if (batch.length < BATCH) return;
    }
  }
}

const reason = ({ title, kept }: { readonly title: string; readonly kept: boolean }, day: string): string =>
  `${day} is ${kept ? 'a holiday' : 'not kept as a holiday'}: ${title}`;
