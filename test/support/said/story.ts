import { type CommandClass } from '../../../src/kernel/command.js';
import { type Given, type Wording } from './filling.js';

/** What a filling may build on. */
export interface SoFar {
  /** The id that the last command of this type made, of this record or of any. */
  readonly made: (type: CommandClass, target?: string) => string;
  readonly wording: Wording;
}

/** One command said in a story, after those before it. */
export interface Saying {
  readonly type: CommandClass;
  readonly target: string | ((soFar: SoFar) => string);
  readonly given: (soFar: SoFar) => object;
}

/** Says a command of a record: every field is filled, but for what is given, and for what is given as `undefined`, which is left unsaid. */
export const say = <D extends object>(
  type: CommandClass<string, D>,
  target: string,
  given: Given<NoInfer<D>> = {} as Given<NoInfer<D>>,
): Saying => ({
  type,
  target,
  given: () => given,
});

/** The same, of a record whose name follows from what was said before. */
export const sayOf = <D extends object>(
  type: CommandClass<string, D>,
  target: (soFar: SoFar) => string,
  given: Given<NoInfer<D>>,
): Saying => ({ type, target, given: () => given });

/** The same, where what is given follows from what was said before. */
export const sayThen = <D extends object>(type: CommandClass<string, D>, target: string, given: (soFar: SoFar) => Given<D>): Saying => ({
  type,
  target,
  given: (soFar) => given(soFar),
});
