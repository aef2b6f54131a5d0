import { type QuorumRule } from '../../../../bodies/bodies.words.js';
import { type QuorumSum } from '../../../record/decision.events.js';
import { type Meeting } from '../../../record/meeting.state.js';
import { momentOf, now, paragraphAfter, paragraphAt, standingAt } from '../../../record/entries.js';
import { presidingAt, quorumAt, sumAt } from '../../room.js';
import { type ItemQuorum, itemsOf } from './items.js';
import { peopleOf, type PersonInTime } from './people.js';

/**
 * People's times in the room, the quorum over that time, and the paragraphs from which there was none. Derived whole from the record.
 * Places are paragraphs: `fromParagraph` is the first paragraph something holds for (`null`: none is recorded yet), `afterParagraph` the
 * last before it (`null`: it held from the start).
 */
export interface QuorumTimeline {
  readonly meetingId: string;
  readonly title: string;
  readonly date: string;
  readonly status: Meeting['status'];
  /** The rule the meeting was opened under, with the version of the constitution it stands in; `null` before it is opened. */
  readonly rule: { readonly constitution: string; readonly source: string; readonly quorum: QuorumRule } | null;
  readonly people: readonly PersonInTime[];
  /** The sum for the meeting as a whole, each time it changes. Withdrawals from an item count only under that item. */
  readonly moments: readonly QuorumMoment[];
  readonly items: readonly ItemQuorum[];
  /** Where the quorum was first lost. */
  readonly inquorateFrom: Loss | null;
  /** Every loss, and where it was regained. */
  readonly losses: readonly (Loss & { readonly regained: Point | null })[];
  readonly disagreements: readonly Disagreement[];
  /** The sum as the record stands, for the item in hand. */
  readonly now: QuorumSum;
  readonly presiding: string | null;
}

export interface Point {
  readonly paragraph: string | null;
  readonly after: string | null;
}

export interface Loss extends Point {
  readonly declared: boolean;
  /** The declaration, or the sum where nobody declared it. */
  readonly words: string;
}

export interface QuorumMoment {
  readonly fromParagraph: string | null;
  readonly afterParagraph: string | null;
  readonly sum: QuorumSum;
}

/** A declaration that disagrees with the sum, or a loss nobody declared. Reported, never mended. */
export interface Disagreement {
  readonly kind: 'declared-lost-with-quorum' | 'declared-quorate-without' | 'lost-undeclared';
  readonly at: Point;
  readonly explanation: string;
}

export function quorumTimeline(meeting: Meeting): QuorumTimeline {
  const opened = meeting.standings.length > 0;
  const changes = opened ? changesOf(meeting) : [];
  const losses = lossesOf(meeting, changes);
  const first = losses[0];
  const constitution = standingAt(meeting, 0)?.constitution;
  const last = now(meeting);
  return {
    meetingId: meeting.meetingId,
    title: meeting.title,
    date: meeting.date,
    status: meeting.status,
    rule: constitution ? { constitution: constitution.versionId, source: constitution.source, quorum: constitution.quorum } : null,
    people: peopleOf(meeting),
    moments: changes.map(({ moment, sum }) => {
      const { paragraph, after } = pointAt(meeting, moment);
      return { fromParagraph: paragraph, afterParagraph: after, sum };
    }),
    items: opened ? itemsOf(meeting) : [],
    inquorateFrom: first ? { paragraph: first.paragraph, after: first.after, declared: first.declared, words: first.words } : null,
    losses,
    disagreements: [...declarationsAgainst(meeting), ...undeclared(meeting, losses)],
    now: quorumAt(meeting, last, meeting.inHand),
    presiding: presidingAt(meeting, last)?.name ?? null,
  };
}

interface Change {
  readonly moment: number;
  readonly sum: QuorumSum;
}

export const pointAt = (meeting: Meeting, moment: number): Point => ({
  paragraph: paragraphAfter(meeting, moment - 1),
  after: paragraphAt(meeting, moment - 1),
});

/** A moment is every place in the record, and the one after its last entry. */
function changesOf(meeting: Meeting): readonly Change[] {
  const changes: Change[] = [];
  for (let moment = 0; moment <= now(meeting); moment += 1) {
    const sum = quorumAt(meeting, moment, null);
    const before = changes.at(-1)?.sum;
    if (before && before.quorate === sum.quorate && before.explanation === sum.explanation) continue;
    changes.push({ moment, sum });
  }
  return changes;
}

function lossesOf(meeting: Meeting, changes: readonly Change[]): QuorumTimeline['losses'] {
  const losses: (Loss & { regained: Point | null })[] = [];
  let lost = false;
  for (const { moment, sum } of changes) {
    if (sum.quorate === false && !lost) {
      const declaration = sum.declared
        ? meeting.declarations.findLast((one) => !one.quorate && momentOf(meeting, one.after) < moment)
        : undefined;
      losses.push({ ...pointAt(meeting, moment), declared: sum.declared, words: declaration?.words ?? sum.explanation, regained: null });
    }
    const open = losses.at(-1);
    if (sum.quorate !== false && lost && open) losses[losses.length - 1] = { ...open, regained: pointAt(meeting, moment) };
    lost = sum.quorate === false;
  }
  return losses;
}

function declarationsAgainst(meeting: Meeting): readonly Disagreement[] {
  return meeting.declarations.flatMap(({ quorate, after }): Disagreement[] => {
    const moment = momentOf(meeting, after) + 1;
    const { quorate: adds, explanation } = sumAt(meeting, moment, null);
    if (adds === null || adds === quorate) return [];
    return [{ kind: quorate ? 'declared-quorate-without' : 'declared-lost-with-quorum', at: pointAt(meeting, moment), explanation }];
  });
}

const undeclared = (meeting: Meeting, losses: readonly Loss[]): readonly Disagreement[] =>
  losses.flatMap(({ declared, paragraph, after, words }): Disagreement[] => {
    const saidThere = meeting.declarations.some((one) => !one.quorate && paragraphAt(meeting, momentOf(meeting, one.after)) === after);
    return declared || saidThere ? [] : [{ kind: 'lost-undeclared', at: { paragraph, after }, explanation: words }];
  });
