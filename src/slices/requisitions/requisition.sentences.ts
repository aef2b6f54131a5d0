import { because, longDate, type Telling, type Told } from '../../kernel/sentences.js';
import { type PersonNamed } from '../bodies/bodies.words.js';
import { type RequisitionEvent, type RequisitionSum } from './requisition.events.js';

const names = (people: readonly PersonNamed[]): string => people.map(({ name }) => name).join(', ');

const sumWords = ({ asked, of, needed, enough }: RequisitionSum): string =>
  `${asked} of ${of} members ask, ${needed} needed${enough ? '' : ': too few'}`;

const sumLines = (sum: RequisitionSum): Telling['lines'] => [
  sumWords(sum),
  sum.notCounted.length > 0 && `No member who counts: ${sum.notCounted.join(', ')}`,
];

export const requisitionTold: Told<RequisitionEvent> = {
  RequisitionReceived: ({ askedBy, business, rule, sum, due }) => ({
    sentence: `Requisition of a special meeting received from ${names(askedBy)}: ${business}`,
    title: 'Received',
    lines: [`Asked for by ${names(askedBy)}`, business, ...(sumLines(sum) ?? []), rule.source, due?.explanation],
  }),
  RequisitionJoined: ({ askedBy, sum, due }) => ({
    sentence: `Joined by ${names(askedBy)}; ${sumWords(sum)}`,
    title: 'Joined',
    lines: [names(askedBy), ...(sumLines(sum) ?? []), due?.explanation],
  }),
  RequisitionAnswered: ({ on, atMeeting, how, meets }) => ({
    sentence: `The meeting ${atMeeting} was ${how} on ${longDate(on)}${meets ? ', as was asked' : ''}`,
    title: how === 'called' ? 'Meeting called' : 'Meeting held',
    lines: [meets ? 'What the rule asks for' : 'It has yet to be held'],
    atMeeting,
  }),
  RequisitionReopened: ({ reason }) => ({ sentence: `Reopened${because(reason)}`, title: 'Reopened', lines: [reason] }),
  RequisitionEnded: ({ reason }) => ({ sentence: `Ended${because(reason)}`, title: 'Ended', lines: [reason] }),
};
