/** How long to wait before trying again: doubling from the first pause up to the longest. Milliseconds. */
export interface BackOff {
  readonly first: number;
  readonly longest: number;
}

export const pauseBefore = ({ first, longest }: BackOff, attempt: number): number =>
  Math.min(longest, first * 2 ** Math.min(attempt - 1, 30));
