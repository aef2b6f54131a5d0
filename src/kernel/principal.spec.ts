import { describe, expect, it } from '@jest/globals';
import { allows, bodiesWith, PUBLIC, type Principal, roleAnywhere, roleFor } from './principal.js';
import { RIGHTS, type Right } from './rights.js';

const clerkOfBoard: Principal = { id: 'c', name: 'C', grants: [{ role: 'clerk', bodyId: 'board' }] };
const administrator: Principal = { id: 'a', name: 'A', grants: [{ role: 'administrator', bodyId: '*' }] };

describe('a principal', () => {
  it('may only what a role gives', () => {
    expect(allows(clerkOfBoard, 'meetings.record', 'board')).toBe(true);
    expect(allows(clerkOfBoard, 'principals.manage', 'board')).toBe(false);
  });

  it('may nothing in another body', () => expect(allows(clerkOfBoard, 'meetings.record', 'committee')).toBe(false));

  it('with a role in one body may not what concerns all', () => expect(allows(clerkOfBoard, 'bodies.govern', '*')).toBe(false));

  it('with a role for all bodies may in each', () => {
    expect(allows(administrator, 'bodies.govern', '*')).toBe(true);
    expect(roleFor(administrator, 'meetings.record', 'board')).toBe('administrator');
  });

  it('has a right anywhere when one body gives it', () => {
    expect(roleAnywhere(clerkOfBoard, 'directory.record')).toBe('clerk');
    expect(bodiesWith(clerkOfBoard, 'meetings.record')).toEqual(['board']);
    expect(bodiesWith(administrator, 'meetings.record')).toBe('*');
  });

  it('who has not signed in may nothing', () => {
    for (const right of Object.keys(RIGHTS) as Right[]) expect(allows(PUBLIC, right, 'board')).toBe(false);
  });
});
