import { type CommandFor, defineCommand } from '../../kernel/command.js';
import {
  AdoptConstitutionDto,
  ChooseMinuteStyleDto,
  ChooseStandingItemsDto,
  ChangeSeatVotingDto,
  CreateSeatDto,
  EndSeatDto,
  EstablishBodyDto,
  FillSeatDto,
  LeaveOfficeDto,
  NameSubstituteDto,
  PlaceBodyUnderDto,
  TakeOfficeDto,
  VacateSeatDto,
  WithdrawSubstituteDto,
} from './body.payloads.js';
import { bodyScope } from './body.scope.js';

const GOVERN = { scope: bodyScope, right: 'bodies.govern', creates: false } as const;

/** Establishing begins a body's record, or continues the record of its proposal. */
export const EstablishBody = defineCommand({
  scope: bodyScope,
  right: 'bodies.govern',
  type: 'EstablishBody',
  dto: EstablishBodyDto,
  summary:
    'Records that a board, committee, joint board, partnership, team or locality group exists, whether it was proposed before or not.',
  example: {
    name: 'Community Planning Strategic Board',
    kind: 'partnership',
    on: '2014-04-01',
    timeZone: 'Europe/London',
    source: 'Decision of the partners',
  },
});

export const PlaceBodyUnder = defineCommand({
  ...GOVERN,
  type: 'PlaceBodyUnder',
  dto: PlaceBodyUnderDto,
  summary: 'Records which body it reports to, and what it may decide by itself.',
  example: { parentId: 'cpp-strategic-board', from: '2016-06-09', delegated: ['Delivery of the locality plans'] },
});

export const AdoptConstitution = defineCommand({
  ...GOVERN,
  type: 'AdoptConstitution',
  dto: AdoptConstitutionDto,
  summary: 'Records the rules a body stands under from a day on: quorum, voting, presiding, substitutes, notice and references.',
  example: {
    from: '2026-09-01',
    quorum: { kind: 'fraction', of: 'filled-seats', share: { numerator: 1, denominator: 2 } },
    voting: {
      majorityOf: 'entitled-and-present',
      castingVote: false,
      tie: 'standing-orders',
      appointments: 'as-other-votes',
      seconder: true,
    },
    presiding: { order: ['chair', 'vice-chair', 'voting-member-chosen'], substituteMayPreside: false },
    substitutes: { allowed: 'full', who: 'named' },
    notice: { clearDays: 5, countWeekends: true, countHolidays: true, source: 'SSI 2014/285' },
    references: { direction: 'SBIJB-{ddmmyy}-{seq}' },
    verbs: ['HOMOLOGATED', 'REMITTED'],
    source: 'SSI 2014/285 as amended by SSI 2025/405',
  },
});

export const ChooseMinuteStyle = defineCommand({
  ...GOVERN,
  type: 'ChooseMinuteStyle',
  dto: ChooseMinuteStyleDto,
  summary: 'Records how the minutes of its meetings look and read from a day on; a meeting keeps the style it was opened under.',
  example: { set: 'scottish-council', from: '2016-06-01', lead: 'The Committee agreed:-', chair: 'Convener' },
});

export const ChooseStandingItems = defineCommand({
  ...GOVERN,
  type: 'ChooseStandingItems',
  dto: ChooseStandingItemsDto,
  summary: 'Records the items that stand on every agenda of the body from a day on; an agenda is filled from them in one step.',
  example: {
    from: '2016-06-01',
    items: [
      { title: 'Sederunt' },
      { title: 'Declarations of Interest' },
      { title: 'Minute', brings: 'minutes' },
      { title: 'Date of Next Meeting' },
    ],
  },
});

export const CreateSeat = defineCommand({
  ...GOVERN,
  type: 'CreateSeat',
  dto: CreateSeatDto,
  summary: 'Records a seat of an organisation or of a person, voting or not, from a day on.',
  example: { seatId: 'nhs-borders-1', label: 'NHS Borders', organisation: 'NHS Borders', voting: true, from: '2014-04-01' },
});

export const ChangeSeatVoting = defineCommand({
  ...GOVERN,
  type: 'ChangeSeatVoting',
  dto: ChangeSeatVotingDto,
  summary: 'Records that a seat votes, or no longer votes, from a day on.',
  example: { seatId: 'unpaid-carers', voting: true, from: '2026-09-01', reason: 'SSI 2025/405' },
});

export const EndSeat = defineCommand({
  ...GOVERN,
  type: 'EndSeat',
  dto: EndSeatDto,
  summary: 'Records the last day of a seat; whoever holds it leaves with it.',
  example: { seatId: 'nhs-borders-1', lastDay: '2018-03-31', reason: 'The board was reduced to nine seats' },
});

export const FillSeat = defineCommand({
  ...GOVERN,
  type: 'FillSeat',
  dto: FillSeatDto,
  summary: 'Records who takes a vacant seat, from when, and for what term.',
  example: {
    seatId: 'nhs-borders-1',
    holder: { personId: 'j-raine', name: 'J. Raine' },
    from: '2014-04-01',
    termEnds: '2018-03-31',
    role: 'Chair of NHS Borders',
  },
});

export const VacateSeat = defineCommand({
  ...GOVERN,
  type: 'VacateSeat',
  dto: VacateSeatDto,
  summary: 'Records the last day of the member who holds a seat.',
  example: { seatId: 'nhs-borders-1', lastDay: '2016-12-31', reason: 'Resigned' },
});

export const NameSubstitute = defineCommand({
  ...GOVERN,
  type: 'NameSubstitute',
  dto: NameSubstituteDto,
  summary: 'Records who may come in place of the member who holds a seat.',
  example: { seatId: 'nhs-borders-1', substitute: { personId: 's-davidson', name: 'S. Davidson' }, from: '2014-04-01' },
});

export const WithdrawSubstitute = defineCommand({
  ...GOVERN,
  type: 'WithdrawSubstitute',
  dto: WithdrawSubstituteDto,
  summary: 'Records the last day of a named substitute.',
  example: { seatId: 'nhs-borders-1', personId: 's-davidson', lastDay: '2016-12-31' },
});

export const TakeOffice = defineCommand({
  ...GOVERN,
  type: 'TakeOffice',
  dto: TakeOfficeDto,
  summary: 'Records who becomes chair, vice-chair or clerk, and from when.',
  example: { office: 'chair', holder: { personId: 'd-parker', name: 'Councillor D. Parker' }, from: '2014-04-01' },
});

export const LeaveOffice = defineCommand({
  ...GOVERN,
  type: 'LeaveOffice',
  dto: LeaveOfficeDto,
  summary: 'Records the last day of the chair, vice-chair or clerk.',
  example: { office: 'chair', lastDay: '2017-05-03' },
});

export const bodiesCommands = [
  EstablishBody,
  PlaceBodyUnder,
  AdoptConstitution,
  ChooseMinuteStyle,
  ChooseStandingItems,
  CreateSeat,
  ChangeSeatVoting,
  EndSeat,
  FillSeat,
  VacateSeat,
  NameSubstitute,
  WithdrawSubstitute,
  TakeOffice,
  LeaveOffice,
] as const;

/** Facts of other bodies for a placement: whether the parent exists, and the bodies above it, directly or not, while it lasts. */
export interface ParentFacts {
  readonly parentExists: boolean;
  readonly above: readonly string[];
}

export type PlaceBodyUnderCommand = CommandFor<typeof PlaceBodyUnder, ParentFacts>;

export type SeatCommand = CommandFor<
  | typeof CreateSeat
  | typeof ChangeSeatVoting
  | typeof EndSeat
  | typeof FillSeat
  | typeof VacateSeat
  | typeof NameSubstitute
  | typeof WithdrawSubstitute
>;

export type BodyCommand =
  | SeatCommand
  | PlaceBodyUnderCommand
  | CommandFor<
      | typeof EstablishBody
      | typeof AdoptConstitution
      | typeof ChooseMinuteStyle
      | typeof ChooseStandingItems
      | typeof TakeOffice
      | typeof LeaveOffice
    >;
