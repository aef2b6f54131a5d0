import { describe, expect, it } from '@jest/globals';
import { type FormFields } from '../forms.js';
import { decisionChosen } from './decision-choice.js';
import { ifAny, labelsOf, linked, ownIn, shownParts, type StepPart } from './parts.js';
import { offeredOf, shownForm, type Steps, stepNamed, unchangedIn } from './step.js';
import { standingForms } from './standing-forms.js';
import { type DomainEvent } from '../../../kernel/event.js';
import { type Told } from '../../../kernel/sentences.js';
import { storyOf } from './story.js';

const PARTS: readonly StepPart[] = [
  { id: 'happenedAt', as: 'date', label: 'Received on', own: true },
  { id: 'title', as: 'line', label: 'Title' },
  {
    legend: 'Bodies',
    folded: true,
    fields: [
      { id: 'from.0.name', as: 'line', label: 'Name' },
      { id: 'from.1.name', as: 'line', label: 'Second name', extra: true },
    ],
  },
  { id: 'items', as: 'ticks', label: 'Items', own: true, choices: [{ value: 'a', text: 'A' }] },
];
const links = (href?: string) => linked([{ text: '', ...(href && { href }) }], PARTS)[0]?.href;

describe('a step’s form', () => {
  it('leads each problem to its field, or to the nearest there is', () => {
    expect(links('#title')).toBe('#title');
    expect(links('#from.1.kind')).toBe('#from.1.name');
    expect(links('#from')).toBe('#from.0.name');
    expect(links()).toBe('#happenedAt');
    expect(linked([{ text: 'x' }], [])).toEqual([{ text: 'x' }]);
  });

  it('leads the problems of several fields of the command to the one that stands for them, each once, or all to one field', () => {
    const parts: readonly StepPart[] = [
      { id: 'title', as: 'line', label: 'Title' },
      { id: 'choice', name: 'signer', as: 'choice', own: true, label: 'Signer', called: 'Who signs', standsFor: ['atMeeting', 'signedBy'] },
    ];
    const missing = ['#atMeeting', '#signedBy'].map((href) => ({ text: 'Enter: Who signs', href }));
    expect(linked(missing, parts)).toEqual([{ text: 'Enter: Who signs', href: '#choice' }]);
    expect(linked([{ text: 'x', href: '#title' }, { text: 'x' }], parts, 'choice')).toEqual([{ text: 'x', href: '#choice' }]);
    expect(labelsOf(parts)).toMatchObject({ title: 'Title', atMeeting: 'Who signs', signedBy: 'Who signs' });
    expect(shownParts(parts, { choice: 'a' })[1]).toMatchObject({ name: '_signer', value: 'a' });
    expect(ownIn(new URLSearchParams({ _signer: 'b' }), parts)).toEqual({ choice: 'b' });
  });

  it('has a value of its own while nothing is typed', () => {
    const number: StepPart = { id: 'number', as: 'line', label: 'Number', otherwise: '3' };
    expect(shownParts([number], {})).toMatchObject([{ value: '3' }]);
    expect(shownParts([number], { number: '4' })).toMatchObject([{ value: '4' }]);
  });

  it('asks for what is missing by its label, but not for further rows', () =>
    expect(Object.keys(labelsOf(PARTS))).toEqual(['happenedAt', 'title', 'from.0.name', 'items']));

  it('asks for a field by another name where its label alone would not say what is missing', () =>
    expect(labelsOf([{ id: 'reason', as: 'line', label: 'Reason', called: 'Why it is closed' }])).toEqual({ reason: 'Why it is closed' }));

  it('shows what was typed, and opens what is folded over it', () => {
    const shown = shownParts(PARTS, { title: 'T', from: [{ name: 'N' }], items: ['a'] });
    expect(shown[1]).toMatchObject({ name: 'title', value: 'T' });
    expect(shown[2]).toMatchObject({ open: true });
    expect(shown[3]).toMatchObject({ name: '_items', items: [{ checked: true }] });
    expect(shownParts(PARTS, {})[2]).toMatchObject({ open: false });
  });

  it('says in the names of its fields what their text stands for', () => {
    const shown = (field: StepPart, typed: FormFields) => shownParts([field], typed)[0];
    expect(shown({ id: 'leads', as: 'list', label: '' }, { leads: ['CPP', 'TSI'] })).toMatchObject({
      name: 'leads:lines',
      value: 'CPP\nTSI',
    });
    expect(shown({ id: 'years', as: 'number', label: '' }, { years: 3 })).toMatchObject({ name: 'years:number', value: '3' });
    expect(shown({ id: 'a.none', as: 'tick', label: '' }, { a: { none: true } })).toMatchObject({ name: 'a.none:flag', value: 'true' });
  });

  it('leaves out a list to choose from with nothing in it', () => {
    const meeting = { id: 'meeting', as: 'choice', label: 'Meeting' } as const;
    expect(ifAny({ ...meeting, choices: [] })).toEqual([]);
    expect(ifAny({ ...meeting, choices: [{ value: 'm', text: 'M' }] })).toHaveLength(1);
  });

  it('reads the page’s own fields, which are none of the command', () => {
    const form = new URLSearchParams('_happenedAt=2026-03-02&_items=a&_items=b&title=T');
    expect(ownIn(form, PARTS)).toEqual({ happenedAt: '2026-03-02', items: ['a', 'b'] });
  });

  it('sends on only what was changed', () =>
    expect(
      unchangedIn({ text: 'as it was', leads: ['CPP'], measure: 'new' }, { text: 'as it was', leads: ['CPP'], measure: 'old' }),
    ).toEqual({ text: undefined, leads: undefined }));

  it.each([
    ['board/2026-03-02#d-1', { decision: { meetingId: 'board/2026-03-02', decisionId: 'd-1' } }],
    ['board/2026-03-02#d-1(b)', { decision: { meetingId: 'board/2026-03-02', decisionId: 'd-1' }, part: 'b' }],
    ['', {}],
  ])('reads the decision that was chosen: %j', (decision, chosen) => expect(decisionChosen({ decision })).toEqual(chosen));
});

describe('the steps of a record', () => {
  const step = { name: 'Close it', button: 'Close', done: 'Closed.', parts: () => PARTS };
  const steps = {
    close: {
      ...step,
      command: { spec: { right: 'plans.record' } },
      offered: ({ open }: { open: boolean }) => open,
      start: () => ({ title: 'T' }),
    },
  } as unknown as Steps<{ open: boolean }>;

  it('are offered as it stands, to whoever may take them', () => {
    expect(offeredOf(steps, { open: true }, (right) => right === 'plans.record')).toEqual([{ step: 'close', name: 'Close it' }]);
    expect(offeredOf(steps, { open: true }, () => false)).toEqual([]);
    expect(offeredOf(steps, { open: false }, () => true)).toEqual([]);
  });

  it('are known by their names alone', () => {
    expect(stepNamed(steps, 'close')).toBe(steps.close);
    for (const name of ['toString', 'open', undefined]) expect(stepNamed(steps, name)).toBeUndefined();
  });

  it('all stand open on a page that has their forms in it, as far as they may be taken, with what was typed into one of them', () => {
    const standing = (of: { open: boolean }, typed?: FormFields) => standingForms(steps, of, of, { at: '/a', may: () => true, typed });
    expect(standing({ open: true }).close).toMatchObject({ action: '/a/close', cancel: '/a' });
    expect(standing({ open: true }).close!.parts[1]).toMatchObject({ value: 'T' });
    expect(standing({ open: true }, { title: 'U' }).close!.parts[1]).toMatchObject({ value: 'U' });
    expect(standing({ open: false })).toEqual({});
  });

  it('show what they are opened with until something is typed', () => {
    const at = { action: '/close', cancel: '/' };
    expect(shownForm(steps.close!, { open: true }, at).parts[1]).toMatchObject({ value: 'T' });
    expect(shownForm(steps.close!, { open: true }, { ...at, typed: {} }).parts[1]).toMatchObject({ value: '' });
  });
});

describe('the story of a record', () => {
  type Done = DomainEvent<'Done', 1, { readonly on: string; readonly words: string }>;
  const told: Told<Done> = {
    Done: ({ words }, nameOf) => ({
      sentence: 'Done',
      title: words === '' ? null : `Done by ${nameOf('ann')}`,
      lines: [words, undefined, false, ''],
    }),
  };
  const update = (on: string, words: string) => ({
    type: 'Done',
    data: { on, words },
    recordedAt: '2026-03-02T09:00:00.000Z',
    by: { name: 'Ann' },
  });

  it('is told the newest first, without what has no words, and says what was written down later', () =>
    expect(
      storyOf([update('2026-02-01', 'a'), update('2026-02-02', ''), update('2026-03-02', 'b')], told, 'Europe/London', () => 'Ann'),
    ).toEqual([
      { title: 'Done by Ann', lines: ['b'], on: '2026-03-02', by: 'Ann', recordedOn: null },
      { title: 'Done by Ann', lines: ['a'], on: '2026-02-01', by: 'Ann', recordedOn: '2026-03-02' },
    ]));
});
