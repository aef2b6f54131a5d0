import { unchangedIn, type Step, type Steps } from '../frame/steps/step.js';
import { type FormFields } from '../frame/forms.js';
import { type Choice, type StepField } from '../frame/steps/parts.js';
import { CorrectStep, StrikeStep } from '../../slices/meetings/corrections/step.commands.js';
import { type CourseStep, type Meeting, sectionHeading } from '../../slices/meetings/meetings.words.js';

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

const who = (label: string, meeting: Meeting) => ({ as: 'choice', choose: false, label, choices: people(meeting) }) as const;

const FIELDS: Readonly<Record<CourseStep['fields'][number], (meeting: Meeting) => Omit<StepField, 'id'>>> = {
  time: () => ({ as: 'time', label: 'Time' }),
  until: () => ({ as: 'line', label: 'Until when' }),
  words: () => ({ as: 'words', rows: 2, label: 'The sentence of the minute' }),
  why: () => ({ as: 'words', rows: 2, label: 'The reason given in the meeting' }),
  text: () => ({ as: 'words', rows: 6, label: 'The words of the motion' }),
  movedBy: (meeting) => who('Moved by', meeting),
  secondedBy: (meeting) => who('Seconded by', meeting),
  personId: (meeting) => who('Who', meeting),
  quorate: () => ({ as: 'yes-no', label: 'Is there a quorum?' }),
  outcome: () => ({ as: 'radios', label: 'What they did', choices: OUTCOMES }),
  nature: () => ({ as: 'words', rows: 2, label: 'What the interest or connection is' }),
  itemId: (meeting) => ({ as: 'choice', choose: false, label: 'In which item', choices: items(meeting) }),
  number: () => ({ as: 'line', width: 5, label: 'Number' }),
  heading: () => ({ as: 'line', label: 'Heading' }),
};

/** What a step says, as its form has it. */
export function saidOf({ said: { person, movedBy, secondedBy, ...said } }: CourseStep): FormFields {
  const named = { personId: person?.personId, movedBy: movedBy?.personId, secondedBy: secondedBy?.personId };
  return Object.fromEntries(Object.entries({ ...said, ...named }).filter(([, value]) => value !== undefined)) as FormFields;
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
    parts: ({ step, meeting }) => [...step.fields.map((id) => ({ id, ...FIELDS[id](meeting) })), reason('What was wrong')],
    start: ({ step }) => saidOf(step),
    extraFields: (typed, { step }) => ({ ...unchangedIn(typed, saidOf(step)), step: step.step }),
    offered: () => true,
  },
  strike: STRIKE,
};
