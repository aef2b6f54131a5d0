import { describe, expect, it } from '@jest/globals';
import { recorded } from '../../../test/support/decider-spec.js';
import { directionDues } from './direction.due.js';
import { type DirectionEvent, type DirectionTerms } from './direction.events.js';
import { directionLinks } from './direction.links.js';
import { type Direction, directionDated, directionOn } from './direction.state.js';
import { nextReference } from './references.js';
import { gapsOf, flagsOn } from './direction-flags.js';
import { formHtml, formOf, formText } from './views/direction/direction-form.js';

describe('a reference', () => {
  it('counts by the day, the year or for good, as its format has it', () => {
    expect(nextReference('SBIJB-{ddmmyy}-{seq}', '2023-05-17', [])).toBe('SBIJB-170523-1');
    expect(nextReference('SBIJB-{ddmmyy}-{seq}', '2023-05-17', ['sbijb-170523-2', 'SBIJB-180523-9', 'X'])).toBe('SBIJB-170523-3');
    expect(nextReference('{yyyy}/{seq}', '2023-05-17', ['2023/4', '2022/9'])).toBe('2023/5');
    expect(nextReference('D{seq}', '2023-05-17', ['D1', 'D10', 'D2'])).toBe('D11');
    expect(nextReference('{date}({seq})', '2023-05-17', ['2023-05-17(1)'])).toBe('2023-05-17(2)');
    expect(nextReference('{seq}.{seq}', '2023-05-17', ['3.3', '7.8'])).toBe('4.4');
  });
});

const terms: DirectionTerms = {
  title: 'The pathfinder',
  recipients: [
    { recipient: 'council', name: 'The Council', extent: 'Social care' },
    { recipient: 'nhs', name: 'The Health Board' },
  ],
  text: 'Lead:\n- a first point that is long enough to be broken over more than one line of the printed form, as lists are\n- <b>second</b>',
  timeframes: { words: 'To start by: July 2023', kind: 'month', latest: '2023-07-31', explanation: '' },
  reports: [{ words: 'Papers', report: 'paper' }],
};
const direction: Direction = {
  bodyId: 'ijb',
  direction: 'one',
  terms,
  draftedOn: '2023-05-10',
  exempt: false,
  issues: [],
  reports: [],
  reviews: [],
  settledOn: '2023-05-10',
};

describe('what a direction leaves open', () => {
  it('is listed, one line for each gap', () => {
    expect(gapsOf(direction)).toEqual(['money-to-be-defined', 'functions-to-be-defined', 'no-split', 'no-end-date', 'no-review-date']);
    const whole = {
      split: 'joint',
      functions: { words: 'All' },
      finance: { words: 'None' },
      timeframes: { words: 'to start in June and be completed by July 2023', kind: 'month', latest: '2023-07-31', explanation: '' },
      review: { words: 'in due course', kind: 'none', explanation: '' },
    } as const;
    expect(gapsOf({ ...direction, terms: { ...terms, ...whole } })).toEqual([]);
  });
  it('and what is late follow from the day', () => {
    const approval = { on: '2023-05-17', reference: 'X', standing: '', decision: { meetingId: 'm', decisionId: 'd' }, paragraph: '1' };
    const live = { ...direction, approval };
    expect(flagsOn(direction, '2024-01-01')).toMatchObject({ live: false, timeframePassed: false });
    expect(flagsOn(live, '2023-07-31').timeframePassed).toBe(false);
    expect(flagsOn(live, '2023-08-01').timeframePassed).toBe(true);
    expect(flagsOn({ ...live, timeframeMetOn: '2023-07-01' }, '2023-08-01').timeframePassed).toBe(false);
  });
});

describe('a direction that was issued', () => {
  const next = { words: 'the next meeting', kind: 'next-meeting', latest: '2023-06-21', explanation: '' } as const;
  const hangsOn = { meeting: 'next', after: '2023-05-17' } as const;
  const approval = { on: '2023-05-17', reference: 'X', standing: '', decision: { meetingId: 'm', decisionId: 'd' }, paragraph: '1' };
  const issued: Direction = {
    ...direction,
    approval,
    review: { ...next, hangsOn },
    issues: [{ recipient: 'nhs', on: '2023-05-20', by: 'The clerk', acknowledge: { ...next, hangsOn } }],
  };
  it('keeps the days it said, and says which have moved', () => {
    const moved = { said: '2023-06-21', now: '2023-07-05', words: 'date moved: now 5 July 2023' };
    expect(directionDated(issued, () => ({ meetings: ['2023-06-21'], holidays: [] }))).toMatchObject({
      datesMoved: { timeframes: null, review: null },
      issues: [{ acknowledge: { latest: '2023-06-21' }, dateMoved: null }],
    });
    expect(directionDated(issued, () => ({ meetings: ['2023-07-05'], holidays: [] }))).toMatchObject({
      datesMoved: { timeframes: null, review: moved },
      issues: [{ acknowledge: { latest: '2023-07-05' }, dateMoved: moved }],
    });
  });
});

describe('the printed form of a direction', () => {
  const form = formOf(
    { terms: { ...terms, relation: { kind: 'revokes', cited: 'X-1' } } },
    { bodyName: 'Joint Board', bodyKind: 'joint-board' },
  );
  it('has the captions of the template, and the body’s name where its form says nothing', () => {
    expect(form.heading[0]).toBe('DIRECTION FROM THE JOINT BOARD');
    expect(form.rows.map(({ caption }) => caption)).toContain('IJB Approval date');
    expect(form.rows.find(({ caption }) => caption === 'Direction to')?.cell).toBe('The Council (Social care) and The Health Board');
    expect(form.rows[4]?.cell).toBe('Yes. Revokes X-1');
  });
  it('keeps lists as lists, and text as text', () => {
    const lines = formText(form).split('\n');
    const first = lines.findIndex((line) => line.includes('| - a first point'));
    expect(lines[first + 1]).toMatch(/^ {36} \| {3}\S/);
    expect(formHtml(form)).toContain('- &lt;b&gt;second&lt;/b&gt;');
    expect(formText({ heading: [], rows: [{ caption: 'C', cell: 'x'.repeat(150) }] })).toContain('x'.repeat(150));
  });
});

describe('what falls due by a direction', () => {
  const named = { bodyId: 'ijb', direction: 'one', on: '2023-05-17' };
  const decision = { meetingId: 'ijb/2023-05-17', decisionId: 'd-1' };
  const approved: Extract<DirectionEvent, { type: 'DirectionApproved' }> = {
    type: 'DirectionApproved',
    v: 1,
    data: {
      ...named,
      decision,
      paragraph: '1',
      reference: 'X',
      standing: '',
      exempt: false,
      title: 'T',
      recipients: ['A', 'B'],
      timeframes: terms.timeframes!,
    },
  };
  it('is its timeframe, its review and each acknowledgement', () => {
    expect(directionDues.DirectionApproved?.(recorded(approved))).toMatchObject([
      { change: 'falls-due', clock: 'timeframe', recordId: 'ijb/one', organisation: 'A, B', deadline: { latest: '2023-07-31' } },
      { change: 'falls-due', clock: 'review', sort: 'review', deadline: { kind: 'none' } },
    ]);
    const ended: Extract<DirectionEvent, { type: 'DirectionCompleted' }> = {
      type: 'DirectionCompleted',
      v: 1,
      data: { ...named, clocks: ['timeframe', 'acknowledge-nhs'], words: 'Done.' },
    };
    expect(directionDues.DirectionCompleted?.(recorded(ended))).toMatchObject([
      { change: 'met', clock: 'timeframe' },
      { change: 'dropped', clock: 'acknowledge-nhs' },
    ]);
  });
  it('and what led to it are told by its events', () => {
    expect(directionLinks.DirectionApproved?.(recorded(approved))).toEqual([
      { from: 'ijb/2023-05-17#d-1', to: 'direction:ijb/one', how: 'direction approved' },
    ]);
    const drafted: Extract<DirectionEvent, { type: 'DirectionDrafted' }> = { type: 'DirectionDrafted', v: 1, data: { ...named, terms } };
    expect(directionLinks.DirectionDrafted?.(recorded(drafted))).toEqual([
      { from: 'report:ijb/paper', to: 'direction:ijb/one', how: 'direction drafted' },
    ]);
    const late = { ...drafted, data: { ...drafted.data, on: '2026-01-01' } };
    expect(directionOn([late], '2024-01-01')).toBeNull();
    expect(directionOn([late, approved], '2024-01-01')).toMatchObject({ approval: { reference: 'X' } });
  });
});
