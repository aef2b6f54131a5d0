import { because, decision, longDate, quoted, type Told } from '../../kernel/sentences.js';
import { type DecisionRef } from '../../kernel/citation.js';
import { type RemitEvent, type RemitSource, type RemitTo } from './remit.events.js';

const at = (meetingId?: string): string => (meetingId === undefined ? '' : ` at ${meetingId}`);
const by = (ref?: DecisionRef): string => (ref ? `, by ${decision(ref)}` : '');

const named = ({ bodyId, name }: RemitTo): string => (bodyId === undefined ? name : `${name} (${bodyId})`);

function sourceWords({ meetingDate, number, paragraph }: RemitSource): string {
  const item = number === undefined ? '' : `item ${number}`;
  const place = [item, paragraph === undefined ? '' : `paragraph ${paragraph}`].filter(Boolean).join(', ');
  return `From the meeting of ${longDate(meetingDate)}${place && `, ${place}`}`;
}

export const remitTold: Told<RemitEvent> = {
  RemitMade: ({ how, to, source, title, words, askedBy, rule, exempt }) => ({
    sentence: `${how === 'remitted' ? 'Remitted' : 'Referral asked for'} to ${named(to)}: ${title}, ${quoted(words)}${by(source.decision)}${source.itemId === undefined ? '' : `, from item ${source.number} (${source.itemId}) of ${source.meetingId}`}${exempt ? '; exempt' : ''}`,
    title: how === 'remitted' ? `Remitted to ${to.name}` : `Referral to ${to.name} asked for`,
    lines: [words, sourceWords(source), askedBy.length > 0 && `Asked for by ${askedBy.join(', ')}`, rule],
    atMeeting: source.meetingId,
  }),
  ReferralRuled: ({ allowed, by: who, reason }) => ({
    sentence: `${who} ruled that it ${allowed ? 'be' : 'not be'} referred${because(reason)}`,
    title: allowed ? 'Referral allowed' : 'Referral not allowed',
    lines: [`Ruled by ${who}`, reason],
  }),
  RemitPlaced: ({ atMeeting, itemId }) => ({
    sentence: `Taken onto the agenda of ${atMeeting}, as item ${itemId}`,
    title: 'Taken onto an agenda',
    lines: [`As item ${itemId}`],
    atMeeting,
  }),
  RemitAccepted: ({ atMeeting, words }) => ({
    sentence: `Accepted${at(atMeeting)}${because(words)}`,
    title: 'Accepted',
    lines: [words],
    ...(atMeeting !== undefined && { atMeeting }),
  }),
  RemitDeclined: ({ atMeeting, decision: ref, reason }) => ({
    sentence: `Declined${at(atMeeting)}${by(ref)}${because(reason)}`,
    title: 'Declined',
    lines: [reason],
    ...(atMeeting !== undefined && { atMeeting }),
  }),
  RemitAnswered: ({ atMeeting, decision: ref, words }) => ({
    sentence: `Answered${at(atMeeting)}${by(ref)}: ${words}`,
    title: 'Answered',
    lines: [words],
    ...(atMeeting !== undefined && { atMeeting }),
  }),
  AnswerNoted: ({ atMeeting, decision: ref }) => ({
    sentence: `The answer was noted at ${atMeeting}${by(ref)}`,
    title: 'Answer noted',
    atMeeting,
  }),
  RemitReopened: ({ reason }) => ({ sentence: `Reopened${because(reason)}`, title: 'Reopened', lines: [reason] }),
  RemitWithdrawn: ({ reason }) => ({ sentence: `Withdrawn${because(reason)}`, title: 'Withdrawn', lines: [reason] }),
  RemitCorrected: ({ changes: { title, words, to, exempt }, reason }) => ({
    sentence: `Corrected${because(reason)}`,
    title: 'Corrected',
    lines: [
      reason,
      title !== undefined && `Title: ${title}`,
      words !== undefined && `What is asked: ${words}`,
      to && `To: ${named(to)}`,
      exempt !== undefined && (exempt ? 'Exempt' : 'Not exempt'),
    ],
  }),
};
