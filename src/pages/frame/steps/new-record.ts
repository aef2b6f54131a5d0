import { type BodyHeading } from '../../../slices/bodies/bodies.queries.js';
import { idOfName, shortId } from '../../../kernel/ids.js';
import { breadcrumbsOf } from '../breadcrumbs.js';
import { type FormFields, type FormValue } from '../forms.js';
import { type PageProblem } from '../page-problem.js';
import { type PageContent } from '../pages.js';
import { type Step, shownForm } from './step.js';

const LONGEST_ID = 40;

/**
 * An id out of the words of a title and four letters of the form's key, since two records of a body may have the same title. `first` stands
 * before the title.
 */
export function idOfTitle(title: FormValue | undefined, prefix: string, key: string, first = ''): string {
  const words = idOfName(typeof title === 'string' ? title : '')
    .slice(0, LONGEST_ID)
    .replace(/[-.]+$/, '');
  return [first, words, shortId(prefix, key).slice(2, 6)].filter(Boolean).join('-');
}

interface NewRecord {
  readonly body: BodyHeading;
  readonly title: string;
  readonly template: string;
  /** The list to which the record will belong; the form is sent to its address. */
  readonly list: { readonly text: string; readonly href: string };
  readonly problems?: readonly PageProblem[];
  readonly typed?: FormFields | undefined;
  readonly key: string;
  readonly revision: number | '*' | null;
}

/** A page with the form for a new record of one of a body's lists. */
export const newRecordPage = <Of, Known>(
  step: Step<Of, Known>,
  known: Known,
  { body, title, template, list, problems = [], typed, key, revision }: NewRecord,
): PageContent => ({
  title: `${title} – ${body.name}`,
  template,
  breadcrumbs: breadcrumbsOf(body, list, { text: title }),
  problems,
  data: { body, form: shownForm(step, known, { action: list.href, cancel: list.href, typed }), key, revision },
});
