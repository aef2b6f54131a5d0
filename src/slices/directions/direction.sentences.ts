import { because, decision, longDate, quoted, type Told } from '../../kernel/sentences.js';
import { changesOf, deadlineSaid as due, type Labels, labelsOf, linesOf, parts, yesOrNo } from '../../kernel/lines.js';
import { andNames, pounds } from '../../kernel/words.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DirectionEvent, type DirectionTerms, type Finance, type Recipient, type Split, type Stated } from './direction.events.js';

const eachNamed = (people: readonly { readonly name: string }[]): string => andNames(people.map(({ name }) => name));
const SPLITS: Readonly<Record<Split, string>> = {
  joint: 'jointly',
  'by-extent': 'each to an extent',
  'by-area': 'each in an area',
  'by-thing': 'each for a thing',
};
const recipient = ({ recipient: id, name, extent }: Recipient): string => `${name} (${id})${because(extent)}`;
const stated = ({ words, toBeDefined }: Stated): string => `${words}${toBeDefined ? ' (to be defined later)' : ''}`;
const finance = ({ amount, ...said }: Finance): string => parts(stated(said), amount !== undefined && pounds(100 * amount));
const earlier = ({ kind, direction, cited }: NonNullable<DirectionTerms['relation']>): string =>
  parts(`${kind} ${direction === undefined ? 'an earlier direction' : `direction ${direction}`}`, cited);

/** The boxes of the form. */
const FORM: Labels<DirectionTerms & { readonly exempt?: boolean }> = {
  title: 'Title',
  recipients: ['Recipients', (all) => all.map(recipient).join('; ')],
  split: ['How they are directed', (split) => SPLITS[split]],
  functions: ['Functions', stated],
  text: 'Full text',
  timeframes: ['Timeframes', due],
  reports: [
    'Links to reports',
    (all) => all.map(({ words, report }) => (report === undefined ? words : `${words} (report ${report})`)).join('; '),
  ],
  finance: ['Budget', finance],
  outcomes: 'Outcomes',
  review: ['Review', due],
  relation: ['Earlier direction', earlier],
  manner: 'Manner',
  information: 'Information',
  form: [
    'Wording of the form',
    ({ heading, board, reportsOf }) =>
      parts(heading && `headed “${heading}”`, board && `the board called “${board}”`, reportsOf && `in links to reports “${reportsOf}”`),
  ],
  exempt: ['Whether it was decided in private', yesOrNo],
};

const nextReview = (next: Deadline | undefined): string | undefined => next && `Reviewed next: ${due(next)}`;

export const directionTold: Told<DirectionEvent> = {
  DirectionDrafted: ({ direction, terms }) => ({
    sentence: `Direction ${direction} drafted to ${eachNamed(terms.recipients)}: ${quoted(terms.title)}`,
    title: 'Drafted',
    lines: linesOf(FORM, terms),
  }),
  DirectionDraftAmended: ({ direction, changes, without }) => ({
    sentence: `Draft of direction ${direction} amended: ${[labelsOf(FORM, changes), without.length ? `without ${labelsOf(FORM, without)}` : ''].filter(Boolean).join('; ')}`,
    title: 'Draft changed',
    lines: [...changesOf(FORM, changes), without.length > 0 && `Taken out: ${labelsOf(FORM, without)}`],
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
    lines: [`To ${eachNamed(to)}`, `By ${by}`, acknowledge.words !== '' && `To be acknowledged ${due(acknowledge)}`],
  }),
  DirectionAcknowledged: ({ direction, recipient, on, by, words }, nameOf) => ({
    sentence: `Direction ${direction} acknowledged by ${recipient}${by === undefined ? '' : ` (${by})`} on ${longDate(on)}`,
    title: `Acknowledged by ${nameOf(recipient)}`,
    lines: [by, words],
  }),
  DirectionReported: ({ direction, recipient, on, words, measures, timeframeMet }, nameOf) => ({
    sentence: `${recipient} reported on direction ${direction} on ${longDate(on)}${timeframeMet ? ', its timeframe met' : ''}: ${quoted(words)}`,
    title: `Report of ${nameOf(recipient)}`,
    lines: [
      words,
      measures && `Performance measures: ${measures}`,
      timeframeMet && 'What was to be done within its timeframes has been done.',
    ],
  }),
  DirectionCompleted: ({ direction, on, words, decision: ref }) => ({
    sentence: `Direction ${direction} completed on ${longDate(on)}: ${quoted(words)}`,
    title: 'Complete',
    lines: [words, ref && `Noted by ${decision(ref)}`],
  }),
  DirectionReplaced: ({ direction, how, byReference }) => ({
    sentence: `Direction ${direction} ${how} by ${byReference}`,
    title: { superseded: 'Superseded', revised: 'Revised', revoked: 'Revoked' }[how],
    lines: [`By ${byReference}`],
  }),
  DirectionRevoked: ({ direction, decision: ref, paragraph, part, reason }) => ({
    sentence: `Direction ${direction} revoked by ${decision(ref)}${because(reason)}`,
    title: 'Revoked',
    lines: [reason, `By paragraph ${paragraph}${part === undefined ? '' : `(${part})`}`],
  }),
  DirectionReviewed: ({ direction, on, words, next }) => ({
    sentence: `Direction ${direction} reviewed on ${longDate(on)}: ${quoted(words)}${next ? `; next review ${quoted(next.words)}` : ''}`,
    title: 'Reviewed',
    lines: [words, nextReview(next)],
  }),
  DirectionCorrected: ({ direction, changes, reason }) => ({
    sentence: `Direction ${direction} corrected (${labelsOf(FORM, changes)})${because(reason)}`,
    title: 'Corrected',
    lines: [reason, ...changesOf(FORM, changes)],
  }),
};
