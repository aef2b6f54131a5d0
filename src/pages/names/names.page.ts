import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { NamesThatMayBeOne } from '../../across/audit/audit.queries.js';
import { type NameWritten, readerFor } from '../../across/due/due.queries.js';
import { addressOfDue } from '../../across/due/due.words.js';
import { SLUG } from '../../http/fields.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { Needs } from '../../http/needs.js';
import { RequestRefused } from '../../http/request-refused.js';
import { formIn } from '../frame/forms.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { Pages } from '../frame/pages.js';
import { type Shown, type Step } from '../frame/steps/step.js';
import { StepForms } from '../frame/steps/step-forms.js';
import { DISTINCT, type Kind, KIND_WORDS, KINDS, SAME } from './names-steps.js';

const ON_A_PAGE = 50;

/** Officers and organisations written in two ways that may be one, for whoever may declare them so: nothing is merged by itself. */
@ApiExcludeController()
@Needs('directory.record', 'anywhere')
@Controller('names')
export class NamesPage {
  constructor(
    private readonly pages: Pages,
    private readonly forms: StepForms,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  show(@AskedPage() asked: PageAsked): Promise<string> {
    const { done, kind } = asked.query;
    return this.page(asked, KINDS.find((one) => one === kind) ?? 'person', { done: DONE[done ?? ''] });
  }

  /** `_keep`: the id whose writing is kept as the name of both, or `two` where they are two. */
  @Post(':kind')
  declare(@AskedPage() asked: PageAsked): Promise<string> {
    const form = formIn(asked.request);
    const kind = KINDS.find((one) => one === asked.params.kind);
    const said = (name: string): string => form.get(name) ?? '';
    const [one, other, keep] = [said('_one'), said('_other'), said('_keep')];
    if (!kind || ![one, other].every((id) => SLUG.test(id)))
      throw new RequestRefused(refuseRequest('request.not-found', { field: 'kind' }));
    const [target, sameAs, name, sameAsName] =
      keep === other ? [one, other, said('_oneName'), said('_otherName')] : [other, one, said('_otherName'), said('_oneName')];
    const two = keep === 'two';
    const step: Step<void> = two ? DISTINCT[kind] : SAME[kind];
    return this.forms.take(asked, {
      name: two ? 'two' : 'one',
      step,
      known: undefined,
      target,
      extraFields: two ? { from: sameAs } : { sameAs, name, sameAsName },
      standing: true,
      at: '/names',
      again: (shown) => this.page(asked, kind, shown, { one, other, keep }),
    });
  }

  /** `refused`: the pair whose form is shown again, with what was chosen and typed. */
  private async page(
    { request, reply }: PageAsked,
    kind: Kind,
    { problems = [], typed = {}, done }: Shown,
    refused?: { readonly one: string; readonly other: string; readonly keep: string },
  ): Promise<string> {
    const { rows, more } = await this.queries.execute(new NamesThatMayBeOne(kind, readerFor(request.principal!), ON_A_PAGE));
    return this.pages.render(request, reply, {
      title: 'Names that may be one',
      template: 'names/names.njk',
      problems,
      ...(done !== undefined && { done }),
      data: {
        kind,
        kinds: KINDS.map((one) => ({ text: KIND_WORDS[one], href: `/names?kind=${one}`, active: one === kind })),
        pairs: rows.map(({ one, other, why }, at) => {
          const isRefused = one.id === refused?.one && other.id === refused.other;
          const pair = { at, one: shown(one), other: shown(other), why, key: this.forms.key(), isRefused };
          return { ...pair, keep: (isRefused && refused.keep) || one.id, reason: isRefused ? typed.reason : undefined };
        }),
        more,
      },
    });
  }
}

const DONE: Readonly<Record<string, string>> = { one: SAME.person.done, two: DISTINCT.person.done };

const shown = ({ id, name, records }: { id: string; name: string; records: readonly Pick<NameWritten, 'kind' | 'recordId'>[] }) => ({
  id,
  name,
  records: records.map(({ kind, recordId }) => ({ text: recordId, href: addressOfDue({ kind, recordId, clock: '' }) })),
});
