import { describe, expect, it } from '@jest/globals';
import { tell } from '../../kernel/sentences.js';
import { toldWithout } from '../meetings/meetings.words.js';
import { type PlanItemEvent } from './plan.events.js';
import { planItemTold } from './plan.sentences.js';

const amended = {
  type: 'PlanItemAmended',
  data: {
    planId: 'board/plan',
    bodyId: 'board',
    itemId: '1.1',
    on: '2026-03-03',
    changes: { measure: 'Visits counted', leads: [], leadWords: 'The Board' },
    reason: 'It was not measured',
    decision: { meetingId: 'board/2026-03-03', decisionId: 'd-1', paragraph: '4', meetingDate: '2026-03-03' },
  },
} as const satisfies Pick<Extract<PlanItemEvent, { type: 'PlanItemAmended' }>, 'type' | 'data'>;

describe('what is told of an item', () => {
  it('names what changed, and says below what it says now', () =>
    expect(tell(planItemTold, amended)).toEqual({
      sentence:
        'Item 1.1 amended on 3 March 2026 by decision d-1 of board/2026-03-03 (how it is measured, who leads, leads as the document has them): It was not measured',
      title: 'Changed',
      lines: [
        'It was not measured',
        'By paragraph 4 of the meeting of 3 March 2026',
        'Who leads: none',
        'Leads as the document has them: The Board',
        'How it is measured: Visits counted',
      ],
    }));

  it('says no more below of a step that was decided in private than that it was', () => {
    const [withheld] = toldWithout([amended], new Set(['board/2026-03-03#d-1']));
    expect(tell(planItemTold, withheld!).lines).toEqual(['Decided in private', 'By paragraph 4 of the meeting of 3 March 2026']);
  });
});
