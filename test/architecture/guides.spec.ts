import { afterEach, describe, expect, it } from '@jest/globals';
import { Copy, editsOf } from '../support/guides.js';
import { page } from '../support/markdown.js';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

describe('a guide that says every edit', () => {
  it.each(['docs/guides/added-a-command.md', 'docs/guides/added-a-field.md'])('%s stands by lines that are there', (path) => {
    const made = (copy = Copy.make());
    const edits = editsOf(page(path));
    expect(edits.length).toBeGreaterThan(10);
    for (const edit of edits) expect(() => made.apply(edit)).not.toThrow();
  });

  it('is refused where a line it stands by is gone, or is there twice', () => {
    const made = (copy = Copy.make());
    const edit = { path: 'src/slices/actions/action.events.ts', how: 'after', text: '' } as const;
    expect(() => made.apply({ ...edit, line: 'no such line' })).toThrow('has no line');
    expect(() => made.apply({ ...edit, line: '| DomainEvent<…' })).toThrow(/has \d+ lines/);
  });
});
