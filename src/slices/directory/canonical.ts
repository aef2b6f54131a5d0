/** The id that an id is declared the same as; nothing where it stands for itself. */
export type SameAs = (id: string) => string | null | undefined;

/** The ids a spelling leads to, nearest first, without itself. Ends where a link leads back, should two writers ever have made a ring. */
export function chainFrom(id: string, sameAs: SameAs): string[] {
  const chain: string[] = [];
  const seen = new Set([id]);
  for (let next = sameAs(id); next && !seen.has(next); next = sameAs(next)) {
    seen.add(next);
    chain.push(next);
  }
  return chain;
}

/**
 * The one id that stands for all spellings joined with this one: the end of its chain of links.
 * In a ring, which has no end, its first id in alphabetical order, so that all of it still agree.
 */
export function canonicalId(id: string, sameAs: SameAs): string {
  const chain = chainFrom(id, sameAs);
  const end = chain.at(-1) ?? id;
  const back = sameAs(end);
  if (!back) return end;
  const whole = [id, ...chain];
  return whole.slice(whole.indexOf(back)).sort()[0] ?? end;
}
