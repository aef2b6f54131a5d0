import { type RecordedEvent } from '../../kernel/event.js';
import { capital } from '../../kernel/words.js';
import { fromWhom, type Meeting } from '../../slices/meetings/meetings.words.js';
import { entryApart } from './entries-apart.js';
import { namesEntry } from './entries.js';
import { type FoundRecord } from './finding.query.js';
import { narrate } from './narrate.js';
import { recordOf } from '../../kernel/record-id.js';

export type NodeKind =
  | 'body'
  | 'meeting'
  | 'agenda item'
  | 'motion'
  | 'decision'
  | 'entry'
  | 'action'
  | 'direction'
  | 'participation request'
  | 'report'
  | 'recommendation'
  | 'plan'
  | 'item of a plan'
  | 'duty'
  | 'requisition'
  | 'remit';

/** One record of a chain, in words. */
export interface ChainNode {
  /** The record's name, as everywhere: `sb-ijb/2023-05-17#d-1`, `direction:sb-ijb/2023-eildon`. */
  readonly ref: string;
  readonly kind: NodeKind;
  readonly title: string;
  readonly words: string | null;
  readonly date: string | null;
  /** How the record stands, in words. */
  readonly state: string | null;
  /** What happened to a record that is carried out, oldest first; empty for other kinds. */
  readonly story: readonly { readonly on: string; readonly what: string }[];
  /** True if the reader may not read the record: only that it exists is shown. */
  readonly withheld: boolean;
}

/** The kind of a record by its name alone. `body/id` may be a meeting or an action; in a chain, without an entry, it is an action. */
export function kindOfName(name: string): NodeKind {
  const entry = name.includes('#');
  const whole = recordOf(name);
  if (whole.startsWith('report:')) return entry ? 'recommendation' : 'report';
  if (whole.startsWith('plan:')) return entry ? 'item of a plan' : 'plan';
  const apart = APART.find(([prefix]) => whole.startsWith(prefix));
  if (apart) return apart[1];
  return entry ? 'decision' : whole.includes('/') ? 'action' : 'body';
}

const APART: readonly (readonly [string, NodeKind])[] = [
  ['direction:', 'direction'],
  ['participation-request:', 'participation request'],
  ['duty:', 'duty'],
  ['requisition:', 'requisition'],
  ['remit:', 'remit'],
];

const dayOf = ({ data, happenedAt }: RecordedEvent): string => (data as { readonly on?: string }).on ?? happenedAt.slice(0, 10);

interface Told {
  readonly title?: string;
  readonly words?: string;
  readonly date?: string;
  readonly state?: string;
}

export function describe(ref: string, found: FoundRecord, entry: string | undefined): ChainNode {
  const state = found.fold(found.events);
  const events = entry === undefined ? found.events : found.events.filter(({ data }) => namesEntry(data, entry));
  const told = found.category === 'meeting' ? ofMeeting(state as Meeting, entry) : ofRecord(found.category, state, entry);
  const [first, last] = [events[0], events.at(-1)];
  const carriedOut = found.category !== 'meeting' && found.category !== 'body' && found.category !== 'report';
  return {
    ref,
    kind: told.kind ?? kindOfName(ref),
    title: told.title ?? (first ? narrate(first) : ref),
    words: told.words ?? null,
    date: told.date ?? (first ? dayOf(first) : null),
    state: told.state ?? (last ? narrate(last) : null),
    story: carriedOut ? events.map((event) => ({ on: dayOf(event), what: narrate(event) })) : [],
    withheld: false,
  };
}

function ofMeeting(meeting: Meeting, entry: string | undefined): Told & { readonly kind: NodeKind } {
  const { date } = meeting;
  if (entry === undefined) return { kind: 'meeting', title: meeting.title, date, state: meeting.status };
  const decision = meeting.decisions.find(({ decisionId }) => decisionId === entry);
  if (decision) {
    const { verb, sectionHeading, paragraph, words, parts, standing } = decision;
    const struck = meeting.entries.some(({ entryId, struck: why }) => entryId === entry && why !== undefined);
    const undone = decision.rescindedBy ? 'rescinded' : decision.supersededBy ? 'superseded' : standing.replaceAll('-', ' ');
    return {
      kind: 'decision',
      title: `${verb}: ${sectionHeading}, paragraph ${paragraph}`,
      words: [words, ...parts.map(({ letter, text }) => `(${letter}) ${text}`)].join(' '),
      date,
      state: struck ? 'struck' : undone,
    };
  }
  const motion = meeting.motions.find(({ motionId }) => motionId === entry);
  if (motion) {
    const { movedBy, text, status } = motion;
    return { kind: 'motion', title: `Motion of ${movedBy.name}`, words: text, date, state: status.replaceAll('-', ' ') };
  }
  const hearing = meeting.hearings.find(({ hearingId }) => hearingId === entry);
  if (hearing) {
    const { kind, subject, words, heard } = hearing;
    const struck = meeting.entries.some(({ entryId, struck: why }) => entryId === entry && why !== undefined);
    const title = `${capital(kind)} of ${fromWhom(hearing)} on ${subject}`;
    return { kind: 'entry', title, words, date, state: struck ? 'struck' : heard ? 'heard' : 'not heard' };
  }
  const agreed = meeting.agreed.find(({ actionId }) => actionId === entry);
  if (agreed) {
    const { paragraphId, sectionId, words, people, others } = agreed;
    const paragraph = meeting.paragraphs.find((one) => one.paragraphId === paragraphId);
    const heading = meeting.sections.find((one) => one.sectionId === sectionId)?.heading ?? '';
    const struck = meeting.entries.some(({ entryId, struck: why }) => entryId === entry && why !== undefined);
    return {
      kind: 'entry',
      title: `Agreed in discussion: ${heading}${paragraph ? `, paragraph ${paragraph.number}` : ''}`,
      words: words ?? paragraph?.text,
      date,
      state: struck ? 'struck' : `for ${[...people.map(({ name }) => name), ...others].join(', ')}`,
    };
  }
  const item = meeting.agenda.find(({ itemId }) => itemId === entry);
  if (item) {
    const taken = meeting.sections.some(({ itemId }) => itemId === entry);
    const state = item.withdrawn === undefined ? (taken ? 'taken' : 'not taken') : 'withdrawn';
    return { kind: 'agenda item', title: `${item.number}. ${item.title}`, words: item.asked, date, state };
  }
  return { kind: 'entry', date };
}

/** The fields that most records have; all else is told by a record's events. */
interface Common {
  readonly kind?: string;
  readonly title?: string;
  readonly name?: string;
  readonly words?: string;
  readonly text?: string;
  readonly terms?: { readonly title?: string };
  readonly item?: { readonly title?: string };
  readonly standing?: string;
  readonly stage?: string;
  readonly details?: { readonly text?: string };
  readonly outcome?: unknown;
}

function ofRecord(category: string, state: unknown, entry: string | undefined): Told & { readonly kind?: NodeKind } {
  const record = (entry === undefined ? state : entryApart(state, entry)) as Common | null;
  if (!record) return {};
  const title = record.title ?? record.name ?? record.terms?.title ?? record.item?.title ?? record.details?.text;
  const words = record.words ?? (record.title === undefined ? record.text : undefined);
  switch (category) {
    case 'action': {
      const { on, words: said } = (record.outcome ?? {}) as { readonly on?: string; readonly words?: string };
      return { title, words, state: `${record.standing?.replaceAll('-', ' ')}${said === undefined ? '' : `; ${on}: ${said}`}` };
    }
    case 'report':
      return entry === undefined ? { title, words, ...ofReport(state as Reported) } : ofRecommendation(state as Reported, entry);
    case 'participation':
      return { title: title ?? words, state: record.stage?.replaceAll('-', ' ') };
    default:
      return { title, words };
  }
}

interface Reported {
  readonly kind: 'report' | 'promise';
  readonly date?: string;
  readonly submittedOn?: string;
  readonly promisedOn?: string;
  readonly withdrawn?: object;
  readonly released?: object;
  readonly due?: { readonly words: string };
  readonly recommendations?: readonly { readonly letter: string; readonly label: string; readonly words: string }[];
  readonly outcomes?: readonly { readonly letter: string; readonly outcome: string; readonly words?: string }[];
}

const ofReport = ({
  kind,
  date,
  submittedOn,
  promisedOn,
  withdrawn,
  released,
  due,
  recommendations = [],
  outcomes = [],
}: Reported): Told => {
  if (kind === 'promise') return { date: promisedOn, state: released ? 'released' : `promised, due ${due?.words || 'at no time named'}` };
  const decided = recommendations.filter(({ letter }) => outcomes.some((one) => one.letter === letter)).length;
  return { date: date ?? submittedOn, state: withdrawn ? 'withdrawn' : `${decided} of ${recommendations.length} recommendations decided` };
};

function ofRecommendation(report: Reported, letter: string): Told {
  const one = report.recommendations?.find((recommendation) => recommendation.letter === letter);
  const outcome = report.outcomes?.findLast((decided) => decided.letter === letter);
  return {
    title: one?.label || letter,
    words: one?.words,
    date: report.date ?? report.submittedOn,
    state: outcome ? `${outcome.outcome}${outcome.words === undefined ? '' : `: ${outcome.words}`}` : 'undecided',
  };
}
