import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decider, type Decision, type History } from '../../../kernel/decider.js';
import { type Recorded } from '../../../kernel/event.js';
import { type EraseSubject } from './subject.commands.js';
import { type SubjectEvent } from './subject.events.js';
import { refuseSubject } from './subject.refusals.js';

export interface SubjectState {
  readonly erased: boolean;
}

/** Whether a key of the subject's is there to be erased. */
export interface SubjectFacts {
  readonly hasKey: boolean;
}

export const subjectHistory: History<SubjectState, SubjectEvent> = {
  category: 'subject',
  initial: { erased: false },
  evolve(_state, event: Recorded<SubjectEvent>) {
    switch (event.type) {
      case 'SubjectErased':
        return { erased: true };
    }
  },
};

type SubjectCommand = CommandFor<typeof EraseSubject, SubjectFacts>;

function decide({ target, data, facts }: SubjectCommand, { erased }: SubjectState): Decision<SubjectEvent> {
  if (erased) return refuseSubject('subject.erased');
  if (!facts.hasKey) return refuseSubject('subject.not-found', { detail: { subject: target } });
  return accept<SubjectEvent>({ type: 'SubjectErased', v: 1, data: { subject: target, reason: data.reason } });
}

export const subjectDecider: Decider<SubjectState, SubjectCommand, SubjectEvent> = {
  history: subjectHistory as History<SubjectState>,
  decide,
};
