/**
 * How often something generated is tried, or a process killed: a real number with every check, and a large one with `npm run verify:long`.
 */
export const runs = (short: number, long: number): number => (process.env.QUORATE_LONG === '1' ? long : short);
