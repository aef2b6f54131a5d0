import { type QueryBus } from '@nestjs/cqrs';
import { type Standing } from '../../bodies/bodies.words.js';
import { StandingOn } from '../../bodies/bodies.queries.js';
import { PeopleMeant } from '../../directory/directory.queries.js';
import { type Meeting } from '../record/meeting.state.js';

/**
 * A payload with its people by the ids that the meeting's roll, its offices and its sederunt have, since a person may be known by several.
 * Before the meeting is opened, the roll is that of its day.
 */
export async function peopleMeant(queries: QueryBus, data: object, meeting: Meeting): Promise<object> {
  const { status, standings, bodyId, date, attendances } = meeting;
  if (status === 'unknown') return data;
  const standing = standings.at(-1)?.standing ?? (await queries.execute(new StandingOn(bodyId, date)));
  const known = [...(standing ? onRoll(standing) : []), ...attendances.map(({ person }) => person)];
  return queries.execute(new PeopleMeant(data, [...new Set(known.map(({ personId }) => personId))]));
}

const onRoll = ({ roll, offices }: Standing) => [
  ...roll.flatMap(({ holder }) => holder ?? []),
  ...offices.map(({ holder }) => holder),
  ...roll.flatMap(({ substitutes }) => substitutes),
];
