import { type Deadline } from '../kernel/deadline.js';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { bodyAddressed } from './needs.js';
import { allows, recorderOf, roleAnywhere, roleFor, PUBLIC } from '../kernel/principal.js';
import { ALL_BODIES, type Right } from '../kernel/rights.js';
import { type Outcome } from '../eventstore/command-runner.js';
import { type FirstUse } from '../eventstore/first-use.port.js';
import { type CommandClass, type CommandEnvelope, type CommandSpec, type Scope } from '../kernel/command.js';
import { CLOCK, type Clock } from '../kernel/clock.js';
import { type Position, type Recorder } from '../kernel/event.js';
import { derivedId, newId } from '../kernel/ids.js';
import { isRefusal, type Refusal } from '../kernel/refusal.js';
import { checked } from './checked.js';
import { isInstant } from './fields.js';
import { refuseRequest } from './http.refusals.js';
import { invalid } from './json-body.js';
import { BODY_OF_STREAM, type BodyOfStream } from './live/live-feed.js';
import { orRefuse, RequestRefused } from './request-refused.js';
import { CommandWatch } from './operations/command-watch.js';
import { WriteAccess } from './write-access.js';

/** How far a sender's clock may be ahead of this one. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** The answer to a command that was accepted. */
export interface CommandAnswer {
  readonly id: string;
  readonly revision: number;
  readonly position: Position;
  /** How the words sent were read, of commands whose words are read. */
  readonly read?: string;
  /** The deadlines that the command set, as their words were read. */
  readonly deadlines?: readonly Deadline[];
}

/** A command as it came in: its fields, the sender's key for it, and the revision it was written against. */
export interface AskedCommand {
  readonly body: unknown;
  readonly key: string | string[] | undefined;
  readonly expected: CommandEnvelope['expected'];
}

/** The one way in for every command: address, headers and body to the command bus, and its outcome to an answer. */
@Injectable()
export class CommandDoor {
  constructor(
    private readonly bus: CommandBus,
    private readonly watch: CommandWatch,
    private readonly writing: WriteAccess,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(BODY_OF_STREAM) private readonly bodyOf: BodyOfStream,
  ) {}

  async submit(type: CommandClass, target: string, request: FastifyRequest, reply: FastifyReply): Promise<CommandAnswer> {
    const { body, headers } = request;
    const outcome = await this.ask(type, target, request, () => ({
      body,
      key: headers['idempotency-key'],
      expected: type.spec.creates === true ? 'none' : expectedBy(headers['if-match']),
    }));
    const { id, revision, position, repeated, read, deadlines } = orRefuse<Outcome>(outcome);
    void reply
      .code(repeated ? 200 : 201)
      .header('etag', `"${revision}"`)
      .header('quorate-position', position);
    return { id, revision, position, ...(read !== undefined && { read }), ...(deadlines && { deadlines }) };
  }

  /**
   * Submits a command. `asked` reads the request, so that a mistake in the request becomes a refusal too. The guard has already asked for
   * the right.
   */
  async ask(type: CommandClass, target: string, request: FastifyRequest, asked: () => AskedCommand): Promise<Outcome | Refusal> {
    const outcome = await this.outcome(type, target, request, asked);
    this.watch.decided(type.spec.type, outcome.accepted ? null : outcome.code);
    return outcome;
  }

  private async outcome(
    type: CommandClass,
    target: string,
    request: FastifyRequest,
    asked: () => AskedCommand,
  ): Promise<Outcome | Refusal> {
    const spec = type.spec as CommandSpec;
    try {
      this.writing.require();
      const { body, key, expected } = asked();
      const { data, happenedAt } = this.body(spec, body);
      const by = recorderFor(spec, request);
      const envelope: CommandEnvelope = {
        by,
        correlationId: request.id,
        ...commandIdsOf(key, by),
        expected,
        ...(happenedAt === undefined ? {} : { happenedAt }),
      };
      const outcome = await this.bus.execute<InstanceType<CommandClass>, Outcome | Refusal>(new type(target, data, envelope));
      return isRefusal(outcome) && outcome.code === 'command.key-reused' ? this.reused(outcome, request) : outcome;
    } catch (error) {
      if (error instanceof RequestRefused) return error.refusal;
      throw error;
    }
  }

  /** What a key was first used for is told to whoever used it, or may read the history of that record. */
  private reused(refusal: Refusal, { principal }: FastifyRequest): Refusal {
    const { usedFor, ...detail } = refusal.detail as { readonly usedFor: FirstUse };
    const { by, ...told } = usedFor;
    const who = principal ?? PUBLIC;
    if (by === who.id || allows(who, 'audit.read', this.bodyOf(usedFor.stream) ?? ALL_BODIES))
      return { ...refusal, detail: { ...detail, usedFor: told } };
    return { ...refusal, detail: { sentence: 'It was first used by somebody else, for what you may not read.' } };
  }

  /** `happenedAt` travels beside the command's own fields, and is no part of its payload. */
  private body(spec: CommandSpec, body: unknown): { data: object; happenedAt?: string } {
    if (typeof body !== 'object' || body === null || Array.isArray(body) || !('happenedAt' in body))
      return { data: checked(spec.dto, body) };
    const { happenedAt, ...fields } = body;
    if (!isInstant(happenedAt))
      throw invalid([{ field: 'happenedAt', rule: 'must be an instant with its offset, such as 2016-03-03T14:00:00Z' }]);
    const instant = new Date(happenedAt).toISOString();
    if (Date.parse(instant) > Date.parse(this.clock.now()) + CLOCK_SKEW_MS) {
      throw new RequestRefused(refuseRequest('command.happened-later', { field: 'happenedAt', detail: { happenedAt: instant } }));
    }
    return { data: checked(spec.dto, fields), happenedAt: instant };
  }
}

/** The caller in the role that gives the command's right; the guard has turned away every caller without that right. */
function recorderFor(spec: CommandSpec, { principal, params }: FastifyRequest): Recorder {
  const who = principal ?? PUBLIC;
  const right = spec.right as Right;
  const where = askedIn(spec);
  const bodyId = where === 'all' ? undefined : (spec.scope.bodyIn ?? bodyAddressed)(params as Readonly<Record<string, string | undefined>>);
  const role = where === 'anywhere' ? roleAnywhere(who, right) : roleFor(who, right, bodyId ?? ALL_BODIES);
  return recorderOf(who, role ?? 'public');
}

/**
 * Where a command's right must be held: in all bodies for a command that makes a body, since nobody holds a right in a body that does not
 * exist yet.
 */
export const askedIn = ({ scope, creates }: CommandSpec): Scope['asks'] =>
  scope.asks === 'body' && creates === true && scope.address.endsWith(':bodyId') ? 'all' : scope.asks;

function commandIdsOf(key: string | string[] | undefined, by: Recorder): Pick<CommandEnvelope, 'commandId' | 'formerly'> {
  if (key === undefined) return { commandId: newId() };
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw new RequestRefused(refuseRequest('command.key-invalid'));
  return { commandId: derivedId('command', key), formerly: derivedId('command', by.principalId, key) };
}

function expectedBy(header: string | undefined): number | 'current' {
  if (header === undefined) throw new RequestRefused(refuseRequest('command.revision-required'));
  if (header.trim() === '*') return 'current';
  const revision = /^\s*(?:"(\d{1,9})"|(\d{1,9}))\s*$/.exec(header);
  if (!revision) throw new RequestRefused(refuseRequest('command.revision-invalid', { detail: { sent: header.slice(0, 100) } }));
  return Number(revision[1] ?? revision[2]);
}
