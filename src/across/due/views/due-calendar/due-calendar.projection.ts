import { type DomainEvent, type RecordedEvent } from '../../../../kernel/event.js';
import { type AnyProjection, projection, type Reducer } from '../../../../kernel/projection.js';
import { dateInZone, USUAL_TIME_ZONE } from '../../../../kernel/dates.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { type Again, type DatedApart, datedApart, datings, type DeadlineSaid } from '../../../../slices/meetings/meetings.tables.js';
import { type Due, type DueChange, type DueKind } from '../../../../kernel/due.js';
import { nameKey, nameLines } from '../../../../kernel/names.js';
import { bodyOfTarget } from '../../../../kernel/record-id.js';
import { changesBy, dueEventTypes, dueIdOf } from './due-changes.js';
import { dueGrounds } from './due-ground.projection.js';
import { dueStories } from './due-story.projection.js';
import { orderOfDue } from './due-order.js';

export type DueStatus = 'live' | 'met' | 'dropped';

/**
 * Readers of a deadline. `public`: everybody; `drafts`: those who may read drafts in its body; `exempt`: those who may read exempt items
 * there.
 */
export type DueAudience = 'public' | 'drafts' | 'exempt';

/**
 * One row per deadline of any record. Its dates are those that were said, or that it ended with: one that runs and rests on the calendar or
 * the diary is dated apart, in {@link dueDatings}. Dates are calendar dates where the body sits.
 */
export interface DueSaid {
  /** `<kind>:<recordId>#<clock>` */
  readonly dueId: string;
  readonly kind: DueKind;
  readonly recordId: string;
  readonly bodyId: string;
  readonly clock: string;
  readonly title: string;
  readonly number: string | null;
  readonly what: string;
  /** What deadlines of one day are sorted by. */
  readonly orderKey: string;
  readonly sort: NonNullable<Due['sort']>;
  readonly words: string;
  readonly earliest: string | null;
  /** The last day: overdue from the day after; `null` if no date can be computed. */
  readonly latest: string | null;
  readonly deadline: Deadline;
  /** Whether it falls due again after its last day: a span of days finds it by any of them. */
  readonly recurs: boolean;
  /** The day the words were used. */
  readonly saidOn: string;
  readonly organisation: string | null;
  readonly organisationKey: string | null;
  readonly officers: readonly string[];
  /** The keys of the officers' names, each in a line of its own, so that a query can find one of them. */
  readonly officerLines: string;
  /** By its own flag; the grounds of its record may make it exempt as well. */
  readonly exempt: boolean;
  readonly audience: DueAudience;
  readonly standing: DueStatus;
  /** While it runs: the day after whose end it runs no longer; `null` where there is none. */
  readonly lapsesAfter: string | null;
  readonly endedOn: string | null;
  /** How often the deadline was changed: iCalendar's SEQUENCE. */
  readonly sequence: number;
  readonly changedAt: string;
}

export type DueRow = DueSaid & DatedApart;

type Happened = Pick<RecordedEvent, 'happenedAt' | 'recordedAt'>;

/** The kinds of record whose deadlines everybody may read, unless exempt. */
export const PUBLIC_KINDS: readonly DueKind[] = ['action', 'plan', 'duty'];

/** A meeting is public from its notice on: until notice is given, only readers of drafts know that notice is due. */
const audienceOf = ({ kind, exempt, standing, clock }: Pick<DueRow, 'kind' | 'exempt' | 'standing' | 'clock'>): DueAudience => {
  if (exempt) return 'exempt';
  return PUBLIC_KINDS.includes(kind) || (kind === 'meeting' && clock === 'notice' && standing === 'met') ? 'public' : 'drafts';
};

/** The columns of a deadline's words and days. */
export const dates = (deadline: Deadline) => ({
  deadline,
  words: deadline.words,
  earliest: deadline.earliest ?? null,
  latest: deadline.latest ?? null,
  recurs: deadline.recurrence !== undefined,
});

type Told = Pick<DueRow, 'title' | 'number' | 'what' | 'recordId' | 'clock' | 'organisation' | 'officers'>;

/** The columns that a row is found and sorted by, of what it tells. */
const foundBy = (told: Told) => ({
  organisationKey: told.organisation === null ? null : nameKey(told.organisation),
  officerLines: nameLines(told.officers),
  orderKey: orderOfDue(told),
});

/** The row as a change makes it; the very same row if the change does nothing. A deadline that has ended stays as it ended. */
function changed(row: DueSaid | undefined, change: DueChange, { happenedAt, recordedAt: at }: Happened): DueSaid | undefined {
  const again = (changes: Partial<DueSaid>, before: DueSaid): DueSaid => {
    const after = { ...before, ...changes, sequence: before.sequence + 1, changedAt: at };
    return { ...after, ...foundBy(after), audience: audienceOf(after) };
  };
  switch (change.change) {
    case 'falls-due': {
      const { kind, recordId, clock, bodyId, title, what, deadline, organisation, officers, exempt, sort = 'deadline' } = change;
      const { saidOn = dateInZone(happenedAt, USUAL_TIME_ZONE), lapsesAfter = null } = change;
      const standing = 'live' as const;
      const told = { title, number: change.number ?? null, what, recordId, clock, organisation: organisation ?? null, officers };
      const made = {
        ...{ dueId: dueIdOf(change), kind, bodyId, sort, saidOn, lapsesAfter, ...dates(deadline) },
        ...{ ...told, ...foundBy(told), exempt, standing, endedOn: null },
        ...{ audience: audienceOf({ kind, exempt, standing, clock }), sequence: 0, changedAt: at },
      };
      return row ? again(made, { ...made, sequence: row.sequence }) : made;
    }
    case 'carried': {
      if (!row) return undefined;
      const { title = row.title, what = row.what, organisation = row.organisation, officers = row.officers, exempt = row.exempt } = change;
      const { deadline = row.deadline, saidOn = row.saidOn, number = row.number } = change;
      return again({ title, number, what, organisation, officers, exempt, saidOn, ...dates(deadline) }, row);
    }
    case 'met':
    case 'dropped':
      return row?.standing === 'live' ? again({ standing: change.change, endedOn: change.on }, row) : row;
    case 'live-again':
      return row && row.standing !== 'live' ? again({ standing: 'live', endedOn: null }, row) : row;
  }
}

/** The row as an event makes it, of those changes of the event that are its own. */
export const changedBy: Reducer<DueSaid, DomainEvent> = (row, event, key) =>
  changesBy(event)
    .filter((change) => dueIdOf(change) === key)
    .reduce((now: DueSaid | undefined, change) => changed(now, change, event), row);

/** The row as steps make it, one after the other; `undefined` where none of them makes it. */
export const changedBySteps = (steps: readonly ({ readonly change: DueChange } & Happened)[]): DueSaid | undefined =>
  steps.reduce((row: DueSaid | undefined, { change, ...happened }) => changed(row, change, happened), undefined);

// Of the dates in the row itself: those of a deadline dated apart are in the order of its dating.
const LIVE = "standing = 'live' AND dating IS NULL AND latest IS NOT NULL";
const UNDATED = "standing = 'live' AND dating IS NULL AND latest IS NULL";
const ANY = 'dating IS NULL AND latest IS NOT NULL';
const RECURRING = "standing = 'live' AND recurs = 1";
const ENDED = "standing <> 'live'";

const said = projection<DueSaid, DomainEvent>({
  name: 'due_calendar',
  version: 7,
  columns: {
    dueId: { type: 'text' },
    kind: { type: 'text' },
    recordId: { type: 'text' },
    bodyId: { type: 'text' },
    clock: { type: 'text' },
    title: { type: 'text' },
    number: { type: 'text', nullable: true },
    what: { type: 'text' },
    orderKey: { type: 'text' },
    sort: { type: 'text' },
    words: { type: 'text' },
    earliest: { type: 'date', nullable: true },
    latest: { type: 'date', nullable: true },
    deadline: { type: 'json' },
    recurs: { type: 'boolean' },
    saidOn: { type: 'date' },
    organisation: { type: 'text', nullable: true },
    organisationKey: { type: 'text', nullable: true },
    officers: { type: 'json' },
    officerLines: { type: 'text' },
    exempt: { type: 'boolean' },
    audience: { type: 'text' },
    standing: { type: 'text' },
    lapsesAfter: { type: 'date', nullable: true },
    endedOn: { type: 'date', nullable: true },
    sequence: { type: 'integer' },
    changedAt: { type: 'instant' },
  },
  primaryKey: 'dueId',
  indexes: [
    // Live deadlines with a date, by day: all, of a kind, of an organisation, of a body.
    { columns: ['latest', 'orderKey'], where: LIVE },
    { columns: ['kind', 'latest', 'orderKey'], where: LIVE },
    { columns: ['organisationKey', 'latest', 'orderKey'], where: LIVE },
    { columns: ['bodyId', 'kind', 'latest', 'orderKey'], where: LIVE },
    { columns: ['bodyId', 'latest', 'orderKey'], where: LIVE },
    // Live deadlines without a date, body by body.
    { columns: ['bodyId', 'orderKey'], where: UNDATED },
    { columns: ['kind', 'bodyId', 'orderKey'], where: UNDATED },
    { columns: ['organisationKey', 'bodyId', 'orderKey'], where: UNDATED },
    // All deadlines with a date, live or ended.
    { columns: ['latest', 'orderKey'], where: ANY },
    { columns: ['bodyId', 'latest', 'orderKey'], where: ANY },
    // Live deadlines that fall due again and again, of which a span of days may hold a later day.
    { columns: ['latest', 'orderKey'], where: RECURRING },
    // Deadlines that ended lately, which feeds tell of as cancelled.
    { columns: ['changedAt'], where: ENDED },
    { columns: ['bodyId', 'changedAt'], where: ENDED },
    { columns: ['recordId'] },
  ],
  key: (event) => [...new Set(changesBy(event).map(dueIdOf))],
  on: Object.fromEntries(dueEventTypes.map((type) => [type, changedBy])),
});

/** The row dated; the very same row where its deadline is the same. */
export const redated = <Row extends DueSaid>(row: Row, again: Again): Row => {
  const deadline = again(row.deadline, row.saidOn);
  if (deadline === row.deadline) return row;
  const moved = deadline.latest !== row.deadline.latest;
  return { ...row, ...dates(deadline), sequence: row.sequence + (moved ? 1 : 0) };
};

export const dueCalendar = datedApart<DueSaid, DomainEvent>(said, {
  said: ({ dueId, kind, bodyId, deadline, saidOn }) => ({ name: dueId, kind, bodyId, deadline, saidOn }),
  live: ({ standing }) => standing === 'live',
  date: redated,
  left: (row, moves) => ({ ...row, sequence: row.sequence + moves }),
  indexes: [
    // Live deadlines of a dating, with all that decides whether one is listed, and where.
    {
      columns: ['dating', 'organisationKey', 'orderKey', 'audience', 'kind', 'bodyId', 'recordId'],
      where: 'dating IS NOT NULL',
    },
  ],
});

const deadlinesSaid = (event: RecordedEvent): readonly DeadlineSaid[] =>
  changesBy(event).flatMap((change) => {
    if ((change.change !== 'falls-due' && change.change !== 'carried') || !change.deadline) return [];
    const { kind, recordId, deadline, saidOn } = change;
    return [{ name: dueIdOf(change), kind, bodyId: bodyOfTarget(recordId), deadline, saidOn }];
  });

/** The datings of deadlines of all records. */
export const dueDatings = datings<DomainEvent>({
  name: 'due_dating',
  version: 3,
  types: dueEventTypes,
  said: deadlinesSaid,
  indexes: [
    { columns: ['latest'], where: 'latest IS NOT NULL' },
    { columns: ['kind', 'latest'], where: 'latest IS NOT NULL' },
    { columns: ['bodyId', 'latest'], where: 'latest IS NOT NULL' },
    { columns: ['bodyId'], where: 'latest IS NULL' },
  ],
});

/** One row for every officer a deadline has ever had, by the key of the name; the due calendar says which officers have it now. */
export interface DueOfficerRow {
  readonly key: string;
  readonly officerKey: string;
  readonly dueId: string;
}

const SEPARATOR = '\n';

const officersNamed = (event: RecordedEvent): readonly string[] =>
  changesBy(event).flatMap((change) =>
    change.change === 'falls-due' || change.change === 'carried'
      ? (change.officers ?? []).map((officer) => `${dueIdOf(change)}${SEPARATOR}${nameKey(officer)}`)
      : [],
  );

const officerRow: Reducer<DueOfficerRow, DomainEvent> = (_row, _event, key) => {
  const at = key.indexOf(SEPARATOR);
  return { key, officerKey: key.slice(at + SEPARATOR.length), dueId: key.slice(0, at) };
};

export const dueOfficers = projection<DueOfficerRow, DomainEvent>({
  name: 'due_officer',
  version: 2,
  columns: { key: { type: 'text' }, officerKey: { type: 'text' }, dueId: { type: 'text' } },
  primaryKey: 'key',
  indexes: [{ columns: ['officerKey', 'dueId'] }],
  key: (event) => [...new Set(officersNamed(event))],
  on: Object.fromEntries(dueEventTypes.map((type) => [type, officerRow])),
});

/** One row for every organisation a deadline has ever been with, by the key of the name; the due calendar says which has it now. */
export interface DueOrganisationRow {
  readonly key: string;
  readonly organisationKey: string;
  readonly dueId: string;
}

const organisationsNamed = (event: RecordedEvent): readonly string[] =>
  changesBy(event).flatMap((change) =>
    (change.change === 'falls-due' || change.change === 'carried') && change.organisation !== undefined
      ? [`${dueIdOf(change)}${SEPARATOR}${nameKey(change.organisation)}`]
      : [],
  );

export const dueOrganisations = projection<DueOrganisationRow, DomainEvent>({
  name: 'due_organisation',
  version: 1,
  columns: { key: { type: 'text' }, organisationKey: { type: 'text' }, dueId: { type: 'text' } },
  primaryKey: 'key',
  indexes: [{ columns: ['organisationKey', 'dueId'] }],
  key: (event) => [...new Set(organisationsNamed(event))],
  on: Object.fromEntries(
    dueEventTypes.map((type) => [
      type,
      (_row: DueOrganisationRow | undefined, _event: RecordedEvent, key: string): DueOrganisationRow => {
        const at = key.indexOf(SEPARATOR);
        return { key, organisationKey: key.slice(at + SEPARATOR.length), dueId: key.slice(0, at) };
      },
    ]),
  ),
});

export const dueProjections: readonly AnyProjection[] = [dueCalendar, dueDatings, dueOfficers, dueOrganisations, dueGrounds, dueStories];
