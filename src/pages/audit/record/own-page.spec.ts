import { describe, expect, it } from '@jest/globals';
import { ownPageOf, refGiven } from './own-page.js';

describe('the page of a record', () => {
  it.each([
    ['board', 'body', '/bodies/board'],
    ['board/2016-03-03', 'meeting', '/bodies/board/meetings/2016-03-03'],
    ['board/roads', 'action', '/bodies/board/actions/roads'],
    ['board/2016-03-03#d-1', 'decision', '/bodies/board/meetings/2016-03-03/minute#d-1'],
    ['direction:board/d', 'direction', '/bodies/board/directions/d'],
    ['participation-request:board/r', 'participation request', '/bodies/board/participation-requests/r'],
    ['report:board/r#a', 'recommendation', '/bodies/board/reports/r'],
    ['plan:board/p', 'plan', '/bodies/board/plans/p'],
    ['remit:board/r', 'remit', '/bodies/board/remits/r'],
    ['requisition:board/q', 'requisition', '/bodies/board/requisitions/q'],
    ['duty:board/d', 'duty', '/bodies/board/duties/d'],
  ])('%s is at %s', (ref, kind, page) => {
    expect(ownPageOf(ref, kind)).toBe(page);
    expect(refGiven(`https://quorate.example${page}`)).toBe(ref.replace('#a', ''));
  });

  it.each(['calendar:scotland', 'principal:clerk', 'no record'])('%s has none', (ref) => expect(ownPageOf(ref, 'other')).toBeNull());

  it('may be given with what stands behind its address', () => {
    expect(refGiven(' /bodies/board/meetings/2016-03-03/live?x=1 ')).toBe('board/2016-03-03');
    expect(refGiven('/bodies/board/actions')).toBe('board');
    expect(refGiven('/bodies/board/meetings/2016-03-03/minute#4.4%28b%29')).toBe('board/2016-03-03#4.4(b)');
    expect(refGiven('/bodies/board/meetings/2016-03-03#%')).toBe('board/2016-03-03#%');
    expect(refGiven(' plan:a/p#1.1 ')).toBe('plan:a/p#1.1');
  });
});
