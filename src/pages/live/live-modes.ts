import { type Meeting } from '../../slices/meetings/meetings.words.js';
import { type ComposerChoices } from './composer-choices.js';
import { type LiveView } from './live-view.js';

/** The composers, each with its name. */
export const COMPOSERS: Readonly<Record<string, string>> = {
  paragraph: 'Paragraph',
  decision: 'Decision',
  motion: 'Motion or amendment',
  action: 'Action',
  agree: 'Action agreed in discussion',
  hearing: 'Question, petition or deputation',
  note: 'Note in its place',
  second: 'Seconder',
  vote: 'Vote',
  tie: 'Break the tie',
  divide: 'Division between proposals',
  election: 'Election or appointment',
  round: 'Vote in an election',
  'end-membership': 'Membership ends',
  procedural: 'Procedural motion',
  ruling: 'Ruling of the chair',
  'end-motion': 'Motion withdrawn or fell',
  dissent: 'Dissent',
  item: 'Item not on the agenda',
  before: 'Business before the first item',
  late: 'Urgent or late item',
  order: 'Order of voting',
  sederunt: 'Take the sederunt',
  arrive: 'Arrived',
  leave: 'Left',
  roll: 'Correct the roll',
  wait: 'Rulings from the chair',
  interest: 'Declaration of interest',
  substitute: 'Substitute',
  other: 'Somebody else',
  chair: 'In the chair',
  quorum: 'Declare the quorum',
  open: 'Open the meeting',
  adjourn: 'Adjourn',
  resume: 'Resume',
  informally: 'Continue informally',
  exclude: 'Exclude the public',
  readmit: 'Readmit the public',
  'next-meeting': 'Date of the next meeting',
  'receive-minute': 'Minute of another body',
  conclude: 'Conclude',
  abandon: 'Abandon for want of a quorum',
  correct: 'Correct',
  strike: 'Take out of the minute',
  move: 'Move to another item',
  void: 'Vote declared void',
  'correct-vote': 'Correct the vote',
  'correct-division': 'Correct the division',
  'correct-election': 'Correct the election',
  'correct-procedural': 'Correct the procedural motion',
  'correct-attendance': 'Correct the sederunt',
};

/** The composers for what is recorded again and again, with their single keys. */
export const MODES = [
  { mode: 'paragraph', text: 'Paragraph', key: 'p' },
  { mode: 'decision', text: 'Decision', key: 'd' },
  { mode: 'motion', text: 'Motion and vote', key: 'm' },
  { mode: 'election', text: 'Election', key: 'e' },
  { mode: 'action', text: 'Action', key: 'a' },
  { mode: 'agree', text: 'Action agreed', key: 't' },
  { mode: 'hearing', text: 'Question or deputation', key: 'h' },
  { mode: 'note', text: 'Note', key: '' },
] as const;

export const SHORTCUTS = [
  { key: 'p', does: 'paragraph' },
  { key: 'd', does: 'decision' },
  { key: 'm', does: 'motion' },
  { key: 'v', does: 'vote on what is to be put next' },
  { key: 'b', does: 'division between a motion and amendments, or options' },
  { key: 'e', does: 'election or appointment' },
  { key: 'a', does: 'action from a decision' },
  { key: 't', does: 'action agreed in discussion: somebody is to do something' },
  { key: 'h', does: 'question, petition or deputation' },
  { key: 'n', does: 'next item of the agenda' },
  { key: 'f', does: 'business before the first item' },
  { key: 'i', does: 'item not on the agenda' },
  { key: 'r', does: 'roll: the sederunt of all members at once' },
  { key: 'g', does: 'go to the names of a vote, by roll call' },
  { key: '/', does: 'find somebody; Enter presses their first button' },
  { key: 's', does: 'somebody who is not on the list' },
  { key: 'q', does: 'to the quorum' },
  { key: 'c', does: 'conclude the meeting' },
  { key: 'Ctrl+Enter', does: 'send what is typed' },
  { key: 'Escape', does: 'leave the field, so that the keys above work' },
  { key: '?', does: 'show these keys' },
] as const;

const FOR_PERSON = ['interest', 'substitute', 'chair', 'arrive', 'leave', 'correct-attendance', 'end-membership'];
const FOR_MOTION = ['second', 'vote', 'tie', 'end-motion'];
const FOR_ENTRY = ['correct', 'strike', 'move', 'void', 'correct-vote', 'correct-division', 'correct-election', 'correct-procedural'];

/** The composer asked for; if it has no subject here, the composer for the meeting's present stage. */
export function modeFor(asked: string | undefined, meeting: Meeting, { person, motion, entry, election }: ComposerChoices): string {
  const home = meeting.openedAt === undefined ? 'open' : meeting.status === 'adjourned' ? 'resume' : 'paragraph';
  if (asked === undefined || !Object.hasOwn(COMPOSERS, asked)) return home;
  if (meeting.openedAt === undefined && asked !== 'open') return home;
  if (FOR_PERSON.includes(asked) && !person) return home;
  if (FOR_MOTION.includes(asked) && !motion) return home;
  if (FOR_ENTRY.includes(asked) && !entry) return home;
  if (asked === 'correct-procedural' && !entry?.procedure) return home;
  if (asked === 'dissent' && !motion && entry?.kind !== 'decision') return home;
  if (asked === 'round' && !election) return home;
  if (asked === 'wait') return home;
  return asked;
}

/** The composer of a person who presides and does not record: only rulings, and only while there is something to rule on. */
export function rulingFor(asked: string | undefined, { openedAt, status }: Meeting): string {
  if (openedAt === undefined || status === 'concluded') return 'wait';
  return asked !== undefined && ['adjourn', 'informally', 'exclude', 'readmit', 'ruling'].includes(asked) ? asked : 'quorum';
}

/** The composers that change the course of the meeting at its present stage. */
export function courseOf(
  { status, opened, publicExcluded, carriesMinutes, nextMeeting, quorum }: LiveView,
  writes: boolean,
): readonly { readonly mode: string; readonly text: string }[] {
  const [sits, waits] = [status === 'open', status === 'adjourned'];
  return [
    ...(writes && status === 'called' ? [{ mode: 'open', text: 'Open the meeting' }] : []),
    ...(sits ? [{ mode: 'adjourn', text: 'Adjourn or recess' }] : []),
    ...(writes && waits ? [{ mode: 'resume', text: 'Resume' }] : []),
    ...(writes && (sits || waits) ? [{ mode: 'conclude', text: 'Conclude' }] : []),
    ...(writes && opened && carriesMinutes ? [{ mode: 'receive-minute', text: 'Minute of another body' }] : []),
    ...(writes && opened && nextMeeting === null ? [{ mode: 'next-meeting', text: 'Next meeting' }] : []),
    ...(writes && (waits || (sits && quorum.stands !== true)) ? [{ mode: 'abandon', text: 'Abandon for want of a quorum' }] : []),
    ...(opened ? [{ mode: 'quorum', text: 'Declare the quorum' }] : []),
    ...(writes && sits ? [{ mode: 'procedural', text: 'Procedural motion' }] : []),
    ...(sits ? [{ mode: 'ruling', text: 'Ruling' }] : []),
    ...(sits ? [publicExcluded ? { mode: 'readmit', text: 'Readmit the public' } : { mode: 'exclude', text: 'Exclude the public' }] : []),
  ];
}
