import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/app.js';
import { BOARD, establishBoard, openWithFive } from '../support/live-board.js';

let app: TestApp;
const at = `bodies/${BOARD}/meetings/texts`;

beforeAll(async () => {
  app = await createTestApp();
  await establishBoard(app);
  await openWithFive(app, 'texts');
  await app.record(`${at}/record-paragraph`, { text: 'There had been circulated a plan.' });
}, 60_000);
afterAll(() => app.close());

const decide = (words: string, key?: string) => app.command(`${at}/record-decision`, { words }, key === undefined ? {} : { key });

describe('a decision recorded through the API', () => {
  it.each([
    ['AGREED:\n(a)\u00A0to approve;\n(b)\u00A0to ask.', 'AGREED, parts a, b'],
    ['AGREED:\n(c) to note;\n(d) to remit.', 'AGREED, parts c, d'],
    ['NOTED:\u000B1) one;\u000B2) two.', 'NOTED, parts 1, 2'],
    ['AGREED:\n(e) one more.', 'AGREED, part e'],
    ['AGREED:\n(m) far on.', 'AGREED, without parts; the line “(m) far on.” begins like a part and is read as words before the parts'],
  ])('is answered with how it was read: %j', async (words, read) => {
    const answer = await decide(words);
    expect([answer.status, (answer.json as { read?: string }).read]).toEqual([201, read]);
  });

  it('is answered so when it is sent again, and when it is corrected', async () => {
    const words = 'AGREED:\n• one;\n• two.';
    const first = await decide(words, 'the-same');
    const again = await decide(words, 'the-same');
    expect([first.status, again.status, again.json]).toEqual([201, 200, first.json]);
    expect(first.json).toMatchObject({ read: 'AGREED, parts a, b' });
    const corrected = await app.command(`${at}/correct-decision`, {
      decisionId: (first.json as { id: string }).id,
      words: 'AGREED:\n• one;\n• two;\n• three.',
      reason: 'One was left out',
    });
    expect(corrected.json).toMatchObject({ read: 'AGREED, parts a, b, c' });
  });

  it('has nothing to say of other commands', async () => {
    const { json } = await app.command(`${at}/record-paragraph`, { text: '(a) is no part of a paragraph' });
    expect(Object.keys(json as object).sort()).toEqual(['id', 'position', 'revision']);
  });
});

describe('text that is pasted', () => {
  it('is kept as what it means, and named where it cannot be kept', async () => {
    const { id } = await app.record(`${at}/record-paragraph`, { text: '\uFEFFOne\r\ntwo\u000Bthree\u0085four ten\u001Eday' });
    const { text } = await app.get(`${at}/minute?format=text`);
    expect(text).toContain('One\ntwo\nthree\nfour ten\u2011day');
    const refused = await app.command(`${at}/correct-paragraph`, { paragraphId: id, text: 'One\ntwo \u0007', reason: 'x' });
    expect(refused.json).toMatchObject({
      code: 'request.invalid',
      errors: [{ field: 'text', rule: expect.stringContaining('line 2, character 5 is a control character (U+0007)') }],
    });
    const unseen = await app.command(`${at}/record-paragraph`, { text: '\u200B\u2060' });
    expect(unseen.json).toMatchObject({ errors: [{ field: 'text', rule: 'must not be blank: nothing of it would show' }] });
    const turned = await app.command(`${at}/record-attendance`, { person: { personId: 'x', name: 'Ana \u202Enworb' }, as: 'present' });
    expect(turned.json).toMatchObject({
      errors: [{ field: 'person.name', rule: expect.stringContaining('character 5 is a change of direction') }],
    });
  });

  it.each(['مُحَمَّد', 'محمد', 'हिन्दी', 'STRASSE', 'lodz', 'governance', 'finance', 'تقرير', 'नगरपालिका'])(
    'in any script is found by its words: %s',
    async (word) => {
      const { position } = await app.record(`${at}/record-paragraph`, {
        text: 'محمد مُحَمَّد قدم تقرير; हिन्दी नगरपालिका; Straße, Łódź, gover\u00ADnance, ﬁnance',
      });
      const { json } = await app.get(`search?${new URLSearchParams({ words: word }).toString()}`, { after: position });
      expect((json as { count: number }).count).toBeGreaterThan(0);
    },
  );
});
