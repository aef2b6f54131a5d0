import { type Refusal } from '../../kernel/refusal.js';
import { refuseRemit } from './remit.refusals.js';
import { type Remit, type RemitStanding } from './remit.state.js';
import { type RemitCommand } from './remits.commands.js';

export type RemitStepType = Exclude<RemitCommand['type'], 'MakeRemit'>;

const OTHERS: readonly RemitStanding[] = ['waiting', 'on-agenda', 'accepted'];

/** The standings in which a remit allows each step. */
export const ALLOWED: Readonly<Record<RemitStepType, readonly RemitStanding[]>> = {
  RuleOnReferral: ['awaiting-ruling'],
  PlaceRemit: OTHERS,
  AcceptRemit: ['waiting', 'on-agenda'],
  DeclineRemit: OTHERS,
  AnswerRemit: OTHERS,
  NoteAnswer: ['answered', 'declined'],
  ReopenRemit: ['refused', 'declined', 'answered', 'noted', 'withdrawn'],
  WithdrawRemit: ['awaiting-ruling', ...OTHERS],
  CorrectRemit: ['awaiting-ruling', 'refused', ...OTHERS, 'declined', 'answered', 'noted', 'withdrawn'],
};

/** Why a step is not possible where a remit stands so; `null` where it is. The refusal names what to do first. */
export function notPossible(step: RemitStepType, { standing, how }: Remit): Refusal | null {
  if (ALLOWED[step].includes(standing)) return null;
  if (step === 'ReopenRemit') return refuseRemit('remit.open-already', { detail: { standing } });
  if (step === 'RuleOnReferral' && how === 'remitted') return refuseRemit('remit.no-ruling-needed');
  switch (standing) {
    case 'awaiting-ruling':
      return refuseRemit('remit.awaiting-ruling');
    case 'refused':
      return refuseRemit(step === 'RuleOnReferral' ? 'remit.ruled-already' : 'remit.refused');
    case 'declined':
      return refuseRemit('remit.declined-already');
    case 'answered':
      return refuseRemit('remit.answered-already');
    case 'noted':
      return refuseRemit('remit.noted-already');
    case 'withdrawn':
      return refuseRemit('remit.withdrawn-already');
    case 'waiting':
    case 'on-agenda':
    case 'accepted':
      if (step === 'RuleOnReferral') return refuseRemit('remit.ruled-already');
      return refuseRemit(step === 'AcceptRemit' ? 'remit.accepted-already' : 'remit.not-answered');
  }
}
