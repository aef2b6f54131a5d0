import { bodiesMeeting, type QuorumRule, type Standing } from '../../../../bodies/bodies.words.js';
import { type QuorumSum } from '../../../events/decision.events.js';
import { type Declaration, type Meeting } from '../../../record/meeting.state.js';
import { momentOf, now, standingAt } from '../../../record/entries.js';
import { firstFrom, lastBegun, leftAtOpening, momentInWords, momentsOf } from '../../../rules/place-words.js';
import { presidingAt, quorumAt, sumAt } from '../../../sederunt/room.js';
import { type ItemQuorum, itemsOf } from './items.js';
import { peopleOf, type PersonInTime } from './people.js';

/**
 * People's times in the room, the quorum over that time, and the paragraphs from which there was none. Derived whole from the record.
 * `fromParagraph` is the first paragraph, or item, something holds for (`null`: none is recorded yet), `afterParagraph` the last before it
 * (`null`: it held from the start). Several things may hold from one paragraph; `from` says in words where each began, no two alike.
 */
export interface QuorumTimeline {
  readonly meetingId: string;
  readonly title: string;
  readonly date: string;
  readonly status: Meeting['status'];
  /** The rule the meeting was opened under, with the version of the constitution it stands in; `null` before it is opened. */
  readonly rule: {
    readonly constitution: string;
    readonly source: string;
    readonly quorum: QuorumRule;
    /** Of a joint meeting, the rule of each body. */
    readonly bodies?: readonly RuleOfBody[];
  } | null;
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

export interface RuleOfBody {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly constitution: string;
  readonly source: string;
  readonly quorum: QuorumRule;
}

export interface Point {
  readonly paragraph: string | null;
  readonly after: string | null;
  /** `from the start`, `from para. 2`, `from the decision on para. 2`, `after para. 3`. */
  readonly from: string;
}

export interface Loss extends Point {
  readonly declared: boolean;
  /** The declaration, or the sum where nobody declared it. */
  readonly words: string;
}

export interface QuorumMoment {
  readonly fromParagraph: string | null;
  readonly afterParagraph: string | null;
  readonly from: string;
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
  const standing = standingAt(meeting, 0);
  const last = now(meeting);
  return {
    meetingId: meeting.meetingId,
    title: meeting.title,
    date: meeting.date,
    status: meeting.status,
    rule: standing && ruleOf(standing),
    people: peopleOf(meeting),
    moments: changes.map(({ moment, sum }) => {
      const { paragraph, after, from } = pointAt(meeting, moment);
      return { fromParagraph: paragraph, afterParagraph: after, from, sum };
    }),
    items: opened ? itemsOf(meeting) : [],
    inquorateFrom: first ? withoutRegained(first) : null,
    losses,
    disagreements: disagreementsOf(meeting),
    now: quorumAt(meeting, last, meeting.inHand),
    presiding: presidingAt(meeting, last)?.name ?? null,
  };
}

function ruleOf(standing: Standing): QuorumTimeline['rule'] {
  const [first, ...others] = bodiesMeeting(standing).map(({ bodyId, bodyName, constitution: { versionId, source, quorum } }) => ({
    bodyId,
    bodyName,
    constitution: versionId,
    source,
    quorum,
  }));
  if (!first) return null;
  const { constitution, source, quorum } = first;
  return { constitution, source, quorum, ...(others.length > 0 && { bodies: [first, ...others] }) };
}

interface Change {
  readonly moment: number;
  readonly sum: QuorumSum;
}

const withoutRegained = ({ regained: _regained, ...loss }: QuorumTimeline['losses'][number]): Loss => loss;

function pointAt(meeting: Meeting, moment: number): Point {
  const before = { after: meeting.entries[moment - 1]?.entryId ?? null };
  const begun = lastBegun(meeting, moment === 0 ? { ...before, sectionId: leftAtOpening(meeting) } : before);
  return {
    paragraph: firstFrom(meeting, before)?.number ?? null,
    after: begun?.number ?? null,
    from: momentInWords(meeting, moment),
  };
}

function changesOf(meeting: Meeting): readonly Change[] {
  const changes: Change[] = [];
  const add = (moment: number, sum: QuorumSum): void => {
    const before = changes.at(-1)?.sum;
    if (before?.quorate !== sum.quorate || before.explanation !== sum.explanation) changes.push({ moment, sum });
  };
  if (leftAtOpening(meeting) !== undefined) add(-1, quorumAt(atTheOpening(meeting), 0, null));
  for (const moment of momentsOf(meeting)) add(moment, quorumAt(meeting, moment, null));
  return changes;
}

/** The meeting with everybody in the room who was there from the start, also those who left before the first entry: nobody is gone yet. */
const atTheOpening = (meeting: Meeting): Meeting => ({
  ...meeting,
  attendances: meeting.attendances.map((one) => ({ ...one, spells: one.spells.map(({ to: _to, ...spell }) => spell) })),
});

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

/** Where a declaration disagrees with the sum of the item it was made in, or a loss was declared by nobody. */
export const disagreementsOf = (meeting: Meeting): readonly Disagreement[] => [
  ...declarationsAgainst(meeting),
  ...undeclared(meeting, lossesOf(meeting, changesOf(meeting))),
];

/** The sum where something was declared of the quorum, for the item that was in hand there. */
export function sumWhereDeclared(meeting: Meeting, { after, sectionId }: Declaration): QuorumSum {
  const moment = momentOf(meeting, after) + 1;
  return sumAt(meeting, moment, sectionId ?? meeting.entries[moment]?.sectionId ?? meeting.inHand);
}

function declarationsAgainst(meeting: Meeting): readonly Disagreement[] {
  return meeting.declarations.flatMap((declaration): Disagreement[] => {
    const { quorate, after } = declaration;
    const moment = momentOf(meeting, after) + 1;
    const { quorate: adds, explanation } = sumWhereDeclared(meeting, declaration);
    if (adds === null || adds === quorate) return [];
    return [{ kind: quorate ? 'declared-quorate-without' : 'declared-lost-with-quorum', at: pointAt(meeting, moment), explanation }];
  });
}

const undeclared = (meeting: Meeting, losses: readonly Loss[]): readonly Disagreement[] =>
  losses.flatMap(({ declared, paragraph, after, from, words }): Disagreement[] => {
    const saidThere = meeting.declarations.some(
      (one) => !one.quorate && (lastBegun(meeting, { after: one.after })?.number ?? null) === after,
    );
    return declared || saidThere ? [] : [{ kind: 'lost-undeclared', at: { paragraph, after, from }, explanation: words }];
  });
