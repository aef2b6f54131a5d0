import { describe, expect, it } from '@jest/globals';
import { bodyIdOf, bodyOfTarget, entryOf, idsOf, keyOf, recordOf, targetOf } from './record-id.js';

describe('the name of a record', () => {
  it('is taken apart into its body and its own id', () => {
    expect(bodyIdOf('cpp-strategic-board/2016-03-03')).toBe('cpp-strategic-board');
    expect(keyOf('cpp-strategic-board/2016-03-03')).toBe('2016-03-03');
  });

  it('is two ids with one slash between them, or no such name', () => {
    expect(idsOf('board/2016-03-03')).toEqual({ bodyId: 'board', key: '2016-03-03' });
    for (const none of ['board', 'board/', '/2016-03-03', 'board/2016/03', '']) expect(idsOf(none)).toBeNull();
  });

  it('is of a body, and so is the body itself', () => expect(['board/2016-03-03', 'board'].map(bodyOfTarget)).toEqual(['board', 'board']));

  it('is what stands behind the category of its stream', () =>
    expect(targetOf('annual-participation-board', 'annual-participation')).toBe('board'));

  it('stands before the hash of an entry', () => {
    expect(recordOf('board/2016-03-03#d-1')).toBe('board/2016-03-03');
    expect(recordOf('board/2016-03-03')).toBe('board/2016-03-03');
    expect(['board/2016-03-03#d-1', 'board/2016-03-03'].map(entryOf)).toEqual(['d-1', '']);
  });
});
