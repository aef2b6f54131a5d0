import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ExemptPlaces } from '../../../bodies/meetings.port.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type ReadModel } from '../../../../projections/read-model.js';
import { type ParticipationRequest, requestOn } from '../../participation.state.js';
import { participationRegister, type ParticipationRegisterRow } from './participation-register.projection.js';

/** The reads that the views of participation requests share. */
@Injectable()
export class ParticipationRows {
  constructor(
    @InjectReadModel(participationRegister) readonly register: ReadModel<ParticipationRegisterRow>,
    private readonly queries: QueryBus,
  ) {}

  /** Every request of an authority that had been received by a day, as it stood then, oldest first. An authority has tens of them. */
  async all(bodyId: string, asAt: string): Promise<readonly ParticipationRequest[]> {
    const rows = await this.register.findMany({ where: { bodyId, receivedOn: { lte: asAt } }, orderBy: { receivedOn: 'asc' } });
    return rows.flatMap(({ updates }) => requestOn(updates, asAt) ?? []);
  }

  /** Of some requests, those that a decision decided which is exempt as is known now, by their ids: nothing of them is public. */
  async exempt(rows: readonly ParticipationRegisterRow[]): Promise<ReadonlySet<string>> {
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

  async one(requestId: string, asAt: string): Promise<ParticipationRequest | null> {
    const row = await this.register.find(requestId);
    return row && requestOn(row.updates, asAt);
  }
}
