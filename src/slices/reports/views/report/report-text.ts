import { longDate } from '../../../../kernel/dates.js';
import { type Author, type DirectionsBox, type Implication } from '../../report.events.js';
import { type RecommendationView, type ReportView } from './report-view.js';

const person = ({ name, role }: Author): string => (role === undefined ? name : `${name}, ${role}`);
const box = (ticked: boolean | undefined): string => (ticked === undefined ? '' : ticked ? '[x] ' : '[ ] ');

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`), ''];

const outcome = ({ state, decided }: RecommendationView): string => {
  if (!decided) return 'Undecided';
  const { paragraph, part, meetingDate, words } = decided;
  const where = `${longDate(meetingDate)}, paragraph ${paragraph}${part === undefined ? '' : `(${part})`}`;
  return `${state[0]?.toUpperCase()}${state.slice(1)}: ${where}${words === undefined ? '' : `: ${words}`}`;
};

const directionsLines = (directions: DirectionsBox | undefined): string[] =>
  directions
    ? [
        ...(directions.none === undefined ? [] : [`${box(directions.none)}No directions required`]),
        ...(directions.words === undefined ? [] : [directions.words]),
        ...directions.to.map((name) => `${box(true)}Direction to ${name}`),
        ...directions.appended.map(
          ({ title, directionId }) => `Appended: ${title}${directionId === undefined ? '' : ` [direction:${directionId}]`}`,
        ),
      ]
    : [];

const implication = ({ heading, box: label, ticked, words }: Implication): string =>
  `${box(ticked)}${heading}${label === undefined ? '' : ` (${label})`}${words === undefined ? '' : `: ${words}`}`;

/** The paper's headings in the order of the field's templates, and what became of each recommendation below it. */
export function reportText(report: ReportView): string {
  const { escalation } = report;
  const lines = [
    report.title,
    `Report by ${report.authors.map(person).join('; ')}`,
    ...(report.dated === undefined && report.date === undefined ? [] : [report.dated ?? longDate(report.date ?? '')]),
    `[report:${report.reportId}]`,
    ...(report.withdrawn ? [`WITHDRAWN ${longDate(report.withdrawn.on)}: ${report.withdrawn.reason}`] : []),
    ...(report.exempt === null ? [] : [`NOT FOR PUBLICATION: paragraph ${report.exempt} of Schedule 7A`]),
    '',
    ...section(
      'Before the meeting of',
      report.places.map(({ meetingDate, number }) => `${longDate(meetingDate)}${number === undefined ? '' : `, item ${number}`}`),
    ),
    ...section('Purpose', report.purpose === undefined ? [] : [report.purpose]),
    ...section(report.lead ?? 'Recommendations', report.recommendations.flatMap(recommendationLines)),
    ...section('Directions required', directionsLines(report.directions)),
    ...section(
      'Escalation',
      escalation
        ? [`${box(escalation.required)}Required${escalation.to ? `: ${escalation.to}` : ''}`, ...(escalation.why ? [escalation.why] : [])]
        : [],
    ),
    ...section(
      'Escalated to',
      report.escalatedTo.map(({ name, on, why }) => `${name}, ${longDate(on)}${why === undefined ? '' : `: ${why}`}`),
    ),
    ...section('Implications', report.implications.map(implication)),
    ...section('Consultation', report.consultation === undefined ? [] : [report.consultation]),
    ...section('Route to meeting', report.route === undefined ? [] : [report.route]),
    ...section('Approved by', report.approvedBy.map(person)),
    ...section(
      'Background papers',
      report.backgroundPapers.map(({ title, link }) => (link === undefined ? title : `${title} <${link}>`)),
    ),
    ...section(
      'Appendices',
      report.appendices.map(({ title, link }) => (link === undefined ? title : `${title} <${link}>`)),
    ),
    ...section('Previous minute reference', report.previousMinute === undefined ? [] : [report.previousMinute]),
    ...section('Contact', report.contact === undefined ? [] : [report.contact]),
    ...section(
      'Keeps what was promised',
      report.keeps.map((promiseId) => `[report:${promiseId}]`),
    ),
    ...section(
      'Does not agree with itself',
      report.contradictions.map(({ what, oneSays, otherSays }) => `${what} (${oneSays} | ${otherSays})`),
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const recommendationLines = (one: RecommendationView): string[] => [
  `${one.label}${one.label === '' ? '' : ' '}${one.words}`,
  ...one.points.map((point) => `  - ${point}`),
  ...one.earlier.map(({ outcome: was, meetingDate, paragraph }) => `    -> ${was} ${longDate(meetingDate)}, paragraph ${paragraph}`),
  `    -> ${outcome(one)}`,
];
