import { because, decision, longDate, quoted, type Told } from '../../kernel/sentences.js';
import { andNames, when } from '../../kernel/words.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DirectionEvent, type DirectionTerms } from './direction.events.js';

const eachNamed = (people: readonly { readonly name: string }[]): string => people.map(({ name }) => name).join(' and ');
const fieldsOf = (changes: object): string => Object.keys(changes).join(', ');

const BOXES: Readonly<Record<keyof DirectionTerms | 'exempt', string>> = {
  title: 'title',
  recipients: 'recipients',
  split: 'how they are directed',
  functions: 'functions',
  text: 'full text',
  timeframes: 'timeframes',
  reports: 'links to reports',
  finance: 'budget',
  outcomes: 'outcomes',
  review: 'review',
  relation: 'earlier direction',
  manner: 'manner',
  information: 'information',
  form: 'wording of the form',
  exempt: 'whether it was decided in private',
};
const boxesNamed = (boxes: readonly string[]): string => boxes.map((box) => BOXES[box as keyof typeof BOXES]).join(', ');

const nextReview = (next: Deadline | undefined): string | undefined => next && `Reviewed next: ${next.words || when(next.latest)}`;

export const directionTold: Told<DirectionEvent> = {
  DirectionDrafted: ({ direction, terms }) => ({
    sentence: `Direction ${direction} drafted to ${eachNamed(terms.recipients)}: ${quoted(terms.title)}`,
    title: 'Drafted',
  }),
  DirectionDraftAmended: ({ direction, changes, without }) => ({
    sentence: `Draft of direction ${direction} amended: ${[fieldsOf(changes), without.length ? `without ${without.join(', ')}` : ''].filter(Boolean).join('; ')}`,
    title: 'Draft changed',
    lines: [
      Object.keys(changes).length > 0 && `Changed: ${boxesNamed(Object.keys(changes))}`,
      without.length > 0 && `Taken out: ${boxesNamed(without)}`,
    ],
  }),
  DirectionDraftWithdrawn: ({ direction, reason }) => ({
    sentence: `Draft of direction ${direction} withdrawn${because(reason)}`,
    title: 'Draft withdrawn',
    lines: [reason],
  }),
  DirectionApproved: ({ reference, on, decision: ref, part, paragraph, standing }) => ({
    sentence: `Direction ${reference} approved on ${longDate(on)} by ${part === undefined ? '' : `part (${part}) of `}${decision(ref)}`,
    title: 'Approved',
    lines: [`Reference ${reference}`, `Paragraph ${paragraph}${part === undefined ? '' : `(${part})`}. ${standing}`],
  }),
  DirectionIssued: ({ direction, on, by, to, acknowledge }) => ({
    sentence: `Direction ${direction} issued to ${eachNamed(to)} on ${longDate(on)} by ${by}`,
    title: 'Issued',
    lines: [`To ${andNames(to.map(({ name }) => name))}, by ${by}`, acknowledge.words !== '' && `To be acknowledged ${acknowledge.words}`],
  }),
  DirectionAcknowledged: ({ direction, recipient, on, by, words }, nameOf) => ({
    sentence: `Direction ${direction} acknowledged by ${recipient}${by === undefined ? '' : ` (${by})`} on ${longDate(on)}`,
    title: `Acknowledged by ${nameOf(recipient)}`,
    lines: [by, words],
  }),
  DirectionReported: ({ direction, recipient, words, measures, timeframeMet }, nameOf) => ({
    sentence: `${recipient} reported on direction ${direction}${timeframeMet ? ', its timeframe met' : ''}: ${quoted(words)}`,
    title: `Report of ${nameOf(recipient)}`,
    lines: [
      words,
      measures && `Performance measures: ${measures}`,
      timeframeMet && 'What was to be done within its timeframes has been done.',
    ],
  }),
  DirectionCompleted: ({ direction, words }) => ({
    sentence: `Direction ${direction} completed: ${quoted(words)}`,
    title: 'Complete',
    lines: [words],
  }),
  DirectionReplaced: ({ direction, how, byReference }) => ({
    sentence: `Direction ${direction} ${how} by ${byReference}`,
    title: { superseded: 'Superseded', revised: 'Revised', revoked: 'Revoked' }[how],
    lines: [`By ${byReference}`],
  }),
  DirectionRevoked: ({ direction, decision: ref, reason }) => ({
    sentence: `Direction ${direction} revoked by ${decision(ref)}${because(reason)}`,
    title: 'Revoked',
    lines: [reason],
  }),
  DirectionReviewed: ({ direction, words, next }) => ({
    sentence: `Direction ${direction} reviewed: ${quoted(words)}${next ? `; next review ${quoted(next.words)}` : ''}`,
    title: 'Reviewed',
    lines: [words, nextReview(next)],
  }),
  DirectionCorrected: ({ direction, changes, reason }) => ({
    sentence: `Direction ${direction} corrected (${fieldsOf(changes)})${because(reason)}`,
    title: 'Corrected',
    lines: [`Corrected: ${boxesNamed(Object.keys(changes))}`, reason],
  }),
};
