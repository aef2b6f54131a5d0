import { type Meeting } from '../../slices/meetings/meetings.words.js';
import { entryRef } from './refs.js';

/** One step between two records. `when` is the instant of the step, if it was recorded apart from both records. */
export interface ChainEdge {
  readonly from: string;
  readonly to: string;
  readonly how: string;
  readonly when: string | null;
}

export type Side = 'back' | 'forward';

/** Steps within one meeting: from the agenda item to the motion, and from either to the decision; from the item to an action agreed in it. */
export function withinMeeting(meeting: Meeting, entry: string, side: Side): readonly ChainEdge[] {
  const ref = (id: string): string => entryRef(meeting.meetingId, id);
  const edge = (from: string, to: string, how: string): ChainEdge => ({ from: ref(from), to: ref(to), how, when: null });
  const itemOf = (sectionId: string): string | undefined => meeting.sections.find((one) => one.sectionId === sectionId)?.itemId;
  const struck = new Set(meeting.entries.flatMap(({ entryId, struck: why }) => (why === undefined ? [] : [entryId])));
  const edges = [
    ...meeting.motions.flatMap(({ motionId, sectionId, movedBy }) => {
      const itemId = itemOf(sectionId);
      return itemId === undefined ? [] : [edge(itemId, motionId, `moved by ${movedBy.name}`)];
    }),
    ...meeting.decisions.flatMap(({ decisionId, motionId, onLossOf, sectionId }) => {
      if (struck.has(decisionId)) return [];
      const itemId = itemOf(sectionId);
      if (motionId !== undefined) return [edge(motionId, decisionId, 'decided')];
      if (onLossOf !== undefined) return [edge(onLossOf, decisionId, 'on its loss')];
      return itemId === undefined ? [] : [edge(itemId, decisionId, 'decided')];
    }),
    ...meeting.hearings.flatMap(({ hearingId, sectionId, kind }) => {
      const itemId = itemOf(sectionId);
      return struck.has(hearingId) || itemId === undefined ? [] : [edge(itemId, hearingId, kind)];
    }),
    ...meeting.agreed.flatMap(({ actionId, sectionId }) => {
      const itemId = itemOf(sectionId);
      return struck.has(actionId) || itemId === undefined ? [] : [edge(itemId, actionId, 'agreed in discussion')];
    }),
  ];
  const here = ref(entry);
  return edges.filter(({ from, to }) => (side === 'back' ? to : from) === here);
}

/** Steps within a report or a plan: between the record and its recommendations or its linked items. */
export function withinRecord(name: string, entry: string | undefined, side: Side, entries: readonly string[]): readonly ChainEdge[] {
  const how = name.startsWith('report:') ? 'recommends' : 'has the item';
  if (side === 'back') return entry === undefined ? [] : [{ from: name, to: `${name}#${entry}`, how, when: null }];
  return entry === undefined ? entries.map((one) => ({ from: name, to: `${name}#${one}`, how, when: null })) : [];
}
