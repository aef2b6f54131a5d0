import { given } from '../../kernel/plain.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { placeOf } from './deciding-places.js';
import { keptBy } from './deciding-promises.js';
import { type RecommendationDto, type ReportWordsDto } from './report.payloads.js';
import { type DirectionsBox, type Recommendation, type ReportChanges, type ReportContent, type ReportEvent } from './report.events.js';
import { refuseReport } from './report.refusals.js';
import { isUndecided, type Report } from './report.state.js';
import { type AskedFor, type CorrectReport, type SubmitReport } from './reports.commands.js';
import { bodyIdOf } from '../../kernel/record-id.js';

export function submit({ target, data, facts }: AskedFor<typeof SubmitReport>, on: string): Decision<ReportEvent> {
  const named = { reportId: target, bodyId: bodyIdOf(target) };
  const { title, authors, onAgenda, fulfils = [], exempt } = data;
  const recommendations = recommendationsOf(data.recommendations);
  if (isRefusal(recommendations)) return recommendations;
  const content: ReportContent = {
    title,
    authors: authors.map(given),
    recommendations,
    implications: [],
    backgroundPapers: [],
    appendices: [],
    approvedBy: [],
    ...wordsOf(data),
  };
  const submitted: ReportEvent = { type: 'ReportSubmitted', v: 1, data: given({ ...named, on, ...content, exempt }) };
  const place = onAgenda && placeOf(onAgenda, { ...named, escalatedTo: [] }, facts, 'onAgenda.');
  if (place && isRefusal(place)) return place;
  const kept = keptBy(named, fulfils, facts, on);
  if (isRefusal(kept)) return kept;
  return accept<ReportEvent>([
    submitted,
    ...(place ? [{ type: 'ReportPutOnAgenda', v: 1, data: { ...named, on, ...place } } as const] : []),
    ...kept,
  ]);
}

export function correct({ data }: AskedFor<typeof CorrectReport>, report: Report, on: string): Decision<ReportEvent> {
  const recommendations = data.recommendations && recommendationsOf(data.recommendations);
  if (recommendations && isRefusal(recommendations)) return recommendations;
  const gone = report.recommendations.filter(
    ({ letter }) => recommendations && !isUndecided(report, letter) && !recommendations.some((one) => one.letter === letter),
  );
  if (gone.length > 0)
    return refuseReport('report.decided', { field: 'recommendations', detail: { letters: gone.map(({ letter }) => letter) } });
  const changes: ReportChanges = given({
    title: data.title,
    authors: data.authors?.map(given),
    recommendations,
    exempt: data.notExempt ? null : data.exempt,
    ...wordsOf(data),
  });
  if (Object.keys(changes).length === 0) return refuseReport('report.nothing-given');
  const { reportId, bodyId } = report;
  return accept<ReportEvent>({ type: 'ReportCorrected', v: 1, data: { reportId, bodyId, on, changes, reason: data.reason } });
}

/** `label` stays as the paper has it; `letter` is the name by which decisions refer to a recommendation. */
function recommendationsOf(list: readonly RecommendationDto[]): readonly Recommendation[] | Refusal {
  const recommendations: Recommendation[] = [];
  for (const [index, { label, letter, words, points = [] }] of list.entries()) {
    const field = `recommendations.${index}.letter`;
    const called = letter ?? label.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (called === '') return refuseReport('report.recommendation-unnamed', { field });
    if (recommendations.some((one) => one.letter === called))
      return refuseReport('report.recommendation-twice', { field, detail: { letter: called } });
    recommendations.push({ letter: called, label, words, points: points.map((point) => point.words) });
  }
  return recommendations;
}

function wordsOf(data: ReportWordsDto): Partial<ReportContent> {
  const { dated, date, purpose, lead, consultation, route, previousMinute, contact } = data;
  const directions: DirectionsBox | undefined =
    data.directions &&
    given({
      none: data.directions.none,
      to: data.directions.to ?? [],
      words: data.directions.words,
      appended: (data.directions.appended ?? []).map(given),
    });
  return given({
    dated,
    date,
    purpose,
    lead,
    consultation,
    route,
    previousMinute,
    contact,
    directions,
    escalation: data.escalation && given(data.escalation),
    implications: data.implications?.map(given),
    backgroundPapers: data.backgroundPapers?.map(given),
    appendices: data.appendices?.map(given),
    approvedBy: data.approvedBy?.map(given),
  });
}
