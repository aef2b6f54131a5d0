import { type DynamicModule, type Type } from '@nestjs/common';
import { type CommandClass } from './command.js';
import { type Upcaster } from '../eventstore/upcasting.js';
import { type History } from './decider.js';
import { type PolicyClass } from '../across/policies/policy.js';
import { type AnyProjection } from './projection.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each kind of record has its own state
type AnyHistory = History<any, any>;

/** What a slice brings to the application. */
export interface Room {
  readonly module: Type | DynamicModule;
  readonly commands: readonly CommandClass[];
  readonly projections: readonly AnyProjection[];
  /** The newest version of every event type it records. */
  readonly versions: Readonly<Record<string, number>>;
  readonly upcasters?: readonly Upcaster[];
  /** What it does of itself when something happened, beside the policies of the application. */
  readonly policies?: readonly PolicyClass[];
  /** How each kind of record it brings is folded, by its stream's category. */
  readonly histories?: Readonly<Record<string, AnyHistory>>;
}
