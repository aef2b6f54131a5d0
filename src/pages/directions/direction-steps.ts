import { addressOfReading } from '../frame/addresses.js';
import { type FormFields } from '../frame/forms.js';
import { decisionChosen } from '../frame/steps/decision-choice.js';
import { type Choice, ifAny, type StepField } from '../frame/steps/parts.js';
import { type Step, type Steps } from '../frame/steps/step.js';
import { type DirectionTerms } from '../../slices/directions/direction.events.js';
import {
  AcknowledgeDirection,
  AmendDraft,
  ApproveDirection,
  CompleteDirection,
  CorrectDirection,
  DraftDirection,
  IssueDirection,
  ReportOnDirection,
  ReviewDirection,
  RevokeDirection,
  WithdrawDraft,
} from '../../slices/directions/directions.commands.js';
import { type DirectionStory } from '../../slices/directions/directions.words.js';
import { asked, boxes, changed, typedOf } from './direction-boxes.js';

/** The data from which a step's form is made. */
export interface StepAt {
  readonly direction: DirectionStory;
  readonly today: string;
  /** Decisions of the body's meetings, the latest first. */
  readonly decisions: readonly Choice[];
  /** Live directions, which can be replaced. */
  readonly earlier: readonly Choice[];
}

const REASON: StepField = { id: 'reason', as: 'words', label: 'Reason' };
const day = (label: string): StepField => ({ id: 'on', as: 'date', label });
const onThatDay = ({ today }: StepAt): FormFields => ({ on: today });
const isDraft = ({ approval, end }: DirectionStory): boolean => !approval && !end;

const decision = (choices: readonly Choice[], label: string): StepField => ({
  id: 'decision',
  as: 'choice',
  label,
  hint: 'The decisions of this body’s meetings, the latest first',
  choices,
});
const PART: StepField = { id: 'part', as: 'line', label: 'Part of the decision', hint: 'Its letter, such as b, where it has parts' };

const recipients = ({ terms, issues }: DirectionStory, fits: (issue: DirectionStory['issues'][number] | undefined) => boolean): Choice[] =>
  terms.recipients
    .filter(({ recipient }) => fits(issues.find((one) => one.recipient === recipient)))
    .map(({ recipient, name }) => ({ value: recipient, text: name }));
const issuedTo = (direction: DirectionStory): Choice[] => recipients(direction, (issue) => issue !== undefined);
const silent = (direction: DirectionStory): Choice[] => recipients(direction, (issue) => issue !== undefined && !issue.acknowledged);
const notIssued = (direction: DirectionStory): Choice[] => recipients(direction, (issue) => issue === undefined);
/** If there is only one recipient to choose, it is chosen already. */
const only = (choices: readonly Choice[]): FormFields => (choices.length === 1 ? { recipient: choices[0]!.value } : {});

/** The terms with the review awaited now, if any. */
const termsNow = ({ terms, review }: DirectionStory): DirectionTerms => ({ ...terms, ...(review && { review }) });

/** The step that begins a direction, on a page of its own. */
export const DRAFT: Step<void, Pick<StepAt, 'earlier'> & { readonly bodyId: string }> = {
  command: DraftDirection,
  name: 'The boxes of its form',
  button: 'Save the draft',
  done: 'The draft is saved. It is not public until it is approved and issued.',
  parts: boxes,
  extraFields: (typed) => asked(typed),
  offered: () => true,
};

export const DIRECTION_STEPS: Steps<DirectionStory, StepAt> = {
  approve: {
    command: ApproveDirection,
    name: 'Approve it',
    button: 'Record the approval',
    about: 'The board makes a direction by a decision taken with a quorum. It is approved on the day of that meeting.',
    done: 'The direction is approved. It has its reference, and can be issued.',
    offered: isDraft,
    parts: ({ decisions }) => [
      decision(decisions, 'The board’s decision'),
      PART,
      { id: 'reference', as: 'line', label: 'Reference', hint: 'The next in the body’s format where nothing is said' },
    ],
    extraFields: decisionChosen,
  },
  amend: {
    command: AmendDraft,
    name: 'Change the draft',
    button: 'Change the draft',
    done: 'The draft is changed.',
    offered: isDraft,
    parts: ({ direction, earlier }) => boxes({ bodyId: direction.bodyId, recipients: direction.terms.recipients.length, earlier }),
    start: ({ direction }) => typedOf(direction.terms),
    extraFields: (typed, { direction }) => changed(typed, direction.terms, { draft: true }),
  },
  withdraw: {
    command: WithdrawDraft,
    name: 'Withdraw the draft',
    button: 'Withdraw the draft',
    done: 'The draft is withdrawn.',
    offered: isDraft,
    parts: () => [REASON],
  },
  issue: {
    command: IssueDirection,
    name: 'Issue it',
    button: 'Record the issue',
    about: 'The direction it replaces, if there is one, stands no longer from its first issue.',
    done: 'The direction is issued.',
    offered: (direction) => direction.live && notIssued(direction).length > 0,
    parts: ({ direction }) => [
      { id: 'by', as: 'line', label: 'Issued by', hint: 'The chief officer' },
      { id: 'to', as: 'ticks', label: 'To', choices: notIssued(direction) },
      day('Issued on'),
      { id: 'acknowledgeBy', as: 'line', label: 'To be acknowledged', hint: 'Where the body asks for that, such as: within 14 days' },
    ],
    start: ({ direction, today }) => ({ on: today, to: notIssued(direction).map(({ value }) => value) }),
  },
  acknowledge: {
    command: AcknowledgeDirection,
    name: 'Acknowledge it',
    button: 'Record the acknowledgement',
    done: 'The acknowledgement is recorded.',
    offered: (direction) => direction.live && silent(direction).length > 0,
    parts: ({ direction }) => [
      { id: 'recipient', as: 'radios', label: 'Acknowledged by', choices: silent(direction) },
      { id: 'by', as: 'line', label: 'Who acknowledged it for them' },
      { id: 'words', as: 'words', label: 'What was said' },
      day('Acknowledged on'),
    ],
    start: ({ direction, today }) => ({ ...only(silent(direction)), on: today }),
  },
  report: {
    command: ReportOnDirection,
    name: 'Report on it',
    button: 'Record the report',
    done: 'The report is recorded.',
    offered: (direction) => direction.live && issuedTo(direction).length > 0,
    parts: ({ direction }) => [
      { id: 'recipient', as: 'radios', label: 'Report of', choices: issuedTo(direction) },
      { id: 'words', as: 'words', label: 'What has been done' },
      { id: 'measures', as: 'words', label: 'What its performance measures show' },
      ...(direction.terms.timeframes && direction.timeframeMetOn === null
        ? [{ id: 'timeframeMet', as: 'tick', label: 'What was to be done within its timeframes has been done' } as const]
        : []),
      day('Reported on'),
    ],
    start: ({ direction, today }) => ({ ...only(issuedTo(direction)), on: today }),
  },
  review: {
    command: ReviewDirection,
    name: 'Record a review',
    button: 'Record the review',
    done: 'The review is recorded.',
    offered: ({ live }) => live,
    parts: ({ direction }) => [
      { id: 'words', as: 'words', label: 'What came of it' },
      {
        id: 'next',
        as: 'line',
        label: 'When it is reviewed next',
        hint: 'In the words used; not again, where nothing is said',
        readAt: addressOfReading(direction.bodyId),
      },
      day('Reviewed on'),
    ],
    start: onThatDay,
  },
  complete: {
    command: CompleteDirection,
    name: 'Record it complete',
    button: 'Record it complete',
    about: 'What was directed has been done by all its recipients.',
    done: 'The direction is complete.',
    offered: (direction) => direction.live && issuedTo(direction).length > 0,
    parts: ({ decisions }) => [
      { id: 'words', as: 'words', label: 'What was done' },
      ...ifAny(decision(decisions, 'The decision that noted it complete, where there is one')),
      day('Complete on'),
    ],
    start: onThatDay,
    extraFields: decisionChosen,
  },
  revoke: {
    command: RevokeDirection,
    name: 'Revoke it',
    button: 'Record the revocation',
    about: 'By a decision of the board, without another direction in its place. It stands no longer from the day of that meeting.',
    done: 'The direction is revoked.',
    offered: ({ live }) => live,
    parts: ({ decisions }) => [decision(decisions, 'The board’s decision'), PART, REASON],
    extraFields: decisionChosen,
  },
  correct: {
    command: CorrectDirection,
    name: 'Correct a slip',
    button: 'Correct it',
    about: 'What was first recorded stays in its story. What is meant is changed by another direction.',
    done: 'The correction is recorded; what was first recorded stays in the story.',
    offered: ({ approval }) => approval !== null,
    parts: ({ direction }) => [
      ...boxes({ bodyId: direction.bodyId, recipients: direction.terms.recipients.length, fixed: true }),
      { id: 'exempt', as: 'yes-no', label: 'Decided in private, and so not published' },
      { id: 'reason', as: 'words', label: 'What was wrong' },
    ],
    start: ({ direction }) => ({ ...typedOf(termsNow(direction)), exempt: direction.exempt }),
    extraFields: (typed, { direction }) => ({
      ...changed(typed, termsNow(direction), { draft: false }),
      ...(typed.exempt === direction.exempt && { exempt: undefined }),
    }),
  },
};
