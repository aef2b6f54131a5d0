import {
  AdoptConstitution,
  ChangeSeatVoting,
  ChooseStandingItems,
  CreateSeat,
  EndSeat,
  EstablishBody,
  FillSeat,
  LeaveOffice,
  NameSubstitute,
  PlaceBodyUnder,
  TakeOffice,
  VacateSeat,
  WithdrawSubstitute,
} from '../../../../src/slices/bodies/bodies.commands.js';
import { say, sayThen } from '../story.js';
import { ANN, BEA, CAL, DEE, EVE } from './grounds.js';

const FIRST_DAY = '2001-02-03';

const RULES = {
  from: '2001-02-04',
  quorum: { kind: 'number', atLeast: 2 },
  voting: {
    castingVote: true,
    appointments: 'lot',
    seconder: true,
    rescinding: { withinMonths: 7, share: { numerator: 11, denominator: 17 } },
  },
  presiding: { order: ['chair', 'member-chosen'] },
  substitutes: { allowed: 'full', who: 'any-from-organisation' },
  requisition: { share: { numerator: 3, denominator: 19 } },
  references: { action: 'SAID-A-{seq}', direction: 'SAID-D-{seq}' },
  verbs: ['HOMOLOGATED'],
} as const;
/** The same rules for the body above. */
export const COUNCIL_RULES = { ...RULES, references: { action: 'SAID-C-{seq}', direction: 'SAID-E-{seq}' } } as const;

/** A board that meets: rules, five seats, and a chair. */
export const theBoard = [
  say(EstablishBody, 'board', { timeZone: 'Europe/Jersey', on: FIRST_DAY }),
  say(AdoptConstitution, 'board', RULES),
  ...[ANN, BEA, CAL, DEE, EVE].flatMap((holder) => [
    say(CreateSeat, 'board', { seatId: `seat-${holder.personId}`, from: '2001-02-05' }),
    say(FillSeat, 'board', { seatId: `seat-${holder.personId}`, holder, from: '2001-02-06', termEnds: undefined, lastDay: undefined }),
  ]),
  say(TakeOffice, 'board', { office: 'chair', holder: ANN, from: '2001-02-07', lastDay: undefined }),
];

/** What is recorded of seats and offices beside. */
export const seats = [
  say(EstablishBody, 'council', { timeZone: 'Europe/London', on: FIRST_DAY }),
  say(PlaceBodyUnder, 'board', { parentId: 'council' }),
  say(ChooseStandingItems, 'council', {
    from: '2001-02-08',
    items: [
      { itemId: 'standing', brings: undefined },
      { itemId: 'minute', brings: 'minutes' },
    ],
  }),
  say(CreateSeat, 'board', { seatId: 'seat-spare', voting: true }),
  sayThen(FillSeat, 'board', ({ wording }) => {
    const [from, lastDay, termEnds] = [wording.day(), wording.day(), wording.day()];
    return { seatId: 'seat-spare', from, lastDay, termEnds, succeeds: undefined };
  }),
  say(FillSeat, 'board', { seatId: 'seat-spare', termEnds: undefined, lastDay: undefined }),
  say(NameSubstitute, 'board', { seatId: 'seat-spare', substitute: { personId: 'sam' }, until: undefined }),
  say(NameSubstitute, 'board', { seatId: 'seat-spare', substitute: { personId: 'sue' } }),
  say(WithdrawSubstitute, 'board', { seatId: 'seat-spare', personId: 'sam' }),
  say(ChangeSeatVoting, 'board', { seatId: 'seat-spare', voting: false }),
  say(VacateSeat, 'board', { seatId: 'seat-spare' }),
  say(EndSeat, 'board', { seatId: 'seat-spare' }),
  say(TakeOffice, 'board', { office: 'vice-chair', holder: BEA, succeeds: undefined }),
  say(TakeOffice, 'board', { lastDay: undefined, succeeds: true }),
  say(TakeOffice, 'board', { office: 'vice-chair', holder: CAL, lastDay: undefined }),
  say(LeaveOffice, 'board', { office: 'vice-chair' }),
];
