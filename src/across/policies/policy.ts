import { type Type } from '@nestjs/common';
import { type RecordedEvent } from '../../kernel/event.js';
import { type CommandClass } from '../../kernel/command.js';

/** A command a policy asks for. Its id is derived from the policy, the event, the target and what is asked: asked again, it is done once. */
export interface Asked {
  readonly command: CommandClass;
  readonly target: string;
  readonly data: object;
}

/**
 * One sentence: when this happened, do that. A policy sees events after they are recorded, in order, and asks for commands; it resumes from
 * a durable checkpoint. `react` may read (queries) but changes nothing itself; the read models show the event by then.
 * Commands refused are no fault: the sentence did not apply. What `react` throws is a fault: it is asked again after a pause.
 */
export interface Policy {
  /** kebab-case; names its checkpoint. */
  readonly name: string;
  /** `When a holiday is recorded, every live deadline it touches is counted again.` */
  readonly sentence: string;
  readonly on: readonly string[];
  /** The commands to ask for, in any order; they are run many at a time. */
  react(event: RecordedEvent): AsyncIterable<Asked> | Iterable<Asked>;
}

/** A policy as the application has it: a class that Nest makes, with the queries it needs. */
export type PolicyClass = Type<Policy>;
