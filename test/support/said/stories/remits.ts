import { AdoptConstitution } from '../../../../src/slices/bodies/bodies.commands.js';
import { AddAgendaItem, CallMeeting } from '../../../../src/slices/meetings/agenda/agenda.commands.js';
import { AgreeNextMeeting, ReceiveMinute } from '../../../../src/slices/meetings/between-meetings/between.commands.js';
import { RecordDecision } from '../../../../src/slices/meetings/decisions/decisions.commands.js';
import { RecordParagraph } from '../../../../src/slices/meetings/minutes/minutes.commands.js';
import { OpenMeeting, TakeItem } from '../../../../src/slices/meetings/sederunt/sederunt.commands.js';
import {
  AcceptRemit,
  AnswerRemit,
  CorrectRemit,
  DeclineRemit,
  MakeRemit,
  NoteAnswer,
  PlaceRemit,
  ReopenRemit,
  RuleOnReferral,
  WithdrawRemit,
} from '../../../../src/slices/remits/remits.commands.js';
import { say } from '../story.js';
import { COUNCIL_RULES } from './bodies.js';
import { itsWords } from './meetings.js';

const THERE = 'council/answers';
const answering = { atMeeting: THERE, decisionId: 'answering', paragraph: '1' } as const;

/** What the board remits to the council, and what its members ask to be referred there. */
export const remits = [
  say(AdoptConstitution, 'council', COUNCIL_RULES),
  say(MakeRemit, 'board/remit', {
    how: 'remitted',
    to: { bodyId: 'council' },
    source: { meetingId: 'board/held', itemId: undefined, decisionId: 'decided', paragraph: '1' },
    askedBy: undefined,
  }),
  say(CallMeeting, THERE, { requisition: undefined, jointlyWith: undefined }),
  say(AddAgendaItem, THERE, {
    itemId: 'brought',
    number: '6',
    papers: undefined,
    late: undefined,
    urgent: undefined,
    remit: 'board/remit',
    minuteOf: { meetingId: 'board/held', date: undefined },
  }),
  say(AddAgendaItem, THERE, {
    itemId: 'named',
    number: '7',
    papers: undefined,
    late: undefined,
    urgent: undefined,
    exempt: undefined,
    remit: undefined,
    minuteOf: { meetingId: undefined },
  }),
  say(PlaceRemit, 'board/remit', { atMeeting: THERE, itemId: 'brought' }),
  say(OpenMeeting, THERE),
  say(TakeItem, THERE, { itemId: 'brought', number: '6', beforeItems: undefined }),
  say(TakeItem, THERE, { itemId: undefined, number: '1', beforeItems: undefined }),
  say(RecordParagraph, THERE, { sectionId: undefined, number: '1', afterParagraph: undefined }),
  say(RecordDecision, THERE, { ...itsWords, decisionId: 'answering', paragraph: '1' }),
  say(ReceiveMinute, THERE, { itemId: 'brought', resolved: 'approved', decisionId: 'answering' }),
  say(AgreeNextMeeting, THERE, { date: '2090-01-01', afterParagraph: '1' }),
  say(AcceptRemit, 'board/remit', { atMeeting: THERE }),
  say(DeclineRemit, 'board/remit', answering),
  say(ReopenRemit, 'board/remit'),
  say(AnswerRemit, 'board/remit', answering),
  say(NoteAnswer, 'board/remit', { atMeeting: 'board/held', decisionId: 'decided', paragraph: '1' }),
  say(MakeRemit, 'board/referral', {
    how: 'referred',
    to: { bodyId: undefined },
    source: { meetingId: 'board/sits', itemId: 'second', decisionId: undefined, paragraph: undefined },
    exempt: undefined,
  }),
  say(RuleOnReferral, 'board/referral', { allowed: false }),
  say(ReopenRemit, 'board/referral'),
  say(RuleOnReferral, 'board/referral'),
  say(CorrectRemit, 'board/referral', { to: { bodyId: 'council' } }),
  say(WithdrawRemit, 'board/referral'),
];
