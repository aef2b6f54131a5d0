/** The lines of an axis for counts: whole numbers from 0 to at least `most`, at most six of them. */
export function ticksFor(most: number): readonly number[] {
  const step = stepFor(Math.max(1, most));
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

function stepFor(most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((one) => one * power).find((one) => most / one <= 5);
    if (step !== undefined) return step;
  }
}
