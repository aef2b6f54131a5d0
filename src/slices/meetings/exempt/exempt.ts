import { type Meeting } from '../record/meeting.state.js';
import { groundsOf, type PrivateParts } from './grounds.js';

/** Instead of the heading of an item that is taken in private, and of what was said in it. */
export const EXEMPT_TITLE = 'Exempt item';

/** What of a meeting decides which of its parts are exempt. */
export interface ExemptParts extends PrivateParts {
  readonly decisions: readonly {
    readonly decisionId: string;
    readonly sectionId: string;
    readonly exempt: boolean;
    readonly motionId?: string;
    readonly divisionId?: string;
    readonly onLossOf?: string;
  }[];
  /** Actions agreed in discussion. */
  readonly agreed: readonly { readonly actionId: string; readonly sectionId: string }[];
  /** Questions, petitions and deputations. */
  readonly hearings: readonly { readonly hearingId: string; readonly sectionId: string }[];
  readonly motions: readonly { readonly motionId: string; readonly sectionId: string; readonly amends?: string | undefined }[];
  readonly divisions: readonly {
    readonly divisionId: string;
    readonly sectionId: string;
    readonly proposals: readonly { readonly proposalId: string }[];
  }[];
  readonly voidVotes?: readonly { readonly division?: ExemptParts['divisions'][number] }[];
  readonly elections?: readonly { readonly electionId: string; readonly sectionId: string }[];
  readonly procedures?: readonly { readonly procedureId: string; readonly sectionId: string | null }[];
  readonly rulings?: readonly { readonly rulingId: string; readonly sectionId: string | null }[];
}

/**
 * The ids of what is exempt in a meeting, by its own flag or that of what it stands in: items and sections taken in private; actions agreed and
 * whoever was heard in such a section; decisions found exempt or in such a section; motions and divisions in such a section or behind such a decision, with all that was voted between. Source: 1973 Act s.50A and Sch 7A.
 */
export function exemptIn(parts: ExemptParts): ReadonlySet<string> {
  const { decisions, agreed, hearings, motions, divisions, voidVotes = [], elections = [], procedures = [], rulings = [] } = parts;
  const exempt = new Set(groundsOf(parts).keys());
  for (const { actionId, sectionId } of agreed) if (exempt.has(sectionId)) exempt.add(actionId);
  for (const { hearingId, sectionId } of hearings) if (exempt.has(sectionId)) exempt.add(hearingId);
  for (const decision of decisions) {
    if (!decision.exempt && !exempt.has(decision.sectionId)) continue;
    exempt.add(decision.decisionId);
    if (decision.motionId !== undefined) exempt.add(decision.motionId);
    if (decision.divisionId !== undefined) exempt.add(decision.divisionId);
    if (decision.onLossOf !== undefined) exempt.add(decision.onLossOf);
  }
  addMotions(exempt, motions);
  for (const { divisionId, sectionId, proposals } of [...divisions, ...voidVotes.flatMap(({ division }) => division ?? [])]) {
    const between = motions.filter(({ motionId }) => proposals.some(({ proposalId }) => proposalId === motionId));
    if ([divisionId, sectionId, ...between.map(({ motionId }) => motionId)].some((id) => exempt.has(id)))
      for (const id of [divisionId, ...between.map(({ motionId }) => motionId)]) exempt.add(id);
  }
  for (const { electionId, sectionId } of elections) if (exempt.has(sectionId)) exempt.add(electionId);
  for (const { procedureId, sectionId } of procedures) if (exempt.has(sectionId ?? '')) exempt.add(procedureId);
  for (const { rulingId, sectionId } of rulings) if (exempt.has(sectionId ?? '')) exempt.add(rulingId);
  addMotions(exempt, motions);
  return exempt;
}

function addMotions(exempt: Set<string>, motions: ExemptParts['motions']): void {
  for (const { motionId, sectionId, amends } of motions)
    if (exempt.has(sectionId) || (amends !== undefined && exempt.has(amends))) exempt.add(motionId);
}

/**
 * A meeting as it was once, for somebody who may not read what is exempt now: whether they may read it is asked of the record as it is known
 * now, whatever moment they look at.
 */
export function exemptAsNow(then: Meeting, now: Meeting): Meeting {
  const exempt = exemptIn(now);
  if (exempt.size === 0) return then;
  const grounds = groundsOf(now);
  const flagged = <T extends { readonly exempt?: { readonly paragraph: string } }>(one: T, id: string): T => {
    const paragraph = grounds.get(id);
    return one.exempt || paragraph === undefined ? one : { ...one, exempt: { paragraph } };
  };
  return {
    ...then,
    agenda: then.agenda.map((item) => flagged(item, item.itemId)),
    sections: then.sections.map((section) => flagged(section, section.sectionId)),
    decisions: then.decisions.map((decision) => (exempt.has(decision.decisionId) ? { ...decision, exempt: true } : decision)),
  };
}

/**
 * The meeting for somebody who may not read what was taken in private: headings of exempt items, and the nature of interests in them,
 * are left out. The agenda has its own rule.
 */
export function withoutExempt(meeting: Meeting): Meeting {
  const exempt = exemptIn(meeting);
  if (exempt.size === 0) return meeting;
  return {
    ...meeting,
    sections: meeting.sections.map((section) => (exempt.has(section.sectionId) ? { ...section, heading: EXEMPT_TITLE } : section)),
    interests: meeting.interests.map((interest) => (exempt.has(interest.itemId) ? { ...interest, nature: EXEMPT_TITLE } : interest)),
  };
}
