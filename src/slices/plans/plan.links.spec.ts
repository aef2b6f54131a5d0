import { describe, expect, it } from '@jest/globals';
import { recorded } from '../../../test/support/decider-spec.js';
import { type DecisionCited, type PlanEvent, type PlanItemDetails } from './plan.events.js';
import { planLinks } from './plan.links.js';

const named = { planId: 'board/plan', bodyId: 'board' };
const decision: DecisionCited = { meetingId: 'board/2016-06-09', decisionId: 'd-1', paragraph: '12', meetingDate: '2016-06-09' };
const on = '2016-06-09';
const linksOf = (event: PlanEvent) => planLinks[event.type]?.(recorded(event) as never);

describe('the links of a plan', () => {
  it('lead from the decision and the report to the plan', () =>
    expect(
      linksOf({
        type: 'PlanAdopted',
        v: 1,
        data: {
          ...named,
          on,
          title: 'A plan',
          kind: 'strategy',
          adopted: { by: 'decision', decision },
          report: 'board/paper',
          saidOn: on,
          scale: [],
          exempt: false,
        },
      }),
    ).toEqual([
      { from: 'board/2016-06-09#d-1', to: 'plan:board/plan', how: 'plan adopted' },
      { from: 'report:board/paper', to: 'plan:board/plan', how: 'plan proposed' },
    ]));

  it('lead from the item that is pointed to, and from the decision that amended it', () => {
    const details: PlanItemDetails = {
      text: 'Mend roads.',
      leads: [],
      due: { words: '', kind: 'none', explanation: 'none' },
      implications: [],
      links: [{ item: '1.1', words: 'As 1.1' }],
    };
    const pointed = { from: 'plan:board/plan#1.1', to: 'plan:board/plan#1.2', how: 'pointed to by' };
    const item = { ...named, itemId: '1.2', on };
    expect(linksOf({ type: 'PlanItemAdded', v: 1, data: { ...item, details, plan: { title: 'A plan', exempt: false } } })).toEqual([
      pointed,
    ]);
    expect(linksOf({ type: 'PlanItemAmended', v: 1, data: { ...item, changes: { links: details.links }, decision } })).toEqual([
      { from: 'board/2016-06-09#d-1', to: 'plan:board/plan#1.2', how: 'plan item amended' },
      pointed,
    ]);
  });

  it('lead on to what superseded an item, and to the report that fulfilled a duty', () => {
    const item = { ...named, itemId: '1.2', on };
    expect(linksOf({ type: 'PlanItemSuperseded', v: 1, data: { ...item, by: 'the next plan', ref: 'plan:board/next#1' } })).toEqual([
      { from: 'plan:board/plan#1.2', to: 'plan:board/next#1', how: 'superseded by' },
    ]);
    expect(
      linksOf({
        type: 'DutyFulfilled',
        v: 1,
        data: {
          dutyId: 'board/report',
          bodyId: 'board',
          on,
          occurrence: on,
          words: 'Published.',
          report: 'board/2016',
          duty: { title: 'Report', what: 'report', officers: [] },
        },
      }),
    ).toEqual([{ from: 'duty:board/report', to: 'report:board/2016', how: 'fulfilled by' }]);
  });
});
