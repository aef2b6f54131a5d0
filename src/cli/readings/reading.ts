import { dateInZone } from '../../kernel/dates.js';
import { systemClock } from '../../kernel/clock.js';
import { Misuse } from '../api.js';
import { idsOf } from '../../kernel/record-id.js';

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** A verb that reads: it asks one address of the API and prints what that answers. */
export interface Reading {
  /** The verb and its argument, as commander writes them. */
  readonly usage: string;
  readonly summary: string;
  readonly formats: readonly string[];
  readonly options?: readonly (readonly [flags: string, description: string])[];
  /** The address to ask, with the query's values except the format. Several arguments come in one text with a space between them. */
  readonly address: (argument: string, options: Options) => { readonly path: string; readonly query?: Options };
  /**
   * Set if the API answers in pages. As JSON, all pages are fetched; another format is made from all pages by the function, or, for `true`,
   * is fetched whole from the API.
   */
  readonly pages?: true | ((items: readonly never[], format: string, options: Options) => string);
}

/** The address of `body/meeting` in the API. */
export const meetingPath = (ref: string): string => {
  const ids = idsOf(ref);
  if (!ids) throw new Misuse(`a meeting is named body/meeting, such as cpp-strategic-board/2016-03-03; this is ${JSON.stringify(ref)}`);
  return `bodies/${encodeURIComponent(ids.bodyId)}/meetings/${encodeURIComponent(ids.key)}`;
};
export const bodyPath = (body: string): string => {
  if (body === '' || body.includes('/')) throw new Misuse(`a body is named such as cpp-strategic-board; this is ${JSON.stringify(body)}`);
  return `bodies/${encodeURIComponent(body)}`;
};
/** Today in Scotland, for a reading that names no body with a time zone. */
export const today = (): string => dateInZone(systemClock.now(), 'Europe/London');
export const AS_AT = ['--as-at <date>', 'as it was on that day, yyyy-mm-dd'] as const;

/** The address of `body/record` in the API, e.g. `recordPath('plans', 'sb-ijb/review-proposals')`. */
export const recordPath = (records: string, ref: string): string => {
  const ids = idsOf(ref);
  if (!ids) throw new Misuse(`it is named body/record, such as sb-ijb/2019-proposals; this is ${JSON.stringify(ref)}`);
  return `bodies/${encodeURIComponent(ids.bodyId)}/${records}/${encodeURIComponent(ids.key)}`;
};
