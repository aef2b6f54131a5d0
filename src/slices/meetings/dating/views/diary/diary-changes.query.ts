import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { comparePositions, type Position } from '../../../../../kernel/event.js';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { type ReadModel } from '../../../../../projections/read-model.js';
import { diary, type DiaryRow } from './diary.projection.js';

/** A meeting called, opened, cancelled or abandoned before any item was taken, and where in the record that stands. */
export interface DiaryChange {
  readonly change: 'called' | 'opened' | 'cancelled' | 'abandoned';
  readonly meetingId: string;
  readonly date: string;
  readonly position: Position;
  readonly recordedAt: string;
}

/** Every change of a body's diary, in the order recorded. */
export class DiaryChanges extends Query<readonly DiaryChange[]> {
  constructor(readonly bodyId: string) {
    super();
  }
}

@QueryHandler(DiaryChanges)
export class DiaryChangesHandler implements IQueryHandler<DiaryChanges> {
  constructor(@InjectReadModel(diary) private readonly diaries: ReadModel<DiaryRow>) {}

  async execute({ bodyId }: DiaryChanges): Promise<readonly DiaryChange[]> {
    const rows = await this.diaries.findMany({ where: { bodyId } });
    return rows
      .flatMap(({ meetingId, date, ...row }): DiaryChange[] => {
        const changed = (change: DiaryChange['change'], position: Position | null, recordedAt: string | null): DiaryChange[] =>
          position === null || recordedAt === null ? [] : [{ change, meetingId, date, position, recordedAt }];
        return [
          ...changed('called', row.calledPosition, row.calledRecordedAt),
          ...changed('opened', row.openedPosition, row.openedRecordedAt),
          ...changed(row.abandoned ? 'abandoned' : 'cancelled', row.cancelledPosition, row.cancelledRecordedAt),
        ];
      })
      .sort((a, b) => comparePositions(a.position, b.position));
  }
}
