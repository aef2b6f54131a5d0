import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { queriesReviewed, type QueriesReviewed } from '../support/queries-page.js';

describe('what views ask of read models', () => {
  let reviewed: QueriesReviewed;
  beforeAll(async () => {
    reviewed = await queriesReviewed();
  });

  it('is all in the table of questions: every view, handler and read model (test/support/queries.ts)', () =>
    expect(reviewed.unasked).toEqual([]));

  it('reads no read model from end to end without an index, or says why', () => expect(reviewed.unexplained).toEqual([]));

  it('is described by docs/reference/queries.md as it stands (npm run reference)', () =>
    expect(readFileSync(new URL('../../docs/reference/queries.md', import.meta.url), 'utf8')).toBe(reviewed.page));
});
