import { Controller, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Needs } from './needs.js';
import { type Right } from '../kernel/rights.js';
import { type CommandClass, type CommandSpec, parametersOf } from '../kernel/command.js';
import { askedIn, CommandDoor, type CommandAnswer } from './command-door.js';
import { SLUG } from './fields.js';
import { refuseRequest } from './http.refusals.js';
import { documentCommand } from './openapi/document-command.js';
import { RequestRefused } from './request-refused.js';

export const API = 'api/v1';

export const verbOf = (type: string): string => type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

/** `bodies/:bodyId/meetings/:meeting/second-motion`, below `/api/v1/`. */
export const addressOf = ({ scope, type }: CommandSpec): string => `${scope.address}/${verbOf(type)}`;

/** An id in an address; a text that cannot be an id is refused as an unknown address. */
export function idIn(params: unknown, name: string): string {
  const value = (params as Readonly<Record<string, string | undefined>>)[name];
  if (value !== undefined && SLUG.test(value)) return value;
  throw new RequestRefused(
    refuseRequest('request.not-found', { field: name, detail: { sentence: `In the address, ${name} cannot be the id of anything.` } }),
  );
}

/**
 * A controller with one POST route for each command:
 * `@Module({ controllers: [commandController(motionCommands), ...], providers: [...decidedBy(motionDecider, motionCommands)] })`.
 */
export function commandController(commands: readonly CommandClass[]): Type {
  @Controller(API)
  class CommandsController {
    constructor(@Inject(CommandDoor) readonly door: CommandDoor) {}
  }
  Object.defineProperty(CommandsController, 'name', { value: `${commands[0]?.spec.type ?? 'No'}CommandsController` });
  for (const command of commands) addRoute(CommandsController, command);
  return CommandsController;
}

function addRoute(controller: Type<{ readonly door: CommandDoor }>, command: CommandClass): void {
  const spec = command.spec as CommandSpec;
  const parameters = parametersOf(spec.scope);
  const name = spec.type[0]!.toLowerCase() + spec.type.slice(1);
  const handler = function (this: { readonly door: CommandDoor }, request: FastifyRequest, reply: FastifyReply): Promise<CommandAnswer> {
    const target = parameters.map((parameter) => idIn(request.params, parameter)).join('/');
    return this.door.submit(command, target, request, reply);
  };
  const prototype = controller.prototype as object;
  Object.defineProperty(prototype, name, { value: handler, writable: true, configurable: true, enumerable: false });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
  Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, name);
  Req()(prototype, name, 0);
  Res({ passthrough: true })(prototype, name, 1);
  for (const decorate of [Post(addressOf(spec)), Needs(spec.right as Right, askedIn(spec), spec.scope.bodyIn), ...documentCommand(command)])
    decorate(prototype, name, descriptor);
}
