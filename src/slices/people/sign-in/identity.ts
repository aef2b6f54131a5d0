import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { CommandRunner } from '../../../eventstore/command-runner.js';
import { CLOCK, type Clock } from '../../../kernel/clock.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { refuseAccess } from '../../../http/access.refusals.js';
import { type Identified, type WhoAsks } from '../../../http/who-asks.port.js';
import { principalHistory, type PrincipalState } from '../principal.decider.js';
import { type Principal, PUBLIC } from '../../../kernel/principal.js';
import { ALL_BODIES } from '../../../kernel/rights.js';
import { digestOf, newToken, TOKEN } from '../vault/secrets.js';
import { Vault } from '../vault/vault.js';
import { sessionOf } from './session-cookie.js';
import { type TokenRow } from '../vault/vault.entities.js';

const MOST_TOKENS_CACHED = 10_000;
export const NOBODY: Identified = { principal: PUBLIC, tokenId: null };

/** The person who works on the data directory itself. */
export const OPERATOR: Principal = { id: 'operator', name: 'The operator', grants: [{ role: 'administrator', bodyId: ALL_BODIES }] };

/**
 * Finds the principal behind a request's `Authorization`. Digests of tokens once found are remembered while they are valid; a principal's
 * grants are read on every request, so that a suspension or a withdrawn role counts from the next one on.
 */
@Injectable()
export class Identity implements WhoAsks {
  private readonly known = new Map<string, TokenRow>();
  private operator: { readonly token: string; readonly digest: Buffer } | undefined;

  constructor(
    private readonly vault: Vault,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  identify(request: FastifyRequest): Promise<Identified | Refusal> {
    const session = sessionOf(request);
    return this.identifyBy(session === undefined ? request.headers.authorization : `Bearer ${session}`);
  }

  private async identifyBy(authorization: string | undefined): Promise<Identified | Refusal> {
    if (authorization === undefined) return NOBODY;
    const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
    if (token === undefined || !TOKEN.test(token)) return refuseAccess('access.token-invalid');
    const digest = digestOf(token);
    if (this.operator && timingSafeEqual(Buffer.from(digest), this.operator.digest)) return { principal: OPERATOR, tokenId: null };
    const row = this.known.get(digest) ?? (await this.look(digest));
    if (!row) return refuseAccess('access.token-invalid');
    if (row.revokedAt !== null) return refuseAccess('access.token-revoked');
    if (row.expiresAt <= this.clock.now()) {
      this.known.delete(digest);
      return refuseAccess('access.token-expired');
    }
    const principal = await this.principal(row.login);
    return 'code' in principal ? principal : { principal, tokenId: row.id };
  }

  /** A registered principal who may act. */
  async principal(login: string): Promise<Principal | Refusal> {
    const { state, revision } = await this.state(login);
    if (revision === 'none') return refuseAccess('access.token-invalid');
    if (state.suspended) return refuseAccess('access.suspended');
    return { id: login, name: state.name, grants: state.grants, ...(state.personId === undefined ? {} : { personId: state.personId }) };
  }

  state(login: string): Promise<{ readonly state: PrincipalState; readonly revision: number | 'none' }> {
    return this.runner.load<PrincipalState>(principalHistory as never, login);
  }

  /** Called after tokens of a principal were revoked. */
  forget(login: string): void {
    for (const [digest, row] of this.known) if (row.login === login) this.known.delete(digest);
  }

  /** A token for the operator, good for as long as this process lives and stored nowhere. */
  operatorToken(): string {
    if (!this.operator) {
      const token = newToken();
      this.operator = { token, digest: Buffer.from(digestOf(token)) };
    }
    return this.operator.token;
  }

  private async look(digest: string): Promise<TokenRow | null> {
    const row = await this.vault.find(digest);
    if (!row || row.revokedAt !== null) return row;
    if (this.known.size >= MOST_TOKENS_CACHED) {
      const oldest = this.known.keys().next();
      if (!oldest.done) this.known.delete(oldest.value);
    }
    this.known.set(digest, row);
    return row;
  }
}
