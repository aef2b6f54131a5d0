import { type PersonNamed } from '../../bodies/bodies.words.js';
import { standsAlone } from '../motions/voting-order.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { peopleNamed } from './people-named.js';
import { sentence } from './wording.js';

/** `A, seconded by B, moved: That it be so.` A seconder who is told elsewhere is left out. */
export function moved({ text, movedBy, secondedBy, amends }: Pick<Motion, 'text' | 'movedBy' | 'secondedBy' | 'amends'>): string {
  const seconded = secondedBy ? `, seconded by ${secondedBy.name},` : '';
  return `${movedBy.name}${seconded} moved${amends === undefined ? '' : ' as an amendment'}: ${sentence(text)}`;
}

/** `The motion`, `The amendment`. */
export const whatItIs = ({ amends }: Motion): string => (amends === undefined ? 'The motion' : 'The amendment');

export const headingOf = ({ amends }: Motion): 'MOTION' | 'AMENDMENT' => (amends === undefined ? 'MOTION' : 'AMENDMENT');

/** A motion called by its mover and its words, where it does not stand right above. */
export const named = (motion: Motion): string =>
  `the ${motion.amends === undefined ? 'motion' : 'amendment'} moved by ${motion.movedBy.name} (${unended(motion.text)})`;

/** What was put to the vote, where the motion does not stand right above: the motion in its words, and with those it was amended by. `again`: an earlier vote on it was void. */
export function put(meeting: Meeting, motion: Motion, again = false): string {
  const amended = carriedOn(meeting, motion).length > 0 ? ', as amended,' : '';
  return `${whatItIs(motion)}${amended} was put${again ? ' again' : ''}: ${sentence(wordsOf(meeting, motion))}`;
}

const carriedOn = (meeting: Meeting, { motionId }: Motion): readonly Motion[] =>
  meeting.motions.filter((one) => one.amends === motionId && one.status === 'carried' && !standsAlone(one));

function wordsOf(meeting: Meeting, motion: Motion): string {
  const amendments = carriedOn(meeting, motion).map((one) => wordsOf(meeting, one));
  return amendments.length === 0 ? motion.text : `${unended(motion.text)}; as amended: ${amendments.map(unended).join('; ')}`;
}

const unended = (text: string): string => text.replace(/[.;]$/, '');

/** `So resolved, the amendment moved by Councillor B (...) having been lost.` */
export function lossInWords({ motions, procedures }: Meeting, lostId: string): string | undefined {
  const motion = motions.find(({ motionId }) => motionId === lostId);
  const procedure = procedures.find(({ procedureId }) => procedureId === lostId);
  if (procedure) return `So resolved, the motion of ${procedure.movedBy.name} that ${unended(procedure.words)} having been lost.`;
  return motion && `So resolved, ${named(motion)} having ${motion.status === 'fallen' ? 'fallen' : 'been lost'}.`;
}

export const ended = (what: string, how: 'was withdrawn' | 'fell', why: string | undefined): string =>
  `${what} ${how}${why === undefined ? '.' : `: ${sentence(why)}`}`;

/** `from` says what from, where that does not stand right above. */
export const dissented = (people: readonly PersonNamed[], from = ''): string =>
  `${peopleNamed(people.map(({ name }) => name))} asked that their dissent${from} be recorded.`;
