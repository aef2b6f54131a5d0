import { type Recorded } from '../../kernel/event.js';
import { type Elected, type ElectedTo, type ElectionEvent } from '../../slices/meetings/votes/election.events.js';

interface ElectedThen {
  readonly to: ElectedTo | null;
  /** The day on which they were. */
  readonly on: string;
  readonly elected: readonly Elected[];
}

/** Whom an event of an election says is elected, to what. */
export function electedBy({ type, data }: Recorded<ElectionEvent>): ElectedThen {
  switch (type) {
    case 'ElectionHeld':
    case 'ElectionRoundTaken':
      return data;
    case 'ElectionCorrected':
      return data.election;
    case 'ElectionVoteDeclaredVoid':
      return { to: null, on: '', elected: [] };
    case 'MembershipEnded':
      return { to: null, on: data.on, elected: [] };
  }
}
