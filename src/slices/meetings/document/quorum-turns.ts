import { momentOf, now } from '../record/entries.js';
import { type Meeting, type Step } from '../record/meeting.state.js';
import { type QuorumSum } from '../events/decision.events.js';
import { andNames } from '../../../kernel/words.js';
import { quorumAt } from '../sederunt/room.js';

/** The moments of the entries after which the sum failed or was met again and nobody declared it, each with its sentence; only where the rule is known. */
export function quorumTurns(meeting: Meeting): ReadonlyMap<number, string> {
  const turns = new Map<number, string>();
  const declaredAfter = new Set(meeting.declarations.map(({ after }) => momentOf(meeting, after)));
  const last = meeting.status === 'concluded' ? now(meeting) - 1 : now(meeting);
  let quorate = true;
  for (let moment = 0; moment <= last; moment += 1) {
    const sectionId = meeting.entries[moment]?.sectionId ?? meeting.inHand;
    const sum = quorumAt(meeting, moment, sectionId);
    if (sum.quorate === null || sum.quorate === quorate) continue;
    quorate = sum.quorate;
    if (sum.declared || declaredAfter.has(moment - 1)) continue;
    turns.set(moment - 1, `The meeting was ${quorate ? 'quorate' : 'inquorate'} from this point onwards${without(sum)}.`);
  }
  return turns;
}

/** Of a joint meeting, which of the bodies has no quorum. */
function without({ quorate, bodies = [] }: QuorumSum): string {
  const none = bodies.filter((one) => one.quorate === false).map(({ bodyName }) => `the ${bodyName.replace(/^the /i, '')}`);
  return quorate === false && none.length > 0 ? `, without a quorum of ${andNames(none)}` : '';
}

/** The number of the steps after one entry that come before the turn of the quorum there: up to the last that changes who counts. */
export function stepsBeforeTurn(meeting: Meeting, steps: readonly Step[]): number {
  const last = steps.findLastIndex((step) => changesQuorum(meeting, step));
  return last < 0 ? steps.length : last + 1;
}

function changesQuorum({ declarations }: Meeting, { after, event: { type, data } }: Step): boolean {
  if (type === 'AttendanceRecorded') return after !== null;
  if (type === 'InterestDeclared') return data.outcome === 'declared-and-withdrew';
  if (type === 'MeetingResumed') return data.standing !== undefined || declarations.some(({ lapsed }) => lapsed?.after === after);
  return type === 'MemberLeft' || type === 'MemberRejoined';
}

/** The section where the quorum turned: where somebody came or went, if anybody did; else the next item, from which somebody withdrew. */
export function sectionOfTurn(meeting: Meeting, moment: number): string | undefined {
  const here = (after: string | null | undefined): boolean => after !== undefined && momentOf(meeting, after) === moment;
  const spells = meeting.attendances.flatMap((one) => one.spells);
  const moves = spells.flatMap(({ from, to, cameIn, leftIn }) => [...(here(from) ? [cameIn] : []), ...(here(to) ? [leftIn] : [])]);
  if (moment >= 0 && moves.length > 0) return moves.findLast((sectionId) => sectionId !== undefined);
  return moment < 0 && !meeting.interests.some(({ outcome }) => outcome === 'declared-and-withdrew')
    ? undefined
    : (meeting.entries[moment + 1]?.sectionId ?? undefined);
}
