import { because, decision as decisionOf, longDate, officers, quoted, type Told } from '../../kernel/sentences.js';
import { changesOf, deadlineSaid, type Labels, labelsOf, linesOf, parts, yesOrNo } from '../../kernel/lines.js';
import { when } from '../../kernel/words.js';
import { type Deadline } from '../../kernel/deadline.js';
import { outcomeWords, RECOMMENDATION_STATUS_WORDS } from './outcome-words.js';
import {
  type Attached,
  type Author,
  type DirectionsBox,
  type EscalationBox,
  type Exempt,
  type Implication,
  type PromiseSource,
  type Recommendation,
  type ReportContent,
  type ReportEvent,
} from './report.events.js';

const people = (some: readonly Author[]): string => some.map(({ name, role }) => parts(name, role)).join('; ');
const attached = (some: readonly Attached[]): readonly string[] =>
  some.map(({ title, link }) => (link === undefined ? title : `${title} <${link}>`));
const recommendation = ({ letter, label, words, points }: Recommendation): string =>
  [`${label || `(${letter})`} ${words}`, ...points.map((point) => `• ${point}`)].join('\n');
const ticked = (box: boolean): string => (box ? 'ticked' : 'not ticked');
const implication = ({ heading, box, ticked: state, words }: Implication): string =>
  `${parts(heading, box && `box “${box}”`, state !== undefined && ticked(state))}${because(words)}`;
const directions = ({ none, to, words, appended }: DirectionsBox): readonly string[] => [
  ...(none === undefined ? [] : [`the box for none is ${ticked(none)}`]),
  ...(to.length === 0 ? [] : [`to ${to.join('; ')}`]),
  ...(words === undefined ? [] : [words]),
  ...appended.map(({ title, directionId }) => `appended: ${title}${directionId === undefined ? '' : ` (direction ${directionId})`}`),
];
const escalation = ({ required, to, why }: EscalationBox): string => `${parts(yesOrNo(required), to && `to ${to}`)}${because(why)}`;

/** The parts of a paper by their headings. */
const PAPER: Labels<ReportContent & { readonly exempt?: Exempt | null }> = {
  title: 'Title',
  authors: ['Authors', people],
  dated: 'Dated',
  date: ['Date', when],
  purpose: 'Purpose',
  lead: 'Words before the recommendations',
  recommendations: ['Recommendation', (all) => all.map(recommendation)],
  implications: ['Implication', (all) => all.map(implication)],
  directions: ['Directions required', directions],
  escalation: ['Escalation required', escalation],
  consultation: 'Consultation',
  route: 'Route to meeting',
  backgroundPapers: ['Background paper', attached],
  previousMinute: 'Previous minute reference',
  appendices: ['Appendix', attached],
  approvedBy: ['Approved by', people],
  contact: 'Contact',
  exempt: [
    'Publication',
    (exempt) => (exempt === null ? 'not exempt' : `exempt by paragraph ${exempt.paragraph} of Schedule 7A: not published`),
  ],
};

/** The lines of a paper; its date only where the words for it are not the date itself. */
const dateApart = <P extends Pick<Partial<ReportContent>, 'dated' | 'date'>>({
  date,
  ...paper
}: P): Omit<P, 'date'> & { readonly date?: string } => (date === undefined || when(date) === paper.dated ? paper : { ...paper, date });

function promisedBy(source: PromiseSource): string {
  const { paragraph } = source;
  if (source.kind === 'report')
    return `By report ${parts(source.reportId, paragraph && `paragraph ${paragraph}`)}, of ${longDate(source.date)}`;
  const part = source.part === undefined ? '' : `(${source.part})`;
  return `By paragraph ${paragraph}${part} of the meeting of ${longDate(source.meetingDate)}, ${decisionOf(source.decision)}`;
}

const due = (deadline: Deadline): string => `When: ${deadlineSaid(deadline, 'No deadline said')}`;

export const reportTold: Told<ReportEvent> = {
  ReportSubmitted: ({ reportId: _report, bodyId: _body, on: _on, ...paper }) => {
    const { title, authors, recommendations } = paper;
    const names = authors.map(({ name }) => name);
    return {
      sentence: `Report ${quoted(title)} by ${officers(names)}, with ${recommendations.length} recommendation${recommendations.length === 1 ? '' : 's'}`,
      title: 'Submitted',
      lines: linesOf(PAPER, dateApart(paper)),
    };
  },
  ReportCorrected: ({ changes, reason }) => ({
    sentence: `Report corrected (${labelsOf(PAPER, changes)})${because(reason)}`,
    title: 'Corrected',
    lines: [reason, ...changesOf(PAPER, dateApart(changes))],
  }),
  ReportWithdrawn: ({ reason }) => ({ sentence: `Report withdrawn${because(reason)}`, title: 'Withdrawn', lines: [reason] }),
  ReportPutOnAgenda: ({ meetingId, meetingDate, number }) => ({
    sentence: `Put on the agenda of ${meetingId}${number === undefined ? '' : ` as item ${number}`}`,
    title: `Put before the meeting of ${when(meetingDate)}`,
    lines: [number && `As item ${number}`],
  }),
  ReportEscalated: ({ to, toBodyId, why }) => ({
    sentence: `Escalated to ${to} (${toBodyId})${because(why)}`,
    title: `Escalated to ${to}`,
    lines: [why],
  }),
  RecommendationDecided: (decided) => {
    const { letter, outcome, decision, paragraph, part, words } = decided;
    return {
      sentence: `Recommendation ${letter} ${outcome} by ${decision.meetingId}, paragraph ${paragraph}${part === undefined ? '' : `(${part})`}${words ? `: ${quoted(words)}` : ''}`,
      title: `Recommendation ${letter}: ${RECOMMENDATION_STATUS_WORDS[outcome].toLowerCase()}`,
      lines: [outcomeWords(decided), words, `By ${decisionOf(decision)}`],
    };
  },
  RecommendationReopened: ({ letter, reason }) => ({
    sentence: `What was recorded as decided on recommendation ${letter} withdrawn${because(reason)}`,
    title: `Recommendation ${letter}: what was recorded taken back`,
    lines: [reason],
  }),
  ReportPromiseKept: ({ promiseId }) => ({
    sentence: `Keeps the promise ${promiseId}`,
    title: 'Recorded as a report that was promised',
  }),
  ReportPromised: ({ title, words, officers: by, organisation, source, due: deadline, exempt }) => ({
    sentence: `Report promised, ${quoted(title)}, by ${officers(by)}, due ${deadline.words || 'at no time named'}: ${quoted(words)}${exempt ? '; exempt: not published' : ''}`,
    title: 'Promised',
    lines: [words, due(deadline), promisedBy(source), organisation && `Organisation: ${organisation}`],
  }),
  ReportPromiseExtended: ({ due: deadline, reason }) => ({
    sentence: `Now due ${deadline.words || 'at no time named'}${deadline.latest === undefined ? '' : ` (by ${longDate(deadline.latest)})`}${because(reason)}`,
    title: 'Deadline changed',
    lines: [due(deadline), reason],
  }),
  ReportPromiseReleased: ({ reason }) => ({
    sentence: `No longer wanted${because(reason)}`,
    title: 'No longer wanted',
    lines: [reason],
  }),
};
