import { standingOfMeeting } from '../reading/standing-of-meeting.js';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type FactGatherer } from '../../../eventstore/decide.js';
import { type BusCommand, type NoFacts } from '../../../kernel/command.js';
import { type Standing } from '../../bodies/bodies.words.js';
import { PeopleMeant } from '../../directory/directory.queries.js';
import { now, standingAt } from '../record/entries.js';
import { type Meeting } from '../record/meeting.state.js';

/** For commands that need nothing from outside but the names by which the meeting knows its people. */
@Injectable()
export class GatherPeopleMeant implements FactGatherer<NoFacts> {
  constructor(private readonly queries: QueryBus) {}

  gather = (): Promise<NoFacts> => Promise.resolve({});

  meant = ({ data }: BusCommand, state: unknown): Promise<object> => peopleMeant(this.queries, data, state as Meeting);
}

/**
 * A payload with its people by the ids that the meeting's roll, its offices and its sederunt have, since a person may be known by several.
 * Before the meeting is opened, the roll is that of its day.
 */
export async function peopleMeant(queries: QueryBus, data: object, meeting: Meeting): Promise<object> {
  const { status, attendances, elections } = meeting;
  if (status === 'unknown') return data;
  const standing = standingAt(meeting, now(meeting)) ?? (await queries.execute(standingOfMeeting(meeting)));
  const nominees = elections.flatMap(({ nominations }) => nominations.map(({ nominee }) => nominee));
  const known = [...(standing ? onRoll(standing) : []), ...attendances.map(({ person }) => person), ...nominees];
  return queries.execute(new PeopleMeant(data, [...new Set(known.map(({ personId }) => personId))]));
}

const onRoll = ({ roll, offices }: Standing) => [
  ...roll.flatMap(({ holder }) => holder ?? []),
  ...offices.map(({ holder }) => holder),
  ...roll.flatMap(({ substitutes }) => substitutes),
];
