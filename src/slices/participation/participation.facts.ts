import { type Citing } from '../../kernel/citation.js';
import { type EarlierRequest, type SealedContact } from './participation.events.js';

/** Facts from outside a request's stream that its decider needs. */
export interface ParticipationFacts {
  /** The authority; `null` where there is no such body. */
  readonly body: { readonly name: string; readonly timeZone: string } | null;
  /** The contacts the command names, sealed; `erased` lists the subjects whose key was erased. Empty where the command names none. */
  readonly contacts: { readonly sealed: readonly SealedContact[]; readonly erased: readonly string[] };
  /** The earlier request the command names; `null` where it names none, or one that was never received. */
  readonly earlier: (EarlierRequest & { readonly bodyId: string }) | null;
  /** The meeting whose decision the command cites; `null` where it cites none, or one of a meeting that was never called. */
  readonly meeting: CitedMeeting | null;
  /** Hash of the year's report as the record now gives it, for a command on a reporting year. */
  readonly report?: { readonly sha256: string };
}

export type CitedMeeting = Citing<never, never>;
