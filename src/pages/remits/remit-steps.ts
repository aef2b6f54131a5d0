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
} from '../../slices/remits/remits.commands.js';
import { REMIT_STEPS_ALLOWED, type RemitView } from '../../slices/remits/remits.words.js';
import { type FormFields } from '../frame/forms.js';
import { type Choice, ifAny, type StepField } from '../frame/steps/parts.js';
import { type Step, type Steps, unchangedIn } from '../frame/steps/step.js';

/** What the form for making a remit is made of. */
export interface MakingAt {
  /** Other bodies of the record. */
  readonly bodies: readonly Choice[];
  /** Decisions and items of the body's meetings that can be remitted, the newest first: `<meeting> decision <id>` or `<meeting> item <id>`. */
  readonly sources: readonly Choice[];
}

/** What the forms of one remit are made of. */
export interface RemitAt {
  readonly remit: RemitView;
  readonly bodies: readonly Choice[];
  /** The opened meetings of the body it went to, and of the body it came from. */
  readonly theirs: readonly Choice[];
  readonly ours: readonly Choice[];
}

const REASON: StepField = { id: 'reason', as: 'words', label: 'Reason' };
const ON: StepField = { id: 'on', as: 'date', label: 'On', hint: 'The day of the meeting, or today, where nothing is said' };

const toFields = (bodies: readonly Choice[]): readonly StepField[] => [
  ...ifAny({
    id: 'to.bodyId',
    as: 'choice',
    label: 'To',
    called: 'The body it goes to',
    choose: 'A body that is not in the record',
    choices: bodies,
    standsFor: ['to'],
  }),
  { id: 'to.name', as: 'line', label: 'Name of the body', hint: 'Of a body that is not in the record; else its own name is taken' },
];

/** The chosen source, as the command has it. */
function sourceIn(chosen: unknown): object {
  const [meetingId, kind, id] = typeof chosen === 'string' ? chosen.split(' ') : [];
  return { meetingId, ...(kind === 'decision' ? { decisionId: id } : kind === 'item' && { itemId: id }) };
}

export const MAKE: Step<void, MakingAt> = {
  command: MakeRemit,
  name: 'Record a remit',
  button: 'Record the remit',
  done: 'The remit is recorded. It is offered on the next agenda of the body it goes to.',
  notYet: ({ sources }) => sources.length === 0 && 'No meeting of this body has an item or a decision yet that could be remitted.',
  parts: ({ bodies, sources }) => [
    {
      id: 'remitted',
      as: 'choice',
      own: true,
      label: 'What is remitted',
      hint: 'A decision, or an item of an agenda; the newest first',
      choices: sources,
      standsFor: ['source', 'source.meetingId', 'source.itemId', 'source.decisionId'],
    },
    ...toFields(bodies),
    { id: 'title', as: 'line', label: 'Title', hint: 'The heading of the item, where nothing is said' },
    { id: 'words', as: 'words', label: 'What is asked of the other body', hint: 'The words of the decision, where nothing is said' },
    {
      id: 'how',
      as: 'radios',
      label: 'How it goes',
      choices: [
        { value: 'remitted', text: 'Remitted by the meeting' },
        { value: 'referred', text: 'Referred at the asking of members', hint: 'The person presiding rules on it before it goes up' },
      ],
    },
    { id: 'askedBy', as: 'list', rows: 3, label: 'Members who ask for it', hint: 'Of a referral; one on each line' },
    { id: 'rule', as: 'line', label: 'Standing order', hint: 'Such as: Standing Order 34.1' },
  ],
  start: () => ({ how: 'remitted' }),
  extraFields: (typed) => ({ source: sourceIn(typed['remitted']) }),
  offered: () => true,
};

const there = ({ theirs }: RemitAt): readonly StepField[] =>
  ifAny({ id: 'atMeeting', as: 'choice', label: 'Meeting', choose: 'No meeting of the record', choices: theirs });
const PARAGRAPH: StepField = { id: 'paragraph', as: 'line', width: 5, label: 'Paragraph', hint: 'Of the decision there, such as 5.2' };

const allowed =
  (step: keyof typeof REMIT_STEPS_ALLOWED) =>
  ({ standing }: RemitView): boolean =>
    REMIT_STEPS_ALLOWED[step].includes(standing);

const asItIs = ({ title, words, to, exempt }: RemitView): FormFields => ({
  title,
  words,
  to: { name: to.name, ...(to.bodyId !== null && { bodyId: to.bodyId }) },
  exempt,
});

export const REMIT_STEPS: Steps<RemitView, RemitAt> = {
  rule: {
    command: RuleOnReferral,
    name: 'Record the ruling',
    button: 'Record the ruling',
    done: 'The ruling is recorded.',
    parts: () => [
      { id: 'allowed', as: 'yes-no', label: 'Is it referred?' },
      { id: 'by', as: 'line', label: 'Who ruled' },
      { ...REASON, hint: 'Where one was given' },
      ON,
    ],
    offered: allowed('RuleOnReferral'),
  },
  place: {
    command: PlaceRemit,
    name: 'Record the agenda it stands on',
    button: 'Record the agenda',
    about: 'Recorded by itself where the item was taken from what the agenda offers.',
    done: 'It is recorded on which agenda it stands.',
    notYet: ({ theirs }) => theirs.length === 0 && 'No meeting of the other body is in the record.',
    parts: (at) => [...there(at), { id: 'itemId', as: 'line', label: 'Item', hint: 'The id of the item on that agenda' }, ON],
    offered: (remit) => remit.to.bodyId !== null && allowed('PlaceRemit')(remit),
  },
  accept: {
    command: AcceptRemit,
    name: 'Record that it was accepted',
    button: 'Record the acceptance',
    done: 'The other body has accepted it.',
    parts: (at) => [...there(at), { id: 'words', as: 'words', rows: 2, label: 'In what words', hint: 'Where anything needs saying' }, ON],
    offered: allowed('AcceptRemit'),
  },
  answer: {
    command: AnswerRemit,
    name: 'Record the answer',
    button: 'Record the answer',
    done: 'The answer is recorded, and offered on the next agenda of the body that remitted it.',
    parts: (at) => [
      ...there(at),
      PARAGRAPH,
      { id: 'words', as: 'words', label: 'What was decided', hint: 'The words of the decision, where its paragraph is named' },
      ON,
    ],
    offered: allowed('AnswerRemit'),
  },
  decline: {
    command: DeclineRemit,
    name: 'Record that it was declined',
    button: 'Record it as declined',
    done: 'It is recorded as declined.',
    parts: (at) => [...there(at), PARAGRAPH, REASON, ON],
    offered: allowed('DeclineRemit'),
  },
  note: {
    command: NoteAnswer,
    name: 'Note the answer',
    button: 'Note the answer',
    done: 'The answer is noted, and the remit is closed.',
    notYet: ({ ours }) => ours.length === 0 && 'No meeting of this body has been opened since.',
    parts: ({ ours }) => [{ id: 'atMeeting', as: 'choice', label: 'Meeting', choices: ours }, PARAGRAPH, ON],
    offered: allowed('NoteAnswer'),
  },
  withdraw: {
    command: WithdrawRemit,
    name: 'Withdraw it',
    button: 'Withdraw it',
    done: 'The remit is withdrawn.',
    parts: () => [REASON, ON],
    offered: allowed('WithdrawRemit'),
  },
  reopen: {
    command: ReopenRemit,
    name: 'Reopen it',
    button: 'Reopen it',
    done: 'The remit is open again.',
    parts: () => [REASON, ON],
    offered: allowed('ReopenRemit'),
  },
  correct: {
    command: CorrectRemit,
    name: 'Correct a slip',
    button: 'Correct it',
    done: 'The correction is recorded; what was first recorded stays in the story.',
    parts: ({ bodies }) => [
      { id: 'title', as: 'line', label: 'Title' },
      { id: 'words', as: 'words', label: 'What is asked of the other body' },
      ...toFields(bodies),
      {
        id: 'exempt',
        as: 'yes-no',
        label: 'Taken in private',
        choices: [
          { value: 'false', text: 'No' },
          { value: 'true', text: 'Yes, not on the public register' },
        ],
      },
      { id: 'reason', as: 'words', label: 'What was wrong' },
    ],
    start: ({ remit }) => asItIs(remit),
    extraFields: (typed, { remit }) => unchangedIn(typed, asItIs(remit)),
    offered: () => true,
  },
};
