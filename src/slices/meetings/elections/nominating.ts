import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type PersonNamed, type Standing } from '../../bodies/bodies.words.js';
import { takesPart } from '../motions/entitlement.js';
import { type Meeting } from '../record/meeting.state.js';
import { attendanceOf } from '../sederunt/room.js';
import { type ElectedTo, type Nomination } from '../votes/election.events.js';
import { type NominationDto } from './election.payloads.js';
import { refuseElection } from './election.refusals.js';

interface About {
  readonly to: ElectedTo;
  readonly standing: Standing;
  readonly sectionId: string;
  readonly moment: number;
}

/** The nominations, with people as the sederunt and the roll name them; refused where one could not have been made. */
export function nominationsIn(recorded: readonly NominationDto[], about: About, meeting: Meeting): readonly Nomination[] | Refusal {
  const nominations: Nomination[] = [];
  for (const [index, one] of recorded.entries()) {
    const nomination = nominationOf(one, `nominations.${index}`, about, meeting);
    if (isRefusal(nomination)) return nomination;
    const { personId } = nomination.nominee;
    if (nominations.some(({ nominee }) => nominee.personId === personId))
      return refuseElection('election.nominated-twice', { field: `nominations.${index}.nominee`, detail: { personId } });
    nominations.push(nomination);
  }
  return nominations;
}

function nominationOf(
  { nominee, movedBy, secondedBy, then }: NominationDto,
  field: string,
  { to, standing, sectionId, moment }: About,
  meeting: Meeting,
): Nomination | Refusal {
  const { personId } = nominee;
  const stands = then !== 'declined' && then !== 'withdrew';
  const member = standing.roll.find(({ holder }) => holder?.personId === personId)?.holder;
  if (stands && !member && (to.office === 'chair' || to.office === 'vice-chair'))
    return refuseElection('election.chair-is-member', { field: `${field}.nominee`, detail: { personId, office: to.name } });
  if (movedBy !== undefined && movedBy === secondedBy)
    return refuseElection('election.nominates-self-twice', { field: `${field}.secondedBy`, detail: { movedBy } });
  if (stands && standing.constitution.voting.seconder && (movedBy === undefined || secondedBy === undefined))
    return refuseElection('election.not-seconded', {
      field: `${field}.${movedBy === undefined ? 'movedBy' : 'secondedBy'}`,
      detail: { nominee: nominee.name, source: standing.constitution.source },
    });
  const by = (id: string | undefined, name: string): { readonly person?: PersonNamed } | Refusal =>
    id === undefined ? {} : takesPart(meeting, moment, sectionId, id, `${field}.${name}`);
  const mover = by(movedBy, 'movedBy');
  if (isRefusal(mover)) return mover;
  const seconder = by(secondedBy, 'secondedBy');
  if (isRefusal(seconder)) return seconder;
  return {
    nominee: attendanceOf(meeting, personId)?.person ?? member ?? { personId, name: nominee.name },
    ...(mover.person && { movedBy: mover.person }),
    ...(seconder.person && { secondedBy: seconder.person }),
    ...(then && { then }),
  };
}
