import { type Meeting, sectionHeading } from '../../slices/meetings/meetings.words.js';
import { type NodeKind } from './describing.js';
import { entryRef } from './refs.js';

/** One step of how a record came about, or of what came of it. */
export interface ChainStep {
  readonly ref: string;
  readonly kind: 'paper' | 'agenda item' | 'section' | 'vote' | NodeKind;
  readonly what: string;
  /** How this step is joined to the step before it. */
  readonly how: string;
}

/** The steps from a decision back to the vote, the motion, the item and its papers, all in the decision's own meeting. Nearest first. */
export function chainBack(meeting: Meeting, decisionId: string): readonly ChainStep[] {
  const decision = meeting.decisions.find((one) => one.decisionId === decisionId);
  if (!decision) return [];
  const ref = (entry: string): string => entryRef(meeting.meetingId, entry);
  const lost = decision.onLossOf;
  const motion = meeting.motions.find((one) => one.motionId === (decision.motionId ?? lost));
  const procedure = meeting.procedures.find((one) => one.procedureId === lost);
  const divisionId = decision.divisionId ?? motion?.division?.divisionId;
  const division = meeting.divisions.find((one) => one.divisionId === divisionId);
  const section = meeting.sections.find((one) => one.sectionId === decision.sectionId);
  const item = meeting.agenda.find((one) => one.itemId === section?.itemId);
  return [
    ...(division ? [{ ref: ref(division.divisionId), kind: 'vote' as const, what: counted(division), how: 'decided by' }] : []),
    ...(motion?.vote
      ? [{ ref: ref(motion.vote.voteId), kind: 'vote' as const, what: `${motion.vote.method}: ${motion.vote.result}`, how: 'decided by' }]
      : []),
    ...(motion
      ? [
          {
            ref: ref(motion.motionId),
            kind: 'motion' as const,
            what: motion.text,
            how: `on the ${lost === undefined ? '' : 'loss of the '}motion of ${motion.movedBy.name}`,
          },
        ]
      : []),
    ...(procedure
      ? [
          {
            ref: ref(procedure.procedureId),
            kind: 'motion' as const,
            what: procedure.words,
            how: `on the loss of the motion of ${procedure.movedBy.name}`,
          },
        ]
      : []),
    ...(section ? [{ ref: ref(section.sectionId), kind: 'section' as const, what: sectionHeading(section), how: 'under' }] : []),
    ...(item
      ? [{ ref: ref(item.itemId), kind: 'agenda item' as const, what: `${item.number}. ${item.title}`, how: 'on the agenda as' }]
      : []),
    ...(item?.papers ?? []).map((paper) => ({
      ref: paper.link ?? ref(item?.itemId ?? ''),
      kind: 'paper' as const,
      what: paper.pages ? `${paper.title} (pages ${paper.pages.first} to ${paper.pages.last})` : paper.title,
      how: 'with the paper',
    })),
    { ref: meeting.meetingId, kind: 'meeting', what: `${meeting.title}, ${meeting.date}`, how: 'at' },
  ];
}

const counted = ({ method, proposals }: Meeting['divisions'][number]): string =>
  `${method}: ${proposals.map(({ proposalId, words, count }) => `${count ?? 'not counted'} for ${words ?? proposalId}`).join(', ')}`;
