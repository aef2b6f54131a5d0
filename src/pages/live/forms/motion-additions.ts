import { fieldsOf } from '../../frame/forms.js';
import { type PageProblem } from '../../frame/page-problem.js';
import { entitledFor } from '../division-choices.js';
import { personIdFor } from '../person-id.js';
import { type ExtraFields, type FormSent, isProblem, type Following } from './live-form.js';
import { allOthers, entitledSince, namesNoted } from './names-noted.js';
import { known } from './room-additions.js';
import { SecondMotion } from '../../../slices/meetings/motions/motions.commands.js';

export function onItemInHand({ meeting, form }: FormSent): ExtraFields {
  const begun = form.get('_section');
  const [meetingId, decisionId] = (form.get('_rescinds') ?? '').split(' ');
  if (begun === null || begun === meeting.inHand) return decisionId ? { rescinds: { meetingId, decisionId } } : {};
  return {
    text: 'The meeting has gone on to another item since: return to that item, or send again to move it on the item in hand',
    href: '#text',
  };
}

/** The order of voting, from `_place.<motion>`: 1 is voted on first. Motions without a number are left out of the order. */
export function inOrder({ form }: FormSent): ExtraFields {
  const places = [...form].flatMap(([name, place]) => (name.startsWith('_place.') && place.trim() ? [{ id: name.slice(7), place }] : []));
  const numbers = places.map(({ place }) => Number(place));
  const first = places[0]?.id ?? '';
  if (places.length === 0 || numbers.some((one) => !Number.isInteger(one) || one < 1))
    return { text: 'The places are numbers: 1 for what is voted on first', href: `#place-${first}` };
  if (new Set(numbers).size < numbers.length) return { text: 'Two motions have the same place', href: `#place-${first}` };
  return { order: places.toSorted((a, b) => Number(a.place) - Number(b.place)).map(({ id }) => id) };
}

interface Named {
  readonly personId: string;
  readonly option: string;
  readonly pairedWith?: string;
}

/**
 * The votes by name: all of them in a roll call, else those that were noted. A problem if other people are entitled now than when the form
 * was shown.
 */
export function division({ meeting, form }: FormSent): ExtraFields {
  const motion = meeting.motions.find(({ motionId }) => motionId === form.get('motionId'));
  const since = motion && motion.vote === undefined ? entitledSince(entitledFor(meeting, motion), form, '#counts.yes') : null;
  if (since) return since;
  const votes = namesIn(form);
  if (isProblem(votes)) return votes;
  return { ...uncounted(form), ...(votes.length > 0 && { votes, ...counted(votes, form) }) };
}

/** What was declared, and the body's own words, of a vote that nobody counted. */
function uncounted(form: URLSearchParams): Readonly<Record<string, unknown>> {
  const method = form.get('method');
  const [declared, asWorded] = [form.get('_declared'), form.get('_asWorded')?.trim()];
  return {
    ...(method === 'declared' && declared && { declared }),
    ...((method === 'declared' || method === 'acclamation') && asWorded && { asWorded }),
  };
}

function namesIn(form: URLSearchParams): readonly Named[] | PageProblem {
  const single = namesNoted(form, '_vote').map(([personId, option]): Named => ({ personId, option }));
  const pairs = [...form].flatMap(([name, one]): readonly (readonly [string, string])[] =>
    /^_pair\.\d+\.one$/.test(name) ? [[one, form.get(name.replace('one', 'other')) ?? '']] : [],
  );
  const half = pairs.findIndex(([one, other]) => (one === '') !== (other === '') || (one !== '' && one === other));
  if (half >= 0) return { text: 'A pair is two people', href: `#_pair.${half}.one` };
  const paired = pairs.flatMap(([one, other]): Named[] =>
    one === ''
      ? []
      : [
          { personId: one, option: 'paired', pairedWith: other },
          { personId: other, option: 'paired', pairedWith: one },
        ],
  );
  const both = paired.find(({ personId }, index) => [...single, ...paired.slice(0, index)].some((one) => one.personId === personId));
  if (both) return { text: 'Somebody who is paired has another vote as well', href: '#_pair.0.one' };
  const named = [...single, ...paired];
  const others = allOthers(
    form,
    named.map(({ personId }) => personId),
  );
  return [...named, ...others.map(([personId, option]): Named => ({ personId, option }))];
}

/** The counts of paired and absent members: by the names, if no number was typed for them. */
function counted(votes: readonly Named[], form: URLSearchParams): { readonly counts?: object } {
  if (form.get('method') === 'roll-call') return {};
  const typed = (fieldsOf(form).counts ?? {}) as Readonly<Record<string, unknown>>;
  const byName = ['paired', 'absent'].map((option) => [option, votes.filter((one) => one.option === option).length] as const);
  const some = byName.filter(([, number]) => number > 0);
  return some.length === 0 ? {} : { counts: { ...Object.fromEntries(some), ...typed } };
}

export function drawer(sent: FormSent): ExtraFields {
  const name = sent.form.get('drawnBy.name')?.trim() ?? '';
  return name ? { drawnBy: { personId: personIdFor(name, known(sent)), name } } : {};
}

/** The seconding of a motion whose seconder was typed with its mover: recorded after the motion. */
export function seconded(motionId: string, form: URLSearchParams): Following | null {
  const secondedBy = form.get('_secondedBy');
  return secondedBy
    ? {
        command: SecondMotion,
        fields: { motionId, secondedBy },
        suffix: 'second',
        butFirst: 'The motion is recorded, but not its seconder.',
      }
    : null;
}
