import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { isPart } from '../../../kernel/citation.js';
import { entryOf, minuteStyleOf, momentOf } from '../record/entries.js';
import { standsAlone } from '../motions/voting-order.js';
import { constitutionAt } from '../sederunt/room.js';
import { refuseDecision } from './decision.refusals.js';
import { type RecordDecisionDto } from './decision.payloads.js';
import { decisionRead, lettered, parseDecision, type ParsedDecision, USUAL_VERBS } from './parse-decision.js';

type Worded = Pick<RecordDecisionDto, 'words' | 'parts' | 'motionId' | 'divisionId'>;
type Rests = Pick<RecordDecisionDto, 'divisionId' | 'onLossOf'>;

/** The verbs that a decision may begin with at a moment of the meeting. */
const verbsAt = (meeting: Meeting, moment: number): readonly string[] => [
  ...new Set([...USUAL_VERBS, ...(constitutionAt(meeting, moment)?.verbs ?? [])]),
];

/** The letters of the parts of decisions that stand before a moment of the meeting. */
const lettersBefore = (meeting: Meeting, moment: number): ReadonlySet<string> =>
  new Set(
    meeting.decisions
      .filter(({ decisionId }) => !entryOf(meeting, decisionId)?.struck && momentOf(meeting, decisionId) < moment)
      .flatMap(({ parts }) => parts.map(({ letter }) => letter)),
  );

/** How words would be read as a decision at the place the record has come to; `null` where they begin with none of the verbs. */
export function readAsDecision(words: string, meeting: Meeting): string | null {
  const moment = meeting.entries.length;
  const parsed = parseDecision(words.trim(), verbsAt(meeting, moment), lettersBefore(meeting, moment), minuteStyleOf(meeting));
  return parsed && decisionRead(parsed);
}

/** A decision's verb, lead and parts under the constitution in force; refused where it cannot read so, or cannot follow from its motion. */
export function decisionWords({ words, parts = [], ...from }: Worded, meeting: Meeting, moment: number): ParsedDecision | Refusal {
  const ground = groundOf(from, meeting);
  if (ground && isRefusal(ground)) return ground;
  const verbs = verbsAt(meeting, moment);
  const text = words ?? (ground && ownWords(ground, meeting, verbs));
  if (text === undefined)
    return refuseDecision('decision.words-missing', { field: 'words', ...(ground && { detail: { ...from, amended: true } }) });
  const parsed = parseDecision(text.trim(), verbs, lettersBefore(meeting, moment), minuteStyleOf(meeting));
  if (!parsed) return refuseDecision('decision.verb-unknown', { field: 'words', detail: { verbs, begins: text.trim().slice(0, 40) } });
  if (parsed.parts.length > 0 && parts.length > 0) return refuseDecision('decision.parts-twice', { field: 'parts' });
  const all = parsed.parts.length > 0 ? parsed.parts : lettered(parts);
  const twice = all.findIndex(({ letter }, index) => all.findIndex((one) => isPart(one.letter, letter)) !== index);
  if (twice >= 0)
    return refuseDecision('decision.letter-twice', { field: `parts.${twice}.letter`, detail: { letter: all[twice]?.letter } });
  return { ...parsed, parts: all };
}

/** What a decision follows from: a motion that was carried, or an option that won a division and that nobody moved. */
type Ground = Pick<Motion, 'motionId' | 'text' | 'amends'>;

/** The motion or the winner of the division that a decision names; `undefined` where it names none. */
function groundOf({ motionId, divisionId }: Worded, meeting: Meeting): Ground | Refusal | undefined {
  if (divisionId === undefined) return motionId === undefined ? undefined : carried(motionId, meeting);
  const division = meeting.divisions.find((one) => one.divisionId === divisionId);
  const detail = { divisionId };
  if (!division) return refuseDecision('decision.division-unknown', { field: 'divisionId', detail });
  const winner = division.proposals.find(({ outcome }) => outcome === 'carried');
  if (!winner) return refuseDecision('decision.division-undecided', { field: 'divisionId', detail });
  const taken = meeting.decisions.find((one) => one.divisionId === divisionId && !entryOf(meeting, one.decisionId)?.struck);
  if (taken)
    return refuseDecision('decision.motion-decided-already', { field: 'divisionId', detail: { ...detail, decisionId: taken.decisionId } });
  return winner.words === undefined ? carried(winner.proposalId, meeting) : { motionId: winner.proposalId, text: winner.words };
}

/**
 * Why a decision cannot rest on the loss of what it names; `null` where it can, or names nothing. What is still open may yet be carried, and
 * what was withdrawn was not lost.
 */
export function cannotRestOnLoss({ divisionId, onLossOf }: Rests, meeting: Meeting): Refusal | null {
  const field = 'onLossOf';
  if (onLossOf === undefined) return null;
  if (divisionId !== undefined) return refuseDecision('decision.won-and-lost', { field, detail: { divisionId } });
  const procedure = meeting.procedures.find(
    (one) => one.procedureId === onLossOf && !one.declaredVoid && !entryOf(meeting, onLossOf)?.struck,
  );
  const motion = meeting.motions.find(({ motionId }) => motionId === onLossOf);
  if (!motion && !procedure) return refuseDecision('decision.motion-unknown', { field, detail: { motionId: onLossOf } });
  const status = motion?.status ?? procedure?.vote.result;
  const lost = status === 'not-carried' || status === 'fallen' || (procedure !== undefined && status === 'tied');
  return lost ? null : refuseDecision('decision.motion-not-lost', { field, detail: { motionId: onLossOf, status } });
}

/** The motion that won a division; `undefined` where an option did that nobody moved. */
export function motionThatWon(divisionId: string | undefined, meeting: Meeting): string | undefined {
  const winner = meeting.divisions
    .find((one) => one.divisionId === divisionId)
    ?.proposals.find(({ outcome, words }) => outcome === 'carried' && words === undefined);
  return winner?.proposalId;
}

function carried(motionId: string, meeting: Meeting): Motion | Refusal {
  const field = 'motionId';
  const motion = meeting.motions.find((one) => one.motionId === motionId);
  if (!motion) return refuseDecision('decision.motion-unknown', { field, detail: { motionId } });
  if (motion.status !== 'carried')
    return refuseDecision('decision.motion-not-carried', {
      field,
      detail: { motionId, status: motion.status, ...(motion.vote && { counts: motion.vote.counts }) },
    });
  if (!standsAlone(motion)) return refuseDecision('decision.motion-is-amendment', { field, detail: { motionId, amends: motion.amends } });
  const decided = meeting.decisions.find((one) => one.motionId === motionId && !entryOf(meeting, one.decisionId)?.struck);
  return decided
    ? refuseDecision('decision.motion-decided-already', { field, detail: { motionId, decisionId: decided.decisionId } })
    : motion;
}

/**
 * The words of the motion are the decision, where it was carried as moved. The clerk must give them where it was amended; and of an amendment
 * that won in its place, unless it is worded as a decision, since it may say only what is changed in the motion.
 */
function ownWords({ motionId, text, amends }: Ground, meeting: Meeting, verbs: readonly string[]): string | undefined {
  if (meeting.motions.some((one) => one.amends === motionId && one.status === 'carried' && !standsAlone(one))) return undefined;
  if (amends !== undefined && !/^that\b/i.test(text.trim()) && !parseDecision(text.trim(), verbs)) return undefined;
  const own = /[.!?:;]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
  const style = minuteStyleOf(meeting);
  if (style.verbs === 'as-typed' && /^that\b/i.test(own)) return style.lead === undefined ? `Agreed t${own.slice(1)}` : `t${own.slice(1)}`;
  if (parseDecision(own, verbs)) return own;
  return /^that\b/i.test(own) ? `AGREED t${own.slice(1)}` : `AGREED: ${own}`;
}
