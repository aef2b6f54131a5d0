import { type RollSeat, type Standing } from './constitution.js';

/**
 * The organisation a sederunt names beside a member: that of the seat, where the body is of more than one. A councillor who sits for a
 * council is named by that title alone, as minutes print it: `Councillors J. Brown, S. Bell; Mr G. Farries (Scottish Fire and Rescue Service)`.
 */
export function organisationSaid(standing: Standing | null, { organisation, holder, bodyId }: RollSeat): string | undefined {
  const several = new Set(standing?.roll.flatMap((seat) => (seat.bodyId === bodyId ? [seat.organisation] : []))).size > 1;
  if (!several || organisation === undefined) return undefined;
  return /^(?:councillor|cllr)\b/i.test(holder?.name ?? '') && /\bcouncil$/i.test(organisation) ? undefined : organisation;
}
