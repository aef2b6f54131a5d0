import { type Place } from './finding.js';

/** What the rewritten sources ask: whether this mutant is the one that lives. Set by `running.ts`. */
const ASK = 'globalThis.mutantLives';

/**
 * The source with all its mutants in it, each behind a switch, so that a suite is loaded once for all of them. With no mutant alive it
 * means what it meant.
 */
export function switched(text: string, places: readonly Place[]): string {
  // Outer before inner; of the same extent, statements before the expressions they consist of.
  const order = { entrance: 0, statement: 1, shorthand: 2, method: 3, expression: 4 };
  const sorted = [...places].sort((a, b) => a.start - b.start || b.end - a.end || order[a.kind] - order[b.kind]);
  return rewritten(text, 0, text.length, sorted);
}

function rewritten(text: string, start: number, end: number, places: readonly Place[]): string {
  let out = '';
  let at = start;
  for (let index = 0; index < places.length;) {
    const place = places[index]!;
    let next = index + 1;
    while (next < places.length && places[next]!.end <= place.end && places[next]!.start < place.end) next += 1;
    out += text.slice(at, place.start) + one(place, rewritten(text, place.start, place.end, places.slice(index + 1, next)));
    at = place.end;
    index = next;
  }
  return out + text.slice(at, end);
}

function one(place: Place, inner: string): string {
  const chosen = (code: (alternative: string) => string) =>
    place.instead.map(({ id, code: alternative }) => `${ASK}(${id}) ? ${code(alternative)} : `).join('');
  switch (place.kind) {
    case 'expression':
      return `(${chosen((code) => `(${code})`)}${inner})`;
    case 'method': {
      const [, optional = '', name] = /^(\?\.)?(\w+)$/.exec(place.name)!;
      return `${optional}[${chosen((code) => `'${code}'`)}'${name}']`;
    }
    case 'shorthand':
      return `${place.name}: (${chosen((code) => code)}${place.name})`;
    case 'statement':
      // In braces: an `else` that follows belongs to the `if` it belonged to.
      return `{ ${place.instead.map(({ id }) => `if (!${ASK}(${id})) `).join('')}{ ${inner} } }`;
    case 'entrance':
      return place.instead.map(({ id, code }) => `if (${ASK}(${id})) ${code} `).join('') + inner;
  }
}
