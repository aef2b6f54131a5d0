/** Roman figures, in small letters: the labels of parts of decisions, and the numbers of items where a body writes them so. */

const FIGURES: readonly (readonly [string, number])[] = [
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

/** `iv` for 4; up to 80. */
export const roman = (number: number): string => {
  const [sign, value] = FIGURES.find((one) => one[1] <= number) ?? ['', 0];
  return value === 0 ? '' : sign + roman(number - value);
};

const READ: ReadonlyMap<string, number> = new Map(Array.from({ length: 80 }, (_, index) => [roman(index + 1), index + 1]));

/** 4 for `iv` or `IV`; `null` where it is no Roman figure up to 80. */
export const fromRoman = (text: string): number | null => READ.get(text.toLowerCase()) ?? null;
