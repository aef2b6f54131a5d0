import { type DomainEvent } from '../../../kernel/event.js';

/** Stream `subject-<subject>`: that the key of somebody's personal details was erased. The key itself is no part of the record. */
export type SubjectEvent = DomainEvent<
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
