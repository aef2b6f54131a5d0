import { describe, expect, it } from '@jest/globals';
import { changesSince, renderChanges } from './changes-since.js';

const draft = '1. ITEM\n\nThe cost was £36 a year.\n\nDECISION\n\nNOTED.\n\nDRAFT\n';

describe('what changed since a draft was circulated', () => {
  it('is nothing where nothing did', () => {
    expect(changesSince(draft, draft)).toEqual({ changed: false, changes: [] });
    expect(renderChanges(changesSince(draft, draft), 1)).toBe('Changes since draft 1 was circulated: none.\n');
  });

  it('names the words of a paragraph that was altered', () => {
    const changes = changesSince(draft, draft.replace('£36', '£38'));
    expect(changes.changes).toHaveLength(1);
    expect(changes.changes[0]).toMatchObject({ kind: 'altered', before: 'The cost was £36 a year.', after: 'The cost was £38 a year.' });
    expect(renderChanges(changes, 2)).toContain('[-36-]{+38+}');
  });

  it('names what was added and what was removed', () => {
    expect(changesSince(draft, draft.replace('DECISION', 'It was welcomed.\n\nDECISION')).changes).toEqual([
      { kind: 'added', text: 'It was welcomed.' },
    ]);
    expect(changesSince(draft, draft.replace('DECISION\n\nNOTED.\n\n', '')).changes).toEqual([
      { kind: 'removed', text: 'DECISION' },
      { kind: 'removed', text: 'NOTED.' },
    ]);
  });

  it('is all of it where nothing was circulated', () =>
    expect(changesSince('', draft).changes.map(({ kind }) => kind)).toEqual(['added', 'added', 'added', 'added', 'added']));

  it('takes two long paragraphs without anything in common whole', () => {
    const words = (letter: string): string => Array.from({ length: 6_000 }, (_, index) => `${letter}${index}`).join(' ');
    const [change] = changesSince(words('a'), words('b')).changes;
    expect(change).toMatchObject({ kind: 'altered', words: [{ kind: 'removed' }, { kind: 'added' }] });
  });
});
