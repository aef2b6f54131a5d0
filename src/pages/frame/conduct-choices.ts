import { type Choice } from './steps/parts.js';
import { type ProceduralKind, type RulingKind } from '../../slices/meetings/votes/procedure.events.js';

const chosen = <T extends string>(texts: Readonly<Record<T, string>>): readonly Choice[] =>
  Object.entries<string>(texts).map(([value, text]) => ({ value, text }));

/** What a procedural motion asks for, as a form says it. */
export const PROCEDURAL_CHOICES = chosen<ProceduralKind>({
  closure: 'That the question be now put',
  'next-business': 'To pass to the next business',
  adjourn: 'To adjourn',
  'suspend-standing-order': 'To suspend a standing order',
  'hear-in-public': 'To hear the item in public',
  continue: 'To continue the item',
  'remit-back': 'To remit the item back',
  other: 'Another, in these words',
});

/** What a ruling is about, as a form says it. */
export const RULING_CHOICES = chosen<RulingKind>({
  'not-competent': 'A motion not competent',
  competent: 'A motion competent',
  urgent: 'Something urgent',
  order: 'On a point of order',
  'asked-to-leave': 'That a member leave',
  other: 'Otherwise',
});
