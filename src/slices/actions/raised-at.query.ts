import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { longDate } from '../../kernel/dates.js';
import { EXEMPT_SOURCE } from '../meetings/meetings.tables.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { actionRegister } from './views/action-register/action-register.projection.js';
import { ActionRows } from './views/action-register/action-register.query.js';

/** An action as it is named beside the decision, or the entry of a discussion, it comes from. */
export interface RaisedHere {
  readonly place: string;
  readonly actionId: string;
  readonly part: string | null;
  /** Officers and organisation, in words. */
  readonly who: string;
  /** The due words, with the dates computed from them. */
  readonly due: string;
  readonly exempt: boolean;
}

/** The actions that came from the decisions and discussions of a meeting, as far as has been recorded until now. */
export class ActionsRaisedAt extends Query<readonly RaisedHere[]> {
  constructor(readonly meetingId: string) {
    super();
  }
}

/** Milliseconds a reader waits at most for the read models to catch up; after that the answer is made from what they hold. */
const LONGEST_WAIT_MS = 500;

@QueryHandler(ActionsRaisedAt)
export class ActionsRaisedAtHandler implements IQueryHandler<ActionsRaisedAt> {
  constructor(
    private readonly rows: ActionRows,
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async execute({ meetingId }: ActionsRaisedAt): Promise<readonly RaisedHere[]> {
    const head = await this.store.head();
    if (head !== null) await this.projections.waitFor(head, { names: [actionRegister.name, EXEMPT_SOURCE], timeoutMs: LONGEST_WAIT_MS });
    const rows = await this.rows.raised({ meetingId });
    return rows.map(({ place, actionId, exempt, record: { source, officers, organisation, due } }) => ({
      place: place ?? '',
      actionId,
      part: source.kind === 'decision' ? (source.part ?? null) : null,
      who: [officers.join(', '), organisation].filter(Boolean).join(', '),
      due: [due.words, due.latest && due.latest !== due.words ? `(by ${longDate(due.latest)})` : ''].filter(Boolean).join(' '),
      exempt,
    }));
  }
}
