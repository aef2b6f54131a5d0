import { describe, expect, it } from '@jest/globals';
import { type FastifyRequest } from 'fastify';
import { PUBLIC } from '../../kernel/principal.js';
import { RequestRefused } from '../../http/request-refused.js';
import { pageMomentFor } from './turning-back.js';

const AUDITOR = { id: 'auditor', name: 'Ann Auditor', grants: [{ role: 'auditor', bodyId: 'board' }] } as const;
const OFFICER = { id: 'officer', name: 'Olive Officer', grants: [{ role: 'officer', bodyId: 'board' }] } as const;

const asked = (query: string, principal: typeof AUDITOR | typeof OFFICER | typeof PUBLIC, { byDay = false, bodyId = 'board' } = {}) => {
  const request = { url: `/bodies/board/actions${query}`, principal } as unknown as FastifyRequest;
  try {
    return pageMomentFor(request, { bodyId, timeZone: 'Europe/London' }, { byDay }).past;
  } catch (error) {
    if (error instanceof RequestRefused) return error.refusal.code;
    throw error;
  }
};

describe('a page is turned back', () => {
  it('by both clocks for whoever may read the history, in that body', () => {
    expect(asked('?as-at=2016-03-03&as-at-time=10:00&as-known-at=2016-03-04', AUDITOR)).toBe(true);
    expect(asked('?as-at=2016-03-03', AUDITOR, { bodyId: 'other' })).toBe('access.right-missing');
    expect(asked('?as-at=2016-03-03', AUDITOR, { bodyId: '*' })).toBe('access.right-missing');
  });

  it('for nobody else', () => {
    expect(asked('?as-at=2016-03-03', OFFICER)).toBe('access.right-missing');
    expect(asked('?as-known-at=2016-03-03', PUBLIC)).toBe('access.sign-in-needed');
    expect(asked('?as-at=&as-known-at=', PUBLIC)).toBe(false);
  });

  it('for everybody to a day, where it is read by the day', () => {
    expect(asked('?as-at=2016-03-03', PUBLIC, { byDay: true })).toBe(true);
    expect(asked('?as-at=soon', PUBLIC, { byDay: true })).toBe(false);
    for (const query of ['?as-at=2016-03-03&as-known-at=2016-03-03', '?as-at=2016-03-03&as-at-time=10:00', '?as-at=2016-03-03T10:00:00Z'])
      expect(asked(query, OFFICER, { byDay: true })).toBe('access.right-missing');
  });
});
