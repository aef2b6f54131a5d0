import { longDate } from '../../../../kernel/dates.js';
import { type Remit, type RemitStanding } from '../../remit.state.js';

/** A remit as a reader sees it. */
export interface RemitView {
  readonly remitId: string;
  readonly bodyId: string;
  /** `remit:body/remit` */
  readonly ref: string;
  readonly how: Remit['how'];
  readonly to: { readonly bodyId: string | null; readonly name: string };
  readonly title: string;
  readonly words: string;
  readonly source: Remit['source'];
  readonly askedBy: readonly string[];
  readonly rule: string | null;
  readonly madeOn: string;
  readonly standing: RemitStanding;
  /** Where it stands, as a sentence. */
  readonly standingWords: string;
  readonly ruling: NonNullable<Remit['ruling']> | null;
  readonly placed: NonNullable<Remit['placed']> | null;
  readonly accepted: NonNullable<Remit['accepted']> | null;
  readonly answer: NonNullable<Remit['answer']> | null;
  readonly noted: NonNullable<Remit['noted']> | null;
  readonly withdrawn: NonNullable<Remit['withdrawn']> | null;
  readonly exempt: boolean;
}

export const remitView = (remit: Remit, exempt: boolean): RemitView => {
  const { remitId, bodyId, how, to, title, words, source, askedBy, rule, madeOn, standing } = remit;
  const { ruling = null, placed = null, accepted = null, answer = null, noted = null, withdrawn = null } = remit;
  return {
    ...{ remitId, bodyId, ref: `remit:${remitId}`, how, to: { bodyId: to.bodyId ?? null, name: to.name }, title, words, source },
    ...{ askedBy, rule: rule ?? null, madeOn, standing, standingWords: wordsOf(remit) },
    ...{ ruling, placed, accepted, answer, noted, withdrawn, exempt },
  };
};

function wordsOf({ standing, to, ruling, placed, accepted, answer, noted, withdrawn }: Remit): string {
  const on = (step: { readonly on: string } | undefined): string => (step ? ` on ${longDate(step.on)}` : '');
  switch (standing) {
    case 'awaiting-ruling':
      return 'Awaits the ruling of the person presiding';
    case 'refused':
      return `Not allowed${on(ruling)}`;
    case 'waiting':
      return `Waits for the next agenda of ${to.name}`;
    case 'on-agenda':
      return `Taken onto an agenda of ${to.name}${on(placed)}`;
    case 'accepted':
      return `Accepted by ${to.name}${on(accepted)}, not answered yet`;
    case 'declined':
      return `Declined by ${to.name}${on(answer)}`;
    case 'answered':
      return `Answered by ${to.name}${on(answer)}; the answer is not noted yet`;
    case 'noted':
      return `Answer noted${on(noted)}`;
    case 'withdrawn':
      return `Withdrawn${on(withdrawn)}`;
  }
}
