import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Command, type Decision } from '../../src/kernel/decider.js';
import { meetingDecider } from '../../src/slices/meetings/meeting.decider.js';
import { ChangeOrderOfBusiness, WithdrawAgendaItem } from '../../src/slices/meetings/agenda/agenda.commands.js';
import { assembleMinute } from '../../src/slices/meetings/document/assemble.js';
import { type MinuteDocument, type MinuteEntry } from '../../src/slices/meetings/document/minute-document.js';
import { renderMinuteText } from '../../src/slices/meetings/document/minute-text.js';
import { renderMinuteHtml } from '../../src/slices/meetings/document/render-html.js';
import { TOLD } from '../../src/slices/meetings/document/told.js';
import { now } from '../../src/slices/meetings/record/entries.js';
import { meetingHistory, type MeetingStreamEvent } from '../../src/slices/meetings/record/meeting.history.js';
import { type Meeting } from '../../src/slices/meetings/record/meeting.state.js';
import { minuteDecider } from '../../src/slices/meetings/minutes/minute.decider.js';
import { Annotate, RecordParagraph } from '../../src/slices/meetings/minutes/minutes.commands.js';
import { AgreeAction, RecordHearing } from '../../src/slices/meetings/discussion/discussion.commands.js';
import { discussionDecider } from '../../src/slices/meetings/discussion/discussion.decider.js';
import { divisionDecider } from '../../src/slices/meetings/divisions/division.decider.js';
import { TakeDivision } from '../../src/slices/meetings/divisions/divisions.commands.js';
import { AgreeNextMeeting, ReceiveMinute } from '../../src/slices/meetings/between-meetings/between.commands.js';
import { betweenDecider } from '../../src/slices/meetings/between-meetings/between.decider.js';
import { procedureDecider } from '../../src/slices/meetings/procedure/procedure.decider.js';
import { DeclareVoteVoid, GiveRuling, TakeProceduralMotion } from '../../src/slices/meetings/procedure/procedure.commands.js';
import { electionDecider } from '../../src/slices/meetings/elections/election.decider.js';
import { EndMembership, HoldElection, TakeElectionRound } from '../../src/slices/meetings/elections/elections.commands.js';
import { leftAfter } from '../../src/slices/meetings/votes/election.events.js';
import { motionDecider } from '../../src/slices/meetings/motions/motion.decider.js';
import {
  DrawLot,
  GiveCastingVote,
  MoveMotion,
  NoteMotionFell,
  RecordDissent,
  SecondMotion,
  TakeVote,
  WithdrawMotion,
} from '../../src/slices/meetings/motions/motions.commands.js';
import {
  AdjournMeeting,
  ContinueInformally,
  DeclareInterest,
  DeclareQuorum,
  ExcludePublic,
  ReadmitPublic,
  LeaveMeeting,
  RecordAttendance,
  RejoinMeeting,
  ResumeMeeting,
  TakeChair,
  TakeItem,
} from '../../src/slices/meetings/sederunt/sederunt.commands.js';
import { presidingAt } from '../../src/slices/meetings/sederunt/room.js';
import { aDecision, anOpenMeeting, person } from '../support/a-meeting.js';
import { ask, folded, recorded } from '../support/decider-spec.js';

/** Meetings in which everything happens that a minute tells, now and written down late, in any order; each with words of its own. */
const ID = 'board/2016-03-03';
const NO_FACTS = { facts: { decisions: [] } };
const ITEMS = ['i-1', 'i-2', 'i-3', 'i-4'] as const;

const agenda = ITEMS.map((itemId, index): MeetingStreamEvent => ({
  type: 'AgendaItemAdded',
  v: 1,
  data: {
    ...{ itemId, number: String(index + 1), title: `Item ${index + 1}`, papers: [] },
    ...(index > 0 && { minuteOf: { body: 'Audit Committee', date: '2016-02-02' } }),
  },
}));
const [called, ...opened] = anOpenMeeting({ present: ['a', 'b', 'c', 'd'] });
const begun: readonly MeetingStreamEvent[] = [called!, ...agenda, ...opened];

const step = fc.record({
  kind: fc.constantFrom(
    ...([
      'item',
      'before',
      'back',
      'paragraph',
      'paragraph',
      'annotation',
      'agree',
      'hear',
      'decision',
      'decision',
      'move',
      'move',
      'appoint',
      'amend',
      'second',
      'second',
    ] as const),
    ...(['elect', 'round', 'resign', 'procedure', 'ruling', 'appoint', 'vote', 'lot', 'lot'] as const),
    ...([
      'withdraw',
      'fell',
      'vote',
      'vote',
      'vote',
      'division',
      'division',
      'casting',
      'casting',
      'lot',
      'lot',
      'dissent',
      'dissent',
      'dissent',
      'void',
    ] as const),
    ...([
      'leave',
      'leave',
      'rejoin',
      'come',
      'chair',
      'interest',
      'declare',
      'adjourn',
      'resume',
      'resume',
      'informally',
      'exclude',
      'readmit',
      'receive',
      'next',
      'reorder',
      'drop',
    ] as const),
  ),
  who: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  pick: fc.nat({ max: 9 }),
  late: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** `words` are in no other command. */
function commandOf({ kind, who, pick, late }: Step, words: string, commandId: string, meeting: Meeting): Command | null {
  const paragraph = meeting.paragraphs[pick % Math.max(1, meeting.paragraphs.length)]?.number;
  const at = late && paragraph !== undefined ? { afterParagraph: paragraph } : {};
  const live = meeting.motions.filter(({ status }) => status === 'moved');
  const one = live[pick % Math.max(1, live.length)];
  const tied = meeting.motions.findLast(({ status }) => status === 'tied');
  const id = { commandId };
  switch (kind) {
    case 'item': {
      const itemId = ITEMS.find((item) => !meeting.sections.some((section) => section.itemId === item));
      return ask(TakeItem, ID, itemId === undefined || pick > 7 ? { heading: words } : { itemId }, id);
    }
    case 'before':
      return ask(TakeItem, ID, { beforeItems: true, heading: words }, id);
    case 'back': {
      const section = meeting.sections[pick % Math.max(1, meeting.sections.length)];
      return section ? ask(TakeItem, ID, { itemId: section.sectionId }, id) : null;
    }
    case 'paragraph':
      return ask(RecordParagraph, ID, { text: words, ...at }, id);
    case 'annotation':
      return ask(Annotate, ID, { heading: 'NOTE', text: words, ...at }, id);
    case 'agree':
      return ask(AgreeAction, ID, { people: [who], words, ...(late && paragraph !== undefined && { paragraph }) }, { facts: {}, ...id });
    case 'hear':
      return ask(RecordHearing, ID, { kind: 'question', name: 'Mrs Grant', subject: words, ...at }, { facts: {}, ...id });
    case 'move':
    case 'appoint':
      return ask(
        MoveMotion,
        ID,
        { text: words, movedBy: who, ...(kind === 'appoint' && { appointment: true }), ...at },
        { ...NO_FACTS, ...id },
      );
    case 'amend':
      return one ? ask(MoveMotion, ID, { text: words, movedBy: who, amends: one.motionId, ...at }, { ...NO_FACTS, ...id }) : null;
    case 'second':
      return one ? ask(SecondMotion, ID, { motionId: one.motionId, secondedBy: who, ...at }) : null;
    case 'withdraw':
      return one ? ask(WithdrawMotion, ID, { motionId: one.motionId, reason: words }) : null;
    case 'fell': {
      const motion = tied ?? one;
      return motion ? ask(NoteMotionFell, ID, { motionId: motion.motionId, why: words }) : null;
    }
    case 'vote': {
      const motion = live.find(({ secondedBy }) => secondedBy) ?? one;
      const counts = pick > 4 ? { yes: 1, no: 1 } : { yes: pick > 1 ? 2 : 0, no: 1 };
      return motion ? ask(TakeVote, ID, { motionId: motion.motionId, method: 'show-of-hands', counts }, { ...NO_FACTS, ...id }) : null;
    }
    case 'division': {
      const between = live.filter(({ sectionId, secondedBy }) => sectionId === one?.sectionId && secondedBy).slice(0, 2);
      const proposals = [...between.map(({ motionId }) => ({ proposalId: motionId })), { proposalId: `o-${pick}`, words }];
      const counted = proposals.map((proposal, index) => ({ ...proposal, count: index === pick % proposals.length ? 2 : 1 - (index % 2) }));
      const all = proposals.length > 1 ? counted : [...counted, { proposalId: 'o-none', words: 'None', count: 0 }];
      return ask(TakeDivision, ID, { method: 'show-of-hands', proposals: all, ...at }, { ...NO_FACTS, ...id });
    }
    case 'elect': {
      const by = { movedBy: 'a', secondedBy: 'b' };
      const nominations = ['c', 'd', 'e'].slice(0, 1 + (pick % 3)).map((one) => ({ nominee: person(one), ...by }));
      return ask(HoldElection, ID, { to: { kind: 'outside-body', name: words }, nominations, ...at }, { facts: {}, ...id });
    }
    case 'round': {
      const open = meeting.elections.find(({ outcome }) => outcome === 'open');
      if (!open) return null;
      const left = leftAfter(open.nominations, open.rounds);
      const counts = left.map(({ personId }, index) => ({
        personId,
        count: index === pick % left.length ? 2 : index === (pick + 1) % left.length ? 1 : 0,
      }));
      const teller = { personId: `t-${pick}`, name: words };
      return ask(TakeElectionRound, ID, { electionId: open.electionId, method: 'ballot', counts, teller }, { facts: {}, ...id });
    }
    case 'procedure': {
      const by = { movedBy: 'a', secondedBy: 'b', method: 'show-of-hands' } as const;
      return ask(TakeProceduralMotion, ID, { kind: 'other', words, ...by, counts: { yes: 2, no: pick % 3 }, ...at }, { facts: {}, ...id });
    }
    case 'ruling':
      return ask(GiveRuling, ID, { kind: pick > 4 ? 'urgent' : 'other', words, ...at }, { facts: {}, ...id });
    case 'resign':
      return ask(EndMembership, ID, { personId: 'e', reason: words, ...at }, { facts: {} });
    case 'void': {
      const voted = meeting.elections.findLast(({ rounds }) => rounds.some(({ declaredVoid }) => !declaredVoid))?.electionId;
      const onMotion = meeting.motions.findLast(({ vote }) => vote)?.vote?.voteId ?? meeting.divisions.at(-1)?.divisionId;
      const voteId = [onMotion, voted, meeting.procedures.findLast(({ declaredVoid }) => !declaredVoid)?.procedureId][pick % 3] ?? onMotion;
      return voteId === undefined ? null : ask(DeclareVoteVoid, ID, { voteId, reason: words }, { facts: {} });
    }
    case 'casting':
      return tied
        ? ask(GiveCastingVote, ID, {
            motionId: tied.motionId,
            personId: presidingAt(meeting, now(meeting))?.personId ?? who,
            option: 'yes',
          })
        : null;
    case 'lot':
      return tied ? ask(DrawLot, ID, { motionId: tied.motionId, drawnBy: person('clerk'), option: 'yes' }) : null;
    case 'dissent': {
      const motionId = meeting.motions.findLast(({ status }) => status === 'carried')?.motionId;
      const decisionId = meeting.decisions.at(-1 - (pick % 2))?.decisionId;
      if (motionId !== undefined && (pick > 4 || decisionId === undefined)) return ask(RecordDissent, ID, { personId: who, motionId });
      return decisionId === undefined ? null : ask(RecordDissent, ID, { personId: who, decisionId });
    }
    case 'leave':
      return ask(LeaveMeeting, ID, { personId: who, ...(pick > 4 && { words }), ...at });
    case 'rejoin':
      return ask(RejoinMeeting, ID, { personId: who, ...at });
    case 'come':
      return ask(RecordAttendance, ID, { person: person('e'), as: 'present', ...at });
    case 'chair':
      return ask(TakeChair, ID, { personId: who, reason: words, ...at });
    case 'interest': {
      const section = meeting.sections[pick % Math.max(1, meeting.sections.length)];
      const outcome = pick > 6 ? 'declared-and-withdrew' : 'connection-only';
      return section ? ask(DeclareInterest, ID, { personId: who, itemId: section.sectionId, outcome, nature: words, ...at }) : null;
    }
    case 'declare':
      return ask(DeclareQuorum, ID, { quorate: pick > 3, words, ...at });
    case 'adjourn':
      return ask(AdjournMeeting, ID, { reason: words });
    case 'resume':
      return ask(ResumeMeeting, ID, { time: `1${pick}:30` }, { facts: { standing: null } });
    case 'informally':
      return ask(ContinueInformally, ID, { words, ...at });
    case 'exclude':
      return ask(ExcludePublic, ID, { paragraphs: ['6'], words, ...at });
    case 'readmit':
      return ask(ReadmitPublic, ID, { words, ...at });
    case 'receive': {
      const section = meeting.sections[pick % Math.max(1, meeting.sections.length)];
      return section?.itemId === undefined
        ? null
        : ask(ReceiveMinute, ID, { itemId: section.itemId, resolved: 'approved', amendment: words });
    }
    case 'next':
      return ask(AgreeNextMeeting, ID, { date: '2016-06-09', words, ...at });
    case 'reorder':
      return ask(ChangeOrderOfBusiness, ID, { order: [ITEMS[pick % 4]!], reason: words });
    case 'drop':
      return ask(WithdrawAgendaItem, ID, { itemId: ITEMS[pick % 4]!, reason: words });
    case 'decision':
      return null;
  }
}

function decisionOf(words: string, decisionId: string, meeting: Meeting): MeetingStreamEvent | null {
  const paragraph = meeting.paragraphs.findLast(({ sectionId }) => sectionId === meeting.inHand);
  if (!paragraph || meeting.status !== 'open') return null;
  const { paragraphId, number, sectionId } = paragraph;
  return aDecision(decisionId, { sectionId, paragraphId, paragraph: number, after: meeting.entries.at(-1)?.entryId ?? null, words });
}

/** What was recorded, with what is found of it in the minute, the section it is of, and whether it was written down late. */
interface Heard {
  readonly type: MeetingStreamEvent['type'];
  readonly sectionId: string | undefined;
  readonly late: boolean;
  readonly found: RegExp;
}

/** Whoever came before the first entry was there from the start, and stands in the sederunt. */
function found(event: MeetingStreamEvent, words: string): RegExp | null {
  const { type, data } = event;
  // Several councillors share the title, so somebody is known by the rest of the name.
  const name = 'person' in data && data.person ? `\\b${data.person.name.split(' ').at(-1)}\\b` : '';
  if (type === 'ItemTaken') return null;
  if (type === 'AttendanceRecorded') return new RegExp(`${name}[^.]* joined the meeting`);
  if (type === 'MemberLeft' && data.words === undefined) return new RegExp(`${name}[^.]* left the meeting`);
  if (type === 'MemberRejoined') return new RegExp(`${name}[^.]* rejoined the meeting`);
  if (type === 'MotionSeconded') return new RegExp(`seconded by ${data.secondedBy.name}, moved|${data.secondedBy.name} seconded the`);
  if (type === 'MotionFell') return new RegExp(`fell: ${data.why}`);
  if (type === 'MeetingResumed') return /The meeting resumed at/;
  if (type === 'DivisionTaken') return new RegExp(`On a show of hands there voted for [^.]*${words}`);
  if (type === 'VoteTaken') return /On a show of hands/;
  if (type === 'ElectionRoundTaken') return new RegExp(`On a ballot, with ${words} as teller, there voted for`);
  if (type === 'CastingVoteGiven') return /used the casting vote for/;
  if (type === 'LotDrawn') return /The lot drawn by Councillor CLERK fell for/;
  if (type === 'DissentRecorded') return new RegExp(`Councillors? [^.]*\\b${name.split(' ').at(-1)}\\b[^.]* asked that their dissent`);
  const told = TOLD[type];
  return 'in' in told && (told.in === 'course' || told.in === 'entry') ? new RegExp(words) : null;
}

interface Decides {
  readonly decide: (command: never, meeting: Meeting) => Decision<MeetingStreamEvent>;
}

const DECIDERS: readonly Decides[] = [
  meetingDecider,
  motionDecider,
  minuteDecider,
  divisionDecider,
  betweenDecider,
  discussionDecider,
  electionDecider,
  procedureDecider,
];

function play(steps: readonly Step[]): { readonly meeting: Meeting; readonly heard: readonly Heard[] } {
  let meeting = folded(meetingHistory, begun);
  let revision = begun.length;
  const heard: Heard[] = [];
  for (const [index, one] of steps.entries()) {
    const words = `Word${String(index).padStart(3, '0')}x`;
    const commandId = `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`;
    const command = commandOf(one, words, commandId, meeting);
    const decision = one.kind === 'decision' ? decisionOf(words, `d-${index}`, meeting) : null;
    const decided = command && DECIDERS[deciderOf(one.kind)]?.decide(command as never, meeting);
    const events = decided?.accepted ? decided.events : decision ? [decision] : [];
    for (const event of events) {
      const { course } = meeting;
      meeting = meetingHistory.evolve(meeting, recorded(event, (revision += 1)));
      const regexp = found(event, words);
      if (!regexp || (event.type === 'AttendanceRecorded' && event.data.after === null)) continue;
      const told = meeting.course === course ? undefined : meeting.course.at(-1);
      const entryOf = (entryId: string | null | undefined) =>
        meeting.entries.find((entry) => entry.entryId === entryId)?.sectionId ?? undefined;
      // What is said of a procedural motion before the first item stands there.
      const before = event.type === 'ProceduralVoteDeclaredVoid' && event.data.sectionId === null;
      const sectionId = before
        ? undefined
        : told
          ? (told.sectionId ?? entryOf(told.after))
          : 'sectionId' in event.data
            ? (event.data.sectionId ?? undefined)
            : undefined;
      heard.push({ type: event.type, sectionId, late: one.late, found: regexp });
    }
  }
  return { meeting, heard };
}

function deciderOf(kind: Step['kind']): number {
  if (kind === 'receive' || kind === 'next') return 4;
  if (kind === 'agree' || kind === 'hear') return 5;
  if (kind === 'procedure' || kind === 'ruling' || kind === 'void') return 7;
  if (kind === 'elect' || kind === 'round' || kind === 'resign') return 6;
  if (kind === 'division') return 3;
  if (kind === 'paragraph' || kind === 'annotation') return 2;
  return ['move', 'appoint', 'amend', 'second', 'withdraw', 'fell', 'vote', 'casting', 'lot', 'dissent'].includes(kind) ? 1 : 0;
}

/** The events that are of the business of an item, and private with it. */
const BUSINESS: readonly string[] = Object.keys(TOLD).filter((type) =>
  /^(Motion|Vote|Division|Election|Procedural|Ruling|Casting|Lot|Dissent|Paragraph|Decision|Annotation|ActionAgreed|Hearing)/.test(type),
);

const meetings = fc.array(step, { minLength: 20, maxLength: 120, size: 'max' });

const wordsOf = (entry: MinuteEntry): string => {
  switch (entry.kind) {
    case 'paragraph':
    case 'note':
      return entry.text;
    case 'decision':
      return [entry.words, entry.dissent ?? ''].join('\n');
    case 'action':
      return [entry.who, entry.words ?? ''].join('\n');
    case 'vote':
    case 'division':
    case 'hearing':
    case 'election':
      return entry.sentences.join('\n');
  }
};

const blocksOf = ({ preamble, sections }: MinuteDocument, sectionId: string | undefined): string[] =>
  (sectionId === undefined ? preamble : (sections.find((one) => one.sectionId === sectionId)?.entries ?? [])).map(wordsOf);

describe('a minute of a meeting in which anything happens', () => {
  it('tells everything that was recorded, in text, HTML and JSON', () => {
    fc.assert(
      fc.property(meetings, (steps) => {
        const { meeting, heard } = play(steps);
        const document = assembleMinute(meeting);
        const [text, html] = [renderMinuteText(document), renderMinuteHtml(document)];
        for (const one of heard) {
          expect(blocksOf(document, one.sectionId).join('\n')).toMatch(one.found);
          expect(text).toMatch(one.found);
          expect(html).toMatch(one.found);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are meetings with every kind of event that is told', () => {
    const played = fc.sample(meetings, { seed: 20_160_303, numRuns: 1_500 }).flatMap((steps) => play(steps).heard);
    const seen = new Set<string>(played.map(({ type }) => type));
    const toBeTold = Object.entries(TOLD).flatMap(([type, told]) =>
      'in' in told && (told.in === 'course' || told.in === 'entry') ? [type] : [],
    );
    expect(toBeTold.filter((type) => !seen.has(type))).toEqual(['ItemTaken']);
  });

  it('tells it in the order of the stream, within each item', () => {
    fc.assert(
      fc.property(meetings, (steps) => {
        const { meeting, heard } = play(steps.map((one) => ({ ...one, late: false })));
        const document = assembleMinute(meeting);
        for (const [sectionId, those] of Map.groupBy(heard, (one) => one.sectionId)) {
          const blocks = blocksOf(document, sectionId);
          let at = 0;
          for (const one of those) {
            const next = blocks.findIndex((block, index) => index >= at && one.found.test(block));
            expect({ type: one.type, found: String(one.found), blocks: next < 0 ? blocks : [] }).toMatchObject({ blocks: [] });
            at = next;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tells the public nothing of the business of an item taken in private', () => {
    fc.assert(
      fc.property(meetings, (steps) => {
        const { meeting, heard } = play(steps);
        const agenda = meeting.agenda.map((item) => ({ ...item, exempt: { paragraph: '8' } }));
        const publicly = assembleMinute({ ...meeting, agenda }, { withoutExempt: true });
        const hidden = meeting.sections.filter(({ itemId }) => itemId !== undefined).map(({ sectionId }) => sectionId);
        for (const { type, sectionId, found } of heard)
          if (BUSINESS.includes(type) && sectionId !== undefined && hidden.includes(sectionId)) {
            expect(blocksOf(publicly, sectionId).join('\n')).not.toMatch(found);
            if (found.source.includes('Word')) expect(JSON.stringify(publicly)).not.toMatch(found);
          }
      }),
      { numRuns: 200 },
    );
  });
});
