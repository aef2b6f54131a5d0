import { type DomainEvent } from '../../../kernel/event.js';

/** Stream `subject-<subject>`: that the key of somebody's personal details was erased. The key itself is no part of the record. */
export type SubjectEvent =
  /** The key to somebody's personal details was erased: nobody can read them again (UK GDPR art 17). */
  DomainEvent<
    'SubjectErased',
    1,
    {
      /** The id under which the details were sealed. */
      readonly subject: string;
      /** Why they are erased, without anything personal. */
      readonly reason: string;
    }
  >;

export const subjectEventVersions = { SubjectErased: 1 } as const satisfies { readonly [E in SubjectEvent as E['type']]: E['v'] };
