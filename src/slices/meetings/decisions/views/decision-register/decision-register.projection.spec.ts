import { describe, expect, it } from '@jest/globals';
import { aDecision } from '../../../../../../test/support/a-meeting.js';
import { recorded } from '../../../../../../test/support/decider-spec.js';
import { type DomainEvent } from '../../../../../kernel/event.js';
import { type Reducer } from '../../../../../kernel/projection.js';
import { decisionRegister, type DecisionRegisterRow } from './decision-register.projection.js';
import { decisionsCsv, decisionsText } from './decisions-text.js';

const MARCH = 'meeting-board/2016-03-03';
const JUNE = 'meeting-board/2016-06-09';
type At = readonly [stream: string, event: DomainEvent];

/** The rows after the events, by key. */
function rowsAfter(...events: readonly At[]): Map<string, DecisionRegisterRow> {
  const rows = new Map<string, DecisionRegisterRow>();
  events.forEach(([stream, event], index) => {
    const stored = recorded(event, index, stream) as never;
    const reducer = (decisionRegister.on as Record<string, Reducer<DecisionRegisterRow, never>>)[event.type];
    for (const key of [decisionRegister.key(stored)].flat()) {
      const row = reducer?.(rows.get(key), stored, key);
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  });
  return rows;
}
const informal: At = [
  MARCH,
  aDecision('d-1', { standing: 'informal', words: 'NOTED paragraph 6 of the Minute of 26 November 2015.', paragraph: '9' }),
];
const REF = 'board/2016-03-03#d-1';
const decision = { meetingId: 'board/2016-03-03', decisionId: 'd-1' };
const by = { meetingId: 'board/2016-06-09', decisionId: 'd-2' };
const one = (...events: readonly At[]) => rowsAfter(informal, ...events).get(REF);

describe('a decision in the register', () => {
  it('awaits ratification when it is informal', () =>
    expect(one()).toMatchObject({ ratification: 'awaiting', bodyId: 'board', place: '0009' }));

  it('cites earlier minutes', () => expect(one()?.citations).toMatchObject([{ meetingDate: '2015-11-26', paragraph: '6' }]));

  it('is ratified or not by what another meeting records', () => {
    expect(one([JUNE, { type: 'DecisionRatified', v: 1, data: { decision, by } }])).toMatchObject({
      ratification: 'ratified',
      ratifiedBy: by,
    });
    expect(one([JUNE, { type: 'RatificationDeclined', v: 1, data: { decision, by, reason: 'Overtaken' } }])).toMatchObject({
      ratification: 'declined',
      declinedBecause: 'Overtaken',
    });
  });

  it('awaits nothing once rescinded or superseded', () => {
    expect(one([JUNE, { type: 'DecisionRescinded', v: 1, data: { decision, by } }])).toMatchObject({
      ratification: 'not-needed',
      rescindedBy: by,
    });
    expect(one([JUNE, { type: 'DecisionSuperseded', v: 1, data: { decision, by } }])).toMatchObject({
      ratification: 'not-needed',
      supersededBy: by,
    });
  });

  it('awaits ratification or not as the sederunt is corrected', () => {
    const quorum = { quorate: true, present: 5, of: 5, needed: 3, explanation: '', declared: false };
    expect(
      one([MARCH, { type: 'DecisionStandingFound', v: 1, data: { decisionId: 'd-1', standing: 'quorate', quorum, because: 'x' } }]),
    ).toMatchObject({ standing: 'quorate', ratification: 'not-needed' });
  });

  it('follows its paragraph', () =>
    expect(
      one([MARCH, { type: 'ParagraphRenumbered', v: 1, data: { paragraphId: 'p-9', from: '9', to: '9.1', decisionIds: ['d-1'] } }]),
    ).toMatchObject({ paragraph: '9.1', place: '0009.0001' }));

  it('is gone when it is struck', () =>
    expect(one([MARCH, { type: 'EntryStruck', v: 1, data: { entryId: 'd-1', reason: 'x' } }])).toBeUndefined());

  it('reads as text and as CSV', () => {
    const {
      place: _place,
      recorded: _recorded,
      search: _search,
      ...row
    } = one([
      MARCH,
      {
        type: 'DecisionCorrected',
        v: 1,
        data: { decisionId: 'd-1', verb: 'NOTED', words: 'NOTED:', parts: [{ letter: 'a', text: '=it.' }], reason: 'x' },
      },
    ])!;
    const shown = [{ ...row, published: false }];
    expect(decisionsText(shown)).toBe(
      [
        '3 March 2016 (board/2016-03-03)',
        '',
        'Para 9  ITEM 1',
        '  NOTED:',
        '      (a) =it.',
        '  [id d-1]',
        '  [informal: 5 of 5 voting seats present, 3 needed]',
        '  [awaiting ratification]',
        '  [corrected]',
        '',
      ].join('\n'),
    );
    expect(decisionsCsv(shown)).toContain('board/2016-03-03,2016-03-03,9,ITEM 1,NOTED:,NOTED,"NOTED:\n(a) =it.",informal');
    expect(decisionsText([])).toBe('No decisions.\n');
  });
});
