import { ChoiceField, DateField, SlugField, StructuredField } from '../../../http/fields.js';
import { PageQuery } from '../../../http/page.js';
import { type NoticeKind } from '../participation.events.js';
import { type RequestStatus, REQUEST_STATUSES } from '../participation.items.js';

const AS_AT = { optional: true, description: 'The day it is read for; today where nothing is said', example: '2026-12-18' };

export type Format = 'json' | 'text' | 'csv';

export const NOTICE_KINDS = [
  'missing-items',
  'acknowledgement',
  'additional-authority',
  'declined',
  'decision',
  'final-details',
  'report',
] as const satisfies readonly NoticeKind[];

export class RequestsQuery extends PageQuery {
  @DateField(AS_AT)
  'as-at'?: string;
  @ChoiceField(REQUEST_STATUSES, {
    optional: true,
    description: 'Only those that stood so on the day; for who may read what is not published',
  })
  state?: RequestStatus;
  @ChoiceField(['true', 'false'], { optional: true, description: 'Only those in which something is late on the day, or nothing is' })
  late?: 'true' | 'false';
  @ChoiceField(['json', 'text', 'csv'], { optional: true })
  format?: Format;
}

export class OneRequestQuery {
  @DateField(AS_AT)
  'as-at'?: string;
  @ChoiceField(['json', 'text'], { optional: true })
  format?: 'json' | 'text';
}

export class NoticeQuery {
  @SlugField({ optional: true, description: 'Of the notices to additional authorities, the one to this authority' })
  authority?: string;
  @ChoiceField(['text', 'json'], { optional: true, description: 'text where nothing is said' })
  format?: 'text' | 'json';
}

const yearProblem = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{4}$/.test(value) && Number(value) >= 2017 && Number(value) < 2200
    ? null
    : 'must be a year from 2017 to 2199';

export class AnnualReportQuery {
  @StructuredField(
    yearProblem,
    { type: 'integer', minimum: 2017, maximum: 2199 },
    { optional: true, description: 'The year the reporting year begins in, on 1 April; the one today is in where nothing is said' },
  )
  year?: string;
  @ChoiceField(['json', 'text', 'csv'], { optional: true })
  format?: Format;
}
