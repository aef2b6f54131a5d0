import { describe, expect, it } from '@jest/globals';
import { initialsOf } from './initials.js';

const of = (...names: readonly string[]): readonly (string | undefined)[] => {
  const people = names.map((name, index) => ({ personId: `p-${index}`, name }));
  const initials = initialsOf(people);
  return people.map(({ personId }) => initials.get(personId));
};

describe('the initials of people', () => {
  it('are those of their names, without titles', () =>
    expect(of('Mr John Smith', 'Councillor J. M. Brown', 'Dr Éva Ó Briain (NHS)')).toEqual(['JS', 'JMB', 'ÉÓB']));

  it('are longer by their surnames where several have the same', () => {
    expect(of('Mr John Smith', 'Ms Jane Scott', 'A. Bell')).toEqual(['JSm', 'JSc', 'AB']);
    expect(of('J. Smith', 'J. Smart')).toEqual(['JSmi', 'JSma']);
  });

  it('are the whole name where their surnames are the same, or the name has no letters', () =>
    expect(of('John Smith', 'Jane Smith', '—')).toEqual(['John Smith', 'Jane Smith', '—']));

  it('are those of one person who is named twice', () => {
    const john = { personId: 'p', name: 'John Smith' };
    expect(initialsOf([john, john]).get('p')).toBe('JS');
  });
});
