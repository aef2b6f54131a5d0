import { when } from '../../../kernel/words.js';
import { type ShownDecision } from '../../../slices/meetings/meetings.queries.js';
import { addressOfDecision, addressOfMeeting, decisionAnchor } from '../../frame/addresses.js';
import { keyOf } from '../../../kernel/record-id.js';

/** A decision as the page has it. */
export interface RegisterEntry extends ShownDecision {
  /** What an address on this page ends with to lead to it. */
  readonly anchor: string;
  readonly meetingHref: string | null;
  /** Its place in the minute. */
  readonly minuteHref: string | null;
  readonly tags: readonly { readonly text: string; readonly classes: string }[];
  /** What became of it since, each with a link to the decision that did it. */
  readonly since: readonly { readonly text: string; readonly href: string | null }[];
  readonly why: string | null;
}

const STANDINGS = {
  quorate: { text: 'Quorate', classes: 'govuk-tag--green' },
  informal: { text: 'Without a quorum', classes: 'govuk-tag--orange' },
  'not-stated': { text: 'Quorum not stated', classes: 'govuk-tag--grey' },
} as const;

const RATIFICATIONS = {
  'not-needed': null,
  awaiting: { text: 'Awaiting ratification', classes: 'govuk-tag--red' },
  ratified: { text: 'Ratified', classes: 'govuk-tag--green' },
  declined: { text: 'Not ratified', classes: 'govuk-tag--grey' },
} as const;

/** `to` leads to other pages as they were, where the register is turned back. */
export function entryOf(
  decision: ShownDecision,
  mayOpen: (meetingId: string) => boolean,
  to = (address: string): string => address,
): RegisterEntry {
  const {
    bodyId,
    meetingId,
    decisionId,
    standing,
    ratification,
    ratifiedBy,
    declinedBecause,
    rescindedBy,
    supersededBy,
    exempt,
    published,
    quorum,
  } = decision;
  const by = (what: string, ref: ShownDecision['ratifiedBy']): RegisterEntry['since'] => {
    if (!ref) return [];
    const own = ref.meetingId.startsWith(`${bodyId}/`) && mayOpen(ref.meetingId);
    return [{ text: `${what} ${dateIn(ref.meetingId)}`, href: own ? to(addressOfDecision(ref)) : null }];
  };
  const meetingAt = addressOfMeeting(meetingId);
  const ratified = RATIFICATIONS[ratification];
  return {
    ...decision,
    anchor: decisionAnchor(decision),
    meetingHref: mayOpen(meetingId) ? to(meetingAt) : null,
    minuteHref: mayOpen(meetingId) ? to(`${meetingAt}/minute#${decisionId}`) : null,
    tags: [
      STANDINGS[standing],
      ...(ratified ? [ratified] : []),
      ...(rescindedBy ? [{ text: 'Rescinded', classes: 'govuk-tag--grey' }] : []),
      ...(supersededBy ? [{ text: 'Superseded', classes: 'govuk-tag--grey' }] : []),
      ...(exempt ? [{ text: 'Exempt', classes: 'govuk-tag--grey' }] : []),
      ...(published || exempt ? [] : [{ text: 'Minute not signed', classes: 'govuk-tag--blue' }]),
    ],
    since: [
      ...by(ratification === 'declined' ? `Not ratified: ${declinedBecause ?? ''}, at the meeting` : 'Ratified at the meeting', ratifiedBy),
      ...by('Rescinded at the meeting', rescindedBy),
      ...by('Superseded at the meeting', supersededBy),
    ],
    why: standing === 'quorate' ? null : quorum.explanation,
  };
}

/** A meeting is named by its day where its id has one. */
function dateIn(meetingId: string): string {
  const key = keyOf(meetingId);
  return /^\d{4}-\d{2}-\d{2}$/.test(key) ? `of ${when(key)}` : key;
}

/** What the register is asked for in one choice, as `ListDecisions` takes it. */
export const STATES = [
  { value: 'awaiting', text: 'Awaiting ratification' },
  { value: 'informal', text: 'Without a quorum' },
  { value: 'not-stated', text: 'Quorum not stated' },
  { value: 'quorate', text: 'Quorate' },
] as const;
export type RegisterState = (typeof STATES)[number]['value'];

export interface RegisterAsked {
  readonly meeting?: string;
  readonly state?: RegisterState;
  readonly text?: string;
}

const said = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 100) : undefined;

export const askedIn = (query: Readonly<Record<string, unknown>>): RegisterAsked => ({
  meeting: said(query.meeting),
  state: STATES.find(({ value }) => value === query.state)?.value,
  text: said(query.text),
});

export const queryOf = ({ state }: RegisterAsked) => ({
  awaitingRatification: state === 'awaiting',
  standing: state === 'awaiting' ? undefined : state,
});
