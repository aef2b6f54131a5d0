import { type Consideration, type ItemName, type MissingItem } from './participation.events.js';
import { type ParticipationRequest } from './participation.state.js';

/** The items a request must have, by the provision that requires each. */
export const ITEMS: Readonly<Record<ItemName, { readonly section: string; readonly what: string }>> = {
  service: { section: 's.22(2)(a)', what: 'the public service that the outcome results from or is contributed to by' },
  outcome: { section: 's.22(2)(a)', what: 'the outcome' },
  reasons: { section: 's.22(2)(b)', what: 'the reasons why the body considers it should participate' },
  experience: { section: 's.22(2)(c)', what: 'details of its knowledge, expertise and experience' },
  improvement: { section: 's.22(2)(d)', what: 'the improvement in the outcome that it anticipates' },
  constitution: { section: 's.19; SSI 2017/39 reg 3', what: 'the written constitution' },
  basis: { section: 's.20; s.22(4); SSI 2017/39 reg 3', what: 'the basis on which it is a community participation body' },
  form: { section: 'SSI 2017/39 reg 3', what: 'the form of the schedule, or one substantially like it' },
};
export const ITEM_NAMES = Object.keys(ITEMS) as readonly ItemName[];

export const missing = (item: ItemName, of?: string): MissingItem => ({ item, ...(of === undefined ? {} : { of }), ...ITEMS[item] });

const sameItem = (a: MissingItem, b: MissingItem): boolean => a.item === b.item && a.of === b.of;

/** Items missing by the record, and items that the authority asked for by notice and was not given. */
export function missingItems({
  contents,
  from,
  form,
  queried,
}: Pick<ParticipationRequest, 'contents' | 'from' | 'form' | 'queried'>): readonly MissingItem[] {
  const seen: MissingItem[] = [
    ...(['service', 'outcome', 'reasons', 'experience', 'improvement'] as const)
      .filter((name) => contents[name] === undefined)
      .map((name) => missing(name)),
    ...from.flatMap(({ name, kind, constitutionAttached, basis }) => {
      if (kind === 'community-controlled') return constitutionAttached ? [] : [missing('constitution', name)];
      return (kind === 'group' || kind === 'designated') && basis === undefined ? [missing('basis', name)] : [];
    }),
    ...(form === 'other' ? [missing('form')] : []),
  ];
  return [...seen, ...queried.filter((one) => !seen.some((other) => sameItem(one, other)))];
}

/** The status of a request, in the words a register uses: `incomplete` is a request received with items missing. */
export const statusOf = (request: ParticipationRequest) =>
  request.stage === 'received' && missingItems(request).length > 0 ? ('incomplete' as const) : request.stage;
export type RequestStatus = ReturnType<typeof statusOf>;

export const REQUEST_STATUSES = [
  'received',
  'incomplete',
  'under-consideration',
  'declined',
  'refused',
  'agreed-existing',
  'agreed-proposed',
  'details-given',
  'established',
  'completed',
  'reported',
  'withdrawn',
] as const satisfies readonly RequestStatus[];

/** The matters an authority must consider before it decides. */
export const CONSIDERATIONS: Readonly<Record<Consideration, { readonly section: string; readonly what: string }>> = {
  a: { section: 's.24(3)(a)', what: 'the reasons set out in the request' },
  b: { section: 's.24(3)(b)', what: 'any other information provided in support of the request' },
  c: {
    section: 's.24(3)(c)',
    what: 'whether agreeing would be likely to promote or improve economic development, regeneration, public health, social wellbeing or environmental wellbeing',
  },
  d: {
    section: 's.24(3)(d)',
    what: 'whether agreeing would be likely to reduce inequalities of outcome, or to raise participation by people who experience socio-economic disadvantage',
  },
  e: { section: 's.24(3)(e)', what: 'any other benefits that might arise' },
  f: { section: 's.24(3)(f)', what: 'any other matter that the authority considers relevant' },
  'equal-opportunities': { section: 's.24(4)', what: 'equal opportunities and the equal opportunity requirements' },
};
export const CONSIDERATION_NAMES = Object.keys(CONSIDERATIONS) as readonly Consideration[];

export const unconsidered = ({ considerations }: ParticipationRequest): readonly Consideration[] =>
  CONSIDERATION_NAMES.filter((name) => !considerations.some(({ consideration }) => consideration === name));
