import { longDate } from './dates.js';
import { type DomainEvent } from './event.js';
import { type DecisionRef } from './citation.js';

/** A sentence for each type of event. */
export type Sentences<E extends DomainEvent> = { readonly [T in E['type']]: (data: Extract<E, { type: T }>['data']) => string };

/** The words sentences are made with. */
export const officers = (names: readonly string[]): string => (names.length === 0 ? 'nobody named' : names.join(', '));
export const decision = ({ meetingId, decisionId }: DecisionRef): string => `decision ${decisionId} of ${meetingId}`;
export const quoted = (text: string, most = 160): string => `“${text.length > most ? `${text.slice(0, most).trimEnd()}…` : text}”`;
export const because = (reason?: string): string => (reason ? `: ${reason}` : '');
export { longDate };
