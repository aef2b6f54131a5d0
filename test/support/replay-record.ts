import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandRunner, type Outcome } from '../../src/eventstore/command-runner.js';
import { BusCommand, type CommandClass } from '../../src/kernel/command.js';
import { MemoryEventStore } from '../../src/eventstore/memory/memory-event-store.js';
import { type Command, type Decider } from '../../src/kernel/decider.js';
import { type DomainEvent } from '../../src/kernel/event.js';
import { derivedId } from '../../src/kernel/ids.js';
import { type Refusal } from '../../src/kernel/refusal.js';
import { checked } from '../../src/http/checked.js';
import { bodiesCommands } from '../../src/slices/bodies/bodies.commands.js';
import { BodyHead, BodyHeadHandler, StandingOn, StandingOnHandler } from '../../src/slices/bodies/body-head.query.js';
import { HolidaysFor, HolidaysForHandler } from '../../src/slices/calendars/holidays-for.query.js';
import { bodyDecider } from '../../src/slices/bodies/body.decider.js';
import { GatherParents } from '../../src/slices/bodies/gather-parents.js';
import { decisionDecider } from '../../src/slices/meetings/decisions/decision.decider.js';
import { decisionsCommands } from '../../src/slices/meetings/decisions/decisions.commands.js';
import { GatherStanding } from '../../src/slices/meetings/gather-standing.js';
import { meetingDecider } from '../../src/slices/meetings/meeting.decider.js';
import { meetingHistory } from '../../src/slices/meetings/record/meeting.history.js';
import { type Meeting } from '../../src/slices/meetings/record/meeting.state.js';
import { agendaCommands } from '../../src/slices/meetings/agenda/agenda.commands.js';
import { sederuntCommands } from '../../src/slices/meetings/sederunt/sederunt.commands.js';
import { MeetingAsItStands, MeetingAsItStandsHandler } from '../../src/slices/meetings/reading/meeting-now.query.js';
import { GatherLaterMeeting } from '../../src/slices/meetings/minutes/gather-later-meeting.js';
import { minuteDecider } from '../../src/slices/meetings/minutes/minute.decider.js';
import { minutesCommands } from '../../src/slices/meetings/minutes/minutes.commands.js';
import { CLERK } from './decider-spec.js';

/** One line of a file under `test/records`. */
export interface RecordedCommand {
  readonly command: string;
  readonly target: string;
  readonly happenedAt?: string;
  readonly data: object;
}

export const RECORDS = join(import.meta.dirname, '../records');

export const commandsIn = (file: string): readonly RecordedCommand[] =>
  JSON.parse(readFileSync(join(RECORDS, file), 'utf8')) as readonly RecordedCommand[];

type AnyDecider = Decider<unknown, Command<never, never, never>, DomainEvent>;

/** The record of bodies and meetings in memory: the real deciders, facts and runner, without a server around them. */
export class RecordInMemory {
  readonly store = new MemoryEventStore();
  readonly runner: CommandRunner;
  private readonly verbs = new Map<string, { readonly type: CommandClass; readonly decider: AnyDecider; readonly gather: Gather }>();
  private said = 0;

  constructor(readonly now = '2016-06-10T09:00:00.000Z') {
    this.runner = new CommandRunner(this.store, { now: () => this.now });
    const queries = { execute: (query: unknown) => this.answer(query) } as never;
    const parents = new GatherParents(this.runner, queries);
    const standing = new GatherStanding(queries, this.runner);
    const later = new GatherLaterMeeting(queries);
    this.knows(bodiesCommands, bodyDecider, (command, type) => parents.gather(command, type));
    this.knows([...agendaCommands, ...sederuntCommands], meetingDecider, (command, type) => standing.gather(command, type));
    this.knows(decisionsCommands, decisionDecider, async () => ({ decisions: [] }));
    this.knows(minutesCommands, minuteDecider, (command, type) => later.gather(command, type));
  }

  /** Checks the payload as the API would, then decides and appends it. */
  async say(
    { command, target, data, happenedAt }: RecordedCommand,
    commandId = derivedId('record', String((this.said += 1))),
  ): Promise<Outcome | Refusal> {
    const verb = this.verbs.get(command);
    if (!verb) throw new Error(`No slice knows ${command}`);
    const { type, decider, gather } = verb;
    const envelope = {
      by: CLERK,
      correlationId: commandId,
      commandId,
      expected: type.spec.creates ? 'none' : 'current',
      ...(happenedAt && { happenedAt }),
    } as const;
    return this.runner.run(type, decider, new BusCommand(target, checked(type.spec.dto, data), envelope), (one) => gather(one, type));
  }

  /** The same, for what must be accepted: answers with the id of what it made. */
  async record(command: RecordedCommand): Promise<string> {
    const outcome = await this.say(command);
    if (!outcome.accepted) throw new Error(`${command.command} ${JSON.stringify(command.data)} was refused: ${JSON.stringify(outcome)}`);
    return outcome.id;
  }

  async replay(...files: readonly string[]): Promise<this> {
    for (const file of files) for (const command of commandsIn(file)) await this.record(command);
    return this;
  }

  async meeting(meetingId: string): Promise<Meeting> {
    return (await this.runner.load(meetingHistory as never, meetingId)).state as Meeting;
  }

  private knows(types: readonly CommandClass[], decider: unknown, gather: Gather): void {
    for (const type of types) this.verbs.set(type.spec.type, { type, decider: decider as AnyDecider, gather });
  }

  private answer(query: unknown): Promise<unknown> {
    if (query instanceof BodyHead) return new BodyHeadHandler(this.runner).execute(query);
    if (query instanceof StandingOn) return new StandingOnHandler(this.runner).execute(query);
    if (query instanceof HolidaysFor) return new HolidaysForHandler(this.runner, this.store).execute(query);
    if (query instanceof MeetingAsItStands) return new MeetingAsItStandsHandler(this.runner).execute(query);
    throw new Error('No such query here');
  }
}

type Gather = (command: BusCommand, type: CommandClass) => Promise<unknown>;
