import { type DomainEvent } from '../../../kernel/event.js';

/** Stream `subject-<subject>`: that the key of somebody's personal details was erased. The key itself is no part of the record. */
export type SubjectEvent = DomainEvent<'SubjectErased', 1, { readonly subject: string; readonly reason: string }>;

export const subjectEventVersions = { SubjectErased: 1 } as const satisfies { readonly [E in SubjectEvent as E['type']]: E['v'] };
