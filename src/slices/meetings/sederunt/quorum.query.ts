import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../eventstore/command-runner.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type QuorumTimeline, quorumTimeline } from './views/quorum/quorum-timeline.js';

export { type QuorumTimeline };

/** The quorum of a meeting from its beginning to its end, with every loss; `null` where none was called. Reads the record itself. */
export class QuorumThroughout extends Query<QuorumTimeline | null> {
  constructor(readonly meetingId: string) {
    super();
  }
}

@QueryHandler(QuorumThroughout)
export class QuorumThroughoutHandler implements IQueryHandler<QuorumThroughout> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ meetingId }: QuorumThroughout): Promise<QuorumTimeline | null> {
    const { state, revision } = await this.runner.load(meetingHistory, meetingId);
    return revision === 'none' ? null : quorumTimeline(state);
  }
}
