import { type HoldElection, type TakeElectionRound } from '../../../slices/meetings/elections/elections.commands.js';
import { type CommandFor } from '../../../kernel/command.js';
import { type PersonNamed } from '../../../slices/bodies/bodies.words.js';
import { entitledFor } from '../division-choices.js';
import { openElection } from '../election-choices.js';
import { personIdFor } from '../person-id.js';
import { type ElectionData } from '../../../slices/meetings/meetings.words.js';
import { type ExtraFields, type FormSent, isProblem } from './live-form.js';
import { entitledSince, namesAndOthers, numberTyped } from './names-noted.js';
import { known } from './room-additions.js';

type Nominations = NonNullable<CommandFor<typeof HoldElection>['data']['nominations']>;
type Rounds = NonNullable<CommandFor<typeof HoldElection>['data']['rounds']>;
type Round = CommandFor<typeof TakeElectionRound>['data'];
type ElectionRound = ElectionData['rounds'][number];

const nominees = ({ meeting }: FormSent): readonly PersonNamed[] =>
  meeting.elections.flatMap(({ nominations }) => nominations.map(({ nominee }) => nominee));

/** Somebody by the name that was typed: known to the meeting, or named for the first time. */
const namedIn = (sent: FormSent, name: string): PersonNamed => ({ personId: personIdFor(name, [...known(sent), ...nominees(sent)]), name });

/** The nominations, from `_nomination.<row>.nominee` and beside it; rows without a name are left out. */
export function nominated(sent: FormSent): ExtraFields {
  const { form } = sent;
  const of = (row: string, field: string): string => form.get(`_nomination.${row}.${field}`)?.trim() ?? '';
  const rows = [...form.keys()].flatMap((name) => /^_nomination\.(\d+)\.nominee$/.exec(name)?.[1] ?? []);
  const half = rows.find((row) => of(row, 'nominee') === '' && (of(row, 'movedBy') !== '' || of(row, 'secondedBy') !== ''));
  if (half !== undefined) return { text: 'Enter: Who is nominated', href: `#nominations.${half}.nominee` };
  const nominations = rows
    .filter((row) => of(row, 'nominee') !== '')
    .map((row): Nominations[number] => {
      const [movedBy, secondedBy, then] = [of(row, 'movedBy'), of(row, 'secondedBy'), of(row, 'then')];
      return {
        nominee: namedIn(sent, of(row, 'nominee')),
        ...(movedBy && { movedBy }),
        ...(secondedBy && { secondedBy }),
        ...(then && { then: then as NonNullable<Nominations[number]['then']> }),
      };
    });
  return { nominations };
}

/** The election as it should have been recorded: the votes that were taken, with the numbers that were typed for each. */
export function correctedElection(sent: FormSent): ExtraFields {
  const found = nominated(sent);
  const election = sent.meeting.elections.find(({ electionId }) => electionId === sent.form.get('electionId'));
  if (isProblem(found) || !election) return found;
  return { ...found, rounds: election.rounds.map((one, index) => recountedRound(one, index, sent.form)) };
}

/** A round as it was recorded, with the numbers typed since. In a roll call the numbers follow from the names. */
function recountedRound(round: ElectionRound, index: number, form: URLSearchParams): Rounds[number] {
  const { method, counts, votes, declined, absent, teller, spoilt, lot, elected } = round;
  const numberOf = (personId: string, was: number | undefined): number | undefined =>
    numberTyped(form, `_count.${index}.${personId}`) ?? was;
  if (method === 'declared') return { method, elected: elected.map(({ personId }) => personId) };
  const byName = method === 'roll-call';
  return {
    method,
    counts: counts.map(({ nominee: { personId }, count }) => ({ personId, ...(!byName && { count: numberOf(personId, count) }) })),
    ...(!byName && { declined, absent }),
    ...(votes.length > 0 && {
      votes: votes.map(({ person, option, nominees: chosen = [] }) => ({
        personId: person.personId,
        ...(option === 'for' ? { nominees: chosen.map(({ personId }) => personId) } : { option }),
      })),
    }),
    ...(teller && { teller }),
    ...(spoilt !== undefined && { spoilt }),
    ...(lot && { lot: { drawnBy: lot.drawnBy, on: lot.on.map(({ personId }) => personId) } }),
  };
}

/** The votes for each who is left, by number and by name, and the lot. A problem if other people are entitled or left than when the form was shown. */
export function round(sent: FormSent): ExtraFields {
  const { meeting, form } = sent;
  const election = openElection(meeting, form.get('electionId') ?? undefined);
  if (election?.electionId !== form.get('electionId'))
    return { text: 'This election is over: look again at the minute', href: '#composer-heading' };
  const since = entitledSince(entitledFor(meeting, null), form, '#counts.0.count');
  if (since) return since;
  const method = form.get('method');
  const ticked = (prefix: string): string[] =>
    [...form].flatMap(([name, value]) => (name.startsWith(prefix) && value ? [name.slice(prefix.length)] : []));
  const [lotBy, lotOn, teller] = [form.get('_lotBy')?.trim() ?? '', ticked('_lotOn.'), form.get('_teller')?.trim() ?? ''];
  if (lotOn.length > 0 && !lotBy) return { text: 'Enter: Who drew the lot', href: '#lot' };
  if (method === 'declared') return { elected: ticked('_elected.'), declined: undefined, absent: undefined, spoilt: undefined };
  const votes = votesIn(form);
  return {
    counts: countsIn(form, election.left),
    ...(method === 'roll-call' && { declined: undefined, absent: undefined }),
    ...(votes.length > 0 && { votes }),
    ...(method === 'ballot' ? teller && { teller: namedIn(sent, teller) } : { spoilt: undefined }),
    ...(lotOn.length > 0 && { lot: { drawnBy: namedIn(sent, lotBy), on: lotOn } }),
  };
}

/** A count that was not typed is none; in a roll call the numbers follow from the names. */
function countsIn(form: URLSearchParams, left: readonly PersonNamed[]): Round['counts'] {
  const byName = form.get('method') === 'roll-call';
  return left.map(({ personId }) => {
    const count = byName ? undefined : numberTyped(form, `_count.${personId}`);
    return { personId, ...(count !== undefined && { count }) };
  });
}

/** The names: each that was noted, and in a roll call all who are not, where it is said what they did. */
const votesIn = (form: URLSearchParams): NonNullable<Round['votes']> =>
  namesAndOthers(form, '_for').map(([personId, said]) =>
    said === 'declined' || said === 'absent' ? { personId, option: said } : { personId, nominees: [said.replace(/^for /, '')] },
  );
