import { describe, expect, it } from '@jest/globals';
import { type PageAsked } from './page-asked.js';
import { type PageMoment } from './page-moment.js';
import { type PageContent, type Pages } from './pages.js';
import { Instead, RecordPage, type RecordPageOf, type RecordRead, stepsOf } from './record-page.js';
import { type Steps } from './steps/step.js';
import { type StepForms, type StepSent } from './steps/step-forms.js';

interface Read extends RecordRead {
  readonly open: boolean;
}

const OPEN: Read = { body: { bodyId: 'board' }, open: true };
const STEPS = {
  close: {
    command: { spec: { right: 'plans.record' } },
    name: 'Close it',
    button: 'Close',
    done: 'It is closed.',
    offered: ({ open }: Read) => open,
    parts: ({ open }: Read) => [{ id: 'reason', as: 'line', label: open ? 'Reason' : 'Late reason' }],
  },
} as unknown as Steps<Read>;

/** A page on which the clerk of the board may close the record: what it shows, and how it has a form taken. */
function pageOf(read: Read | Instead, more: Partial<RecordPageOf<Read>> = {}, answer: Partial<StepSent<unknown, unknown>> = {}) {
  let shown: PageContent | undefined;
  let sent: StepSent<unknown, unknown> | undefined;
  const pages = { render: (_request: unknown, _reply: unknown, content: PageContent) => ((shown = content), '') };
  const forms = {
    key: () => 'new',
    take: (_asked: PageAsked, one: StepSent<unknown, unknown>) => ((sent = { ...one, ...answer }), ''),
  };
  const page = new RecordPage<Read>(pages as unknown as Pages, forms as unknown as StepForms, {
    read: async () => read,
    steps: (one) => stepsOf(STEPS, one, () => one),
    target: () => 'board/x',
    revision: () => 7,
    address: () => '/x',
    content: () => ({ title: 'X', template: 'x.njk', data: { own: true } }),
    ...more,
  });
  const asked = (query: object, step = 'close', role = 'clerk') =>
    ({
      query,
      params: { step },
      request: { principal: { id: 'a', name: 'A', grants: [{ role, bodyId: 'board' }] } },
    }) as unknown as PageAsked;
  return {
    show: async (query: object = {}, role?: string) => {
      await page.show(asked(query, undefined, role));
      return shown!;
    },
    record: async (step?: string) => {
      await page.record(asked({}, step));
      return sent!;
    },
    shownAgain: () => shown,
  };
}
const past = { past: true, problems: [] } as unknown as PageMoment;

describe('a record’s page', () => {
  it('offers what its reader may record now, with the revision it shows and a new key', async () => {
    const { title, data } = await pageOf(OPEN).show();
    expect([title, data]).toMatchObject([
      'X',
      { offered: [{ step: 'close', name: 'Close it' }], at: '/x', key: 'new', revision: 7, own: true },
    ]);
    expect(data?.form).toBeUndefined();
    expect((await pageOf(OPEN).show({}, 'member')).data?.offered).toEqual([]);
  });

  it('opens the form asked for, and begins its title with it', async () => {
    const { title, data } = await pageOf(OPEN).show({ do: 'close' });
    expect([title, data?.form]).toMatchObject(['Close it: X', { action: '/x/close', cancel: '/x', parts: [{ label: 'Reason' }] }]);
    expect((await pageOf(OPEN, { oneTitle: true }).show({ do: 'close' })).title).toBe('X');
  });

  it('opens no form that its reader may not record, nor one on a page turned back', async () => {
    for (const [read, role] of [
      [OPEN, 'member'],
      [{ ...OPEN, open: false }, 'clerk'],
      [{ ...OPEN, then: past }, 'clerk'],
    ] as const)
      expect((await pageOf(read).show({ do: 'close' }, role)).data).toMatchObject({ offered: [], form: undefined });
  });

  it('has the forms of all steps open where they stand on it, and none turned back', async () => {
    const formsOf = async (read: Read) => (await pageOf(read, { standing: true }).show()).data?.forms;
    expect(await formsOf(OPEN)).toMatchObject({ close: { action: '/x/close' } });
    expect(await formsOf({ ...OPEN, then: past })).toEqual({});
  });

  it('says what was done by its steps, and by what else leads to it', async () => {
    const page = pageOf(OPEN, { alsoDone: { begun: { done: 'It is begun.' } } });
    for (const [done, words] of [
      ['close', 'It is closed.'],
      ['begun', 'It is begun.'],
      ['toString', undefined],
    ])
      expect((await page.show({ done })).done).toBe(words);
  });

  it('sends the browser to another page, which then says what was done, if its forms have an address of their own', async () => {
    const page = pageOf(OPEN, { ownAddress: () => '/x/own' });
    expect((await page.show({ do: 'close' })).data?.form).toMatchObject({ action: '/x/own/close', cancel: '/x' });
    expect((await page.show({ done: 'close' })).done).toBeUndefined();
    expect(await page.record()).toMatchObject({ at: '/x' });
  });

  it('has a form taken for its record, and shows it again as it was typed, even if its step is no longer offered', async () => {
    const page = pageOf({ ...OPEN, open: false }, { beside: () => ({ done: 'closed' }) });
    const sent = await page.record();
    expect(sent).toMatchObject({ name: 'close', target: 'board/x', at: '/x', done: 'closed' });
    await sent.again({ step: 'close', problems: [{ text: 'No', href: '#reason' }], typed: { reason: 'R' }, refused: true });
    expect(page.shownAgain()).toMatchObject({
      problems: [{ text: 'No', href: '#reason' }],
      data: { form: { parts: [{ label: 'Late reason', value: 'R' }] } },
    });
  });

  it('leads from no problem to a field once the form is gone', async () => {
    const page = pageOf({ ...OPEN, open: false }, { opens: (_read, { step }) => ({ step }) });
    await (await page.record()).again({ step: 'close', problems: [{ text: 'No', href: '#reason' }], typed: {}, refused: true });
    expect(page.shownAgain()).toMatchObject({ problems: [{ text: 'No' }], data: { form: undefined } });
    expect(page.shownAgain()?.problems?.[0]?.href).toBeUndefined();
  });

  it('takes no form of a step that it has not, nor where another page is shown instead', async () => {
    const nothing = new Instead({ title: 'Nothing', template: 'nothing-then.njk' });
    expect((await pageOf(nothing).show()).title).toBe('Nothing');
    for (const page of [pageOf(OPEN).record('toString'), pageOf(nothing).record()])
      await expect(page).rejects.toMatchObject({ refusal: { code: 'request.not-found' } });
  });
});
