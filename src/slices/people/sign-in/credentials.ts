import { Inject, Injectable, Logger } from '@nestjs/common';
import { CONFIG } from '../../../config/config.token.js';
import { type Config } from '../../../config/config.js';
import { CLOCK, type Clock } from '../../../kernel/clock.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { refuseAccess } from '../../../http/access.refusals.js';
import { Identity } from './identity.js';
import { type LockOut, SignInThrottle } from './sign-in-throttle.js';
import { type IssuedToken, type TokenShown, Vault } from '../vault/vault.js';

const SHORTEST_PASSWORD = 12;
const DAY_MS = 86_400_000;

const isWeak = (login: string, password: string): boolean =>
  password.length < SHORTEST_PASSWORD || password.toLowerCase() === login || new Set(password).size < 4;

export interface Refused {
  readonly refusal: Refusal;
  /** Seconds after which to try again. */
  readonly retryAfter?: number;
}

/** Passwords and tokens: giving out, changing, taking back. */
@Injectable()
export class Credentials {
  private readonly throttle: SignInThrottle;
  private readonly logger = new Logger('Access');

  constructor(
    private readonly vault: Vault,
    private readonly identity: Identity,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.throttle = new SignInThrottle(clock);
  }

  async signIn(login: string, password: string, address: string): Promise<IssuedToken | Refused> {
    const refused = await this.prove(login, password, address);
    if (refused) return refused;
    const principal = await this.identity.principal(login);
    if ('code' in principal) return { refusal: principal.code === 'access.suspended' ? principal : refuseAccess('access.sign-in-failed') };
    const now = this.clock.now();
    await this.vault.forgetSessionsBefore(later(now, -30 * DAY_MS));
    return this.vault.issue(login, { kind: 'session', label: 'Sign-in', now, expiresAt: later(now, this.config.sessionHours * 3_600_000) });
  }

  async changePassword(login: string, current: string, password: string, address: string, tokenId: string | null): Promise<Refused | null> {
    const refused = await this.prove(login, current, address);
    if (refused) return refused;
    return this.setPassword(login, password, tokenId ?? undefined);
  }

  /** Ends the principal's sign-ins, except the one that made the change; a login that was locked out may sign in again at once. */
  async setPassword(login: string, password: string, keepTokenId?: string): Promise<Refused | null> {
    if (isWeak(login, password)) return { refusal: refuseAccess('access.password-weak', { field: 'password' }) };
    const now = this.clock.now();
    await this.vault.setPassword(login, password, now);
    await this.vault.endSessions(login, now, keepTokenId);
    this.identity.forget(login);
    this.throttle.letIn(login);
    return null;
  }

  /** The logins and addresses locked out just now, for administrators. */
  lockOuts(): readonly LockOut[] {
    return this.throttle.closed();
  }

  letIn(login: string): void {
    this.throttle.letIn(login);
  }

  /** Ends every sign-in of the principal; tokens made for programs stay. */
  async endSessions(login: string): Promise<void> {
    await this.vault.endSessions(login, this.clock.now());
    this.identity.forget(login);
  }

  makeToken(login: string, label: string, days = 365): Promise<IssuedToken> {
    const now = this.clock.now();
    return this.vault.issue(login, { kind: 'api', label, now, expiresAt: later(now, days * DAY_MS) });
  }

  tokens(login: string): Promise<TokenShown[]> {
    return this.vault.list(login);
  }

  async revoke(login: string, id: string): Promise<Refusal | null> {
    const known = await this.vault.revoke(login, id, this.clock.now());
    this.identity.forget(login);
    return known ? null : refuseAccess('access.no-such-token');
  }

  private async prove(login: string, password: string, address: string): Promise<Refused | null> {
    const retryAfter = this.throttle.closedFor(login, address);
    if (retryAfter > 0) return { refusal: refuseAccess('access.locked-out', { detail: { retryAfterSeconds: retryAfter } }), retryAfter };
    // The failure is counted before the slow comparison, so that guesses sent side by side are counted too.
    const closed = this.throttle.failed(login, address);
    if (!(await this.vault.passwordMatches(login, password))) {
      if (closed) this.logger.warn({ msg: 'signing in is closed after repeated failures', login, address });
      return { refusal: refuseAccess('access.sign-in-failed') };
    }
    this.throttle.succeeded(login, address);
    return null;
  }
}

const later = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
