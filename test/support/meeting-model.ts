/**
 * A meeting as a member who knows the standing orders keeps it in mind: who may vote, who presides, what stands, whether there is a quorum.
 * It knows nothing of how a meeting is recorded, and nothing is taken from the rules of the product: what both agree on was told twice.
 *
 * The body has voting seats, and one that does not vote; four voting members who may vote on the item in hand are a quorum, and its standing
 * orders ask for a seconder and give whoever presides a casting vote.
 */
export const SEATS: readonly { readonly seatId: string; readonly holder: string | null; readonly voting: boolean }[] = [
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ seatId: `seat-${id}`, holder: id, voting: true })),
  { seatId: 'seat-n', holder: 'n', voting: false },
  { seatId: 'seat-v', holder: null, voting: true },
];
export const QUORUM = 4;

export type MotionStands = 'moved' | 'carried' | 'not-carried' | 'tied' | 'withdrawn' | 'fallen';

interface MotionInMind {
  readonly item: string;
  readonly mover: string;
  readonly amends?: string;
  seconder?: string;
  stands: MotionStands;
  /** Whoever could vote on it, and who presided, when it was voted on. */
  vote?: { readonly voters: readonly string[]; readonly presides: string | null };
}

interface DecisionInMind {
  readonly standing: 'quorate' | 'informal';
  readonly voters: readonly string[];
  readonly motion?: string;
  struck: boolean;
}

/** What is done in a meeting, in the words of the meeting. */
export type Done =
  | { readonly do: 'come' | 'attend' | 'leave' | 'return' | 'preside' | 'officer-presides' | 'resign' | 'apologise'; readonly who: string }
  | { readonly do: 'interest'; readonly who: string; readonly item: string; readonly withdraws: boolean }
  | { readonly do: 'item'; readonly item: string }
  | { readonly do: 'paragraph' | 'adjourn' | 'resume' | 'exclude' | 'readmit' | 'hear' | 'next-meeting' | 'note' }
  | { readonly do: 'decide'; readonly id: string; readonly motion?: string }
  | { readonly do: 'strike'; readonly id: string }
  | { readonly do: 'move'; readonly id: string; readonly who: string; readonly amends?: string }
  | { readonly do: 'second'; readonly id: string; readonly who: string }
  | { readonly do: 'withdraw' | 'fall' | 'rule-out'; readonly id: string }
  | { readonly do: 'vote'; readonly id: string; readonly yes: number; readonly no: number }
  | { readonly do: 'casting'; readonly id: string; readonly who: string; readonly yes: boolean }
  | { readonly do: 'divide'; readonly id: string; readonly counts: readonly number[] }
  | { readonly do: 'next-business' | 'procedural'; readonly who: string; readonly by: string; readonly yes: number; readonly no: number }
  | { readonly do: 'elect'; readonly who: string; readonly mover: string; readonly seconder: string }
  | { readonly do: 'elect-chair'; readonly who: string; readonly mover: string; readonly seconder: string }
  | { readonly do: 'rule'; readonly words: string }
  | { readonly do: 'dissent'; readonly who: string; readonly decision?: string; readonly motion?: string }
  | { readonly do: 'agree-action'; readonly who: string }
  | { readonly do: 'declare'; readonly quorate: boolean };

export class MeetingInMind {
  private sits: 'open' | 'adjourned' = 'open';
  private readonly seats = SEATS.map((seat): { holder: string | null; readonly voting: boolean } => ({ ...seat }));
  private readonly came = new Map<string, 'member' | 'attending' | 'apologies'>();
  private readonly here = new Set<string>();
  private chair: { readonly who: string; readonly officer: boolean } | null = null;
  private chairElected = false;
  private readonly elected = new Set<string>();
  private item: string | null = null;
  private readonly taken = new Set<string>();
  /** What each person last said of an item: whether they withdraw from it. */
  private readonly interests = new Map<string, boolean>();
  private lost = false;
  private publicOut = false;
  private nextAgreed = false;
  readonly motions = new Map<string, MotionInMind>();
  readonly decisions = new Map<string, DecisionInMind>();
  private readonly dissents = new Set<string>();

  private withdrew = (who: string, item: string | null): boolean => item !== null && this.interests.get(`${who} ${item}`) === true;
  private seatOf = (who: string) => this.seats.find(({ holder }) => holder === who);
  /** A member who is there as one: whoever only attends, though they have a seat, does not; whoever was elected at this meeting does. */
  private sitting = (who: string): boolean => this.here.has(who) && (this.came.get(who) === 'member' || this.elected.has(who));

  mayVote(item: string | null = this.item): readonly string[] {
    return this.seats
      .flatMap(({ holder, voting }) => (holder !== null && voting && this.sitting(holder) && !this.withdrew(holder, item) ? [holder] : []))
      .toSorted();
  }

  presides(item: string | null = this.item): string | null {
    if (!this.chair || !this.here.has(this.chair.who) || this.withdrew(this.chair.who, item)) return null;
    return this.chair.officer || this.seatOf(this.chair.who) ? this.chair.who : null;
  }

  quorate = (item: string | null = this.item): boolean => !this.lost && this.mayVote(item).length >= QUORUM;

  isMember = (who: string): boolean => this.seatOf(who) !== undefined;

  /** An item that was taken and left. */
  isOver = (item: string): boolean => this.taken.has(item) && this.item !== item;

  /** Does it, where it may be done; tells whether it was. */
  does(done: Done): boolean {
    const then = this.whatThen(done);
    then?.();
    return then !== null;
  }

  private readonly live = (id: string): MotionInMind | undefined => {
    const motion = this.motions.get(id);
    return motion?.stands === 'moved' ? motion : undefined;
  };

  private amendmentsTo(id: string): readonly string[] {
    const direct = [...this.motions].flatMap(([one, { amends, stands }]) =>
      amends === id && (stands === 'moved' || stands === 'tied') ? [one] : [],
    );
    return direct.flatMap((one) => [...this.amendmentsTo(one), one]);
  }

  private fall(...ids: readonly string[]): void {
    for (const id of ids) this.motions.get(id)!.stands = 'fallen';
  }

  /** What comes of it; `null` where it may not be done. */
  private whatThen(done: Done): (() => void) | null {
    const sitting = this.sits === 'open';
    switch (done.do) {
      case 'come':
        if ((this.came.get(done.who) ?? 'apologies') !== 'apologies' || !this.seatOf(done.who)) return null;
        return () => (this.came.set(done.who, 'member'), this.here.add(done.who));
      case 'attend':
        if ((this.came.get(done.who) ?? 'apologies') !== 'apologies') return null;
        return () => (this.came.set(done.who, 'attending'), this.here.add(done.who));
      case 'apologise':
        return this.came.has(done.who) ? null : () => this.came.set(done.who, 'apologies');
      case 'leave':
        return this.here.has(done.who) ? () => this.here.delete(done.who) : null;
      case 'return': {
        const was = this.came.get(done.who) ?? 'apologies';
        return was === 'apologies' || this.here.has(done.who) ? null : () => this.here.add(done.who);
      }
      case 'preside':
        if (!this.sitting(done.who) || !this.seatOf(done.who) || this.withdrew(done.who, this.item)) return null;
        return () => (this.chair = { who: done.who, officer: false });
      case 'officer-presides':
        if (!this.here.has(done.who) || this.came.get(done.who) === 'member' || this.seatOf(done.who) || this.chairElected) return null;
        return () => (this.chair = { who: done.who, officer: true });
      case 'resign': {
        const seat = sitting ? this.seatOf(done.who) : undefined;
        return seat ? () => (seat.holder = null) : null;
      }
      case 'interest': {
        const said = this.interests.get(`${done.who} ${done.item}`);
        if ((this.came.get(done.who) ?? 'apologies') === 'apologies' || said === done.withdraws) return null;
        return () => this.interests.set(`${done.who} ${done.item}`, done.withdraws);
      }
      case 'item':
        if (!sitting || this.item === done.item) return null;
        return () => ((this.item = done.item), this.taken.add(done.item));
      case 'paragraph':
        return this.item === null ? null : () => undefined;
      case 'note':
        return () => undefined;
      case 'hear':
        return !sitting || this.item === null ? null : () => undefined;
      case 'next-meeting':
        return this.nextAgreed ? null : () => (this.nextAgreed = true);
      case 'agree-action':
        return !sitting || this.item === null || (this.came.get(done.who) ?? 'apologies') === 'apologies' ? null : () => undefined;
      case 'adjourn':
        return sitting ? () => (this.sits = 'adjourned') : null;
      case 'resume':
        return sitting ? null : () => ((this.sits = 'open'), (this.lost = false));
      case 'exclude':
        return sitting && !this.publicOut ? () => (this.publicOut = true) : null;
      case 'readmit':
        return sitting && this.publicOut ? () => (this.publicOut = false) : null;
      case 'declare':
        return () => (this.lost = !done.quorate);
      case 'decide': {
        const { id, motion } = done;
        const { item } = this;
        const on = motion === undefined ? undefined : this.motions.get(motion);
        if (!sitting || item === null) return null;
        if (motion !== undefined) {
          const decided = [...this.decisions.values()].some((one) => one.motion === motion && !one.struck);
          if (on?.stands !== 'carried' || (on.amends !== undefined && !this.wonAlone.has(motion)) || decided) return null;
        }
        return () =>
          this.decisions.set(id, {
            standing: this.quorate(item) ? 'quorate' : 'informal',
            voters: this.mayVote(item),
            ...(motion !== undefined && { motion }),
            struck: false,
          });
      }
      case 'strike': {
        const found = this.decisions.get(done.id);
        return found && !found.struck ? () => (found.struck = true) : null;
      }
      case 'move': {
        const { id, who, amends } = done;
        const { item } = this;
        const amended = amends === undefined ? undefined : this.live(amends);
        if (!sitting || item === null || !this.mayVote().includes(who)) return null;
        if (amends !== undefined && (amended?.item !== item || amended?.seconder === undefined)) return null;
        return () => this.motions.set(id, { item, mover: who, stands: 'moved', ...(amends !== undefined && { amends }) });
      }
      case 'second': {
        const motion = this.live(done.id);
        if (!sitting || !motion || motion.seconder !== undefined || motion.mover === done.who) return null;
        return this.mayVote(motion.item).includes(done.who) ? () => (motion.seconder = done.who) : null;
      }
      case 'withdraw': {
        const motion = this.live(done.id);
        if (!sitting || !motion) return null;
        return () => (this.fall(...this.amendmentsTo(done.id)), (motion.stands = 'withdrawn'));
      }
      case 'fall': {
        const motion = this.motions.get(done.id);
        if (!sitting || !motion || (motion.stands !== 'moved' && motion.stands !== 'tied')) return null;
        return () => this.fall(...this.amendmentsTo(done.id), done.id);
      }
      case 'rule':
        return sitting && this.presides() !== null ? () => undefined : null;
      case 'rule-out':
        if (!sitting || this.presides() === null || !this.live(done.id)) return null;
        return () => this.fall(...this.amendmentsTo(done.id), done.id);
      case 'vote':
        return this.vote(done);
      case 'casting': {
        const motion = this.motions.get(done.id);
        if (!sitting || motion?.stands !== 'tied' || motion.vote?.presides !== done.who) return null;
        return () => (motion.stands = done.yes ? 'carried' : 'not-carried');
      }
      case 'divide':
        return this.divide(done);
      case 'procedural':
      case 'next-business': {
        const { who, by, yes, no } = done;
        const may = this.mayVote();
        if (!sitting || who === by || !may.includes(who) || !may.includes(by) || yes + no > may.length) return null;
        const left = [...this.motions].flatMap(([id, { item, stands }]) => (item === this.item && stands === 'moved' ? [id] : []));
        return () => (done.do === 'next-business' && yes > no ? this.fall(...left) : undefined);
      }
      case 'elect': {
        const vacant = this.seats.find(({ holder }) => holder === null);
        return vacant && this.mayNominate(done) ? () => ((vacant.holder = done.who), this.elected.add(done.who)) : null;
      }
      case 'elect-chair':
        return this.mayNominate(done) && this.seatOf(done.who) ? () => (this.chairElected = true) : null;
      case 'dissent':
        return this.dissent(done);
    }
  }

  /** Amendments that won a division: each is the decision, and no part of the motion. */
  private readonly wonAlone = new Set<string>();

  private mayNominate({ mover, seconder }: { readonly mover: string; readonly seconder: string }): boolean {
    const may = this.mayVote();
    return this.sits === 'open' && this.item !== null && mover !== seconder && may.includes(mover) && may.includes(seconder);
  }

  /** Amendments are voted on before what they amend, the last moved first; those that nobody seconded fall when it is put. */
  private vote({ id, yes, no }: Extract<Done, { do: 'vote' }>): (() => void) | null {
    const motion = this.live(id);
    const may = motion ? this.mayVote(motion.item) : [];
    if (this.sits !== 'open' || !motion || motion.seconder === undefined || yes + no > may.length || may.length === 0) return null;
    const amendments = this.amendmentsTo(id);
    const unseconded = amendments.filter((one) => this.live(one) && this.motions.get(one)!.seconder === undefined);
    const falls = (one: string | undefined): boolean =>
      one !== undefined && (unseconded.includes(one) || falls(this.motions.get(one)?.amends));
    if (amendments.some((one) => !falls(one))) return null;
    const order = [...this.motions.keys()];
    const later = order
      .slice(order.indexOf(id) + 1)
      .some((one) => this.waits(one) && this.motions.get(one)!.amends === motion.amends && this.motions.get(one)!.item === motion.item);
    if (motion.amends !== undefined && later) return null;
    return () => {
      this.fall(...amendments);
      motion.vote = { voters: may, presides: this.presidesWithVote(motion.item) };
      motion.stands = yes > no ? 'carried' : yes === no && yes > 0 ? 'tied' : 'not-carried';
    };
  }

  private waits(id: string): boolean {
    const { stands, seconder } = this.motions.get(id)!;
    return (stands === 'moved' || stands === 'tied') && seconder !== undefined;
  }

  private presidesWithVote = (item: string): string | null => (this.chair?.officer === true ? null : this.presides(item));

  /** The motion and every amendment to it that was seconded, against each other. */
  private divide({ id, counts }: Extract<Done, { do: 'divide' }>): (() => void) | null {
    const between = this.between(id);
    const root = this.live(id);
    if (this.sits !== 'open' || !root || root.amends !== undefined || root.seconder === undefined || between.length < 2) return null;
    const total = between.reduce((all, _, index) => all + (counts[index] ?? 0), 0);
    const may = this.mayVote(root.item);
    if (total > may.length || may.length === 0) return null;
    if (between.some((one) => this.amendmentsTo(one).some((other) => this.motions.get(other)!.stands === 'tied'))) return null;
    const most = Math.max(...between.map((_, index) => counts[index] ?? 0));
    const won = between.findIndex((_, index) => counts[index] === most);
    return () => {
      const unseconded = this.allUnder(id).filter((one) => this.live(one) && this.motions.get(one)!.seconder === undefined);
      this.fall(...unseconded);
      for (const [index, one] of between.entries()) {
        const motion = this.motions.get(one)!;
        motion.stands = index === won ? 'carried' : 'not-carried';
        motion.vote = { voters: may, presides: this.presidesWithVote(root.item) };
        if (index === won) this.wonAlone.add(one);
      }
    };
  }

  private allUnder = (id: string): readonly string[] =>
    [...this.motions].flatMap(([one, { amends }]) => (amends === id ? [one, ...this.allUnder(one)] : []));

  /** What a division on a motion is between. */
  between = (id: string): readonly string[] =>
    [id, ...this.allUnder(id)].filter((one) => this.live(one) && this.motions.get(one)!.seconder !== undefined);

  private dissent({ who, decision, motion }: Extract<Done, { do: 'dissent' }>): (() => void) | null {
    if (this.sits !== 'open') return null;
    const decided = decision === undefined ? undefined : this.decisions.get(decision);
    if (decision !== undefined && (!decided || decided.struck)) return null;
    const of = motion ?? decided?.motion;
    const on = of === undefined ? undefined : this.motions.get(of);
    if (of !== undefined && on?.stands !== 'carried') return null;
    const matters = [...(of === undefined ? [] : [`motion ${of}`]), ...(decision === undefined ? [] : [`decision ${decision}`])];
    const voters = on?.vote?.voters ?? decided?.voters ?? [];
    if (!voters.includes(who) || matters.some((one) => this.dissents.has(`${who} ${one}`))) return null;
    return () => matters.forEach((one) => this.dissents.add(`${who} ${one}`));
  }
}
