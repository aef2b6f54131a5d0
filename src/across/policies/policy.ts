import { type Type } from '@nestjs/common';
import { type RecordedEvent } from '../../kernel/event.js';
import { type CommandClass } from '../../kernel/command.js';

/**
 * A command that a policy asks for. The command's id is derived from the policy, the event, the target and the payload: asked again, the
 * command is carried out once.
 */
export interface Asked {
  readonly command: CommandClass;
  readonly target: string;
  readonly data: object;
}

/**
 * One sentence: when this happened, do that. A policy sees events after they are recorded, in order, and asks for commands; it resumes from
 * a durable checkpoint. `react` may read (queries) but changes nothing itself; the read models show the event by then. A refused command is
 * no fault: the sentence did not apply. If `react` throws, that is a fault: the event is given to it again after a pause.
 */
export interface Policy {
  /** Name in kebab-case; also the name of the checkpoint. */
  readonly name: string;
  /** `When a holiday is recorded, every live deadline it touches is counted again.` */
  readonly sentence: string;
  readonly on: readonly string[];
  /** The commands to ask for, in any order; they are run many at a time. */
  react(event: RecordedEvent): AsyncIterable<Asked> | Iterable<Asked>;
}

/** A policy's class: Nest makes it with the queries it needs. */
export type PolicyClass = Type<Policy>;
