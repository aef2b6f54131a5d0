import { entryOf } from '../../../slices/meetings/meetings.words.js';
import { chosenEntry } from '../chosen-entry.js';
import { ResolveHearing } from '../../../slices/meetings/discussion/discussion.commands.js';
import { type ExtraFields, type Following, type FormSent, isProblem } from './live-form.js';
import { partsOf } from '../../../kernel/record-id.js';

/** A problem, with the new words, if the entry to be corrected has changed since the form was shown. */
export function asSeen(field: string): (sent: FormSent) => ExtraFields {
  return ({ meeting, form }) => {
    const now = chosenEntry(meeting, form.get(field) ?? '');
    const seen = form.get('_seen')?.replaceAll('\r\n', '\n');
    if (now && seen !== now.text) return { text: `Somebody changed this since you opened it. It now reads: ${now.text}`, href: '#reason' };
    return {};
  };
}

/** A paragraph that follows another stands under the other's item, whichever item was chosen. */
export const inPlace = ({ form }: FormSent): ExtraFields => (form.get('afterParagraph') ? { sectionId: undefined } : {});

/** The fields of a decision beside its words: its place, its outcome, and its effect on informal decisions. */
export function decided(sent: FormSent): ExtraFields {
  const place = placed(sent);
  if (isProblem(place)) return place;
  const earlier = ratifying(sent);
  return isProblem(earlier) ? earlier : { ...place, ...outcome(sent), ...earlier };
}

/** The place of a decision: the item or paragraph where it was begun, even if the meeting has gone on to another item since. */
export function placed({ meeting, form }: FormSent): ExtraFields {
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

/** The outcome: `resolved`, `remitted`, `continued`, or `minute-approved` with the meeting whose minute is approved. */
function outcome({ form }: FormSent): Readonly<Record<string, unknown>> {
  const [kind = '', meetingId] = (form.get('_outcome') ?? '').split(' ');
  const to = form.get('_to')?.trim();
  return kind === '' ? {} : { outcome: { kind, ...(meetingId && { meetingId }), ...(to && kind !== 'minute-approved' && { to }) } };
}

/** The informal decisions that this one ratifies, or declines to ratify, from `_about.<meeting> <decision>`. */
function ratifying({ form }: FormSent): ExtraFields {
  const about = [...form].flatMap(([name, what]) => {
    const [meetingId = '', decisionId = ''] = name.startsWith('_about.') ? name.slice('_about.'.length).split(' ') : [];
    return decisionId && what ? [{ what, decision: { meetingId, decisionId } }] : [];
  });
  const of = (what: string) => about.filter((one) => one.what === what).map(({ decision }) => decision);
  const [ratifies, declined, reason] = [of('ratify'), of('decline'), form.get('_declinedBecause')?.trim()];
  if (declined.length > 0 && !reason) return { text: 'Enter: Why it is not ratified', href: '#_declinedBecause' };
  return {
    ...(ratifies.length > 0 && { ratifies }),
    ...(declined.length > 0 && { declinesToRatify: declined.map((decision) => ({ ...decision, reason })) }),
  };
}

/** That a decision says what was resolved on a question, petition or deputation for which its form was opened. */
export function resolved(decisionId: string, form: URLSearchParams): Following | null {
  const hearingId = form.get('_hearing');
  return hearingId
    ? {
        command: ResolveHearing,
        fields: { hearingId, decisionId },
        suffix: 'resolves',
        butFirst: 'The decision is recorded, but not what it was resolved on.',
      }
    : null;
}

export function fromPart({ meeting, form }: FormSent): ExtraFields {
  const [decisionId, part] = partsOf(form.get('_part') ?? '');
  if (!decisionId) return { text: 'Choose the decision the action comes from', href: '#_part' };
  const heading = meeting.decisions.find((one) => one.decisionId === decisionId)?.sectionHeading ?? '';
  const [title, number] = [form.get('_title')?.trim(), form.get('_number')?.trim()];
  return {
    source: { decision: { meetingId: meeting.meetingId, decisionId }, ...(part && { part }) },
    officers: lines(form.get('officers:lines')),
    ...((title || number) && { item: { title: title || heading, ...(number && { number }) } }),
  };
}

const lines = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean);
