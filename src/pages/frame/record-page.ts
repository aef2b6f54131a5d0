import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';
import { allows } from '../../kernel/principal.js';
import { type Right } from '../../kernel/rights.js';
import { type PageAsked } from './page-asked.js';
import { type PageMoment } from './page-moment.js';
import { type PageContent, type Pages } from './pages.js';
import { type OpenedStep, openedStep, problemsOf } from './steps/opened-step.js';
import { standingForms } from './steps/standing-forms.js';
import { type Shown, shownForm, type Step, type Steps } from './steps/step.js';
import { stepAsked, type StepForms, type StepSent } from './steps/step-forms.js';

/** A record as its page read it. */
export interface RecordRead {
  /** The body whose rights count, or `*` for rights in all bodies. */
  readonly body: { readonly bodyId: string };
  /** The moments to which the page is turned back, if it can be. A page turned back offers nothing. */
  readonly then?: PageMoment;
}

/** A page shown instead of the record's, on which nothing can be recorded: of a moment before the record, or for whoever may see less. */
export class Instead {
  constructor(readonly content: PageContent) {}
}

/**
 * The steps of one record; `of`: what decides which of them are offered; `known`: what the form of each is made of, or the forms of all that
 * stand open.
 */
interface StepsOfRecord {
  readonly all: Steps<unknown>;
  readonly of: unknown;
  readonly known: (step?: Step<unknown>) => unknown;
}

export const stepsOf = <Of, Known>(
  all: Steps<Of, Known>,
  of: Of,
  known: (step?: Pick<Step<Of, Known>, 'notYet'>) => Known | Promise<Known>,
): StepsOfRecord => ({ all: all as unknown as Steps<unknown>, of, known: known });

/** What is one record's page alone; {@link RecordPage} does what is the same on all of them. */
export interface RecordPageOf<Read extends RecordRead> {
  /** The record as this reader may see it. Refused if there is none. */
  readonly read: (asked: PageAsked) => Promise<Read | Instead>;
  readonly steps: (read: Read, asked: PageAsked) => StepsOfRecord;
  /** The id of the record that the commands are for. */
  readonly target: (read: Read) => string;
  readonly revision: (read: Read) => number | null | Promise<number | null>;
  /** The page to which the browser is sent once a step is recorded, or not taken. */
  readonly address: (read: Read) => string;
  /** The page's own address, below which its forms are sent, if that is another; what was done is then said on the other page. */
  readonly ownAddress?: (read: Read) => string;
  /** What the page puts beside a form that was sent. */
  readonly beside?: (read: Read, asked: PageAsked) => Partial<Pick<StepSent<unknown, unknown>, BesideForm>>;
  /** The form that is open, if not the one asked for or refused. */
  readonly opens?: (read: Read, shown: Shown) => Pick<Shown, 'step' | 'refused'>;
  /** True if the forms of all steps stand open on the page: `forms` of its data, by the steps' names. */
  readonly standing?: true;
  /** True if the title stays the same whichever form is open; else the name of the form comes first. */
  readonly oneTitle?: true;
  /** What may just have been done besides the steps, by the value of `done` in the address. */
  readonly alsoDone?: Readonly<Record<string, { readonly done: string }>>;
  /** Its data stand beside, and before, those that every record's page has. */
  readonly content: (read: Read, asked: PageAsked, opened: OpenedStep<unknown, unknown>) => PageContent | Promise<PageContent>;
}

type BesideForm = 'done' | 'place' | 'extraFields' | 'problemsIn';

/**
 * The page of one record: shows it with the steps that are possible and the form that was asked for; takes the form, waits until the page
 * shows what was recorded, and sends the browser there, or shows the page again with the form's problems.
 */
export class RecordPage<Read extends RecordRead> {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly page: RecordPageOf<Read>,
  ) {}

  /** `shown`: what the address asks for, where it says so in other words than `do`; or what is shown again. */
  async show(asked: PageAsked, shown: Shown = {}): Promise<string> {
    const { request, reply, query } = asked;
    const { problems = [] } = shown;
    const read = await this.page.read(asked);
    if (read instanceof Instead) return this.pages.render(request, reply, read.content);
    const asks = { step: query.do, ...shown };
    const steps = this.page.steps(read, asked);
    const may = (right: Right): boolean => read.then?.past !== true && allows(request.principal!, right, read.body.bodyId);
    const opened = openedStep(steps.all, steps.of, this.page.opens?.(read, asks) ?? asks, may);
    const content = await this.page.content(read, asked, opened);
    const done = shown.problems ? undefined : this.doneBy(steps.all, query.done);
    return this.pages.render(request, reply, {
      ...content,
      title: opened.form && !this.page.oneTitle ? `${opened.form.name}: ${content.title}` : content.title,
      problems: [...(this.page.standing ? problems : problemsOf(problems, opened.form)), ...(read.then?.problems ?? [])],
      ...(done && { done }),
      data: {
        body: read.body,
        then: read.then,
        at: this.page.address(read),
        ...(await this.shownForms(read, steps, opened, shown, may)),
        key: this.forms.key(),
        revision: await this.page.revision(read),
        ...content.data,
      },
    });
  }

  /** Takes the form of the step that the last word of the address names. */
  async record(asked: PageAsked): Promise<string> {
    const { step: name = '' } = asked.params;
    const read = await this.page.read(asked);
    if (read instanceof Instead) throw new RequestRefused(refuseRequest('request.not-found', { field: 'step' }));
    const { all, known } = this.page.steps(read, asked);
    const step = stepAsked(all, name);
    return this.forms.take<unknown, unknown>(asked, {
      name,
      step,
      known: await known(step),
      target: this.page.target(read),
      at: this.page.address(read),
      ...(this.page.standing && { standing: true }),
      ...this.page.beside?.(read, asked),
      again: (shown) => this.show(asked, shown),
    });
  }

  private async shownForms(
    read: Read,
    { all, of, known }: StepsOfRecord,
    { offered, chosen, form }: OpenedStep<unknown, unknown>,
    { typed }: Shown,
    may: (right: Right) => boolean,
  ): Promise<object> {
    const { address, ownAddress = address, standing } = this.page;
    const [at, cancel] = [ownAddress(read), address(read)];
    if (standing) return { forms: standingForms(all, of, await known(), { at, may, typed }) };
    return { offered, step: chosen, form: form && shownForm(form, await known(form), { action: `${at}/${chosen}`, cancel, typed }) };
  }

  /** What was just done, in the words of the step, if the page is the one to which the browser is sent, or of `alsoDone`. */
  private doneBy(steps: Steps<unknown>, name = ''): string | undefined {
    const { alsoDone = {}, ownAddress } = this.page;
    const said = { ...alsoDone, ...(ownAddress ? {} : steps) };
    return Object.hasOwn(said, name) ? said[name]?.done : undefined;
  }
}
