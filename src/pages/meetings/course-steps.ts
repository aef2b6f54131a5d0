import { unchangedIn, type Step, type Steps } from '../frame/steps/step.js';
import { type FormFields } from '../frame/forms.js';
import { PROCEDURAL_CHOICES, RULING_CHOICES } from '../frame/conduct-choices.js';
import { type Choice, type StepField } from '../frame/steps/parts.js';
import { CorrectStep, StrikeStep } from '../../slices/meetings/corrections/step.commands.js';
import { type CourseStep, isVoiding, type Meeting, sectionHeading } from '../../slices/meetings/meetings.words.js';

/** The data from which the forms of one step of the course are made. */
export interface CourseAt {
  readonly step: CourseStep;
  readonly meeting: Meeting;
}

export const STEP_NAMES: Readonly<Record<CourseStep['of'], string>> = {
  AgendaItemWithdrawn: 'An item of the agenda was withdrawn',
  OrderOfBusinessChanged: 'The order of business was changed',
  MeetingOpened: 'The meeting was opened',
  ChairTaken: 'The chair was taken',
  InterestDeclared: 'An interest was declared',
  ItemTaken: 'An item was taken',
  QuorumDeclared: 'The quorum was declared',
  MeetingAdjourned: 'The meeting was adjourned',
  MeetingResumed: 'The meeting resumed',
  MeetingContinuedInformally: 'The meeting went on informally',
  PublicExcluded: 'The public was excluded',
  PublicReadmitted: 'The public was readmitted',
  MinuteReceived: 'A minute of another body was received',
  NextMeetingAgreed: 'The next meeting was agreed',
  MeetingConcluded: 'The meeting was concluded',
  MotionMoved: 'A motion was moved',
  MotionSeconded: 'A motion was seconded',
  MotionWithdrawn: 'A motion was withdrawn',
  MotionFell: 'A motion fell',
  DissentRecorded: 'A dissent was recorded',
  VoteDeclaredVoid: 'A vote was declared void',
  ElectionVoteDeclaredVoid: 'A vote of an election was declared void',
  ProceduralVoteDeclaredVoid: 'The vote on a procedural motion was declared void',
  ProceduralMotionTaken: 'A procedural motion was taken',
  RulingGiven: 'The chair gave a ruling',
  RulingDissented: 'There was dissent from a ruling',
  MembershipEnded: 'A membership ended',
};

export const OUTCOMES: readonly Choice[] = [
  { value: 'connection-only', text: 'Stated a connection only' },
  { value: 'declared-and-stayed', text: 'Declared an interest and stayed' },
  { value: 'declared-and-withdrew', text: 'Declared an interest and withdrew' },
];

/** Everybody of the sederunt who was there. */
const people = ({ attendances }: Meeting): readonly Choice[] =>
  attendances.filter(({ as }) => as !== 'apologies').map(({ person: { personId, name } }) => ({ value: personId, text: name }));

const items = ({ agenda, sections }: Meeting): readonly Choice[] => [
  ...agenda.map(({ itemId, number, title }) => ({ value: itemId, text: `${number}. ${title}` })),
  ...sections
    .filter(({ itemId }) => !agenda.some((item) => item.itemId === itemId))
    .map((one) => ({ value: one.sectionId, text: sectionHeading(one) })),
];

/** Somebody of the sederunt; `nobody`: what the form says where the step names nobody. */
const who = (label: string, { step, meeting }: CourseAt, named: 'person' | 'movedBy' | 'secondedBy') =>
  ({ as: 'choice', choose: step.said[named] ? false : 'Nobody', label, choices: people(meeting) }) as const;

/** The fields that are asked for step by step; the vote on a procedural motion is put right on the live page. */
type Field = Exclude<CourseStep['fields'][number], 'vote'>;

const FIELDS: Readonly<Record<Field, (at: CourseAt) => Omit<StepField, 'id'>>> = {
  time: () => ({ as: 'time', label: 'Time' }),
  until: () => ({ as: 'line', label: 'Until when' }),
  words: ({ step }) => ({ as: 'words', rows: 2, label: WORDS[step.of] ?? 'The sentence of the minute' }),
  why: () => ({ as: 'words', rows: 2, label: 'The reason given in the meeting' }),
  text: () => ({ as: 'words', rows: 6, label: 'The words of the motion' }),
  movedBy: (at) => who('Moved by', at, 'movedBy'),
  secondedBy: (at) => who('Seconded by', at, 'secondedBy'),
  personId: (at) => who('Who', at, 'person'),
  quorate: () => ({ as: 'yes-no', label: 'Is there a quorum?' }),
  outcome: () => ({ as: 'radios', label: 'What they did', choices: OUTCOMES }),
  nature: () => ({ as: 'words', rows: 2, label: 'What the interest or connection is' }),
  itemId: ({ meeting }) => ({ as: 'choice', choose: false, label: 'In which item', choices: items(meeting) }),
  number: () => ({ as: 'line', width: 5, label: 'Number' }),
  heading: () => ({ as: 'line', label: 'Heading' }),
  kind: ({ step }) => ({ as: 'choice', choose: false, label: 'What it is', choices: kindsOf(step) }),
  standingOrder: () => ({ as: 'line', width: 20, label: 'Standing order' }),
  people: ({ meeting }) => ({ as: 'ticks', label: 'Who dissented', choices: people(meeting) }),
};

const WORDS: Partial<Record<CourseStep['of'], string>> = {
  ProceduralMotionTaken: 'Moved that',
  RulingGiven: 'What was ruled, and why',
};

export const kindsOf = ({ of }: Pick<CourseStep, 'of'>): readonly Choice[] => (of === 'RulingGiven' ? RULING_CHOICES : PROCEDURAL_CHOICES);

const isAsked = (field: CourseStep['fields'][number]): field is Field => field !== 'vote';

/** What a step says, as its form has it. */
export function saidOf({ said, of }: CourseStep): FormFields {
  const { person, movedBy, secondedBy, people: several, needs: _needs, vote: _vote, by, ...rest } = said;
  const named = {
    personId: (person ?? (isVoiding(of) ? by : undefined))?.personId,
    movedBy: movedBy?.personId,
    secondedBy: secondedBy?.personId,
  };
  const all = { ...rest, ...named, people: several?.map(({ personId }) => personId) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as FormFields;
}

const reason = (label: string): StepField => ({ id: 'reason', as: 'words', rows: 2, label, called: 'Reason' });

const STRIKE: Step<void, CourseAt> = {
  command: StrikeStep,
  name: 'Strike',
  button: 'Strike it',
  about: 'It is taken out of the minute, as though it had not been recorded. The history keeps it, with the reason.',
  warns: true,
  done: 'It is struck.',
  parts: () => [reason('Why it is struck')],
  extraFields: (_typed, { step }) => ({ step: step.step }),
  offered: () => true,
};

export const COURSE_STEPS: Steps<void, CourseAt> = {
  correct: {
    command: CorrectStep,
    name: 'Correct',
    button: 'Put it right',
    done: 'It is put right.',
    parts: (at) => [...at.step.fields.filter(isAsked).map((id) => ({ id, ...FIELDS[id](at) })), reason('What was wrong')],
    start: ({ step }) => saidOf(step),
    extraFields: (typed, { step }) => ({ ...unchangedIn(typed, saidOf(step)), step: step.step }),
    offered: () => true,
  },
  strike: STRIKE,
};
