import { describe, expect, it } from '@jest/globals';
import { belongsTo, bodyOfStream } from './belongs-to.js';

describe('a stream', () => {
  it.each([
    ['body-board', 'board'],
    ['meeting-board/2016-03-03', 'board'],
    ['action-board/a-1', 'board'],
    ['body-a-b', 'a-b'],
    ['directions-board', 'board'],
    ['participation-board/2026-path', 'board'],
    ['annual-participation-board', 'board'],
    ['report-board/r-1', 'board'],
    ['plan-board/p-1', 'board'],
    ['duty-board/d-1', 'board'],
    ['reminders-ana', null],
    ['subject-s-1', null],
    ['person-j-brown', null],
    ['principal-ana', null],
    ['meeting-board', null],
  ])('%s belongs to %s', (stream, body) => expect(bodyOfStream(stream)).toBe(body));

  it('of another body is in no feed of this one', () => {
    expect(belongsTo('meeting-board-two/2016-03-03', { bodyId: 'board' })).toBe(false);
    expect(belongsTo('meeting-board/2016-06-09', { bodyId: 'board', meeting: '2016-03-03' })).toBe(false);
    expect(belongsTo('meeting-board/2016-03-03', { bodyId: 'board', meeting: '2016-03-03' })).toBe(true);
  });
});
