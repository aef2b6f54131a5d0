import { describe, expect, it } from '@jest/globals';
import { localPath } from './local-path.js';

describe('where to go next', () => {
  it('is a path of this server', () => expect(localPath('/bodies/board?as-at=2016-03-03#a')).toBe('/bodies/board?as-at=2016-03-03#a'));

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/.//evil.example',
    '',
    undefined,
    ['/a'],
  ])('is never another site: %j', (next) => expect(localPath(next, '/home')).toBe('/home'));
});
