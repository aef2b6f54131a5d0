import { describe, expect, it } from '@jest/globals';
import { bodiesByStream } from './decider.js';

describe('a stream', () => {
  const bodyOf = bodiesByStream([
    { category: 'body', ofBody: 'itself' },
    { category: 'directions', ofBody: 'itself' },
    { category: 'annual-participation', ofBody: 'itself' },
    { category: 'meeting', ofBody: 'record' },
    { category: 'participation', ofBody: 'record' },
    { category: 'reminders' },
    { category: 'person' },
  ]);

  it.each([
    ['body-board', 'board'],
    ['meeting-board/2016-03-03', 'board'],
    ['body-a-b', 'a-b'],
    ['directions-board', 'board'],
    ['participation-board/2026-path', 'board'],
    ['annual-participation-board', 'board'],
    ['reminders-ana', null],
    ['person-j-brown', null],
    ['unheard-of-board', null],
    ['meeting-board', null],
    ['meeting-board/', null],
    ['meeting-board/a/b', null],
    ['body-board/record', null],
  ])('%s belongs to %s', (stream, body) => expect(bodyOf(stream)).toBe(body));
});
