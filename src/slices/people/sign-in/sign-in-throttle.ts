import { type Clock } from '../../../kernel/clock.js';

interface Failures {
  count: number;
  /** Milliseconds since the epoch. */
  last: number;
  closedUntil: number;
}

const MINUTE = 60_000;
const FORGOTTEN_AFTER = 60 * MINUTE;
const MOST_KEPT = 20_000;

/** A login or an address that is locked out of signing in. */
export interface LockOut {
  /** `null` where the address is locked out, for any login. */
  readonly login: string | null;
  /** `null` where the login is locked out, from any address. */
  readonly address: string | null;
  /** The number of failures. */
  readonly failures: number;
  /** Instants, ISO 8601 UTC. */
  readonly lastTriedAt: string;
  readonly until: string;
}

/** Failures allowed before a lock-out: of one login from one address, of one login from anywhere, from one address for any login. */
const ALLOWED = { both: 5, login: 50, address: 50 } as const;

/**
 * Closes signing in after repeated failures: for one minute, then two, four, up to a quarter of an hour.
 * A login tried from one address is closed for that address first, so that strangers cannot easily lock somebody out.
 * Kept in memory only: a restart forgives.
 */
export class SignInThrottle {
  private readonly kept = new Map<string, Failures>();

  constructor(private readonly clock: Clock) {}

  /** Seconds until signing in is open again; 0 when it is open. */
  closedFor(login: string, address: string): number {
    const now = this.now();
    const until = Math.max(...this.keys(login, address).map(([key]) => this.kept.get(key)?.closedUntil ?? 0));
    return until > now ? Math.ceil((until - now) / 1000) : 0;
  }

  /** Counts a failure; says whether that closed signing in. */
  failed(login: string, address: string): boolean {
    const now = this.now();
    let closed = false;
    for (const [key, allowed] of this.keys(login, address)) {
      const before = this.kept.get(key);
      const count = before && now - before.last < FORGOTTEN_AFTER ? before.count + 1 : 1;
      const over = count - allowed;
      const closedUntil = over >= 0 ? now + Math.min(MINUTE * 2 ** Math.min(over, 4), 15 * MINUTE) : 0;
      closed ||= closedUntil > 0;
      this.kept.delete(key);
      this.kept.set(key, { count, last: now, closedUntil });
    }
    for (const key of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(key);
    }
    return closed;
  }

  succeeded(login: string, address: string): void {
    this.kept.delete(`both ${login} ${address}`);
  }

  /** Ends the lock-outs of a login, from every address. */
  letIn(login: string): void {
    for (const key of this.kept.keys()) if (key === `login ${login}` || key.startsWith(`both ${login} `)) this.kept.delete(key);
  }

  /** The lock-outs of the moment, the latest first. */
  closed(): readonly LockOut[] {
    const now = this.now();
    return [...this.kept]
      .filter(([, { closedUntil }]) => closedUntil > now)
      .map(([key, { count, last, closedUntil }]) => {
        const [kind, first = '', second = ''] = key.split(' ');
        return {
          login: kind === 'address' ? null : first,
          address: kind === 'address' ? first : kind === 'both' ? second : null,
          failures: count,
          lastTriedAt: new Date(last).toISOString(),
          until: new Date(closedUntil).toISOString(),
        };
      })
      .reverse();
  }

  private now = (): number => Date.parse(this.clock.now());

  private keys(login: string, address: string): [string, number][] {
    return [
      [`both ${login} ${address}`, ALLOWED.both],
      [`login ${login}`, ALLOWED.login],
      [`address ${address}`, ALLOWED.address],
    ];
  }
}
