import { type Sealed } from '../../../kernel/sealed.js';

export type { Sealed };

/**
 * The keys of the people whose personal details are in the record: one each, in a file of their own (`keys.db`) that no backup of the
 * record copies. Erasing a key makes everything sealed under it unreadable everywhere, for good; the events stay as they are, so the
 * history stays whole and checkable. (UK GDPR art 17; ADR 8.)
 */
export abstract class SubjectKeys {
  /** Seals text under the subject's key, which is made where there is none. Refuses (throws) for a subject that was erased. */
  abstract seal(subject: string, text: string): Promise<Sealed>;
  /** The text; `null` where the key was erased, or is not in this file. Throws where the sealed text was altered. */
  abstract open(sealed: Sealed): Promise<string | null>;
  /** Erases the subject's key for good and remembers that it was erased. Answers whether there was one. */
  abstract erase(subject: string): Promise<boolean>;
  abstract isErased(subject: string): Promise<boolean>;
  /** Whether there is a key of the subject's. */
  abstract has(subject: string): Promise<boolean>;
}

/** The subject was erased: nothing more is kept about them. */
export class SubjectErasedFault extends Error {
  override readonly name = 'SubjectErasedFault';
  constructor(readonly subject: string) {
    super(`The key of ${subject} was erased; nothing can be sealed under it.`);
  }
}
