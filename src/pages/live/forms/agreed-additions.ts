import { hasName, nameKey, sameName, withoutTitle } from '../../../kernel/names.js';
import { attendanceOf, initialsOf, type Meeting } from '../../../slices/meetings/meetings.words.js';
import { type PersonNamed } from '../../../slices/bodies/bodies.words.js';
import { type PageProblem } from '../../frame/page-problem.js';
import { chosenEntry } from '../chosen-entry.js';
import { type ExtraFields, type FormSent, isProblem } from './live-form.js';
import { placed } from './record-additions.js';

/** Those who are to do it: who was ticked, and who was typed by initials or name; whoever is not in the sederunt, in the words typed. */
interface WhoTyped {
  readonly people: readonly string[];
  readonly others: readonly string[];
}

/** The people of the sederunt who may be picked for an action, with their initials. */
export function pickable(meeting: Meeting): readonly (PersonNamed & { readonly initials: string })[] {
  const people = meeting.attendances.filter(({ as }) => as !== 'apologies').map(({ person }) => person);
  const initials = initialsOf(meeting.attendances.map(({ person }) => person));
  return people.map((one) => ({ ...one, initials: initials.get(one.personId) ?? one.name }));
}

/** Short enough to be initials, so that a slip among them is no words for somebody. */
const INITIALS = /^\p{L}{1,4}$/u;

function whoTyped({ meeting, form }: FormSent): WhoTyped | PageProblem {
  const ticked = form.getAll('people:lines').filter((personId) => attendanceOf(meeting, personId) !== undefined);
  const found: { people: string[]; others: string[] } = { people: [...ticked], others: [] };
  const there = pickable(meeting);
  for (const typed of (form.get('_who') ?? '')
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const meant = meantBy(typed, there);
    if (meant.length > 1)
      return {
        text: `${typed} may be ${meant.map(({ name, initials }) => `${name} (${initials})`).join(' or ')}: say which`,
        href: '#_who',
      };
    const [only] = meant;
    if (only) found.people.push(only.personId);
    else if (INITIALS.test(typed))
      return { text: `Nobody in the sederunt has the initials ${typed}: say who in full words, or tick them below`, href: '#_who' };
    else if (!hasName(found.others, typed)) found.others.push(typed);
  }
  return { people: [...new Set(found.people)], others: found.others };
}

/** By initials as the minute has them, by name or by surname; several where it may be more than one. */
function meantBy(typed: string, there: ReturnType<typeof pickable>): ReturnType<typeof pickable> {
  const key = nameKey(typed);
  const exactly = there.filter(({ personId, name, initials }) => nameKey(initials) === key || personId === key || sameName(name, typed));
  if (exactly.length > 0) return exactly;
  const bare = (name: string): string => nameKey(withoutTitle(name));
  return there.filter(
    ({ name, initials }) =>
      bare(name) === bare(typed) || bare(name).endsWith(` ${key}`) || (INITIALS.test(typed) && nameKey(initials).startsWith(key)),
  );
}

export function agreed(sent: FormSent): ExtraFields {
  const who = whoTyped(sent);
  if (isProblem(who)) return who;
  if (who.people.length + who.others.length === 0) return { text: 'Enter: Who is to do it', href: '#_who' };
  const place = placed(sent);
  return isProblem(place) ? place : { ...who, ...place };
}

/** The whole of who is to do it as it should read; a problem if the action has changed since the form was shown. */
export function agreedAnew(sent: FormSent): ExtraFields {
  const now = chosenEntry(sent.meeting, sent.form.get('actionId') ?? '');
  const seen = sent.form.get('_seen')?.replaceAll('\r\n', '\n');
  if (now && seen !== now.text) return { text: `Somebody changed this since you opened it. It now reads: ${now.text}`, href: '#reason' };
  const who = whoTyped(sent);
  if (isProblem(who)) return who;
  return who.people.length + who.others.length === 0 ? { text: 'Enter: Who is to do it', href: '#_who' } : { ...who };
}
