import { Injectable } from '@nestjs/common';
import { allows } from '../../kernel/principal.js';
import { slugOf } from '../../kernel/ids.js';
import { breadcrumbsOf } from '../frame/breadcrumbs.js';
import { formIn } from '../frame/forms.js';
import { type PageAsked } from '../frame/page-asked.js';
import { Pages } from '../frame/pages.js';
import { type Shown, type Step, shownForm } from '../frame/steps/step.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { type PlanPageRead, PlanReading } from './plan-reading.js';

export interface ShownList extends Shown {
  /** The cursor of the rows shown. */
  readonly after?: string | undefined;
}

/** What a page that lists a body's plans, or its duties, says of them: and how another is recorded there. */
export interface PlanList<Known> {
  readonly title: string;
  /** The last word of the page's address. */
  readonly at: string;
  readonly template: string;
  /** The page above it, if that is not the body's own. */
  readonly above?: { readonly title: string; readonly at: string };
  /** What one record is called; its id where its title gives none. */
  readonly noun: string;
  readonly addressOf: (recordId: string) => string;
  /** The step that records another, and its word in the page's address, `?do=`. */
  readonly step: Step<void, Known>;
  readonly named: string;
}

interface ListShown<Known> {
  readonly known: (bodyId: string) => Known | Promise<Known>;
  /** The cursor of the rows after those shown; `null` if these are the last. */
  readonly next: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const ON_A_PAGE = 50;
const LONGEST_ID = 60;

/** The rows that a list shows at once. */
export const pageOf = ({ after }: ShownList) => ({ limit: ON_A_PAGE, ...(after && { cursor: after }) });

/** A record's address as its list links to it: at the moment to which the list is turned back, if any. */
export const hrefIn = ({ then }: PlanPageRead, address: string): string => `${address}${then.query && `?${then.query}`}`;

/** The pages that list a body's plans and its duties: alike but for their rows. */
@Injectable()
export class PlanLists {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly reading: PlanReading,
  ) {}

  /** Records another, with an id made of its title. */
  async record<Known>(
    asked: PageAsked,
    list: PlanList<Known>,
    known: (bodyId: string) => Known | Promise<Known>,
    again: (shown: ShownList) => Promise<string>,
  ): Promise<string> {
    const { bodyId } = (await this.reading.read(asked.request)).body;
    const recordId = `${bodyId}/${slugOf(formIn(asked.request).get('title') ?? '', LONGEST_ID) || list.noun}`;
    return this.forms.take(asked, {
      name: list.named,
      step: list.step,
      known: await known(bodyId),
      target: recordId,
      taken: { text: `The body has a ${list.noun} of this title already. Give this one another title.`, href: '#title' },
      at: list.addressOf(recordId),
      again,
    });
  }

  async page<Known>(
    { request, reply }: PageAsked,
    { body, then }: PlanPageRead,
    list: PlanList<Known>,
    { step, problems = [], typed }: ShownList,
    { known, next, data }: ListShown<Known>,
  ): Promise<string> {
    const { bodyId, name } = body;
    const mayRecord = allows(request.principal!, 'plans.record', bodyId) && !then.past;
    const form = step === list.named && mayRecord ? list.step : undefined;
    const at = `/bodies/${bodyId}/${list.at}`;
    return this.pages.render(request, reply, {
      title: `${form ? `${form.name}: ` : ''}${list.title} – ${name}`,
      template: list.template,
      breadcrumbs: breadcrumbsOf(body, ...(list.above ? [{ text: list.above.title, href: `/bodies/${bodyId}/${list.above.at}` }] : []), {
        text: list.title,
      }),
      problems: [...problems, ...then.problems],
      data: {
        ...{ body, then, at, mayRecord, ...data },
        later: next && `${at}?after=${encodeURIComponent(next)}`,
        form: form && shownForm(form, await known(bodyId), { action: at, cancel: at, typed }),
        key: this.forms.key(),
        revision: '*',
      },
    });
  }
}
