import { sameName } from '../../kernel/names.js';
import { type DueDatesDto } from '../calendars/due-dates.payloads.js';
import { given } from '../../kernel/plain.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { type Deadline } from '../../kernel/deadline.js';
import { deadlineFrom } from '../calendars/calendars.words.js';
import { type DirectionTerms, type Finance, type Stated } from './direction.events.js';
import { type DirectionFacts } from './direction.facts.js';
import { refuseDirection } from './direction.refusals.js';
import { directionOf, type Directions } from './direction.state.js';
import { type AmendDraftDto, type FinanceDto, type StatedDto } from './direction.payloads.js';

/** The deadline of the words, with dates given instead of computed where there are any; `undefined` where neither is given. */
export function dayOf(
  field: string,
  words: string | undefined,
  dates: DueDatesDto | undefined,
  saidOn: string,
  { meetings, holidays = [], diaries = [] }: DirectionFacts,
): Deadline | undefined | Refusal {
  if (words === undefined && dates === undefined) return undefined;
  const read = deadlineFrom(words, dates, { saidOn, meetings, holidays, diaries });
  return read ?? refuseDirection('direction.dates-reversed', { field: `${field}Dates.latest` });
}

const stated = ({ words, toBeDefined }: StatedDto): Stated => ({ words, ...(toBeDefined && { toBeDefined }) });
const financed = ({ amount, ...rest }: FinanceDto): Finance => ({ ...stated(rest), ...(amount !== undefined && { amount }) });

/** The terms of a form, its deadlines read. `before` holds the earlier terms: their words stay where only dates are given. */
export function termsOf(
  data: Omit<AmendDraftDto, 'direction' | 'without'>,
  saidOn: string,
  facts: DirectionFacts,
  before?: DirectionTerms,
): Partial<DirectionTerms> | Refusal {
  const { title, recipients, split, text, reports, outcomes, relation, manner, information, form } = data;
  const timeframes = dayOf(
    'timeframes',
    wordsOr(data.timeframes, data.timeframesDates, before?.timeframes),
    data.timeframesDates,
    saidOn,
    facts,
  );
  if (timeframes && isRefusal(timeframes)) return timeframes;
  const review = dayOf('review', wordsOr(data.review, data.reviewDates, before?.review), data.reviewDates, saidOn, facts);
  if (review && isRefusal(review)) return review;
  return given({
    title,
    recipients: recipients?.map((one) => given({ ...one })),
    split,
    functions: data.functions && stated(data.functions),
    text,
    timeframes,
    reports: reports?.map((one) => given({ ...one })),
    finance: data.finance && financed(data.finance),
    outcomes,
    review,
    relation: relation && given({ ...relation }),
    manner,
    information,
    form: form && given({ ...form }),
  });
}

const wordsOr = (words: string | undefined, dates: DueDatesDto | undefined, before: Deadline | undefined): string | undefined =>
  words ?? (dates === undefined ? undefined : before?.words);

/** Whether the terms of a form agree with one another and with the body's other directions, at any stage; `null` where they do. */
export function unsound(direction: string, { recipients, split, relation }: DirectionTerms, state: Directions): Refusal | null {
  const twice = recipients.findIndex(
    ({ recipient, name }, at) => recipients.findIndex((one) => one.recipient === recipient || sameName(one.name, name)) < at,
  );
  if (twice >= 0) return refuseDirection('direction.recipient-twice', { field: `recipients.${twice}.recipient` });
  if (split !== undefined && recipients.length === 1) return refuseDirection('direction.split-of-one', { field: 'split' });
  const partless = split === undefined || split === 'joint' ? -1 : recipients.findIndex(({ extent }) => extent === undefined);
  if (partless >= 0) return refuseDirection('direction.extent-missing', { field: `recipients.${partless}.extent` });
  if (!relation) return null;
  if ((relation.direction === undefined) === (relation.cited === undefined))
    return refuseDirection('direction.relation-unclear', { field: 'relation' });
  if (relation.direction === direction) return refuseDirection('direction.relation-to-itself', { field: 'relation.direction' });
  if (relation.direction !== undefined && !directionOf(state, relation.direction))
    return refuseDirection('direction.predecessor-unknown', { field: 'relation.direction', detail: { direction: relation.direction } });
  return null;
}
