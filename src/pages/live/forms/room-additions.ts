import { type PersonNamed, organisationSaid } from '../../../slices/bodies/bodies.words.js';
import { attendanceOf } from '../../../slices/meetings/meetings.words.js';
import { personIdFor } from '../person-id.js';
import { type ExtraFields, type FormSent } from './live-form.js';
import { namesNoted } from './names-noted.js';

/** Everybody whom the meeting knows by an id. */
export const known = ({ meeting, standing }: FormSent): readonly PersonNamed[] => [
  ...(standing?.roll.flatMap(({ holder, substitutes }) => [...(holder ? [holder] : []), ...substitutes]) ?? []),
  ...(standing?.offices.map(({ holder }) => holder) ?? []),
  ...meeting.attendances.map(({ person }) => person),
];

function named(sent: FormSent): { readonly person?: PersonNamed } {
  const name = sent.form.get('person.name')?.trim() ?? '';
  const typed = sent.form.get('person.personId')?.trim();
  return name ? { person: { personId: typed || personIdFor(name, known(sent)), name } } : {};
}

/** Somebody on no list: a substitute if they sit for a member, with that member's organisation. */
export function newcomer(sent: FormSent): ExtraFields {
  return sent.form.get('_for') ? substitute(sent) : named(sent);
}

export function substitute(sent: FormSent): ExtraFields {
  const seat = sent.standing?.roll.find(({ holder }) => holder?.personId === (sent.form.get('_for') ?? ''));
  const itemId = sent.form.get('_forItem') ?? '';
  if (!seat?.holder) return named(sent);
  const organisation = sent.form.get('organisation')?.trim() || organisationSaid(sent.standing, seat);
  return {
    ...named(sent),
    as: 'present',
    substituteFor: { person: { ...seat.holder }, ...(itemId && { itemId }) },
    ...(organisation && { organisation }),
    ...marked(sent),
  };
}

/** The members by what was chosen of each; of whoever is absent nothing is recorded. */
export function sederunt({ form }: FormSent): ExtraFields {
  const noted = namesNoted(form, '_there');
  const those = (said: string) => noted.flatMap(([personId, chosen]) => (chosen === said ? [personId] : []));
  const lists = ['present', 'remote', 'apologies'].map((said) => [said, those(said)] as const);
  return Object.fromEntries(lists.filter(([, ids]) => ids.length > 0));
}

/** A member who arrives, with details for which the buttons do not ask. */
export function arrival({ meeting, standing, form }: FormSent): ExtraFields {
  const personId = form.get('_person') ?? '';
  const person =
    standing?.roll.find(({ holder }) => holder?.personId === personId)?.holder ?? attendanceOf(meeting, personId)?.person ?? null;
  return person ? { person: { ...person }, as: 'present' } : { text: 'Choose who arrived from the sederunt', href: '#people' };
}

export const departure = (sent: FormSent): ExtraFields => ({ ...marked(sent), ...worded(sent) });

export const putRight = (sent: FormSent): ExtraFields => (sent.form.get('kind') === 'left' ? marked(sent) : {});

/**
 * The mark beside a name in the sederunt. Without a note the mark follows from the record, unless `_mark` is `nothing`: then there is none.
 */
const marked = ({ form }: FormSent) => (form.get('_mark') === 'nothing' && !form.get('sederuntNote') ? { sederuntNote: '' } : {});

const worded = ({ form }: FormSent) => (form.get('_sentence') === 'nothing' && !form.get('words') ? { words: '' } : {});
