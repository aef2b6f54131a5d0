import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { ReadModel } from '../../../../../projections/read-model.js';
import { type SignedMinuteRow, signedMinutes } from './signed-minutes.projection.js';

/** The meetings of a body whose minute is signed: what they did is published, but for what is exempt. */
export class SignedMeetings extends Query<readonly string[]> {
  constructor(readonly bodyId: string) {
    super();
  }
}

@QueryHandler(SignedMeetings)
export class SignedMeetingsHandler implements IQueryHandler<SignedMeetings> {
  constructor(@InjectReadModel(signedMinutes) private readonly signed: ReadModel<SignedMinuteRow>) {}

  async execute({ bodyId }: SignedMeetings): Promise<readonly string[]> {
    return [...(await signedOf(this.signed, bodyId))];
  }
}

export const signedOf = async (signed: ReadModel<SignedMinuteRow>, bodyId: string): Promise<ReadonlySet<string>> =>
  new Set((await signed.findMany({ where: { bodyId } })).map(({ meetingId }) => meetingId));
