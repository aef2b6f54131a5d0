/** A small rule for the runner's own test: `mutants.spec.ts` says which of its mutants the specification beside it lets live. */

export interface Count {
  readonly yes: number;
  readonly no: number;
}

/** More for than against; where the chair has a casting vote, as many are enough. */
export function isCarried({ yes, no }: Count, castingVote: boolean): boolean {
  if (yes === no) return castingVote && yes > 0;
  return yes > no;
}

/** Worked out while the module loads. */
const COUNTED = ['yes', 'no', ''].filter((option) => option !== '');

/** How many withdraw until one is left of so many; with one of its mutants nobody ever is. */
export function withdrawals(many: number): number {
  let count = 0;
  for (let left = many; left > 1; left = left - 1) count += 1;
  return count;
}

export const options = (): readonly string[] => COUNTED;

/** How often a number is halved until one is left; with one of its mutants that never comes. */
function halvings(many: number): number {
  let count = 0;
  for (let left = many; left > 1; left = left / 2) count += 1;
  return count;
}

/** Worked out while the module loads, by a loop. */
export const ROUNDS = halvings(8);

/** How many have still to vote when all of so many have; with one of its mutants they never have. */
export async function leftToVote(many: number): Promise<number> {
  let left = await Promise.resolve(many);
  while (left > 0) left -= 1;
  return left;
}

export const nobodyAsks = (count: Count): boolean => count.yes >= 1;
