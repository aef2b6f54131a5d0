import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { EVENT_STORE, type EventStore } from '../../../../eventstore/event-store.port.js';
import { streamOf } from '../../../../kernel/decider.js';
import { type Recorded } from '../../../../kernel/event.js';
import { type InBodies } from '../../../../kernel/principal.js';
import { type DecisionCited } from '../../body-life.events.js';
import { type BodyEvent } from '../../body.events.js';
import { bodyHistory, type BodyState, isOfLife } from '../../body.state.js';
import { zoneOf } from '../../deciding-life.js';
import { isPrivate, tellingWithout } from '../../life-in-private.js';
import { ExemptPlaces } from '../../meetings.port.js';
import { BodyDates, type BodyMoments } from '../body-dates.js';
import { type BodyRegisterRow } from '../body-register/body-register.projection.js';

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Bodies as a reader may know them: without the words of steps that rest on a decision which is exempt as is known now, unless the reader may
 * read what is exempt in the body, and with its deadlines dated.
 */
@Injectable()
export class BodiesTold {
  constructor(
    private readonly runner: CommandRunner,
    private readonly queries: QueryBus,
    private readonly dates: BodyDates,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async body(bodyId: string, exemptIn: InBodies, moments: BodyMoments = {}): Promise<BodyState> {
    const { recordedBy } = moments;
    const { state } = await this.runner.load(bodyHistory, bodyId);
    const hidden = await this.hidden(bodyId, state.rests, exemptIn);
    const body = hidden.size === 0 && recordedBy === undefined ? state : await this.folded(bodyId, hidden, recordedBy);
    return { ...body, overTime: await this.dates.dated(bodyId, body.overTime, zoneOf(state), moments) };
  }

  /** Rows of the register. */
  async rows(rows: readonly BodyRegisterRow[], exemptIn: InBodies): Promise<readonly BodyRegisterRow[]> {
    return Promise.all(
      rows.map(async (row) => {
        const hidden = await this.hidden(row.bodyId, row.rests ?? [], exemptIn);
        if (hidden.size === 0) return row;
        const { established, overTime } = await this.folded(row.bodyId, hidden);
        return { ...row, overTime, name: (established ?? overTime.proposed)?.name ?? row.name };
      }),
    );
  }

  /** The exempt decisions that a body's life rests on and this reader may not read; none where there is nothing to leave out. */
  private async hidden(bodyId: string, rests: readonly DecisionCited[], exemptIn: InBodies): Promise<ReadonlySet<string>> {
    if (rests.length === 0 || exemptIn === '*' || exemptIn.includes(bodyId)) return NOTHING;
    const places = await this.queries.execute(new ExemptPlaces(rests.map(({ meetingId }) => meetingId)));
    return isPrivate(rests, places) ? places : NOTHING;
  }

  private async folded(bodyId: string, hidden: ReadonlySet<string>, recordedBy?: string): Promise<BodyState> {
    const told = tellingWithout(hidden);
    let state = bodyHistory.initial;
    for await (const event of this.store.readStream(streamOf(bodyHistory.category, bodyId))) {
      if (recordedBy !== undefined && event.recordedAt > recordedBy) continue;
      const one = event as Recorded<BodyEvent>;
      state = bodyHistory.evolve(state, isOfLife(one) ? { ...event, ...told(one) } : event);
    }
    return state;
  }
}
