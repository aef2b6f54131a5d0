import { type StoreFaultCode } from '../eventstore/event-store.port.js';
import { refuseRequest } from './http.refusals.js';
import { RequestRefused } from './request-refused.js';

/** Whether this process may write: `closedBecause` is `null` if it may, else the reason it may not. */
export class WriteAccess {
  constructor(private readonly closedBecause: Extract<StoreFaultCode, 'store.in-use' | 'store.read-only'> | null) {}

  get open(): boolean {
    return this.closedBecause === null;
  }

  /** Throws the refusal if this process may not write; called before a command is looked at. */
  require(): void {
    if (this.closedBecause !== null) throw new RequestRefused(refuseRequest(this.closedBecause));
  }
}
