import { type Recorded } from '../../../kernel/event.js';
import { isOfficeName } from '../../bodies/bodies.words.js';
import { counting, type Elected, type ElectedTo, type ElectionData, type ElectionEvent } from '../votes/election.events.js';
import { insertEntry, lastEntryId } from './entries.js';
import { type Meeting, type Turn } from './meeting.state.js';

/** Elections, and the seats and offices that change hands by them from that place in the meeting on. */
export function evolveElections(meeting: Meeting, event: Recorded<ElectionEvent>): Meeting {
  switch (event.type) {
    case 'ElectionHeld': {
      const { after = lastEntryId(meeting), ...election } = event.data;
      const { electionId: entryId, sectionId } = election;
      const entries = insertEntry(meeting.entries, { entryId, kind: 'election', sectionId, happenedAt: event.happenedAt }, after);
      return withTurns({ ...meeting, entries, elections: [...meeting.elections, election] }, election);
    }
    case 'ElectionRoundTaken': {
      const { electionId, sectionId, round, elected, outcome, after = lastEntryId(meeting) } = event.data;
      const entries = insertEntry(
        meeting.entries,
        { entryId: round.roundId, kind: 'round', sectionId, happenedAt: event.happenedAt },
        after,
      );
      const was = meeting.elections.find((one) => one.electionId === electionId);
      if (!was) return { ...meeting, entries };
      const election = { ...was, rounds: [...was.rounds, round], elected, outcome };
      return withTurns({ ...meeting, entries, elections: replaced(meeting, election) }, election);
    }
    case 'ElectionCorrected':
      return withTurns({ ...meeting, elections: replaced(meeting, event.data.election) }, event.data.election);
    case 'ElectionVoteDeclaredVoid': {
      const { electionId, vote, elected, outcome } = event.data;
      const was = meeting.elections.find((one) => one.electionId === electionId);
      if (!was) return meeting;
      const rounds = was.rounds.map((round, index) => (index === vote - 1 ? { ...round, declaredVoid: true as const } : round));
      const election = { ...was, rounds, elected, outcome };
      return withTurns({ ...meeting, elections: replaced(meeting, election) }, election);
    }
    case 'MembershipEnded': {
      const { seatId, after } = event.data;
      return { ...meeting, turns: [...meeting.turns, { after, seatId, holder: null }] };
    }
  }
}

const replaced = ({ elections }: Meeting, election: ElectionData): readonly ElectionData[] =>
  elections.map((one) => (one.electionId === election.electionId ? election : one));

/** What an election makes of seats and offices, in place of what it made of them before. */
function withTurns(meeting: Meeting, { electionId, to, rounds, elected }: ElectionData): Meeting {
  const after = counting(rounds).findLast(({ roundId }) => roundId !== undefined)?.roundId ?? electionId;
  const turns = elected.flatMap((one) => turnOf(to, one)).map((turn): Turn => ({ ...turn, after, electionId }));
  return { ...meeting, turns: [...meeting.turns.filter((one) => one.electionId !== electionId), ...turns] };
}

function turnOf({ kind, office }: ElectedTo, { person, seatId }: Elected): Pick<Turn, 'seatId' | 'office' | 'holder'>[] {
  if (kind === 'office') return office !== undefined && isOfficeName(office) ? [{ office, holder: person }] : [];
  return seatId === undefined ? [] : [{ seatId, holder: person }];
}
