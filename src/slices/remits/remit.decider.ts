import { earlier, dateInZone } from '../../kernel/dates.js';
import { decisionMeant } from '../../kernel/citation.js';
import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { given } from '../../kernel/plain.js';
import { bodyIdOf } from '../../kernel/record-id.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { type RemitCorrection, type RemitEvent, type RemitSource, type RemitTo } from './remit.events.js';
import { type RemitFacts, type RemitMeeting } from './remit.facts.js';
import { type RemitToDto } from './remit.payloads.js';
import { refuseRemit } from './remit.refusals.js';
import { type Remit, remitHistory } from './remit.state.js';
import { notPossible } from './remit.steps.js';
import { type CorrectRemit, type MakeRemit, type RemitAskedFor, type RemitCommand } from './remits.commands.js';

export const remitDecider: Decider<Remit | null, RemitCommand, RemitEvent> = {
  history: remitHistory,
  decide(command, remit): Decision<RemitEvent> {
    const { timeZone } = command.facts;
    if (timeZone === null) return refuseRemit('remit.body-unknown');
    const today = dateInZone(command.happenedAt, timeZone);
    if (command.type === 'MakeRemit') return remit ? refuseRemit('remit.made-already') : make(command, today);
    if (!remit) return refuseRemit('remit.not-made', { detail: { remitId: command.target } });
    const refused = notPossible(command.type, remit) ?? notByThatMeeting(command, remit);
    if (refused) return refused;
    const { meeting } = command.facts;
    const said = 'on' in command.data ? command.data.on : undefined;
    const on = said ?? (meeting?.opened ? earlier(meeting.date, today) : today);
    if (on > today) return refuseRemit('remit.later-than-now', { field: 'on', detail: { on, today } });
    if (on < remit.madeOn) return refuseRemit('remit.before-it-was-made', { field: 'on', detail: { on, madeOn: remit.madeOn } });
    return decideStep(command, remit, on);
  },
};

type Step = Exclude<RemitCommand, { type: 'MakeRemit' }>;

function make({ target, data, facts }: RemitAskedFor<typeof MakeRemit>, today: string): Decision<RemitEvent> {
  const bodyId = bodyIdOf(target);
  const { how = 'remitted', askedBy = [], rule, exempt = false } = data;
  if (how === 'referred' && askedBy.length === 0) return refuseRemit('remit.nobody-asked', { field: 'askedBy' });
  if (how === 'remitted' && askedBy.length > 0) return refuseRemit('remit.asked-by-members', { field: 'askedBy' });
  const origin = originOf(data.source, facts.meeting, bodyId);
  if (isRefusal(origin)) return origin;
  const to = toWhom(data.to, facts, bodyId);
  if (isRefusal(to)) return to;
  const { source, ...own } = origin;
  const { title = own.title, words = own.words } = data;
  return accept<RemitEvent>({
    type: 'RemitMade',
    v: 1,
    data: given({
      ...{ remitId: target, bodyId, on: earlier(source.meetingDate, today), how, to, source },
      ...{ title, words: words ?? title, askedBy, rule, exempt },
    }),
  });
}

function toWhom({ bodyId, name }: RemitToDto, { to }: RemitFacts, own: string): RemitTo | Refusal {
  if (bodyId === own) return refuseRemit('remit.to-itself', { field: 'to.bodyId' });
  if (bodyId === undefined) return name === undefined ? refuseRemit('remit.to-nobody', { field: 'to.bodyId' }) : { name };
  return to ? { bodyId, name: name ?? to.name } : refuseRemit('remit.to-unknown-body', { field: 'to.bodyId', detail: { bodyId } });
}

interface Origin {
  readonly source: RemitSource;
  readonly title: string;
  readonly words?: string;
}

/** The item or the decision a remit comes from, as the meeting's record has it. */
function originOf(
  named: RemitAskedFor<typeof MakeRemit>['data']['source'],
  meeting: RemitMeeting | null,
  bodyId: string,
): Origin | Refusal {
  const { meetingId, itemId, decisionId, paragraph } = named;
  const field = 'source.meetingId';
  if (!meeting || meeting.cancelled) return refuseRemit('remit.meeting-unknown', { field, detail: { meetingId } });
  if (meeting.bodyId !== bodyId) return refuseRemit('remit.meeting-of-another-body', { field, detail: { bodyId: meeting.bodyId } });
  if (!meeting.opened) return refuseRemit('remit.meeting-not-opened', { field, detail: { meetingId } });
  if (itemId === undefined && decisionId === undefined && paragraph === undefined)
    return refuseRemit('remit.source-missing', { field: 'source' });
  const item = itemId === undefined ? undefined : meeting.items.find((one) => one.itemId === itemId);
  if (itemId !== undefined && !item) return refuseRemit('remit.item-unknown', { field: 'source.itemId', detail: { itemId } });
  const at = { meetingId, meetingDate: meeting.date, itemId, number: item?.number };
  if (decisionId === undefined && paragraph === undefined)
    return { source: given(at), title: item!.title, ...(item!.asked !== undefined && { words: item!.asked }) };
  const decision = decisionIn(meeting, { decisionId, paragraph }, decisionId === undefined ? 'source.paragraph' : 'source.decisionId');
  if (isRefusal(decision)) return decision;
  return {
    source: given({ ...at, decision: { meetingId, decisionId: decision.decisionId }, paragraph: decision.paragraph }),
    title: item?.title ?? decision.sectionHeading,
    words: wordsOf(decision),
  };
}

type Decided = RemitMeeting['decisions'][number];

function decisionIn(
  { decisions, meetingId }: RemitMeeting,
  named: { readonly decisionId?: string | undefined; readonly paragraph?: string | undefined },
  field: string,
): Decided | Refusal {
  const found = decisionMeant(decisions, named);
  if (!found.problem) return found.decision;
  const problem = found.problem === 'ambiguous' || found.problem === 'struck' ? found.problem : 'unknown';
  return refuseRemit(`remit.decision-${problem}`, { field, detail: given({ meetingId, ...named, ...found.detail }) });
}

const wordsOf = ({ words, parts }: Decided): string => [words, ...parts.map(({ letter, text }) => `(${letter}) ${text}`)].join(' ');

/** The steps of the other body are taken by its meetings, and the answer is noted by a meeting of the body that remitted the matter. */
function notByThatMeeting(command: Step, { bodyId, to }: Remit): Refusal | null {
  if (!('atMeeting' in command.data) || command.data.atMeeting === undefined) return null;
  const field = 'atMeeting';
  const { meeting } = command.facts;
  if (!meeting || meeting.cancelled) return refuseRemit('remit.meeting-unknown', { field, detail: { meetingId: command.data.atMeeting } });
  const whose = command.type === 'NoteAnswer' ? bodyId : to.bodyId;
  if (meeting.bodyId !== whose) return refuseRemit('remit.meeting-of-another-body', { field, detail: given({ bodyId: whose }) });
  return meeting.opened || command.type === 'PlaceRemit' ? null : refuseRemit('remit.meeting-not-opened', { field });
}

function decideStep(command: Step, remit: Remit, on: string): Decision<RemitEvent> {
  const step = { remitId: remit.remitId, bodyId: remit.bodyId, on };
  const { meeting } = command.facts;
  switch (command.type) {
    case 'RuleOnReferral': {
      const { allowed, by, reason } = command.data;
      return accept<RemitEvent>({ type: 'ReferralRuled', v: 1, data: given({ ...step, allowed, by, reason }) });
    }
    case 'PlaceRemit': {
      const { atMeeting, itemId } = command.data;
      if (!meeting?.items.some((item) => item.itemId === itemId))
        return refuseRemit('remit.item-unknown', { field: 'itemId', detail: { itemId } });
      return accept<RemitEvent>({ type: 'RemitPlaced', v: 1, data: { ...step, atMeeting, itemId } });
    }
    case 'AcceptRemit': {
      const { atMeeting, words } = command.data;
      return accept<RemitEvent>({ type: 'RemitAccepted', v: 1, data: given({ ...step, atMeeting, words }) });
    }
    case 'DeclineRemit': {
      const decided = decidedBy(command.data, meeting);
      if (isRefusal(decided)) return decided;
      const { atMeeting, reason } = command.data;
      return accept<RemitEvent>({ type: 'RemitDeclined', v: 1, data: given({ ...step, atMeeting, decision: decided.decision, reason }) });
    }
    case 'AnswerRemit': {
      const decided = decidedBy(command.data, meeting);
      if (isRefusal(decided)) return decided;
      const { atMeeting, words = decided.words } = command.data;
      if (words === undefined) return refuseRemit('remit.words-missing', { field: 'words' });
      return accept<RemitEvent>({ type: 'RemitAnswered', v: 1, data: given({ ...step, atMeeting, decision: decided.decision, words }) });
    }
    case 'NoteAnswer': {
      const decided = decidedBy(command.data, meeting);
      if (isRefusal(decided)) return decided;
      const { atMeeting } = command.data;
      return accept<RemitEvent>({ type: 'AnswerNoted', v: 1, data: given({ ...step, atMeeting, decision: decided.decision }) });
    }
    case 'ReopenRemit':
      return accept<RemitEvent>({ type: 'RemitReopened', v: 1, data: { ...step, reason: command.data.reason } });
    case 'WithdrawRemit':
      return accept<RemitEvent>({ type: 'RemitWithdrawn', v: 1, data: { ...step, reason: command.data.reason } });
    case 'CorrectRemit':
      return correct(command, remit, on);
  }
}

/** The decision that a step rests on, with its words; nothing where none is named. */
function decidedBy(
  { decisionId, paragraph }: { readonly decisionId?: string; readonly paragraph?: string },
  meeting: RemitMeeting | null,
): { readonly decision?: { readonly meetingId: string; readonly decisionId: string }; readonly words?: string } | Refusal {
  if (decisionId === undefined && paragraph === undefined) return {};
  const field = decisionId === undefined ? 'paragraph' : 'decisionId';
  if (!meeting) return refuseRemit('remit.meeting-unknown', { field: 'atMeeting' });
  const found = decisionIn(meeting, { decisionId, paragraph }, field);
  return isRefusal(found) ? found : { decision: { meetingId: meeting.meetingId, decisionId: found.decisionId }, words: wordsOf(found) };
}

function correct({ data, facts }: RemitAskedFor<typeof CorrectRemit>, remit: Remit, on: string): Decision<RemitEvent> {
  const { title, words, exempt, reason } = data;
  const to = data.to && toWhom(data.to, facts, remit.bodyId);
  if (isRefusal(to)) return to;
  const moved = to && to.bodyId !== remit.to.bodyId;
  if (moved && (remit.accepted ?? remit.answer)) return refuseRemit('remit.to-fixed', { field: 'to.bodyId' });
  const asked: RemitCorrection = given({ title, words, to, exempt });
  const changes = Object.entries(asked).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(remit[field as keyof RemitCorrection]),
  );
  if (changes.length === 0) return refuseRemit('remit.nothing-changed');
  const { remitId, bodyId } = remit;
  return accept<RemitEvent>({ type: 'RemitCorrected', v: 1, data: { remitId, bodyId, on, changes: Object.fromEntries(changes), reason } });
}
