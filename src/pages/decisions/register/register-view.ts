import { when } from '../../../kernel/words.js';
import { type ShownDecision } from '../../../slices/meetings/meetings.words.js';
import { addressOfDecision, addressOfMeeting, decisionAnchor } from '../../frame/addresses.js';
import { keyOf } from '../../../kernel/record-id.js';

/** A decision as the register's page shows it. */
export interface RegisterEntry extends ShownDecision {
  /** The id of the decision's place on this page, for the end of an address. */
  readonly anchor: string;
  readonly meetingHref: string | null;
  /** The address of the decision's place in the minute. */
  readonly minuteHref: string | null;
  readonly tags: readonly { readonly text: string; readonly classes: string }[];
  /** What later decisions did to this one, each with a link to the later decision. */
  readonly since: readonly { readonly text: string; readonly href: string | null }[];
  readonly why: string | null;
}

const STANDING_WORDS = {
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

/** One entry of the register. `to` keeps links in the past if the register is turned back. */
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
      STANDING_WORDS[standing],
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

/** `of` and the meeting's day, if the meeting's id is a day; else the id. */
function dateIn(meetingId: string): string {
  const key = keyOf(meetingId);
  return /^\d{4}-\d{2}-\d{2}$/.test(key) ? `of ${when(key)}` : key;
}

/** What the register is filtered by, as `ListDecisions` takes them. */
export const REGISTER_FILTERS = [
  { value: 'awaiting', text: 'Awaiting ratification' },
  { value: 'informal', text: 'Without a quorum' },
  { value: 'not-stated', text: 'Quorum not stated' },
  { value: 'quorate', text: 'Quorate' },
] as const;
export type RegisterFilter = (typeof REGISTER_FILTERS)[number]['value'];

export interface RegisterAsked {
  readonly meeting?: string;
  readonly state?: RegisterFilter;
  readonly text?: string;
}

const said = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 100) : undefined;

export const askedIn = (query: Readonly<Record<string, unknown>>): RegisterAsked => ({
  meeting: said(query.meeting),
  state: REGISTER_FILTERS.find(({ value }) => value === query.state)?.value,
  text: said(query.text),
});

export const queryOf = ({ state }: RegisterAsked) => ({
  awaitingRatification: state === 'awaiting',
  standing: state === 'awaiting' ? undefined : state,
});
