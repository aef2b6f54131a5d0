import { type Api } from './api.js';

/** What every verb works with: the API to ask, and where to print. */
export interface Session {
  /** Opens the API that the command line names, hands it over, and closes it. A data directory without a record is refused, but for `mayBegin`. */
  withApi<T>(work: (api: Api) => Promise<T>, options?: { readonly mayBegin?: boolean }): Promise<T>;
  /** The data directory, for what is done to the store itself; with --server it is refused. */
  directory(): string;
  print(text: string): void;
  /** For whoever sits there; not part of the answer. */
  note(text: string): void;
}
