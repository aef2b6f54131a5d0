import { labelOf } from '../state/label.js';
import { type Step } from './difference.js';

/** The place of a change in words, from the outside in: `Agenda`, `3. Roads`, `Title`. */
export const whereOf = (path: readonly Step[]): readonly string[] =>
  path.map((step) => ('field' in step ? labelOf(step.field) : step.item));

/** The field a change's values belong to. */
export const fieldOf = (path: readonly Step[]): string => {
  const step = path.findLast((one) => 'field' in one);
  return step && 'field' in step ? step.field : '';
};
