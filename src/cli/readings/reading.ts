import { dateInZone } from '../../kernel/dates.js';
import { systemClock } from '../../kernel/clock.js';
import { Misuse } from '../api.js';

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** A verb that reads: it asks one address of the API and prints what that answers. */
export interface Reading {
  /** The verb and its argument, as commander writes them. */
  readonly usage: string;
  readonly summary: string;
  readonly formats: readonly string[];
  readonly options?: readonly (readonly [flags: string, description: string])[];
  /** The address asked, with the query's values that are not the format. Several arguments come with a space between them. */
  readonly address: (argument: string, options: Options) => { readonly path: string; readonly query?: Options };
  /**
   * What is answered in pages. As JSON it is asked to its end; other formats are made of that by `pages`, or are whole as the API
   * gives them where it does.
   */
  readonly pages?: true | ((items: readonly never[], format: string, options: Options) => string);
}

/** Of `body/meeting`. */
export const meetingPath = (ref: string): string => {
  const [body, meeting, ...more] = ref.split('/');
  if (!body || !meeting || more.length > 0)
    throw new Misuse(`a meeting is named body/meeting, such as cpp-strategic-board/2016-03-03; this is ${JSON.stringify(ref)}`);
  return `bodies/${encodeURIComponent(body)}/meetings/${encodeURIComponent(meeting)}`;
};
export const bodyPath = (body: string): string => {
  if (body === '' || body.includes('/')) throw new Misuse(`a body is named such as cpp-strategic-board; this is ${JSON.stringify(body)}`);
  return `bodies/${encodeURIComponent(body)}`;
};
/** Where no body says which zone is meant. */
export const today = (): string => dateInZone(systemClock.now(), 'Europe/London');
export const AS_AT = ['--as-at <date>', 'as it was on that day, yyyy-mm-dd'] as const;

/** Of `body/record`, e.g. `recordPath('plans', 'sb-ijb/review-proposals')`. */
export const recordPath = (records: string, ref: string): string => {
  const [body, record, ...more] = ref.split('/');
  if (!body || !record || more.length > 0)
    throw new Misuse(`it is named body/record, such as sb-ijb/2019-proposals; this is ${JSON.stringify(ref)}`);
  return `bodies/${encodeURIComponent(body)}/${records}/${encodeURIComponent(record)}`;
};
