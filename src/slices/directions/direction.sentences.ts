import { type DirectionEvent } from './direction.events.js';
import { because, decision, longDate, quoted, type Sentences } from '../../kernel/sentences.js';

const andNames = (names: readonly string[]): string => names.join(' and ');
const fieldsOf = (changes: object): string => Object.keys(changes).join(', ');

export const directionSentences: Sentences<DirectionEvent> = {
  DirectionDrafted: ({ direction, terms }) =>
    `Direction ${direction} drafted to ${andNames(terms.recipients.map(({ name }) => name))}: ${quoted(terms.title)}`,
  DirectionDraftAmended: ({ direction, changes, without }) =>
    `Draft of direction ${direction} amended: ${[fieldsOf(changes), without.length ? `without ${without.join(', ')}` : ''].filter(Boolean).join('; ')}`,
  DirectionDraftWithdrawn: ({ direction, reason }) => `Draft of direction ${direction} withdrawn${because(reason)}`,
  DirectionApproved: ({ reference, on, decision: ref, part }) =>
    `Direction ${reference} approved on ${longDate(on)} by ${part === undefined ? '' : `part (${part}) of `}${decision(ref)}`,
  DirectionIssued: ({ direction, on, by, to }) =>
    `Direction ${direction} issued to ${andNames(to.map(({ name }) => name))} on ${longDate(on)} by ${by}`,
  DirectionAcknowledged: ({ direction, recipient, on, by }) =>
    `Direction ${direction} acknowledged by ${recipient}${by === undefined ? '' : ` (${by})`} on ${longDate(on)}`,
  DirectionReported: ({ direction, recipient, words, timeframeMet }) =>
    `${recipient} reported on direction ${direction}${timeframeMet ? ', its timeframe met' : ''}: ${quoted(words)}`,
  DirectionCompleted: ({ direction, words }) => `Direction ${direction} completed: ${quoted(words)}`,
  DirectionReplaced: ({ direction, how, byReference }) => `Direction ${direction} ${how} by ${byReference}`,
  DirectionRevoked: ({ direction, decision: ref, reason }) => `Direction ${direction} revoked by ${decision(ref)}${because(reason)}`,
  DirectionReviewed: ({ direction, words, next }) =>
    `Direction ${direction} reviewed: ${quoted(words)}${next ? `; next review ${quoted(next.words)}` : ''}`,
  DirectionCorrected: ({ direction, changes, reason }) => `Direction ${direction} corrected (${fieldsOf(changes)})${because(reason)}`,
};
