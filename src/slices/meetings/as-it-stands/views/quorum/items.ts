import { type QuorumSum } from '../../../events/decision.events.js';
import { type Meeting } from '../../../record/meeting.state.js';
import { now } from '../../../record/entries.js';
import { hasWithdrawn, quorumAt, seatsPresent } from '../../../sederunt/room.js';

/** An item as it was taken, with whoever withdrew from it, and the least quorum there was for it. */
export interface ItemQuorum {
  readonly sectionId: string;
  readonly number: string;
  readonly heading: string;
  readonly itemId: string | null;
  readonly withdrawn: readonly string[];
  /** Whether the item had a quorum throughout; `null` where it cannot be told. */
  readonly quorate: boolean | null;
  readonly sum: QuorumSum;
  readonly votingPresent: number;
}

export const itemsOf = (meeting: Meeting): readonly ItemQuorum[] =>
  meeting.sections.map(({ sectionId, number, heading, itemId }) => {
    const moments = meeting.entries.flatMap((entry, moment) => (entry.sectionId === sectionId ? [moment] : []));
    if (moments.length === 0 || meeting.inHand === sectionId) moments.push(now(meeting));
    const [first, ...others] = moments.map((moment) => ({ moment, sum: quorumAt(meeting, moment, sectionId) }));
    const least = others.reduce(
      (a, b) => (rank(b.sum) < rank(a.sum) ? b : a),
      first ?? { moment: 0, sum: quorumAt(meeting, 0, sectionId) },
    );
    return {
      sectionId,
      number,
      heading,
      itemId: itemId ?? null,
      withdrawn: meeting.attendances
        .filter(({ person }) => moments.some((moment) => hasWithdrawn(meeting, person.personId, sectionId, moment)))
        .map(({ person }) => person.name),
      quorate: least.sum.quorate,
      sum: least.sum,
      votingPresent: seatsPresent(meeting, least.moment, sectionId).filter(({ seat }) => seat.voting).length,
    };
  });

/** From the least quorum: a sum that fails, then one that cannot be told, then one that is met; within each by the number present. */
const rank = ({ quorate, present }: QuorumSum): number => (quorate === false ? 0 : quorate === null ? 1e6 : 2e6) + present;
