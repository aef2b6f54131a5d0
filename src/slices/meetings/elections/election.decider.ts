import { type CommandFor, type NoFacts } from '../../../kernel/command.js';
import { type Decider, type Decision } from '../../../kernel/decider.js';
import { shortId } from '../../../kernel/ids.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type RoomEvent, notSitting } from '../rules/meeting-guards.js';
import { placeNow, standingAtPlace } from '../rules/places.js';
import { momentThen, placeOfLate } from '../motions/deciding-motions.js';
import { circumstancesAt } from '../motions/entitlement.js';
import { refuseMotion } from '../motions/motion.refusals.js';
import { ruleAt } from '../motions/voting-order.js';
import { momentOf, standingAt } from '../record/entries.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { recordInRoom } from '../sederunt/record-in-room.js';
import { quorumAt } from '../sederunt/room.js';
import {
  type ElectedTo,
  type Elected,
  type ElectionData,
  type ElectionOutcome,
  type ElectionRoundTold,
  counting,
  leftAfter,
  type Nomination,
  standing as standingFor,
} from '../votes/election.events.js';
import { countRound } from './counting-round.js';
import { type ElectionDto, type ElectionRoundDto } from './election.payloads.js';
import { refuseElection } from './election.refusals.js';
import {
  type CorrectElection,
  type ElectionCommand,
  type EndMembership,
  type HoldElection,
  type TakeElectionRound,
} from './elections.commands.js';
import { nominationsIn } from './nominating.js';
import { placesOf, toWhat } from './to-what.js';

/** Elections and appointments, decided on the meeting's own stream: whom they make a member moves and votes from that place in it on. */
export const electionDecider: Decider<Meeting, ElectionCommand, RoomEvent> = {
  history: meetingHistory,
  decide(command, meeting) {
    const refused = notSitting(meeting);
    if (refused) return refused;
    switch (command.type) {
      case 'HoldElection':
        return holdElection(command, meeting);
      case 'TakeElectionRound':
        return takeRound(command, meeting);
      case 'CorrectElection':
        return correctElection(command, meeting);
      case 'EndMembership':
        return endMembership(command, meeting);
    }
  },
};

function holdElection({ data, commandId }: CommandFor<typeof HoldElection, NoFacts>, meeting: Meeting): Decision<RoomEvent> {
  const late = placeOfLate(meeting, data.afterParagraph);
  if (late && isRefusal(late)) return late;
  const sectionId = late?.sectionId ?? meeting.inHand;
  if (sectionId === null) return refuseMotion('motion.no-item-in-hand');
  const electionId = shortId('e', commandId);
  const election = electionOf(data, { electionId, sectionId, moment: momentThen(meeting, late) }, meeting);
  if (isRefusal(election)) return election;
  return recordInRoom(
    meeting,
    { type: 'ElectionHeld', v: 1, data: { ...election, ...(late && { after: late.after }) } },
    'an election was recorded',
    electionId,
  );
}

function takeRound({ data, commandId }: CommandFor<typeof TakeElectionRound, NoFacts>, meeting: Meeting): Decision<RoomEvent> {
  const { electionId, afterParagraph, ...recorded } = data;
  const election = meeting.elections.find((one) => one.electionId === electionId);
  if (!election) return unknown(electionId);
  const late = placeOfLate(meeting, afterParagraph);
  if (late && isRefusal(late)) return late;
  const { to, places, nominations, rounds, sectionId } = election;
  const about = { sectionId, moment: momentThen(meeting, late) };
  const all = roundsOf([recorded], { to, places, nominations, before: rounds, field: '' }, about, meeting);
  if (isRefusal(all)) return all;
  const roundId = shortId('r', commandId);
  const [round] = all.rounds.slice(rounds.length);
  if (!round) return refuseElection('election.settled', { field: 'electionId' });
  return recordInRoom(
    meeting,
    {
      type: 'ElectionRoundTaken',
      v: 1,
      data: {
        electionId,
        sectionId,
        on: dayAt(meeting, about.moment),
        to,
        round: { ...round, roundId },
        elected: all.elected,
        outcome: all.outcome,
        ...(late && { after: late.after }),
      },
    },
    'a vote of an election was recorded',
    roundId,
  );
}

/** The election is judged again with the room and the constitution at its moment, as the record has them now. */
function correctElection({ data }: CommandFor<typeof CorrectElection, NoFacts>, meeting: Meeting): Decision<RoomEvent> {
  const { electionId, reason, ...recorded } = data;
  const was = meeting.elections.find((one) => one.electionId === electionId);
  if (!was) return unknown(electionId);
  if (was.to.kind !== recorded.to.kind) return refuseElection('election.other-kind', { field: 'to.kind', detail: { kind: was.to.kind } });
  const seats = recorded.to.seatIds ?? was.to.seatIds;
  const asked = { ...recorded, to: { ...recorded.to, ...(seats && { seatIds: [...seats] }) } };
  const declaredVoid = was.rounds.map((round) => round.declaredVoid === true);
  const about = { electionId, sectionId: was.sectionId, moment: momentOf(meeting, electionId), declaredVoid };
  const found = electionOf(asked, about, meeting);
  if (isRefusal(found)) return found;
  const ids = was.rounds.map(({ roundId }) => roundId);
  const rounds = found.rounds.map((round, index) => ({ ...round, ...(ids[index] !== undefined && { roundId: ids[index] }) }));
  return recordInRoom(
    meeting,
    { type: 'ElectionCorrected', v: 1, data: { electionId, election: { ...found, rounds }, reason } },
    `an election was corrected: ${reason}`,
  );
}

function endMembership({ data }: CommandFor<typeof EndMembership, NoFacts>, meeting: Meeting): Decision<RoomEvent> {
  const { personId, reason, words } = data;
  const late = placeOfLate(meeting, data.afterParagraph);
  if (late && isRefusal(late)) return late;
  const place = late ? { after: late.after } : placeNow(meeting);
  const standing = standingAtPlace(meeting, place);
  const seat = standing?.roll.find(({ holder }) => holder?.personId === personId);
  if (!standing || !seat?.holder) return refuseElection('membership.not-member', { field: 'personId', detail: { personId } });
  const { seatId, holder: person } = seat;
  return recordInRoom(
    meeting,
    { type: 'MembershipEnded', v: 1, data: { person, seatId, on: standing.asOf, reason, ...(words !== undefined && { words }), ...place } },
    `${person.name} ceased to be a member`,
  );
}

const unknown = (electionId: string): Refusal => refuseElection('election.unknown', { field: 'electionId', detail: { electionId } });
const dayAt = (meeting: Meeting, moment: number): string => standingAt(meeting, moment)?.asOf ?? meeting.date;

interface About {
  readonly sectionId: string;
  readonly moment: number;
}

interface AboutElection extends About {
  readonly electionId: string;
  readonly declaredVoid?: readonly boolean[];
}

function electionOf(recorded: ElectionDto, about: AboutElection, meeting: Meeting): ElectionData | Refusal {
  const { electionId, sectionId, moment, declaredVoid = [] } = about;
  const standing = standingAt(meeting, moment);
  if (!standing) return refuseMotion('motion.no-item-in-hand');
  const places = placesOf(recorded, standing);
  if (isRefusal(places)) return places;
  const to = toWhat(recorded.to, places, standing, meeting);
  if (isRefusal(to)) return to;
  const nominations = nominationsIn(recorded.nominations ?? [], { ...about, to, standing }, meeting);
  if (isRefusal(nominations)) return nominations;
  const all = roundsOf(recorded.rounds ?? [], { to, places, nominations, before: [], declaredVoid, field: 'rounds' }, about, meeting);
  if (isRefusal(all)) return all;
  return {
    electionId,
    sectionId,
    on: standing.asOf,
    to,
    places,
    nominations,
    ...all,
    quorate: quorumAt(meeting, moment, sectionId).quorate,
    constitutionVersion: standing.constitution.versionId,
  };
}

interface Rounds {
  readonly to: ElectedTo;
  readonly places: number;
  readonly nominations: readonly Nomination[];
  readonly before: readonly ElectionRoundTold[];
  /** Of the rounds to be counted, which were declared void. */
  readonly declaredVoid?: readonly boolean[];
  /** Where the rounds stand in the command; empty where it is one round itself. */
  readonly field: string;
}

/** All rounds with those to be counted, and what they come to. */
function roundsOf(
  recorded: readonly ElectionRoundDto[],
  { to, places, nominations, before, declaredVoid = [], field }: Rounds,
  { sectionId, moment }: About,
  meeting: Meeting,
): Pick<ElectionData, 'rounds' | 'elected' | 'outcome'> | Refusal {
  const rounds = [...before];
  const elected = (): readonly Elected[] => withSeats(to, electedBy(places, nominations, rounds));
  for (const [index, one] of recorded.entries()) {
    const at = field === '' ? '' : `${field}.${index}`;
    const left = leftAfter(nominations, rounds);
    const open = places - elected().length;
    if (counting(rounds).length === 0 && left.length <= places)
      return refuseElection('election.no-vote-needed', { field: at || 'electionId' });
    if (open <= 0) return refuseElection('election.settled', { field: at || 'electionId' });
    const room = circumstancesAt(meeting, moment, sectionId);
    const round = countRound(one, { ...room, majorityOf: ruleAt(meeting, moment).voting.majorityOf, left, places: open });
    if (isRefusal(round)) return at === '' || round.field === undefined ? round : { ...round, field: `${at}.${round.field}` };
    rounds.push({ ...round, ...(declaredVoid[index] && { declaredVoid: true }) });
  }
  return { rounds, elected: elected(), outcome: outcomeOf(places, nominations, rounds) };
}

/** The election as it is without one of its votes. */
export function withoutVote({ to, places, nominations, rounds }: ElectionData, vote: number): Pick<ElectionData, 'elected' | 'outcome'> {
  const left = rounds.filter((_round, index) => index !== vote - 1);
  return { elected: withSeats(to, electedBy(places, nominations, left)), outcome: outcomeOf(places, nominations, left) };
}

/** Where no more stand than there are places, all of them; else those the votes elected, and whoever is left where there are places for all. */
function electedBy(places: number, nominations: readonly Nomination[], rounds: readonly ElectionRoundTold[]) {
  const stand = standingFor(nominations);
  return stand.length <= places ? stand : counting(rounds).flatMap((round) => round.elected);
}

function outcomeOf(places: number, nominations: readonly Nomination[], rounds: readonly ElectionRoundTold[]): ElectionOutcome {
  const stand = standingFor(nominations).length;
  if (stand === 0) return 'nobody';
  if (stand <= places) return 'unopposed';
  return electedBy(places, nominations, rounds).length === places ? 'voted' : 'open';
}

const withSeats = ({ seatIds = [] }: ElectedTo, people: ReturnType<typeof electedBy>): readonly Elected[] =>
  people.map((person, index) => ({ person, ...(seatIds[index] !== undefined && { seatId: seatIds[index] }) }));
