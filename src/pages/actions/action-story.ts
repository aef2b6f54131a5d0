import { when } from '../../kernel/words.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type ActionSource } from '../../slices/actions/action.events.js';
import { type ActionUpdate } from '../../slices/actions/actions.words.js';
import { addressOfMeeting } from '../frame/addresses.js';
import { dueBy } from './tracker-view.js';

/** One thing that happened to an action, as the page tells it. */
export interface StoryEntry {
  readonly title: string;
  readonly on: string;
  readonly lines: readonly string[];
  readonly meeting: { readonly text: string; readonly href: string } | null;
  readonly by: string;
  /** The day it was written down, where that was another day. */
  readonly recordedOn: string | null;
}

export const deadlineWords = (due: Deadline): string => present([due.words, dueBy(due) ?? '']).join(', ') || 'none';

const present = (lines: readonly (string | undefined | false)[]): readonly string[] =>
  lines.filter((line) => typeof line === 'string' && line !== '') as string[];

const saidBy = (words: string, reportedBy?: string): readonly string[] => present([words, reportedBy && `Reported by ${reportedBy}`]);

function sourceWords(source: ActionSource): string {
  const { paragraph, heading } = source;
  const part = source.kind === 'decision' && source.part !== undefined ? `(${source.part})` : '';
  return paragraph === undefined
    ? `From the meeting headed ${heading}`
    : `From paragraph ${paragraph}${part} of the meeting headed ${heading}`;
}

function told(update: ActionUpdate): { readonly title: string; readonly lines: readonly string[]; readonly meetingId?: string } {
  switch (update.type) {
    case 'ActionRaised': {
      const { words, officers, organisation, due, approvalElsewhere, source } = update.data;
      return {
        title: 'Raised',
        lines: present([
          words,
          `With ${present([officers.join(', '), organisation]).join(', ')}. Deadline: ${deadlineWords(due)}`,
          sourceWords(source),
          approvalElsewhere && `Waits for the approval of ${approvalElsewhere.by}`,
        ]),
      };
    }
    case 'ProgressReported':
      return { title: 'Progress reported', lines: saidBy(update.data.words, update.data.reportedBy) };
    case 'ActionReportedComplete':
      return { title: 'Reported complete', lines: saidBy(update.data.words, update.data.reportedBy) };
    case 'ActionExtended':
      return { title: 'Deadline extended', lines: [`New deadline: ${deadlineWords(update.data.due)}`, update.data.reason] };
    case 'ActionDueRecounted':
      return { title: 'Deadline counted again', lines: [`New deadline: ${deadlineWords(update.data.due)}`, update.data.because] };
    case 'ActionTransferred': {
      const { officers, organisation, reason } = update.data;
      return { title: 'Transferred', lines: [`To ${present([officers.join(', '), organisation]).join(', ')}`, reason] };
    }
    case 'ActionNotedComplete':
      return { title: 'Noted complete', lines: [], meetingId: update.data.atMeeting };
    case 'ActionReopened':
      return { title: 'Reopened', lines: [update.data.reason] };
    case 'ActionDeclined':
      return { title: 'Declined', lines: present([update.data.reason, update.data.declinedBy && `Declined by ${update.data.declinedBy}`]) };
    case 'ApprovalElsewhereGiven':
      return { title: 'Approval given', lines: present([`By ${update.data.by}`, update.data.words]) };
    case 'ActionCorrected': {
      const { changes, reason } = update.data;
      const { words, organisation, officers, item, due, exempt } = changes;
      return {
        title: 'Corrected',
        lines: present([
          reason,
          words !== undefined && `Decision requiring action: ${words}`,
          organisation !== undefined && `Organisation: ${organisation}`,
          officers && `Responsible officers: ${officers.join(', ')}`,
          item && `Agenda item: ${present([item.number, item.title]).join(' ')}`,
          due && `Deadline: ${deadlineWords(due)}`,
          exempt !== undefined && (exempt ? 'Exempt: not on the public tracker' : 'Not exempt: on the public tracker'),
        ]),
      };
    }
  }
}

/** The story, the newest first. */
/** `to` leads to a meeting as it was, where the page is turned back. */
export const storyOf = (
  updates: readonly ActionUpdate[],
  dateOf: (instant: string) => string,
  to = (address: string): string => address,
): readonly StoryEntry[] =>
  updates
    .map((update): StoryEntry => {
      const { title, lines, meetingId } = told(update);
      const { on } = update.data;
      const recordedOn = dateOf(update.recordedAt);
      return {
        title,
        on,
        lines,
        meeting: meetingId === undefined ? null : { text: `At the meeting of ${when(on)}`, href: to(addressOfMeeting(meetingId)) },
        by: update.by.name,
        recordedOn: recordedOn === on ? null : recordedOn,
      };
    })
    .reverse();
