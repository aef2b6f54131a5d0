import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Copy, editsOf, runsOf } from '../support/guides.js';
import { page } from '../support/markdown.js';

const GUIDES = ['docs/guides/added-a-command.md', 'docs/guides/added-a-field.md'].map(page);

let copy: Copy;
beforeAll(() => {
  copy = Copy.make();
});
afterAll(() => copy.remove());

/** One after the other, on one copy of the project: to compile it is most of what this takes. Each alone: `test/architecture/guides.spec.ts`. */
describe('the guides that say every edit', () => {
  it('are followed', () => {
    for (const edit of GUIDES.flatMap(editsOf)) copy.apply(edit);
  });

  it.each([...new Set(GUIDES.flatMap(runsOf))])(
    'come to what passes %s',
    async (line) => expect(await copy.run(line)).toEqual({ code: 0, printed: expect.any(String) }),
    300_000,
  );
});
