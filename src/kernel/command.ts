import { type Command } from './decider.js';
import { type Recorder } from './event.js';

/**
 * A kind of record that commands are about: its place in addresses, and the body in which the right is asked for. Each scope stands in its
 * slice.
 */
export interface Scope {
  /** Address below the API. Its parameters, each with a colon before it, name the target: `bodies/:bodyId/meetings/:meeting`. */
  readonly address: string;
  /** How a target is written, for people: `a body`, `body/meeting`. */
  readonly target: string;
  /** A description of each parameter, for the documentation. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The heading under which the documentation lists the commands of this scope. */
  readonly tag: string;
  /**
   * Where the right must be held.
   * - `body`: in the body that the address names, or in all bodies if it names none.
   * - `anywhere`: in at least one body, for records that bodies share.
   * - `all`: in all bodies.
   */
  readonly asks: 'body' | 'anywhere' | 'all';
  /** The body an address names, where that is not its `:bodyId`; `undefined` for none. */
  readonly bodyIn?: (parameters: Readonly<Record<string, string | undefined>>) => string | undefined;
}

export const scope = <S extends Scope>(declared: S): S => declared;

/** The parameters of a scope's address, in order. */
export const parametersOf = ({ address }: Scope): string[] =>
  address
    .split('/')
    .filter((part) => part.startsWith(':'))
    .map((part) => part.slice(1));

/**
 * One verb of the domain: its payload, who may ask it, and an example that runs as it stands.
 * Everything about a command is here once: its address, its documentation and its handler follow from it.
 */
export interface CommandSpec<T extends string = string, D extends object = object> {
  /** PascalCase; the address uses it in kebab-case: `SecondMotion` is `POST .../second-motion`. */
  readonly type: T;
  readonly scope: Scope;
  /** The class-validator DTO of its payload. */
  readonly dto: new () => D;
  /** The right the sender must hold in the body concerned. */
  readonly right: string;
  /** One sentence: what the command records. */
  readonly summary: string;
  readonly example: NoInfer<D>;
  /** Personal fields of the payload: left out of the digest that is kept beside the events. */
  readonly personal?: readonly (keyof D & string)[];
  /** Whether the command makes a new record: the record's stream must not exist yet. */
  readonly creates?: boolean;
}

/** The fields that travel with every command, beside its payload. */
export interface CommandEnvelope {
  readonly by: Recorder;
  /** When the thing recorded happened in the room; the moment of recording if the sender names no other. */
  readonly happenedAt?: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** The id that a command shares with its repetitions. */
  readonly commandId: string;
  /** The id that 0.1.0 made of the sender's key: a command recorded under it is known again. */
  readonly formerly?: string;
  /** The revision the sender saw; `current` judges the command on whatever stands now; `none` for a new record. */
  readonly expected: number | 'current' | 'none';
}

/** A command on the command bus. */
export class BusCommand<D extends object = object> {
  constructor(
    readonly target: string,
    readonly data: D,
    readonly envelope: CommandEnvelope,
  ) {}
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of commands has as many payloads
export interface CommandClass<T extends string = string, D extends object = any> {
  new (target: string, data: D, envelope: CommandEnvelope): BusCommand<D>;
  readonly spec: CommandSpec<T, D>;
}

/** Makes the bus command for a verb. */
export function defineCommand<T extends string, D extends object>(spec: CommandSpec<T, D>): CommandClass<T, D> {
  const command = class extends BusCommand<D> {
    static readonly spec = spec;
  };
  Object.defineProperty(command, 'name', { value: spec.type });
  return command;
}

/** The command a decider gets for a command class, with the facts its slice gathers. */
export type CommandFor<C, F = unknown> = C extends CommandClass<infer T, infer D> ? Command<T, D, F> : never;

/** The commands a decider gets for a list of command classes. */
export type CommandsOf<List extends readonly CommandClass[], F = unknown> = CommandFor<List[number], F>;

/** A value for each command of a list, by the command's type: a list does not compile while one of its commands is missing here. */
export type ByCommand<List extends readonly CommandClass[], Made> = {
  readonly [C in List[number] as C['spec']['type']]: (data: InstanceType<C['spec']['dto']>, target: string) => Made;
};

/** The facts that a decider's command carries; `never` where it carries none. */
export type FactsOf<C> = C extends { readonly facts: infer F } ? (unknown extends F ? never : F) : never;

/** How the facts of a decider's commands are gathered: a command that carries facts does not compile while it is missing here. */
export type FactsByCommand<C extends Command> = {
  readonly [One in C as [FactsOf<One>] extends [never] ? never : One['type']]: (
    data: One['data'],
    target: string,
  ) => FactsOf<One> | Promise<FactsOf<One>>;
};

/** The facts a command carries, by the table of its decider; none for a command that is not in the table. */
export const factsFor = async <C extends Command>(
  table: FactsByCommand<C>,
  { spec }: CommandClass,
  { data, target }: BusCommand,
): Promise<FactsOf<C> | undefined> => {
  const gatherers = table as unknown as Readonly<Record<string, (data: object, target: string) => FactsOf<C> | Promise<FactsOf<C>>>>;
  return gatherers[spec.type]?.(data, target);
};

export const madeOf = <List extends readonly CommandClass[], Made>(
  table: ByCommand<List, Made>,
  { spec }: CommandClass,
  { data, target }: BusCommand,
): Made => (table as unknown as Readonly<Record<string, (data: object, target: string) => Made>>)[spec.type]!(data, target);

/** The facts of a command that needs nothing from outside its stream but the names by which the stream knows people. */
export type NoFacts = Readonly<Record<string, never>>;
