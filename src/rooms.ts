import { type DynamicModule, type Type } from '@nestjs/common';
import { type CommandClass } from './eventstore/commands.js';
import { type Upcaster } from './eventstore/upcasting.js';
import { type AnyProjection } from './projections/projection.js';

/** What a slice brings to the application. */
export interface Room {
  readonly module: Type | DynamicModule;
  readonly commands: readonly CommandClass[];
  readonly projections: readonly AnyProjection[];
  /** The newest version of every event type it records. */
  readonly versions: Readonly<Record<string, number>>;
  readonly upcasters?: readonly Upcaster[];
}
