import { describeFraction, type PersonNamed } from '../../bodies/bodies.words.js';
import { type ProceduralMotion, type Ruling } from '../votes/procedure.events.js';
import { dissented } from './motion-words.js';
import { voteInWords } from './vote-in-words.js';
import { sentence } from './wording.js';

/** `A, seconded by B, moved, in terms of Standing Order 14, that the question be now put. On a show of hands ...; it was carried.` */
export function proceduralInWords({ kind, words, standingOrder, movedBy, secondedBy, needs, vote }: ProceduralMotion): string {
  const seconded = secondedBy ? `, seconded by ${secondedBy.name},` : '';
  const under =
    standingOrder === undefined || kind === 'suspend-standing-order' ? '' : `${secondedBy ? '' : ','} in terms of ${standingOrder},`;
  const moved = sentence(`${movedBy.name}${seconded} moved${under} that ${words.replace(/^that /i, '')}`);
  const told = voteInWords(vote, needs && `not having ${describeFraction(needs.share)} of the votes`);
  return [moved, ...told].join(' ');
}

/** `A, in the chair, ruled the motion moved by B (...) not competent in terms of Standing Order 9: ...` `what` calls the motion it is about. */
export function rulingInWords(ruling: Ruling, what = 'the matter', dissents: readonly PersonNamed[] = []): string {
  const { kind, by, words, standingOrder, person } = ruling;
  const under = standingOrder === undefined ? '' : ` in terms of ${standingOrder}`;
  const ruled: Readonly<Record<Ruling['kind'], string>> = {
    competent: `ruled ${what} competent${under}`,
    'not-competent': `ruled ${what} not competent${under}`,
    urgent: `ruled ${what} urgent${under}`,
    order: `${person ? `called ${person.name} to order` : 'ruled on a point of order'}${under}`,
    'asked-to-leave': `asked ${person?.name ?? 'a member'} to leave the meeting${under}`,
    other: `ruled${under}${person ? ` on ${person.name}` : ''}`,
  };
  const dissent = dissents.length === 0 ? '' : ` ${dissented(dissents, ' from the ruling')}`;
  return `${sentence(`${by.name}, in the chair, ${ruled[kind]}: ${words}`)}${dissent}`;
}
