import { type DecisionRef } from '../../kernel/citation.js';
import { type LinkTable } from '../../kernel/links.js';
import { type RemitEvent } from './remit.events.js';

const remit = (remitId: string): string => `remit:${remitId}`;
const decided = ({ meetingId, decisionId }: DecisionRef): string => `${meetingId}#${decisionId}`;

/** Links from the item or decision that remits to the remit, and from the remit to what the two bodies made of it. */
export const remitLinks: LinkTable<RemitEvent> = {
  RemitMade: ({ data: { remitId, source, how } }) => [
    { from: source.decision ? decided(source.decision) : `${source.meetingId}#${source.itemId}`, to: remit(remitId), how },
  ],
  RemitPlaced: ({ data: { remitId, atMeeting, itemId } }) => [
    { from: remit(remitId), to: `${atMeeting}#${itemId}`, how: 'taken onto the agenda' },
  ],
  RemitDeclined: ({ data: { remitId, decision } }) =>
    decision ? [{ from: remit(remitId), to: decided(decision), how: 'remit declined' }] : [],
  RemitAnswered: ({ data: { remitId, decision } }) =>
    decision ? [{ from: remit(remitId), to: decided(decision), how: 'remit answered' }] : [],
  AnswerNoted: ({ data: { remitId, decision, atMeeting } }) => [
    { from: remit(remitId), to: decision ? decided(decision) : atMeeting, how: 'answer noted' },
  ],
};
