import { type Meeting, type Motion } from '../record/meeting.state.js';
import { momentOf } from '../record/entries.js';
import { moved } from './vote-in-words.js';
import { sentence } from './wording.js';

export interface MotionNote {
  readonly moment: number;
  readonly sectionId: string;
  readonly motionId: string;
  readonly heading: 'MOTION' | 'AMENDMENT';
  readonly text: string;
}

/** Motions whose end no vote shows: withdrawn, fallen (also after a tie), or never put. */
export const motionsWithoutVote = (meeting: Meeting): readonly MotionNote[] =>
  meeting.motions.flatMap((motion): MotionNote[] => {
    const end = endOf(motion, meeting.status === 'concluded');
    if (end === null) return [];
    const { place, sectionId, motionId, amends, vote } = motion;
    const text = [...(vote ? [] : [moved(motion)]), end].join(' ');
    return [{ moment: momentOf(meeting, place), sectionId, motionId, heading: amends === undefined ? 'MOTION' : 'AMENDMENT', text }];
  });

function endOf({ status, amends, reason }: Motion, over: boolean): string | null {
  const what = amends === undefined ? 'The motion' : 'The amendment';
  const why = reason === undefined ? '.' : `: ${sentence(reason)}`;
  switch (status) {
    case 'withdrawn':
      return `${what} was withdrawn${why}`;
    case 'fallen':
      return `${what} fell${why}`;
    case 'moved':
    case 'put':
      return over ? `${what} was not voted on.` : null;
    case 'carried':
    case 'not-carried':
    case 'tied':
      return null;
  }
}
