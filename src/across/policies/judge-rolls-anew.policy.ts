import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { longDate } from '../../kernel/dates.js';
import { type Recorded, type RecordedEvent } from '../../kernel/event.js';
import { type BodyEvent } from '../../slices/bodies/body.events.js';
import { MeetingsHeldSince } from '../../slices/meetings/meetings.queries.js';
import { JudgeRollAnew } from '../../slices/meetings/sederunt/sederunt.commands.js';
import { type Asked, type Policy } from './policy.js';

/** The first day a fact of a body may change the roll of, and the fact in words. */
interface Change {
  readonly from: string;
  readonly because: string;
}

/**
 * A meeting stands under the roll of its day, kept whole in its own stream, so that the stream explains itself and is judged alone. What the
 * record of the body says later of that day is therefore recorded in the meeting too, as a correction: it counts at every moment at which the
 * meeting is read, and not where the meeting is read as it was known before. Once its minute is signed a meeting stands as recorded, those
 * present being deemed qualified until the contrary is proved (Local Government (Scotland) Act 1973 Sch 7 para 7); discrepancies reports it.
 */
@Injectable()
export class JudgeRollsAnew implements Policy {
  readonly name = 'judge-rolls-anew';
  readonly sentence =
    'When a seat turns out to have ended or been filled, or the rules or offices to have changed, before a meeting that was held, that meeting judges its roll anew.';
  readonly on: readonly string[] = Object.keys(CHANGES);

  constructor(private readonly queries: QueryBus) {}

  async *react(event: RecordedEvent): AsyncIterable<Asked> {
    const { type, data } = event as Recorded<Standing>;
    const { from, because } = (CHANGES[type] as (data: Standing['data']) => Change)(data);
    for (const target of await this.queries.execute(new MeetingsHeldSince(data.bodyId, from)))
      yield { command: JudgeRollAnew, target, data: { because: because.slice(0, 500) } };
  }
}

type Standing = Extract<BodyEvent, { type: keyof typeof CHANGES }>;

/** The facts of a body that a meeting stands under. A last day is the day before the first that changes, or earlier: an unchanged roll is refused. */
const CHANGES = {
  ConstitutionAdopted: ({ constitution: { versionId, from } }: DataOf<'ConstitutionAdopted'>) =>
    since(from, `the constitution ${versionId} was recorded as in force`),
  SeatCreated: ({ label, from }: DataOf<'SeatCreated'>) => since(from, `the seat ${label} was recorded as existing`),
  SeatVotingChanged: ({ seatId, voting, from }: DataOf<'SeatVotingChanged'>) =>
    since(from, `the seat ${seatId} was recorded as ${voting ? 'voting' : 'without a vote'}`),
  SeatEnded: ({ seatId, lastDay }: DataOf<'SeatEnded'>) => until(lastDay, `the seat ${seatId} was recorded as having ended`),
  SeatFilled: ({ seatId, holder, from }: DataOf<'SeatFilled'>) => since(from, `${holder.name} was recorded as holding the seat ${seatId}`),
  SeatVacated: ({ seatId, holder, lastDay }: DataOf<'SeatVacated'>) =>
    until(lastDay, `${holder.name} was recorded as having left the seat ${seatId}`),
  SubstituteNamed: ({ seatId, substitute, from }: DataOf<'SubstituteNamed'>) =>
    since(from, `${substitute.name} was recorded as a substitute for the seat ${seatId}`),
  SubstituteWithdrawn: ({ seatId, substitute, lastDay }: DataOf<'SubstituteWithdrawn'>) =>
    until(lastDay, `${substitute.name} was recorded as no longer a substitute for the seat ${seatId}`),
  OfficeTaken: ({ office, holder, from }: DataOf<'OfficeTaken'>) => since(from, `${holder.name} was recorded as ${office}`),
  OfficeLeft: ({ office, holder, lastDay }: DataOf<'OfficeLeft'>) => until(lastDay, `${holder.name} was recorded as no longer ${office}`),
};

type DataOf<T extends BodyEvent['type']> = Extract<BodyEvent, { type: T }>['data'];

function since(from: string, what: string): Change {
  return { from, because: `${what} from ${longDate(from)}` };
}

function until(lastDay: string, what: string): Change {
  return { from: lastDay, because: `${what} after ${longDate(lastDay)}` };
}
