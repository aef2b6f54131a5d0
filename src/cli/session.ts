import { type Config } from '../config/config.js';
import { type Api } from './api.js';

/** What every verb works with: the API to ask, and where to print. */
export interface Session {
  /**
   * Opens the API that the command line names, hands it over, and closes it. A data directory without a record is refused, unless
   * `mayBegin`.
   */
  withApi<T>(work: (api: Api) => Promise<T>, options?: { readonly mayBegin?: boolean }): Promise<T>;
  /** The settings, for verbs that work on the record itself; refused with --server. */
  config(): Config;
  print(text: string): void;
  /** Tells something to the person at the terminal; no part of the answer. */
  note(text: string): void;
}
