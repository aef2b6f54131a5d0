import { Injectable } from '@nestjs/common';
import { type Sight } from '../../../../kernel/principal.js';
import { decodeCursor, encodeCursor } from '../../../../projections/cursor.js';
import { type Ordering } from '../../../../projections/keyset.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type Page, ReadModel } from '../../../../projections/read-model.js';
import { exemptAt } from '../../../meetings/meetings.tables.js';
import { type ReadReport } from '../report/report-view.js';
import { type ReportRegisterRow, reportRegister } from './report-register.projection.js';

export interface ReportsAsked extends Sight {
  readonly bodyId: string;
  readonly undecided?: boolean;
  readonly contradicting?: boolean;
  /** At least one recommendation was approved, as it stood or amended. */
  readonly decided?: boolean;
  readonly meetingId?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** By the date on the paper, and then by id. */
const ORDER: Ordering = [
  { property: 'date', type: 'date', nullable: false, direction: 'ASC' },
  { property: 'reportId', type: 'text', nullable: false, direction: 'ASC' },
];

/** The agenda of a meeting the report goes to is published; `IN_PRIVATE`, the report is exempt there or by itself. 1973 Act ss.50A-50C. */
const ON_PUBLISHED_AGENDA = `EXISTS (SELECT 1 FROM report_place p JOIN report_meeting m ON m.meeting_id = p.meeting_id
  WHERE p.record_id = r.report_id AND p.agenda = 1 AND m.published = 1)`;
const IN_PRIVATE = `(r.exempt = 1 OR EXISTS (SELECT 1 FROM report_place p WHERE p.record_id = r.report_id AND p.agenda = 1
  AND ${exemptAt('p.meeting_id', 'p.place')}))`;

export const readableReport = ({ drafts, exempt }: Sight): string =>
  [...(drafts ? [] : [ON_PUBLISHED_AGENDA]), ...(exempt ? [] : [`NOT ${IN_PRIVATE}`]), '1 = 1'].join(' AND ');

/** SQL, true where the report whose id is `reportId` (SQL) is exempt. */
export const exemptReport = (reportId: string): string =>
  `EXISTS (SELECT 1 FROM report_register r WHERE r.report_id = ${reportId} AND ${IN_PRIVATE})`;

const SELECT = `SELECT r.*, (${ON_PUBLISHED_AGENDA} AND NOT ${IN_PRIVATE}) AS published FROM report_register r`;
const DECODED = { published: 'boolean' } as const;

/** The reads that the views of reports share. */
@Injectable()
export class ReportRows {
  constructor(@InjectReadModel(reportRegister) readonly register: ReadModel<ReportRegisterRow>) {}

  async page(asked: ReportsAsked): Promise<Page<ReadReport>> {
    const { bodyId, undecided, contradicting, decided, meetingId, limit, cursor } = asked;
    const after = cursor === undefined ? null : (decodeCursor(ORDER, cursor) as { date: string; reportId: string });
    const conditions = [
      'r.body_id = :bodyId',
      readableReport(asked),
      ...(undecided ? ['r.undecided > 0'] : []),
      ...(contradicting ? ['r.contradictions > 0'] : []),
      ...(decided ? ['EXISTS (SELECT 1 FROM report_place p WHERE p.record_id = r.report_id AND p.agenda = 0)'] : []),
      ...(meetingId === undefined
        ? []
        : ['EXISTS (SELECT 1 FROM report_place p WHERE p.record_id = r.report_id AND p.meeting_id = :meetingId)']),
      ...(after ? ['(r.date, r.report_id) > (:date, :reportId)'] : []),
    ];
    const found = await this.register.sql<ReadReport>(
      `${SELECT} WHERE ${conditions.join(' AND ')} ORDER BY r.date, r.report_id LIMIT ${limit + 1}`,
      { bodyId, ...(meetingId === undefined ? {} : { meetingId }), ...(after ?? {}) },
      DECODED,
    );
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return { rows, next: found.length > limit && last ? encodeCursor(ORDER, { date: last.date, reportId: last.reportId }) : null };
  }

  async one(reportId: string, sight: Sight): Promise<ReadReport | null> {
    const [row] = await this.register.sql<ReadReport>(
      `${SELECT} WHERE r.report_id = :reportId AND ${readableReport(sight)}`,
      { reportId },
      DECODED,
    );
    return row ?? null;
  }

  /** Decisions whose outcome this reader may not see, as `<meeting>#<decision>`: their minute is not signed, or they are exempt. */
  async hidden(reports: readonly ReadReport[], { drafts, exempt }: Sight): Promise<ReadonlySet<string>> {
    if (drafts && exempt) return new Set();
    const ids = reports.map(({ reportId }) => reportId);
    if (ids.length === 0) return new Set();
    const conditions = [
      ...(drafts ? [] : ['NOT EXISTS (SELECT 1 FROM report_meeting m WHERE m.meeting_id = p.meeting_id AND m.signed = 1)']),
      ...(exempt ? [] : [exemptAt('p.meeting_id', 'p.place')]),
    ];
    const places = await this.register.sql<{ place: string }>(
      `SELECT p.place FROM report_place p WHERE p.record_id IN (:...ids) AND p.agenda = 0 AND (${conditions.join(' OR ')})`,
      { ids },
    );
    return new Set(places.map(({ place }) => place));
  }
}
