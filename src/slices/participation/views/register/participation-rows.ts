import { Injectable } from '@nestjs/common';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type ReadModel } from '../../../../projections/read-model.js';
import { type ParticipationRequest, requestOn } from '../../participation.state.js';
import { participationRegister, type ParticipationRegisterRow } from './participation-register.projection.js';

/** The reads that the views of participation requests share. */
@Injectable()
export class ParticipationRows {
  constructor(@InjectReadModel(participationRegister) readonly register: ReadModel<ParticipationRegisterRow>) {}

  /** Every request of an authority that had been received by a day, as it stood then, oldest first. An authority has tens of them. */
  async all(bodyId: string, asAt: string): Promise<readonly ParticipationRequest[]> {
    const rows = await this.register.findMany({ where: { bodyId, receivedOn: { lte: asAt } }, orderBy: { receivedOn: 'asc' } });
    return rows.flatMap(({ updates }) => requestOn(updates, asAt) ?? []);
  }

  async one(requestId: string, asAt: string): Promise<ParticipationRequest | null> {
    const row = await this.register.find(requestId);
    return row && requestOn(row.updates, asAt);
  }
}
