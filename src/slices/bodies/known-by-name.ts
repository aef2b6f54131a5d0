import { nameKey } from '../../kernel/names.js';
import { BODY_NOUN } from '../calendars/calendars.words.js';

/** A body as words may name it. */
export interface BodyKnown {
  readonly bodyId: string;
  readonly name: string;
  /** `joint-board`: what the body is, if its name does not say it. */
  readonly kind: string;
}

/** Words of a name that need have no letter in its initials. */
const SMALL: ReadonlySet<string> = new Set(['and', 'of', 'the', 'for', 'in', 'on']);

/** What a name of a body is compared by: `&` as it is read out, without an article. */
const keyOf = (name: string): string => nameKey(name.replace(/&/g, ' and ')).replace(/^the /, '');

const BRACKETED = /\s*\(([^)]+)\)/g;

const fullNames = ({ bodyId, name }: BodyKnown): ReadonlySet<string> =>
  new Set(
    [
      name,
      name.replace(BRACKETED, ''),
      ...[...name.matchAll(BRACKETED)].map(([, inside]) => inside!),
      bodyId,
      bodyId.replaceAll('-', ' '),
    ].map(keyOf),
  );

/** `Joint Board` and `JB`, `Integration Joint Board` and `IJB`: the ends of a name from its last two words on, and their initials. */
function shortNames({ name }: BodyKnown): ReadonlySet<string> {
  const words = keyOf(name.replace(BRACKETED, '')).split(' ');
  const ends = words.map((_, at) => words.slice(at)).filter((end) => end.length >= 2);
  const initials = (end: readonly string[]): string => end.map((word) => word[0]!).join('');
  const each = ends.flatMap((end) => [end.join(' '), initials(end), initials(end.filter((word) => !SMALL.has(word)))]);
  return new Set(each.filter((one) => one.length >= 2));
}

const BARE_NOUN = new RegExp(`^(?:${BODY_NOUN})$`, 'i');
const NOUNS = new RegExp(`\\b(?:${BODY_NOUN})\\b`, 'gi');

/** The noun of a name that says what the body is: `committee` of `Audit Committee of the Joint Board`. */
const nounOf = (name: string): string | undefined => keyOf([...name.split(/\b(?:of|for|on)\b/i)[0]!.matchAll(NOUNS)].at(-1)?.[0] ?? '');

/** Whether words are but what the body is: "the Committee", said by a committee. */
const saysWhatItIs = (named: string, { name, kind }: BodyKnown): boolean =>
  BARE_NOUN.test(named) && (nounOf(name) === keyOf(named) || (nounOf(name) === '' && kind.split('-').includes(keyOf(named))));

/**
 * The bodies that a name fits: the record's own alone where it fits that one; else those of that name, or of a spelling of it; else those
 * whose name ends so or has these initials. A noun alone (`Committee`) fits only the record's own.
 *
 * @param spelt whether a body's name, or its id, is declared the same as this name
 */
export function bodiesOfName<B extends BodyKnown>(
  named: string,
  ownId: string,
  known: readonly B[],
  spelt: (body: B) => boolean = () => false,
): readonly B[] {
  const asked = keyOf(named);
  const inFull = (body: B): boolean => fullNames(body).has(asked) || spelt(body);
  const inShort = (body: B): boolean => shortNames(body).has(asked);
  const own = known.find(({ bodyId }) => bodyId === ownId);
  if (own && (inFull(own) || inShort(own) || saysWhatItIs(named, own))) return [own];
  const others = known.filter(({ bodyId }) => bodyId !== ownId);
  const exact = others.filter(inFull);
  return exact.length > 0 ? exact : others.filter(inShort);
}
