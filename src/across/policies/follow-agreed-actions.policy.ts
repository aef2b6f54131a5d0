import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Recorded, type RecordedEvent } from '../../kernel/event.js';
import { bodyIdOf } from '../../kernel/record-id.js';
import { FollowAgreedAction } from '../../slices/actions/actions.commands.js';
import { type DiscussionEvent } from '../../slices/meetings/events/discussion.events.js';
import { meetingIdOf } from '../../slices/meetings/events/meeting.events.js';
import { type MinuteEvent } from '../../slices/meetings/events/minute.events.js';
import { type StepEvent } from '../../slices/meetings/events/step.events.js';
import { MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';
import { type Asked, type Policy } from './policy.js';

type Agreed = Meeting['agreed'][number];

/** Of an event, the agreed actions of its meeting that it concerns, and what it did to them in words. */
interface Concern<E> {
  readonly concerns: (one: Agreed, event: E) => boolean;
  readonly because: (event: E) => string;
}

/**
 * The minute holds what a meeting agreed in discussion, and the action sheet what is to be done. The action is asked for by the id of its entry,
 * and set as the minute has it by then: asked twice, or late, it comes to the same.
 */
@Injectable()
export class FollowAgreedActions implements Policy {
  readonly name = 'follow-agreed-actions';
  readonly sentence =
    'When a meeting agrees an action in discussion, the action is raised; when the minute of it is corrected, moved or struck, the action follows.';
  readonly on: readonly string[] = Object.keys(CONCERNS);

  constructor(private readonly queries: QueryBus) {}

  async *react(event: RecordedEvent): AsyncIterable<Asked> {
    const { concerns, because } = CONCERNS[event.type as keyof typeof CONCERNS] as Concern<RecordedEvent>;
    const meetingId = meetingIdOf(event.stream);
    const agreed = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting.agreed ?? [];
    for (const one of agreed.filter((action) => concerns(action, event)))
      yield {
        command: FollowAgreedAction,
        target: `${bodyIdOf(meetingId)}/${one.actionId}`,
        data: { meetingId, because: because(event).slice(0, 500) },
      };
  }
}

type Of<T extends (DiscussionEvent | MinuteEvent | StepEvent)['type']> = Extract<
  Recorded<DiscussionEvent> | Recorded<MinuteEvent> | Recorded<StepEvent>,
  { type: T }
>;

const CONCERNS: {
  readonly [T in 'ActionAgreed' | 'AgreedActionCorrected' | 'ParagraphCorrected' | 'EntryMoved' | 'EntryStruck' | 'StepCorrected']: Concern<
    Of<T>
  >;
} = {
  ActionAgreed: { concerns: ({ actionId }, { data }) => actionId === data.actionId, because: () => 'agreed in discussion' },
  AgreedActionCorrected: {
    concerns: ({ actionId }, { data }) => actionId === data.actionId,
    because: ({ data }) => `the minute was corrected: ${data.reason}`,
  },
  ParagraphCorrected: {
    concerns: ({ paragraphId, words }, { data }) => paragraphId === data.paragraphId && words === undefined,
    because: ({ data }) => `the paragraph at which it was agreed was corrected: ${data.reason}`,
  },
  EntryMoved: {
    concerns: ({ actionId }, { data }) => data.entryIds.includes(actionId),
    because: ({ data }) => `it was moved to another item of the minute: ${data.reason}`,
  },
  EntryStruck: { concerns: ({ actionId }, { data }) => actionId === data.entryId, because: ({ data }) => data.reason },
  StepCorrected: {
    concerns: (_one, { data }) => data.of === 'ItemTaken' && data.now.heading !== undefined,
    because: ({ data }) => `the heading of its item was corrected: ${data.reason}`,
  },
};
