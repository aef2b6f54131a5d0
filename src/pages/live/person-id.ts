import { sameName, withoutTitle } from '../../kernel/names.js';
import { type PersonNamed } from '../../slices/bodies/bodies.words.js';

/**
 * A short id for somebody whom the record names for the first time: `Councillor J. Brown` is `j-brown`. A known person of that name keeps
 * their id; if another person has it, a number tells the two apart.
 */
export function personIdFor(name: string, known: readonly PersonNamed[]): string {
  const same = known.find((one) => sameName(one.name, name));
  if (same) return same.personId;
  const plain = withoutTitle(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  const first = plain || 'somebody';
  const taken = new Set(known.map(({ personId }) => personId));
  for (let number = 1; ; number += 1) {
    const personId = number === 1 ? first : `${first}-${number}`;
    if (!taken.has(personId)) return personId;
  }
}
