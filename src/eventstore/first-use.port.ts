import { Query } from '@nestjs/cqrs';

/** What a command's id was first used for. */
export interface FirstUse {
  /** The stream that the command wrote to, and its first event there. */
  readonly stream: string;
  readonly type: string;
  readonly recordedAt: string;
  /** The id of the principal who used it. */
  readonly by: string;
}

/**
 * What an id made of a key was first used for, in whatever record; `null` if it never was, or only so lately that no read model has it yet:
 * those uses the runner remembers itself. Answered above.
 */
export class FirstUseOf extends Query<FirstUse | null> {
  constructor(readonly commandId: string) {
    super();
  }
}
