/** Longest run of characters without a space that is no word of a language, and may be broken. */
const LONGEST = 30;
/** Letters between two places where such a run may be broken. */
const APART = 12;

/** Elements whose text is taken as it is, then tags, then runs of text. */
const PARTS = new RegExp(String.raw`<(script|style|textarea|title|svg|option)\b[^]*?</\1>|<[^>]*>|[^<\s]{${LONGEST + 1},}`, 'g');
/** A letter with its marks, or a character reference. */
const LETTER = /&[#\w]+;|\P{M}\p{M}*/gsu;

/**
 * HTML in which a word that is longer than its line may be broken: an address, a name without spaces. In a cell of a table too, whose
 * column would otherwise be as wide as the word. What is copied from the page has the word whole.
 */
export const withLongWordsBroken = (html: string): string =>
  html.replace(PARTS, (part) => {
    if (part.startsWith('<')) return part;
    const letters = part.match(LETTER) ?? [];
    if (letters.length <= LONGEST) return part;
    return letters.map((letter, index) => (index > 0 && index % APART === 0 ? `<wbr>${letter}` : letter)).join('');
  });
