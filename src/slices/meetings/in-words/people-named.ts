import { andNames } from '../../../kernel/words.js';

const COUNCILLOR = 'Councillor ';

/** Several people as a minute names them: `Councillors S. Bell, M. Cook and J. Brown`; with others among them, each by their own title. */
export const peopleNamed = (names: readonly string[]): string =>
  names.length > 1 && names.every((name) => name.startsWith(COUNCILLOR))
    ? `Councillors ${andNames(names.map((name) => name.slice(COUNCILLOR.length)))}`
    : andNames(names);
