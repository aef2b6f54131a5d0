import { because, longDate, officers, quoted, type Sentences } from '../../kernel/sentences.js';
import { type ActionEvent } from './action.events.js';

export const actionSentences: Sentences<ActionEvent> = {
  ActionRaised: ({ words, officers: names, due }) =>
    `Action raised for ${officers(names)}, due ${due.words || 'not said'}: ${quoted(words)}`,
  ProgressReported: ({ words }) => `Progress: ${words}`,
  ActionExtended: ({ due, reason }) => `Extended to ${due.words}${because(reason)}`,
  ActionTransferred: ({ officers: names, organisation, reason }) =>
    `Transferred to ${officers(names)}${organisation ? ` (${organisation})` : ''}${because(reason)}`,
  ActionReportedComplete: ({ words }) => `Reported complete: ${words}`,
  ActionNotedComplete: ({ atMeeting }) => `Noted complete by ${atMeeting}; off the tracker`,
  ActionReopened: ({ reason }) => `Reopened${because(reason)}`,
  ActionDeclined: ({ reason }) => `Declined${because(reason)}`,
  ApprovalElsewhereGiven: ({ by }) => `Approved by ${by}`,
  ActionCorrected: ({ reason }) => `Corrected${because(reason)}`,
  ActionDueRecounted: ({ due, because: why }) => `Deadline counted again${due.latest ? `: now ${longDate(due.latest)}` : ''}, as ${why}`,
};
