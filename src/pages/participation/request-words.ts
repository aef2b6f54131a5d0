import { type Tag } from '../frame/tag.js';
import { capital, count, daysFromNow, when } from '../../kernel/words.js';
import { type NoticeKind } from '../../slices/participation/participation.events.js';
import {
  CONSIDERATION_NAMES,
  CONSIDERATIONS,
  type RequestStatus,
  type RunningClock,
  type ListedRequest,
  type PublicRequest,
  type RequestShown,
} from '../../slices/participation/participation.words.js';

const STATUS_WORDS: Readonly<Record<RequestStatus, Tag>> = {
  received: { text: 'Received', classes: 'govuk-tag--blue' },
  incomplete: { text: 'Incomplete', classes: 'govuk-tag--yellow' },
  'under-consideration': { text: 'Under consideration', classes: 'govuk-tag--blue' },
  declined: { text: 'Declined', classes: 'govuk-tag--grey' },
  refused: { text: 'Refused', classes: 'govuk-tag--grey' },
  'agreed-existing': { text: 'Agreed', classes: 'govuk-tag--green' },
  'agreed-proposed': { text: 'Agreed, process proposed', classes: 'govuk-tag--green' },
  'details-given': { text: 'Details given', classes: 'govuk-tag--green' },
  established: { text: 'Process established', classes: 'govuk-tag--green' },
  completed: { text: 'Process complete', classes: 'govuk-tag--turquoise' },
  reported: { text: 'Reported', classes: 'govuk-tag--grey' },
  withdrawn: { text: 'Withdrawn', classes: 'govuk-tag--grey' },
};

export const tagOf = (state: RequestStatus): Tag => STATUS_WORDS[state];

/** The tag for a published decision. */
export const tagOfDecision = ({ decision }: PublicRequest): Tag =>
  decision?.kind === 'refused' ? STATUS_WORDS.refused : { text: 'Agreed', classes: 'govuk-tag--green' };

export const NOTICES: Readonly<Record<NoticeKind, string>> = {
  'missing-items': 'Notice of missing items',
  acknowledgement: 'Acknowledgement',
  'additional-authority': 'Notice to another authority',
  declined: 'Notice that it is declined',
  decision: 'Decision notice',
  'final-details': 'Notice of the details of the process',
  report: 'Report on the process',
};

/** A clock as it stands on a day: `6 days overdue`, `due in 3 days`, `met on 3 March 2026, 2 days late`. */
export function clockStatusWords({ standing, deadline, endedOn, daysLate }: RunningClock, asAt: string): string {
  const late = daysLate > 0 ? `, ${count(daysLate, 'day')} late` : '';
  switch (standing) {
    case 'open':
      return deadline.latest === undefined ? 'no day can be named' : daysFromNow(deadline.latest, asAt);
    case 'met':
      return `met on ${when(endedOn)}${late}`;
    case 'dropped':
      return `nobody waits for it since ${when(endedOn)}`;
    case 'over':
      return `over since ${when(endedOn)}`;
  }
}

/** The clocks of a request for its page, in words. */
export const clocksShown = (clocks: readonly RunningClock[], asAt: string) =>
  clocks.map((clock) => ({
    ...clock,
    what: capital(clock.what),
    of: clock.what,
    standingWords: capital(clockStatusWords(clock, asAt)),
    overdue: clock.standing === 'open' && clock.daysLate > 0,
  }));

/** The open clock that ends first. */
export function nextDue({ clocks }: Pick<ListedRequest, 'clocks'>): RunningClock | null {
  const open = clocks.filter(({ standing, clock }) => standing === 'open' && clock !== 'representations');
  return [...open].sort((a, b) => ((a.deadline.latest ?? '9') < (b.deadline.latest ?? '9') ? -1 : 1))[0] ?? null;
}

/** The matters of section 24 one by one, with what was considered under each. */
export const mattersOf = ({ considerations }: Pick<RequestShown, 'considerations'>) =>
  CONSIDERATION_NAMES.map((name) => ({
    name,
    section: CONSIDERATIONS[name].section,
    what: capital(CONSIDERATIONS[name].what),
    said: considerations.filter(({ consideration }) => consideration === name),
  }));

/** The name that a request gives another authority it was shared with. */
export const authorityIn =
  ({ authorities }: Pick<RequestShown, 'authorities'>) =>
  (id: string): string =>
    authorities.find(({ authority }) => authority === id)?.name ?? id;
