import { describe, expect, it } from '@jest/globals';
import { type ProjectionEngine } from '../../../projections/projection-engine.js';
import { type FormDoor, type FormOf, type Sent } from '../form-door.js';
import { type AnyRoom } from '../../../kernel/room.js';
import { type PageAsked } from '../page-asked.js';
import { ReadModelsOf } from '../read-models-of.js';
import { type Shown } from './step.js';
import { StepForms, type StepSent } from './step-forms.js';

const RECORDED = { done: true, outcome: { id: 'i-1', position: 7 } } as unknown as Sent;
const refused = (code: string): Sent => ({
  done: false,
  problems: [{ text: 'No' }],
  refusal: { accepted: false, code, rule: 'No' },
  typed: {},
});

/** Sends a form whose commands are answered one after another; tells what was submitted, waited for and answered. */
async function send(more: Partial<StepSent<void, void>>, ...answers: readonly Sent[]) {
  const submitted: FormOf[] = [];
  const waited: unknown[] = [];
  let shown: Shown | undefined;
  const headers: Record<string, unknown> = {};
  const door = {
    key: () => 'new',
    submit: async (_command: unknown, _target: string, _request: unknown, form: FormOf) => answers[submitted.push(form) - 1]!,
  };
  const engine = {
    waitFor: async (position: unknown, { names }: { readonly names: readonly string[] }) => waited.push(position, ...names),
  };
  const reply = { code: () => reply, header: (name: string, value: unknown) => ((headers[name] = value), reply) };
  const asked = { request: { body: new URLSearchParams({ _key: 'k', title: 'T' }) }, reply } as unknown as PageAsked;
  const command = class {} as never;
  const room = { commands: [command], projections: [{ name: 'items' }] } as unknown as AnyRoom;
  const forms = new StepForms(door as unknown as FormDoor, engine as unknown as ProjectionEngine, new ReadModelsOf([room]));
  await forms.take<void, void>(asked, {
    name: 'add',
    step: { command, parts: () => [{ id: 'title', as: 'line', label: 'Title' }] },
    known: undefined,
    target: 'board/x',
    at: '/here',
    again: (one) => {
      shown = one;
      return '';
    },
    ...more,
  });
  return { submitted, waited, shown, to: headers.location };
}

describe('a form that was sent', () => {
  it('is recorded, and the browser is sent on to where it stands once the slice’s read models show it', async () => {
    const { submitted, waited, to } = await send({ place: (id) => `item-${id}`, done: 'added' }, RECORDED);
    expect(submitted).toEqual([{ labels: { title: 'Title' }, extraFields: {} }]);
    expect([waited, to]).toEqual([[7, 'items'], '/here?done=added#item-i-1']);
  });

  it('is shown again if it is refused, with the problem at its field', async () => {
    const { shown, to } = await send({}, refused('x'));
    expect(shown).toMatchObject({ step: 'add', problems: [{ text: 'No', href: '#title' }], refused: true });
    expect(to).toBeUndefined();
  });

  it('says in the page’s own words that there is such a record, if one of the codes says so', async () => {
    const taken = { text: 'There is one', href: '#title' };
    for (const [codes, code, text] of [
      [undefined, 'stream.exists', 'There is one'],
      [undefined, 'x', 'No'],
      [['x'], 'x', 'There is one'],
    ] as const)
      expect((await send({ taken: { ...taken, ...(codes && { codes }) } }, refused(code))).shown?.problems).toMatchObject([{ text }]);
  });

  describe('of several commands', () => {
    const each = [{ number: '1' }, { number: '2' }, { number: '3' }];

    it('is recorded one after another, each under a key of its own and only the first on the revision that was shown', async () => {
      const { submitted, waited, to } = await send({ each }, RECORDED, RECORDED, RECORDED);
      expect(submitted.map(({ key, revision, extraFields }) => [key, revision, extraFields])).toEqual([
        ['k-0', undefined, each[0]],
        ['k-1', '*', each[1]],
        ['k-2', '*', each[2]],
      ]);
      expect([waited, to]).toEqual([[7, 'items'], '/here?done=add']);
    });

    it('stops at the first that is refused', async () => {
      const { submitted, shown } = await send({ each }, RECORDED, refused('x'));
      expect(submitted).toHaveLength(2);
      expect(shown?.problems).toMatchObject([{ text: 'No' }]);
    });

    it('is done if there is none to record', async () => {
      const { submitted, to } = await send({ each: [] });
      expect([submitted, to]).toEqual([[], '/here?done=add']);
    });
  });
});
