import { capital } from '../../../kernel/words.js';
import { type VoteTakenData } from '../events/motion.events.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { entryOf, momentOf, paragraphsOf, voidVoteOn } from '../record/entries.js';
import { type Entry, type Meeting, type Motion, type Step } from '../record/meeting.state.js';
import { actionEntry } from './action-in-words.js';
import { interestInWords, plainNote, returned, urgentNote } from './course-words.js';
import { divisionInWords } from '../in-words/division-in-words.js';
import { electionInWords, headingOfElection, roundInWords } from '../in-words/election-in-words.js';
import { hearingEntry } from './hearing-in-words.js';
import { type MinuteElection, type MinuteEntry, type MinuteNote } from './minute-document.js';
import { dissented, ended, headingOf, lossInWords, moved, named, put, whatItIs } from '../in-words/motion-words.js';
import { type Move, moveOf, movesNote } from './moves.js';
import { proceduralInWords, rulingInWords } from '../in-words/procedure-in-words.js';
import { quorumTurns, sectionOfTurn, stepsBeforeTurn } from './quorum-turns.js';
import { motionsBetween } from '../votes/vote.words.js';
import { settled, TAKEN_AGAIN, voidInWords, voteInWords } from '../in-words/vote-in-words.js';

export interface InOrder {
  /** Notes before the first item. */
  readonly preamble: readonly MinuteNote[];
  readonly bySection: ReadonlyMap<string, readonly MinuteEntry[]>;
}

/**
 * The record of a meeting in the order in which it happened, by sections: each entry, then the steps that followed it, in turn. `hidden` are
 * the items, sections, decisions and motions taken in private; of such an item the notes of attendance and quorum stay.
 */
export function inOrder(meeting: Meeting, hidden: ReadonlySet<string>): InOrder {
  const telling = new Telling(meeting, hidden);
  const after = Map.groupBy(meeting.course, (step) => momentOf(meeting, step.after));
  const turns = quorumTurns(meeting);
  for (let moment = -1; moment < meeting.entries.length; moment += 1) {
    telling.entry(meeting.entries[moment]);
    const steps = after.get(moment) ?? [];
    const turn = turns.get(moment);
    const before = turn === undefined ? steps.length : stepsBeforeTurn(meeting, steps);
    for (const step of steps.slice(0, before)) telling.step(step);
    if (turn !== undefined) telling.note('QUORUM', turn, sectionOfTurn(meeting, moment));
    for (const step of steps.slice(before)) telling.step(step);
  }
  return telling.whole();
}

/**
 * The subject of an entry of the minute. Where nothing stands between, the next entry of the same subject is told together with it: people
 * coming and going, interests, and what is said of one motion, vote or decision.
 */
type About =
  | { readonly of: 'moves'; readonly moves: readonly Move[] }
  | { readonly of: 'interests' | 'dissents' }
  | { readonly of: 'motion'; readonly motionId: string; readonly ended: boolean }
  | { readonly of: 'division'; readonly motionIds: readonly string[] }
  | { readonly of: 'procedure'; readonly procedureId: string }
  | { readonly of: 'ruling'; readonly motionId: string | undefined; readonly fell: boolean }
  | { readonly of: 'election'; readonly electionId: string; readonly told: MinuteElection }
  | {
      readonly of: 'vote';
      readonly motionId: string;
      readonly vote: VoteTakenData;
      readonly lead: string;
      readonly dissents: readonly PersonNamed[];
    }
  | { readonly of: 'void'; readonly motionIds: readonly string[] }
  | {
      readonly of: 'decision';
      readonly decisionId: string;
      readonly motionId: string | undefined;
      /** On whose loss it rests, where that is not told right above. */
      readonly loss: string | undefined;
      readonly dissents: readonly PersonNamed[];
    };

type AboutA<T> = Extract<About, { of: T }>;
type Of<T> = Extract<Step['event'], { type: T }>;
type Settling = Of<'CastingVoteGiven' | 'LotDrawn'>;
type OfMotion = Of<'MotionMoved' | 'MotionSeconded' | 'MotionWithdrawn' | 'MotionFell'> | Settling;

class Telling {
  private readonly preamble: MinuteEntry[] = [];
  private readonly bySection: ReadonlyMap<string, MinuteEntry[]>;
  private readonly abouts = new Map<MinuteEntry, About>();
  private readonly several: ReadonlySet<string>;
  private readonly taken = new Set<string>();
  /** Sections the meeting came back to, of which nothing was told since, each with what says so. */
  private readonly returns = new Map<string, MinuteNote>();
  private inHand: string | undefined;
  /** The section of the last entry. */
  private here: string | undefined;
  private last: MinuteEntry | undefined;

  constructor(
    private readonly meeting: Meeting,
    private readonly hidden: ReadonlySet<string>,
  ) {
    this.bySection = new Map(meeting.sections.map(({ sectionId }) => [sectionId, []]));
    const ids = meeting.sections.filter(({ beforeItems }) => !beforeItems).map(({ sectionId }) => sectionId);
    this.several = new Set(ids.filter((sectionId) => paragraphsOf(meeting, sectionId).length > 1));
  }

  /** An entry; `undefined` before the first. One that was struck, or is private, is not told, and nothing after it joins what stood before. */
  entry(entry: Entry | undefined): void {
    this.here = entry?.sectionId ?? undefined;
    if (!entry) return;
    const { entryId, sectionId, struck } = entry;
    if (struck !== undefined || (sectionId !== null && this.hidden.has(sectionId)) || this.hidden.has(entryId)) this.last = undefined;
    else this.told(entry);
  }

  step(step: Step): void {
    const { meeting, hidden } = this;
    const { event, sectionId } = step;
    switch (event.type) {
      case 'AttendanceRecorded':
      case 'MemberLeft':
      case 'MemberRejoined': {
        const move = moveOf(meeting, step);
        if (!move) return;
        const before = this.follows(sectionId, 'moves');
        if (before) this.takeBack(sectionId);
        const moves = [...(before?.moves ?? []), move];
        return this.put(movesNote(moves), sectionId, { of: 'moves', moves });
      }
      case 'InterestDeclared':
        return this.gather('DECLARATIONS OF INTEREST', interestInWords(meeting, event.data, hidden), sectionId, 'interests');
      case 'ItemTaken':
        return this.take(event.data);
      case 'MotionMoved':
      case 'MotionSeconded':
      case 'MotionWithdrawn':
      case 'MotionFell':
      case 'CastingVoteGiven':
      case 'LotDrawn': {
        const motion = meeting.motions.find(({ motionId }) => motionId === event.data.motionId);
        if (motion && !hidden.has(motion.motionId)) this.ofMotion(motion, event);
        return;
      }
      case 'DissentRecorded':
        return this.dissent(event.data, sectionId);
      case 'VoteDeclaredVoid':
        return this.declaredVoid(event.data, sectionId);
      case 'ElectionVoteDeclaredVoid':
        return this.electionVoid(event.data, sectionId);
      case 'ProceduralVoteDeclaredVoid':
        return this.procedureVoid(event.data);
      case 'ChairTaken':
      case 'QuorumDeclared':
      case 'MeetingAdjourned':
      case 'MeetingResumed':
      case 'MeetingContinuedInformally':
      case 'PublicExcluded':
      case 'PublicReadmitted':
      case 'MinuteReceived':
      case 'NextMeetingAgreed':
      case 'MembershipEnded':
      case 'OrderOfBusinessChanged':
      case 'AgendaItemWithdrawn': {
        const note = plainNote(meeting, event, hidden);
        if (note) this.put(note, sectionId);
      }
    }
  }

  note(heading: string, text: string, sectionId: string | undefined, about?: About): void {
    this.put({ kind: 'note', heading, text }, sectionId, about);
  }

  /** All of it, with the motions that a concluded meeting left without a vote. */
  whole(): InOrder {
    const left =
      this.meeting.status === 'concluded'
        ? this.meeting.motions.filter(({ status, division }) => (status === 'moved' || status === 'put') && !division)
        : [];
    for (const motion of left) {
      this.last = this.bySection.get(motion.sectionId)?.at(-1);
      if (!this.hidden.has(motion.motionId))
        this.end(motion, (what) => `${what} was not ${voidVoteOn(this.meeting, motion.motionId) ? 'put again' : 'voted on'}.`);
    }
    return { preamble: this.preamble.filter((entry) => entry.kind === 'note'), bySection: this.bySection };
  }

  private told({ entryId, kind, sectionId }: Entry): void {
    const { meeting } = this;
    const section = sectionId ?? undefined;
    switch (kind) {
      case 'paragraph': {
        const found = meeting.paragraphs.find((one) => one.paragraphId === entryId);
        if (!found) return;
        const { number, heading, text } = found;
        const numbered = this.several.has(found.sectionId);
        return this.put({ kind, entryId, number, numbered, ...(heading !== undefined && { heading }), text }, section);
      }
      case 'annotation': {
        const found = meeting.annotations.find((one) => one.annotationId === entryId);
        return found && this.put({ kind: 'note', entryId, heading: found.heading, text: found.text }, section);
      }
      case 'decision':
        return this.decision(entryId, {
          of: 'decision',
          decisionId: entryId,
          motionId: undefined,
          loss: this.lossOf(entryId),
          dissents: [],
        });
      case 'action': {
        const found = meeting.agreed.find(({ actionId }) => actionId === entryId);
        return found && this.put(actionEntry(meeting, found), section);
      }
      case 'hearing': {
        const found = meeting.hearings.find(({ hearingId }) => hearingId === entryId);
        return found && this.put(hearingEntry(found), section);
      }
      case 'vote': {
        const vote =
          meeting.voidVotes.find(({ voteId }) => voteId === entryId)?.vote ??
          meeting.motions.find((one) => one.vote?.voteId === entryId)?.vote;
        const motion = meeting.motions.find(({ motionId }) => motionId === vote?.motionId);
        if (!motion || !vote || this.hidden.has(motion.motionId)) return;
        return this.vote(motion, { of: 'vote', motionId: motion.motionId, vote, lead: this.leadOf(motion, entryId), dissents: [] }, false);
      }
      case 'division': {
        const division =
          meeting.voidVotes.find(({ voteId }) => voteId === entryId)?.division ??
          meeting.divisions.find(({ divisionId }) => divisionId === entryId);
        if (!division) return;
        const motionIds = motionsBetween(division);
        const again = motionIds.some((motionId) => this.isTakenAgain(motionId, entryId));
        const sentences = [...(again ? [TAKEN_AGAIN] : []), ...divisionInWords(meeting, division)];
        const entry = { kind, entryId, division, ...this.whetherVoid(entryId), sentences };
        return this.put(entry, section, { of: 'division', motionIds });
      }
      case 'procedure': {
        const found = meeting.procedures.find(({ procedureId }) => procedureId === entryId);
        const hidden = found?.motionId !== undefined && this.hidden.has(found.motionId);
        return found && !hidden
          ? this.put({ kind: 'note', entryId, heading: 'PROCEDURAL MOTION', text: proceduralInWords(found) }, section, {
              of: 'procedure',
              procedureId: entryId,
            })
          : undefined;
      }
      case 'ruling': {
        const found = meeting.rulings.find(({ rulingId }) => rulingId === entryId);
        const hidden = found?.motionId !== undefined && this.hidden.has(found.motionId);
        return found && !hidden ? this.ruling(found, section) : undefined;
      }
      case 'election':
      case 'round':
        return this.election(entryId, section);
    }
  }

  /** A ruling that directly follows the motion it is about calls it `the motion`. */
  private ruling(ruling: Meeting['rulings'][number], section: string | undefined): void {
    const { rulingId: entryId, motionId, kind } = ruling;
    const motion = this.meeting.motions.find((one) => one.motionId === motionId);
    const about = this.follows(section, 'motion');
    const called = motion && (about?.motionId === motionId && !about?.ended ? whatItIs(motion).toLowerCase() : named(motion));
    const text = rulingInWords(ruling, called, ruling.dissents);
    this.put({ kind: 'note', entryId, heading: 'RULING', text }, section, { of: 'ruling', motionId, fell: kind === 'not-competent' });
  }

  /** A vote that directly follows its election, or the vote before, is told with it. */
  private election(entryId: string, section: string | undefined): void {
    const election = this.meeting.elections.find(
      ({ electionId, rounds }) => electionId === entryId || rounds.some(({ roundId }) => roundId === entryId),
    );
    if (!election) return;
    const { electionId, rounds } = election;
    const index = rounds.findIndex(({ roundId }) => roundId === entryId);
    const round = rounds[index];
    const sentences = round ? roundInWords(round, rounds[index - 1]) : electionInWords(election);
    const before = round && this.follows(section, 'election');
    if (before?.electionId === electionId) this.takeBack(section);
    const told: MinuteElection =
      before?.electionId === electionId
        ? { ...before.told, sentences: [...before.told.sentences, ...sentences] }
        : { kind: 'election', entryId, heading: headingOfElection(election), election, sentences };
    this.put(told, section, { of: 'election', electionId, told });
  }

  private decision(decisionId: string, about: AboutA<'decision'>): void {
    const found = this.meeting.decisions.find((one) => one.decisionId === decisionId);
    if (!found) return;
    const { paragraph, verb, words, parts, standing, motionId, onLossOf, sectionId } = found;
    const what = { kind: 'decision', entryId: decisionId, paragraph, verb, words, parts, standing } as const;
    const dissent = about.dissents.length === 0 ? undefined : dissented(about.dissents);
    this.put(
      {
        ...what,
        informal: standing === 'informal',
        ...(motionId !== undefined && { motionId }),
        ...(onLossOf !== undefined && { onLossOf }),
        ...(about.loss !== undefined && { loss: about.loss }),
        ...(dissent !== undefined && { dissent }),
      },
      sectionId,
      { ...about, motionId },
    );
  }

  /** On whose loss a decision rests; `undefined` where that stands right above, or is private. */
  private lossOf(decisionId: string): string | undefined {
    const found = this.meeting.decisions.find((one) => one.decisionId === decisionId);
    const { onLossOf, sectionId } = found ?? {};
    if (onLossOf === undefined || this.hidden.has(onLossOf)) return undefined;
    const above =
      this.follows(sectionId, 'vote')?.motionId === onLossOf ||
      this.follows(sectionId, 'motion')?.motionId === onLossOf ||
      this.follows(sectionId, 'division')?.motionIds.includes(onLossOf) === true ||
      this.follows(sectionId, 'procedure')?.procedureId === onLossOf;
    return above ? undefined : lossInWords(this.meeting, onLossOf);
  }

  /** A division. `isSettled`: with what settled a tie after it, told right below. */
  private vote({ motionId, sectionId }: Motion, about: AboutA<'vote'>, isSettled: boolean): void {
    const { vote } = about;
    const later = this.meeting.course.some(({ event }) => isSettling(event) && event.data.voteId === vote.voteId);
    const { castingVote: _castingVote, lot: _lot, ...tied } = vote;
    const words = voteInWords(later && !isSettled ? { ...tied, result: 'tied' } : vote);
    const dissent = about.dissents.length === 0 ? [] : [dissented(about.dissents)];
    const sentences = [about.lead, ...words, ...dissent];
    this.put({ kind: 'vote', entryId: vote.voteId, motionId, vote, ...this.whetherVoid(vote.voteId), sentences }, sectionId, about);
  }

  /** A vote that directly follows its motion is told with it; any other says what was put. */
  private leadOf(motion: Motion, entryId: string): string {
    const { motionId, sectionId } = motion;
    const about = this.follows(sectionId, 'motion');
    if (about?.motionId === motionId && !about.ended) return this.takeBack(sectionId);
    if (this.follows(sectionId, 'void')?.motionIds.includes(motionId)) return TAKEN_AGAIN;
    return put(this.meeting, motion, this.isTakenAgain(motionId, entryId));
  }

  /** Whether a vote follows one on the same motion that was declared void. */
  private isTakenAgain(motionId: string, entryId: string): boolean {
    const { meeting } = this;
    const voids = meeting.voidVotes.filter(({ motionIds }) => motionIds.includes(motionId));
    return voids.some(({ voteId }) => momentOf(meeting, voteId) < momentOf(meeting, entryId));
  }

  private readonly whetherVoid = (entryId: string): { readonly declaredVoid?: true } =>
    this.meeting.voidVotes.some(({ voteId }) => voteId === entryId) ? { declaredVoid: true } : {};

  /** A vote declared void: told with the vote where that stands right above. */
  private declaredVoid(data: Of<'VoteDeclaredVoid'>['data'], sectionId: string | undefined): void {
    const { voteId, motionIds } = data;
    if (this.hidden.has(voteId) || motionIds.some((motionId) => this.hidden.has(motionId))) return;
    const last = this.placeOf(sectionId).at(-1);
    const above = this.follows(sectionId, 'vote') ?? this.follows(sectionId, 'division');
    const about = { of: 'void', motionIds } as const;
    if (above && last && (last.kind === 'vote' || last.kind === 'division') && last.entryId === voteId) {
      this.takeBack(sectionId);
      return this.put({ ...last, sentences: [...last.sentences, voidInWords(data)] }, sectionId, about);
    }
    const motion = this.meeting.motions.find(({ motionId }) => motionId === motionIds[0]);
    return this.note('VOTE', voidInWords(data, motion && ` on ${named(motion)}`), sectionId, about);
  }

  /** A vote of an election declared void: told with the election where that stands right above. */
  private electionVoid(data: Of<'ElectionVoteDeclaredVoid'>['data'], sectionId: string | undefined): void {
    const { electionId } = data;
    const election = this.meeting.elections.find((one) => one.electionId === electionId);
    if (!election || this.hidden.has(electionId)) return;
    const before = this.follows(sectionId, 'election');
    if (before?.electionId !== electionId)
      return this.note(headingOfElection(election), voidInWords(data, ` in the election to ${election.to.name}`), sectionId);
    this.takeBack(sectionId);
    const told: MinuteElection = { ...before.told, sentences: [...before.told.sentences, voidInWords(data)] };
    this.put(told, sectionId, { of: 'election', electionId, told });
  }

  /** The vote on a procedural motion declared void: told with it where that stands right above. */
  private procedureVoid(data: Of<'ProceduralVoteDeclaredVoid'>['data']): void {
    const { procedureId } = data;
    // Where it was before the first item, it is told there.
    const sectionId = data.sectionId ?? '';
    const found = this.meeting.procedures.find((one) => one.procedureId === procedureId);
    const isHidden = [procedureId, found?.sectionId, found?.motionId].some((id) => typeof id === 'string' && this.hidden.has(id));
    if (!found || isHidden || entryOf(this.meeting, procedureId)?.struck !== undefined) return;
    if (this.follows(sectionId, 'procedure')?.procedureId !== procedureId)
      return this.note('PROCEDURAL MOTION', voidInWords(data, ` on the motion that ${found.words.replace(/\.$/, '')}`), sectionId);
    const text = `${this.takeBack(sectionId)} ${voidInWords(data)}`;
    this.put({ kind: 'note', entryId: procedureId, heading: 'PROCEDURAL MOTION', text }, sectionId, { of: 'procedure', procedureId });
  }

  private ofMotion(motion: Motion, event: OfMotion): void {
    const { motionId, sectionId } = motion;
    const { secondedBy, ...alone } = motion;
    const heading = headingOf(motion);
    switch (event.type) {
      case 'MotionMoved':
        return this.note(heading, moved(alone), sectionId, { of: 'motion', motionId, ended: false });
      case 'MotionSeconded':
        if (this.follows(sectionId, 'motion')?.motionId !== motionId)
          return this.note(heading, `${secondedBy?.name} seconded ${named(motion)}.`, sectionId);
        this.takeBack(sectionId);
        return this.note(heading, moved(motion), sectionId, { of: 'motion', motionId, ended: false });
      case 'MotionWithdrawn':
        return this.end(motion, (what) => ended(what, 'was withdrawn', event.data.reason));
      case 'MotionFell':
        return this.end(motion, (what) => ended(what, 'fell', this.saysWhyItFell(motionId, sectionId) ? undefined : event.data.why));
      case 'CastingVoteGiven':
      case 'LotDrawn': {
        const about = this.follows(sectionId, 'vote');
        if (about?.motionId === motionId) {
          this.takeBack(sectionId);
          return this.vote(motion, about, true);
        }
        return this.note('VOTE', `On ${named(motion)}, on which the votes were equal: ${settled(event.data).join(' ')}`, sectionId);
      }
    }
  }

  /** Whether the ruling that a motion is not competent stands right above. */
  private saysWhyItFell(motionId: string, sectionId: string): boolean {
    const ruling = this.follows(sectionId, 'ruling');
    return ruling?.motionId === motionId && ruling.fell;
  }

  /** What a motion came to without a vote, beside the motion or the tied vote where that stands right above. */
  private end(motion: Motion, how: (what: string) => string): void {
    const { motionId, sectionId } = motion;
    const about = this.follows(sectionId, 'motion');
    const heading = headingOf(motion);
    if (about?.motionId === motionId)
      return this.note(heading, `${this.takeBack(sectionId)} ${how(whatItIs(motion))}`, sectionId, { ...about, ended: true });
    const near = (this.follows(sectionId, 'vote') ?? this.follows(sectionId, 'ruling'))?.motionId === motionId;
    const text = how(near ? whatItIs(motion) : capital(named(motion)));
    return this.note(heading, text, sectionId, { of: 'motion', motionId, ended: true });
  }

  private dissent({ person, motionId, decisionId }: Of<'DissentRecorded'>['data'], sectionId: string | undefined): void {
    const { meeting, hidden } = this;
    if (hidden.has(motionId ?? decisionId ?? '')) return;
    if (meeting.entries.some(({ entryId, struck }) => entryId === decisionId && struck !== undefined)) return;
    const decided = this.follows(sectionId, 'decision');
    if (decided && (decisionId === undefined ? decided.motionId === motionId : decided.decisionId === decisionId)) {
      this.takeBack(sectionId);
      return this.decision(decided.decisionId, { ...decided, dissents: [...decided.dissents, person] });
    }
    const motion = meeting.motions.find((one) => one.motionId === motionId);
    const voted = this.follows(sectionId, 'vote');
    if (voted && motion && voted.motionId === motionId) {
      this.takeBack(sectionId);
      return this.vote(motion, { ...voted, dissents: [...voted.dissents, person] }, true);
    }
    const decision = meeting.decisions.find((one) => one.decisionId === decisionId);
    const from = decision ? ` from the decision on paragraph ${decision.paragraph}` : motion ? ` from ${named(motion)}` : '';
    return this.gather('DISSENT', dissented([person], from), sectionId, 'dissents');
  }

  private take({ sectionId, itemId }: Of<'ItemTaken'>['data']): void {
    const { meeting, taken } = this;
    const before = meeting.sections.find((one) => one.sectionId === this.inHand);
    this.inHand = sectionId;
    if (taken.has(sectionId)) this.returns.set(sectionId, returned(before?.beforeItems ? undefined : before?.number));
    else {
      taken.add(sectionId);
      const urgent = this.hidden.has(sectionId) ? null : urgentNote(meeting, itemId);
      if (urgent) this.put(urgent, sectionId);
    }
  }

  private placeOf = (sectionId: string | undefined): MinuteEntry[] => this.bySection.get(sectionId ?? this.here ?? '') ?? this.preamble;

  private put(entry: MinuteEntry, sectionId: string | undefined, about?: About): void {
    const section = sectionId ?? this.here ?? '';
    const back = this.returns.get(section);
    if (back) this.returns.delete(section);
    this.placeOf(sectionId).push(...(back ? [back] : []), entry);
    if (about) this.abouts.set(entry, about);
    this.last = entry;
  }

  /** What was told last, where it is of this kind and stands last in the section. */
  private follows<T extends About['of']>(sectionId: string | undefined, of: T): AboutA<T> | undefined {
    const { last } = this;
    const about =
      last && this.placeOf(sectionId).at(-1) === last && !this.returns.has(sectionId ?? this.here ?? '')
        ? this.abouts.get(last)
        : undefined;
    return about?.of === of ? (about as AboutA<T>) : undefined;
  }

  /** Takes back what was told last, to be told together with what follows it; its text, where it is a note. */
  private takeBack(sectionId: string | undefined): string {
    const entry = this.placeOf(sectionId).pop();
    return entry?.kind === 'note' ? entry.text : '';
  }

  /** A note whose sentences stand together where they follow each other. */
  private gather(heading: string, text: string, sectionId: string | undefined, of: 'interests' | 'dissents'): void {
    const before = this.follows(sectionId, of) ? `${this.takeBack(sectionId)} ` : '';
    this.note(heading, `${before}${text}`, sectionId, { of });
  }
}

const isSettling = (event: Step['event']): event is Settling => event.type === 'CastingVoteGiven' || event.type === 'LotDrawn';
