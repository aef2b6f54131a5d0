import { type DivisionDto } from '../../../slices/meetings/divisions/division.payloads.js';
import { entitledFor } from '../division-choices.js';
import { presidingAt, now } from '../../../slices/meetings/meetings.words.js';
import { personIdFor } from '../person-id.js';
import { type PageProblem } from '../../frame/page-problem.js';
import { type ExtraFields, type FormSent, isProblem } from './live-form.js';
import { allOthers, entitledSince, namesNoted, numberTyped, pairsIn } from './names-noted.js';
import { known } from './room-additions.js';

type Proposals = DivisionDto['proposals'];
type Votes = NonNullable<DivisionDto['votes']>;

/** What is chosen where the casting vote was not used; no id has a space. */
const LEFT_TIED = 'left tied';

/** The proposals with their numbers, the names, and what broke a tie. A problem if other people are entitled now than when the form was shown. */
export function between(sent: FormSent): ExtraFields {
  const { meeting, form } = sent;
  const proposals = proposalsIn(form);
  if (proposals.length < 2) return { text: 'A division is between two proposals or more: tick them, or enter options', href: '#proposals' };
  const since = form.has('divisionId') ? null : entitledSince(entitledFor(meeting, null), form, '#proposals.0.count');
  if (since) return since;
  const votes = votesIn(form);
  if (isProblem(votes)) return votes;
  const [cast, lotOn] = [form.get('_cast'), form.get('_lotOn')];
  const [presiding, lotBy] = [presidingAt(meeting, now(meeting)), form.get('_lotBy')?.trim() ?? ''];
  if (lotOn && !lotBy) return { text: 'Enter: Who drew the lot', href: '#lot' };
  return {
    proposals,
    ...(form.get('method') === 'roll-call' && { declined: undefined, absent: undefined, paired: undefined }),
    ...(form.get('method') === 'declared' && form.get('_declared') && { winner: form.get('_declared') }),
    ...(votes.length > 0 && { votes }),
    ...(cast === LEFT_TIED && { leftTied: true }),
    ...(cast && cast !== LEFT_TIED && { castingVote: { personId: form.get('_casting') ?? presiding?.personId ?? '', proposalId: cast } }),
    ...(lotOn && { lot: { drawnBy: { personId: personIdFor(lotBy, known(sent)), name: lotBy }, proposalId: lotOn } }),
  };
}

/** A count that was not typed is none: a show of hands without it is refused. In a roll call the numbers follow from the names. */
function proposalsIn(form: URLSearchParams): Proposals {
  const byName = form.get('method') === 'roll-call';
  const counted = (name: string) => {
    const count = byName ? undefined : numberTyped(form, name);
    return count === undefined ? {} : { count };
  };
  const ticked = [...form].flatMap(([name, value]) => (name.startsWith('_in.') && value ? [name.slice('_in.'.length)] : []));
  const moved = ticked.map((proposalId) => {
    const words = form.get(`_words.${proposalId}`);
    return { proposalId, ...(words !== null && { words }), ...counted(`_count.${proposalId}`) };
  });
  const options = [...form].flatMap(([name, words]) => {
    const row = /^_option\.(\d)$/.exec(name)?.[1];
    return row === undefined || !words.trim()
      ? []
      : [{ proposalId: `option-${Number(row) + 1}`, words: words.trim(), ...counted(`_optionCount.${row}`) }];
  });
  return [...moved, ...options];
}

/** The names: each that was noted, the pairs, and in a roll call all who are not named, where it is said what they did. */
function votesIn(form: URLSearchParams): Votes | PageProblem {
  const noted = namesNoted(form, '_for');
  const names = noted.map(([personId]) => personId);
  const paired = pairsIn(form, names);
  if (isProblem(paired)) return paired;
  const others = allOthers(form, [...names, ...paired.map(({ personId }) => personId)]);
  const single = [...noted, ...others].map(([personId, said]): Votes[number] =>
    said === 'declined' || said === 'absent' ? { personId, option: said } : { personId, proposalId: said.replace(/^for /, '') },
  );
  return [...single, ...paired];
}
