import { expect, it } from '@jest/globals';
import { narration } from './narrate.js';

it('leaves out below a sentence what the sentence says already, and keeps what it cut short', () => {
  const words = 'That the path be mended before the winter. '.repeat(8).trim();
  const told = (text: string) =>
    narration({
      type: 'RemitRecorded',
      v: 1,
      data: { bodyId: 'board', kind: 'remit', words: text, link: 'https://www.example.org/remit', from: '2026-03-03' },
    });
  expect(told('To mend paths')).toEqual({
    sentence: 'Remit from 3 March 2026: “To mend paths”',
    lines: ['Link: https://www.example.org/remit'],
  });
  expect(told(words).lines).toEqual([words, 'Link: https://www.example.org/remit']);
});
