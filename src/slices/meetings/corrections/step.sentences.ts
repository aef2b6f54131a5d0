import { because, quoted, type Sentences } from '../../../kernel/sentences.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { proceduralVote, shareInWords } from '../procedure/procedure.sentences.js';
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
  VoteDeclaredVoid: 'Vote declared void',
  ElectionVoteDeclaredVoid: 'Vote of an election declared void',
  ProceduralVoteDeclaredVoid: 'Vote on a procedural motion declared void',
  ProceduralMotionTaken: 'Procedural motion',
  RulingGiven: 'Ruling',
  RulingDissented: 'Dissent from the ruling',
  MembershipEnded: 'End of a membership',
};

const named = ({ of, motionId, entryId = motionId }: StepMeant): string => `${NAMES[of]}${entryId === undefined ? '' : ` of ${entryId}`}`;

type Saying = Required<StepSaid>;
type InWords = { readonly [F in keyof Saying]: (value: Saying[F]) => string };

const name = ({ name: words }: PersonNamed): string => words;
const choice = (words: string): string => words.replaceAll('-', ' ');

const IN_WORDS: InWords = {
  time: (time) => `time ${time}`,
  until: (until) => `until ${until}`,
  words: (words) => `words ${quoted(words)}`,
  why: (why) => `reason ${why}`,
  text: (text) => `text ${quoted(text)}`,
  movedBy: (person) => `moved by ${person.name}`,
  secondedBy: (person) => `seconded by ${person.name}`,
  person: (person) => `person ${person?.name ?? 'nobody'}`,
  quorate: (quorate) => `quorate ${quorate ? 'yes' : 'no'}`,
  outcome: (outcome) => `outcome ${choice(outcome)}`,
  nature: (nature) => `nature ${nature}`,
  itemId: (itemId) => `item ${itemId}`,
  number: (number) => `number ${number}`,
  heading: (heading) => `heading ${heading}`,
  kind: (kind) => `kind ${choice(kind)}`,
  standingOrder: (standingOrder) => `under ${standingOrder}`,
  needs: (needs) => (needs ? shareInWords(needs) : 'by the ordinary majority'),
  vote: (vote) => `vote ${proceduralVote(vote)}`,
  by: (by) => `given by ${by.name}`,
  people: (people) => `of ${people.map(name).join(', ')}`,
};

/** Each thing that is said, with its name. */
export const saidInWords = (said: StepSaid): string =>
  Object.keys(said)
    .map((field) => oneInWords(said as Saying, field as keyof Saying))
    .join(', ');

const oneInWords = <F extends keyof Saying>(said: Saying, field: F): string => IN_WORDS[field](said[field]);

export const stepSentences: Sentences<StepEvent> = {
  StepCorrected: ({ was, now, reason, ...meant }) =>
    `${named(meant)} corrected${because(reason)}: ${saidInWords(now)}; before: ${saidInWords(was) || 'nothing'}`,
  StepStruck: ({ was, reason, date, ...meant }) =>
    `${named(meant)} struck${because(reason)}; it said: ${[saidInWords(was), date].filter(Boolean).join(', ') || 'nothing more'}`,
};
