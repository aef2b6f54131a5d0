import { type FastifyRequest } from 'fastify';
import { type Sent } from '../frame/form-door.js';
import { fieldsOf } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { instantTyped } from './live-clock.js';
import { type Read, type Shown } from './live-data.js';
import { type Seen } from './live-page.renderer.js';

export const MOVED_ON: PageProblem = {
  text: 'The meeting has moved on since: look again whether this is still to be recorded',
  href: '#live',
};

export const formOf = ({ body }: FastifyRequest): URLSearchParams => (body instanceof URLSearchParams ? body : new URLSearchParams());

export const seenIn = (get: (name: string) => string | undefined): Seen => ({
  rev: get('_rev'),
  quorate: get('_quorate'),
  inHand: get('_inHand'),
  status: get('_status'),
  mode: get('_mode'),
  pieces: get('_pieces'),
});

/** The person, motion or entry for which a form was opened, so that the form is shown again for the same one. */
export const openedBy = (form: URLSearchParams): Shown['opened'] => ({
  person: form.get('_for') ?? form.get('_person') ?? form.get('personId') ?? undefined,
  motion: form.get('motionId') ?? form.get('onLossOf') ?? undefined,
  entry:
    form.get('entryId') ??
    form.get('paragraphId') ??
    form.get('decisionId') ??
    form.get('actionId') ??
    form.get('hearingId') ??
    form.get('_hearing') ??
    form.get('voteId') ??
    form.get('_procedure') ??
    form.get('divisionId') ??
    form.get('electionId') ??
    form.get('onLossOf') ??
    undefined,
});

export function timeOf({ meeting }: Read, form: URLSearchParams): PageProblem | { readonly happened: { readonly happenedAt?: string } } {
  const instant = instantTyped(meeting, form.get('happenedAt'));
  if (instant === null) return { text: 'The time is a time of day, such as 14:05', href: '#happenedAt' };
  return { happened: instant === undefined ? {} : { happenedAt: instant } };
}

export const problem = (one: PageProblem, form = new URLSearchParams()): Sent => ({
  done: false,
  problems: [one],
  refusal: { accepted: false, code: 'request.invalid', rule: one.text },
  typed: fieldsOf(form),
});

/** A problem in other words if an earlier wording was recorded under the same key. */
export const reworded =
  (sent: Sent) =>
  (one: PageProblem): PageProblem =>
    !sent.done && sent.refusal.code === 'command.key-reused'
      ? {
          text: 'An earlier wording of this was recorded already: you find it above, where it can be corrected. Send again to record this one too.',
        }
      : one;

const OWN =
  /^(?:_(?:on|who|again|part|secondedBy|rescinds|for|forItem|mark|sentence|outcome|to|declinedBecause|reason|ruledBy|title|number|cast|declared|asWorded|rest|lotBy|lotOn|sent|teller)|_(?:vote|there|pair|place|about|in|count|for|option|optionCount|nomination|elected|lotOn)\..+|officers:lines)$/;

/** The values of the page's own fields, so that they are shown again. */
export const ownOf = (form: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries([...form].filter(([name]) => OWN.test(name)));
