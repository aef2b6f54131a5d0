import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Copy, editsOf, runsOf } from '../support/guides.js';
import { page } from '../support/markdown.js';

const GUIDES = ['docs/guides/added-a-command.md', 'docs/guides/added-a-field.md'].map(page);

let copy: Copy;
beforeAll(() => {
  copy = Copy.make();
});
afterAll(() => copy.remove());

const TESTS = 'npm run -s test -- ';

/** What the guides have their reader run, each line once; their tests in one run. */
function runsTogether(): readonly string[] {
  const lines = [...new Set(GUIDES.flatMap(runsOf))];
  const tests = lines.filter((line) => line.startsWith(TESTS)).flatMap((line) => line.slice(TESTS.length).split(' '));
  return [...lines.filter((line) => !line.startsWith(TESTS)), TESTS + [...new Set(tests)].join(' ')];
}

/** One after the other, on one copy of the project: to compile it is most of what this takes. Each alone: `test/architecture/guides.spec.ts`. */
describe('the guides that say every edit', () => {
  it('are followed', () => {
    for (const edit of GUIDES.flatMap(editsOf)) copy.apply(edit);
  });

  it.each(runsTogether())(
    'come to what passes %s',
    async (line) => expect(await copy.run(line)).toEqual({ code: 0, printed: expect.any(String) }),
    600_000,
  );
});
