import { describe, it } from '@jest/globals';
import { ask, given } from '../../../../test/support/decider-spec.js';
import { EraseSubject } from './subject.commands.js';
import { subjectDecider, subjectHistory } from './subject.decider.js';
import { type SubjectEvent } from './subject.events.js';

const erase = (hasKey: boolean) => ask(EraseSubject, 'p-1', { reason: 'Asked for by the person.' }, { facts: { hasKey } });
const erased: SubjectEvent = { type: 'SubjectErased', v: 1, data: { subject: 'p-1', reason: 'Asked for by the person.' } };

describe('somebody whose personal details are sealed', () => {
  it('is erased, with the reason', () => given(subjectHistory).when(subjectDecider, erase(true)).then(erased));

  it('is erased once', () => given(subjectHistory, [erased]).when(subjectDecider, erase(true)).thenRefused('subject.erased'));

  it('cannot be erased where no key of theirs is kept', () =>
    given(subjectHistory)
      .when(subjectDecider, erase(false))
      .thenRefused('subject.not-found', { detail: { subject: 'p-1' } }));
});
