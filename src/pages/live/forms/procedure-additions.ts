import { fieldsOf } from '../../frame/forms.js';
import { momentOf, now, presidingAt } from '../../../slices/meetings/meetings.words.js';
import { type ExtraFields, type FormSent, isProblem } from './live-form.js';
import { division } from './motion-additions.js';

/** The vote on a procedural motion as it is taken, with the casting vote of whoever presides now. */
export function castNow(sent: FormSent): ExtraFields {
  const voted = division(sent);
  return isProblem(voted) ? voted : { ...voted, ...castingVote(sent, now(sent.meeting)) };
}

/** The whole vote on a procedural motion as it should have been recorded; it was cast by whoever presided then. */
export function votedAnew(sent: FormSent): ExtraFields {
  const voted = division(sent);
  if (isProblem(voted)) return voted;
  const { method, counts } = fieldsOf(sent.form);
  const cast = castingVote(sent, momentOf(sent.meeting, sent.form.get('_procedure')));
  return { method: undefined, counts: undefined, vote: { method, ...(counts !== undefined && { counts }), ...voted, ...cast } };
}

function castingVote({ meeting, form }: FormSent, moment: number): object {
  const option = form.get('_cast');
  return option ? { castingVote: { personId: presidingAt(meeting, moment)?.personId ?? '', option } } : {};
}
