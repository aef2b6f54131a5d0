import { because, quoted, type Sentences } from '../../../kernel/sentences.js';
import { type StepEvent, type StepKind, type StepMeant, type StepSaid } from '../events/step.events.js';

const NAMES: Readonly<Record<StepKind, string>> = {
  AgendaItemWithdrawn: 'Withdrawal of an item',
  OrderOfBusinessChanged: 'Change of the order of business',
  MeetingOpened: 'Opening',
  ChairTaken: 'Taking of the chair',
  InterestDeclared: 'Declaration of interest',
  ItemTaken: 'Taking of an item',
  QuorumDeclared: 'Declaration of the quorum',
  MeetingAdjourned: 'Adjournment',
  MeetingResumed: 'Resumption',
  MeetingContinuedInformally: 'Going on informally',
  PublicExcluded: 'Exclusion of the public',
  PublicReadmitted: 'Readmission of the public',
  MinuteReceived: 'Receiving of a minute',
  NextMeetingAgreed: 'Agreement on the next meeting',
  MeetingConcluded: 'Conclusion',
  MotionMoved: 'Moving',
  MotionSeconded: 'Seconding',
  MotionWithdrawn: 'Withdrawal',
  MotionFell: 'Falling',
  DissentRecorded: 'Dissent',
  MembershipEnded: 'End of a membership',
};

const PLACE: Partial<Record<keyof StepSaid, string>> = { itemId: 'item', movedBy: 'moved by', secondedBy: 'seconded by', why: 'reason' };

const named = ({ of, motionId }: StepMeant): string => `${NAMES[of]}${motionId === undefined ? '' : ` of ${motionId}`}`;

/** Each thing that is said, with its name. */
export const saidInWords = (said: StepSaid): string =>
  Object.entries(said)
    .map(([field, value]: [string, unknown]) => {
      const words =
        typeof value === 'object' && value !== null && 'name' in value
          ? String(value.name)
          : typeof value === 'boolean'
            ? value
              ? 'yes'
              : 'no'
            : field === 'text' || field === 'words'
              ? quoted(String(value))
              : String(value).replaceAll(field === 'outcome' ? '-' : '\0', ' ');
      return `${PLACE[field as keyof StepSaid] ?? field} ${words}`;
    })
    .join(', ');

export const stepSentences: Sentences<StepEvent> = {
  StepCorrected: ({ was, now, reason, ...meant }) =>
    `${named(meant)} corrected${because(reason)}: ${saidInWords(now)}; before: ${saidInWords(was) || 'nothing'}`,
  StepStruck: ({ was, reason, date, ...meant }) =>
    `${named(meant)} struck${because(reason)}; it said: ${[saidInWords(was), date].filter(Boolean).join(', ') || 'nothing more'}`,
};
