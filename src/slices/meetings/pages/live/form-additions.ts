import { type PageProblem } from '../../../../web/page-problem.js';
import { type PersonNamed, type Standing } from '../../../bodies/constitution.js';
import { type Meeting } from '../../meeting.state.js';
import { entryOf } from '../../record.js';
import { chosenEntry, entitledFor } from './composer-choices.js';
import { personIdFor } from './person-id.js';

/** A form as it was sent, beside the record as it stands. */
export interface FormSent {
  readonly meeting: Meeting;
  readonly standing: Standing | null;
  readonly form: URLSearchParams;
}

/** What the page adds to what was typed; or why the form cannot mean what it meant when it was shown. */
export type Also = Readonly<Record<string, unknown>> | PageProblem;

export const isProblem = (also: Also): also is PageProblem => typeof (also as PageProblem).text === 'string' && 'href' in also;

/** Everybody the meeting knows by a short name. */
const known = ({ meeting, standing }: FormSent): readonly PersonNamed[] => [
  ...(standing?.roll.flatMap(({ holder, substitutes }) => [...(holder ? [holder] : []), ...substitutes]) ?? []),
  ...(standing?.offices.map(({ holder }) => holder) ?? []),
  ...meeting.attendances.map(({ person }) => person),
];

export function newcomer(sent: FormSent): Also {
  const name = sent.form.get('person.name')?.trim() ?? '';
  const typed = sent.form.get('person.personId')?.trim();
  const member = sent.form.get('_for') ?? '';
  const itemId = sent.form.get('_forItem') ?? '';
  const holder = sent.standing?.roll.find((seat) => seat.holder?.personId === member)?.holder;
  return {
    ...(name && { person: { personId: typed || personIdFor(name, known(sent)), name } }),
    ...(holder && { as: 'present', substituteFor: { person: { ...holder }, ...(itemId && { itemId }) } }),
  };
}

/** A correction is of what was seen: where somebody changed it since, it is shown again. */
export function asSeen(field: string): (sent: FormSent) => Also {
  return ({ meeting, form }) => {
    const now = chosenEntry(meeting, form.get(field) ?? '');
    const seen = form.get('_seen')?.replaceAll('\r\n', '\n');
    if (now && seen !== now.text) return { text: `Somebody changed this since you opened it. It now reads: ${now.text}`, href: '#reason' };
    return {};
  };
}

/** A decision stands where it was begun, though the meeting has gone on to another item since. */
export function placed({ meeting, form }: FormSent): Also {
  const [kind, id] = (form.get('_on') ?? '').split(':');
  const standing = meeting.paragraphs.filter(({ paragraphId }) => entryOf(meeting, paragraphId)?.struck === undefined);
  if (kind === 'paragraph') {
    const number = standing.find(({ paragraphId }) => paragraphId === id)?.number;
    return number === undefined
      ? { text: 'That paragraph was taken out of the minute since: choose another', href: '#_on' }
      : { paragraph: number };
  }
  if (kind !== 'section' || id === meeting.inHand) return {};
  const last = standing.findLast(({ sectionId }) => sectionId === id)?.number;
  return last === undefined
    ? {
        text: 'The meeting has gone on to another item since, and nothing is recorded of this one: return to it first, or choose where the decision stands',
        href: '#_on',
      }
    : { paragraph: last };
}

export function onItemInHand({ meeting, form }: FormSent): Also {
  const begun = form.get('_section');
  if (begun === null || begun === meeting.inHand) return {};
  return {
    text: 'The meeting has gone on to another item since: return to that item, or send again to move it on the item in hand',
    href: '#text',
  };
}

/** Names in a roll call; of any other vote, those that were noted. Counted of those who were entitled when the form was shown. */
export function division({ meeting, form }: FormSent): Also {
  const motion = meeting.motions.find(({ motionId }) => motionId === form.get('motionId'));
  const may = motion?.vote === undefined && motion ? entitledFor(meeting, motion) : null;
  if (may && may.map(({ personId }) => personId).join(' ') !== form.get('_entitled')?.trim())
    return { text: `Somebody came or went since you opened this: ${may.length} may vote now. Count again and send`, href: '#counts.yes' };
  const votes = [...form].flatMap(([name, option]) => (name.startsWith('_vote.') && option ? [{ personId: name.slice(6), option }] : []));
  return votes.length > 0 ? { votes } : {};
}

export function drawer(sent: FormSent): Also {
  const name = sent.form.get('drawnBy.name')?.trim() ?? '';
  return name ? { drawnBy: { personId: personIdFor(name, known(sent)), name } } : {};
}

export function fromPart({ meeting, form }: FormSent): Also {
  const [decisionId, part] = (form.get('_part') ?? '').split('/');
  if (!decisionId) return { text: 'Choose the decision the action comes from', href: '#_part' };
  return {
    source: { decision: { meetingId: meeting.meetingId, decisionId }, ...(part && { part }) },
    officers: lines(form.get('officers:lines')),
  };
}

const lines = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean);
