import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Sight } from '../../../../kernel/principal.js';
import { ExemptPlaces } from '../../../bodies/meetings.port.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type ReadModel } from '../../../../projections/read-model.js';
import { type ParticipationRequest, requestOn } from '../../participation.state.js';
import { participationRegister, type ParticipationRegisterRow } from './participation-register.projection.js';

const NONE: ReadonlySet<string> = new Set();

/** The reads that the views of participation requests share. */
@Injectable()
export class ParticipationRows {
  constructor(
    @InjectReadModel(participationRegister) readonly register: ReadModel<ParticipationRegisterRow>,
    private readonly queries: QueryBus,
  ) {}

  /** Every request of an authority that had been received by a day, as it stood then, oldest first. An authority has tens of them. */
  all(bodyId: string, asAt: string): Promise<readonly ParticipationRequest[]> {
    return this.readable(bodyId, asAt, { exempt: true });
  }

  /** Of these, those that a reader may see. */
  async readable(bodyId: string, asAt: string, sight: Pick<Sight, 'exempt'>): Promise<readonly ParticipationRequest[]> {
    const { requests, hidden } = await this.received(bodyId, asAt, sight);
    return requests.filter(({ requestId }) => !hidden.has(requestId));
  }

  /** All of them, with the ids of those that a reader may not see. */
  async received(
    bodyId: string,
    asAt: string,
    sight: Pick<Sight, 'exempt'>,
  ): Promise<{ readonly requests: readonly ParticipationRequest[]; readonly hidden: ReadonlySet<string> }> {
    const rows = await this.register.findMany({ where: { bodyId, receivedOn: { lte: asAt } }, orderBy: { receivedOn: 'asc' } });
    const hidden = await this.hidden(rows, sight);
    return { requests: rows.flatMap(({ updates }) => requestOn(updates, asAt) ?? []), hidden };
  }

  /**
   * Of some requests, those that this reader may not see, by their ids: those that a decision decided which is exempt as is known now, for
   * whoever may not read what is exempt there.
   */
  async hidden(rows: readonly ParticipationRegisterRow[], { exempt }: Pick<Sight, 'exempt'>): Promise<ReadonlySet<string>> {
    return exempt || rows.length === 0 ? NONE : this.exempt(rows);
  }

  private async exempt(rows: readonly ParticipationRegisterRow[]): Promise<ReadonlySet<string>> {
    const decided = rows.flatMap(({ requestId, updates }) =>
      updates.flatMap(({ type, data }) =>
        (type === 'ParticipationRequestAgreed' || type === 'ParticipationRequestRefused') && data.decision
          ? [{ requestId, ...data.decision }]
          : [],
      ),
    );
    const places = await this.queries.execute(new ExemptPlaces(decided.map(({ meetingId }) => meetingId)));
    return new Set(
      decided.flatMap(({ requestId, meetingId, decisionId }) => (places.has(`${meetingId}#${decisionId}`) ? [requestId] : [])),
    );
  }

  async one(requestId: string, asAt: string, sight: Pick<Sight, 'exempt'>): Promise<ParticipationRequest | null> {
    const row = await this.register.find(requestId);
    if (row && (await this.hidden([row], sight)).has(requestId)) return null;
    return row && requestOn(row.updates, asAt);
  }
}
