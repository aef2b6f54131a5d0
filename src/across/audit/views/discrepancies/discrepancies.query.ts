import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { ActionsRaisedBy } from '../../../../slices/actions/actions.queries.js';
import { BodyHead } from '../../../../slices/bodies/bodies.queries.js';
import { type PersonNamed, type Standing } from '../../../../slices/bodies/bodies.words.js';
import { SpellingsApart, SpellingsOf } from '../../../../slices/directory/directory.queries.js';
import { exemptIn, type Meeting } from '../../../../slices/meetings/meetings.words.js';
import { ListMeetings, MeetingAsItStands, standingOfMeeting } from '../../../../slices/meetings/meetings.queries.js';
import { type Discrepancy } from './discrepancy.js';
import { findDiscrepancies } from './find-discrepancies.js';
import { nameOf, plain } from './spellings.js';

/**
 * The discrepancies in a body's record; `null` if there is no such body. Without `exempt`, items taken in private are left out. With
 * `meetingId`, only the discrepancies that concern that meeting, compared with all others.
 */
export class DiscrepanciesOf extends Query<readonly Discrepancy[] | null> {
  constructor(
    readonly bodyId: string,
    readonly exempt: boolean,
    readonly meetingId?: string,
  ) {
    super();
  }
}

const PAGE = 200;

@QueryHandler(DiscrepanciesOf)
export class DiscrepanciesOfHandler implements IQueryHandler<DiscrepanciesOf> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ bodyId, exempt, meetingId }: DiscrepanciesOf): Promise<readonly Discrepancy[] | null> {
    if (!(await this.queries.execute(new BodyHead(bodyId)))) return null;
    const all = await this.meetings(bodyId);
    const meetings = exempt ? all : all.map(withoutExempt);
    const actions = await this.queries.execute(new ActionsRaisedBy(bodyId, meetingId === undefined ? {} : { meetingId }));
    const anyAction = actions.length > 0 || (await this.queries.execute(new ActionsRaisedBy(bodyId, { limit: 1 }))).length > 0;
    const people = await this.people(all);
    const canonical = await this.canonical(people);
    const found = findDiscrepancies({
      bodyId,
      meetings,
      about: meetingId === undefined ? meetings : meetings.filter((one) => one.meetingId === meetingId),
      keepsSheet: anyAction,
      actions: exempt ? actions : actions.filter((action) => !action.exempt),
      rolls: await this.rolls(meetingId === undefined ? meetings : meetings.filter((one) => one.meetingId === meetingId)),
      people,
      canonical,
      apart: await this.apart(people, canonical),
    });
    return meetingId === undefined ? found : found.filter(({ where }) => where === meetingId || where.startsWith(`${meetingId}#`));
  }

  private async meetings(bodyId: string): Promise<Meeting[]> {
    const meetings: Meeting[] = [];
    let cursor: string | undefined;
    do {
      const { rows, next } = await this.queries.execute(
        new ListMeetings({ bodyId, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }),
      );
      for (const { meetingId } of rows) {
        const found = await this.queries.execute(new MeetingAsItStands(meetingId));
        if (found) meetings.push(found.meeting);
      }
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    return meetings;
  }

  private async rolls(meetings: readonly Meeting[]): Promise<ReadonlyMap<string, readonly Standing[]>> {
    const rolls = new Map<string, readonly Standing[]>();
    for (const meeting of meetings) {
      const asked = meeting.standings.map(({ standing }) => this.queries.execute(standingOfMeeting(meeting, standing.asOf)));
      const now = await Promise.all(asked);
      rolls.set(
        meeting.meetingId,
        now.flatMap((one) => one ?? []),
      );
    }
    return rolls;
  }

  /** Everybody on the roll of a meeting (of the meeting's day, if it has not been held yet) or in its sederunt. */
  private async people(meetings: readonly Meeting[]): Promise<PersonNamed[]> {
    const people: PersonNamed[] = [];
    for (const meeting of meetings) {
      const held = meeting.standings.map(({ standing }) => standing);
      const standings = held.length > 0 ? held : [await this.queries.execute(standingOfMeeting(meeting))];
      people.push(
        ...standings.flatMap((standing) => (standing ? onRoll(standing) : [])),
        ...meeting.attendances.map(({ person }) => person),
      );
    }
    return people;
  }

  private async apart(people: readonly PersonNamed[], canonical: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
    const ids = [...new Set(people.map(({ personId }) => personId))];
    const pairs: string[] = [];
    for (let at = 0; at < ids.length; at += PAGE) {
      const declared = await this.queries.execute(new SpellingsApart('person', ids.slice(at, at + PAGE)));
      pairs.push(...declared.map(({ id, from }) => `${canonical.get(id) ?? id} ${canonical.get(from) ?? from}`));
    }
    return new Set(pairs);
  }

  /** Looks up only spellings that share a surname, since only those could be one person. */
  private async canonical(people: readonly PersonNamed[]): Promise<ReadonlyMap<string, string>> {
    const bySurname = Map.groupBy(people, ({ name }) => plain(nameOf(name).surname));
    const ids = new Set(
      [...bySurname.values()].flatMap((list) =>
        new Set(list.map(({ personId }) => personId)).size > 1 ? list.map(({ personId }) => personId) : [],
      ),
    );
    const canonical = new Map<string, string>();
    for (const id of ids) canonical.set(id, (await this.queries.execute(new SpellingsOf('person', id))).canonical);
    return canonical;
  }
}

const onRoll = ({ roll, offices }: Standing): PersonNamed[] => [
  ...roll.flatMap(({ holder, substitutes }) => [...(holder ? [holder] : []), ...substitutes]),
  ...offices.map(({ holder }) => holder),
];

/** A meeting without what was said and decided in private. */
export function withoutExempt(meeting: Meeting): Meeting {
  const hidden = exemptIn(meeting);
  const secret = new Set(
    meeting.entries.filter(({ sectionId }) => sectionId !== null && hidden.has(sectionId)).map(({ entryId }) => entryId),
  );
  return {
    ...meeting,
    annotations: meeting.annotations.filter(({ annotationId }) => !secret.has(annotationId)),
    paragraphs: meeting.paragraphs.filter(({ sectionId }) => !hidden.has(sectionId)),
    decisions: meeting.decisions.filter(({ decisionId }) => !hidden.has(decisionId)),
    motions: meeting.motions.filter(({ motionId }) => !hidden.has(motionId)),
    divisions: meeting.divisions.filter(({ divisionId }) => !hidden.has(divisionId)),
  };
}
