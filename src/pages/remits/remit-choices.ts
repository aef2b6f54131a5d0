import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { when } from '../../kernel/words.js';
import { ListBodies } from '../../slices/bodies/bodies.queries.js';
import { ListMeetings, MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { type Choice } from '../frame/steps/parts.js';
import { type MakingAt } from './remit-steps.js';

const MOST_BODIES = 200;
/** The meetings whose items and decisions are offered, the newest first. */
const MEETINGS = 6;
const LONGEST = 80;

/** The choices of the forms of remits. */
@Injectable()
export class RemitChoices {
  constructor(private readonly queries: QueryBus) {}

  async bodiesBeside(bodyId: string): Promise<readonly Choice[]> {
    const { rows } = await this.queries.execute(new ListBodies({ limit: MOST_BODIES }));
    return rows.filter((one) => one.bodyId !== bodyId).map((one) => ({ value: one.bodyId, text: one.name }));
  }

  async making(bodyId: string): Promise<MakingAt> {
    const { rows } = await this.queries.execute(new ListMeetings({ bodyId, newestFirst: true, limit: MEETINGS }));
    const found = await Promise.all(rows.map(({ meetingId }) => this.sourcesAt(meetingId)));
    return { bodies: await this.bodiesBeside(bodyId), sources: found.flat() };
  }

  private async sourcesAt(meetingId: string): Promise<readonly Choice[]> {
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    if (!meeting || meeting.standings.length === 0) return [];
    const struck = new Set(meeting.entries.filter((entry) => entry.struck !== undefined).map(({ entryId }) => entryId));
    const day = when(meeting.date);
    const decided = meeting.decisions
      .filter(({ decisionId }) => !struck.has(decisionId))
      .map(({ decisionId, paragraph, words }) => ({
        value: `${meetingId} decision ${decisionId}`,
        text: `${day}, paragraph ${paragraph}: ${cut(words)}`,
      }));
    const items = meeting.agenda
      .filter(({ withdrawn }) => withdrawn === undefined)
      .map(({ itemId, number, title }) => ({ value: `${meetingId} item ${itemId}`, text: `${day}, item ${number}: ${cut(title)}` }));
    return [...decided, ...items];
  }
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text);
