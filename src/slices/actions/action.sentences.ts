import { because, decision, longDate, officers, quoted, type Telling, type Told } from '../../kernel/sentences.js';
import { type Deadline } from '../../kernel/deadline.js';
import { deadlineSaid } from '../../kernel/lines.js';
import { type ActionEvent, type ActionSource } from './action.events.js';

const due = (deadline: Deadline): string => deadlineSaid(deadline, 'none');
const holders = (names: readonly string[], organisation?: string): string => [names.join(', '), organisation].filter(Boolean).join(', ');
const saidBy = (words: string, reportedBy?: string): Telling['lines'] => [words, reportedBy && `Reported by ${reportedBy}`];

function sourceWords(source: ActionSource): string {
  const { paragraph, heading } = source;
  const part = source.kind === 'decision' && source.part !== undefined ? `(${source.part})` : '';
  if (source.kind === 'discussion')
    return `Agreed in discussion${paragraph === undefined ? '' : ` at paragraph ${paragraph}`} of the meeting headed ${heading}`;
  return paragraph === undefined
    ? `From the meeting headed ${heading}`
    : `From paragraph ${paragraph}${part} of the meeting headed ${heading}`;
}

const sourceNamed = (source: ActionSource): string =>
  source.kind === 'decision'
    ? `, from ${decision(source.decision)}`
    : source.kind === 'discussion'
      ? `, agreed in discussion at ${source.meetingId} (${source.entryId})`
      : source.meetingDate
        ? `, from the meeting of ${longDate(source.meetingDate)}`
        : '';
const itemWords = ({ number, title }: { readonly number?: string; readonly title: string }): string =>
  [number, title].filter(Boolean).join(' ');

const approved = (by: string, on: string): string => `Approved by ${by} on ${longDate(on)}`;
const byWhom = (by: string): string => `By ${by}`;

export const actionTold: Told<ActionEvent> = {
  ActionRaised: ({ words, officers: names, organisation, due: deadline, approvalElsewhere, source, item, exempt }) => ({
    sentence: `Action raised for ${officers(names)}, due ${deadline.words || 'not said'}: ${quoted(words)}, on item ${itemWords(item)}${sourceNamed(source)}${exempt ? '; exempt: not on the public tracker' : ''}`,
    title: 'Raised',
    lines: [
      words,
      `With ${holders(names, organisation)}. Deadline: ${due(deadline)}`,
      sourceWords(source),
      approvalElsewhere && `Waits for the approval of ${approvalElsewhere.by}`,
    ],
  }),
  ProgressReported: ({ words, reportedBy }) => ({
    sentence: `Progress: ${words}`,
    title: 'Progress reported',
    lines: saidBy(words, reportedBy),
  }),
  ActionExtended: ({ due: deadline, reason }) => ({
    sentence: `Extended to ${deadline.words}${because(reason)}`,
    title: 'Deadline extended',
    lines: [`New deadline: ${due(deadline)}`, reason],
  }),
  ActionTransferred: ({ officers: names, organisation, reason }) => ({
    sentence: `Transferred to ${officers(names)}${organisation ? ` (${organisation})` : ''}${because(reason)}`,
    title: 'Transferred',
    lines: [`To ${holders(names, organisation)}`, reason],
  }),
  ActionReportedComplete: ({ words, reportedBy }) => ({
    sentence: `Reported complete: ${words}`,
    title: 'Reported complete',
    lines: saidBy(words, reportedBy),
  }),
  ActionNotedComplete: ({ atMeeting }) => ({
    sentence: `Noted complete by ${atMeeting}; off the tracker`,
    title: 'Noted complete',
    atMeeting,
  }),
  ActionReopened: ({ reason }) => ({ sentence: `Reopened${because(reason)}`, title: 'Reopened', lines: [reason] }),
  ActionDeclined: ({ reason, declinedBy }) => ({
    sentence: `Declined${because(reason)}`,
    title: 'Declined',
    lines: [reason, declinedBy && `Declined by ${declinedBy}`],
  }),
  ApprovalElsewhereGiven: ({ by, on, words }) => ({
    sentence: approved(by, on),
    title: 'Approval given',
    lines: [byWhom(by), words],
  }),
  ActionCorrected: ({ changes: { words, organisation, officers: names, item, due: deadline, exempt }, reason }) => ({
    sentence: `Corrected${because(reason)}`,
    title: 'Corrected',
    lines: [
      reason,
      words !== undefined && `Decision requiring action: ${words}`,
      organisation !== undefined && `Organisation: ${organisation}`,
      names && `Responsible officers: ${names.join(', ')}`,
      item && `Agenda item: ${itemWords(item)}`,
      deadline && `Deadline: ${due(deadline)}`,
      exempt !== undefined && (exempt ? 'Exempt: not on the public tracker' : 'Not exempt: on the public tracker'),
    ],
  }),
  ActionSetAsAgreed: ({ changes: { words, organisation, officers: names, item, due: deadline }, because: why }) => ({
    sentence: `Set as the minute has it${because(why)}`,
    title: 'Set as the minute has it',
    lines: [
      why,
      words !== undefined && `What is to be done: ${words}`,
      organisation !== undefined && `Organisation: ${organisation}`,
      names && `Responsible officers: ${names.join(', ')}`,
      item && `Agenda item: ${itemWords(item)}`,
      deadline && `Deadline: ${due(deadline)}`,
    ],
  }),
  ActionStruck: ({ because: why }) => ({
    sentence: `Struck: no action came of what was recorded in error${because(why)}`,
    title: 'Recorded in error',
    lines: [why],
  }),
  ActionDueRecounted: ({ due: deadline, because: why }) => ({
    sentence: `Deadline counted again${deadline.latest ? `: now ${longDate(deadline.latest)}` : ''}, as ${why}`,
    title: 'Deadline counted again',
    lines: [`New deadline: ${due(deadline)}`, why],
  }),
};
