import { type Right } from '../../../kernel/rights.js';
import { type FormFields } from '../forms.js';
import { offeredOf, shownForm, type Steps } from './step.js';

interface StandingAt {
  /** The address of the page. */
  readonly at: string;
  readonly may: (right: Right) => boolean;
  /** What was typed into a form that was refused; a form's own values stand where nothing was. */
  readonly typed?: FormFields | undefined;
}

/** The forms of all steps that this reader may record now, by the steps' names, for a page on which each of them stands open. */
export const standingForms = <Of, Known>(steps: Steps<Of, Known>, of: Of, known: Known, { at, may, typed = {} }: StandingAt) =>
  Object.fromEntries(
    offeredOf(steps, of, may).map(({ step: name }) => {
      const step = steps[name]!;
      const opened = step.start?.(known);
      return [name, shownForm(step, known, { action: `${at}/${name}`, cancel: at, typed: { ...opened, ...typed } })] as const;
    }),
  );
