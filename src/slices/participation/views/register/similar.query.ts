import { type Sight } from '../../../../kernel/principal.js';
import { nameKey } from '../../../../kernel/names.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { madeOn, type ParticipationRequest } from '../../participation.state.js';
import { firstDayOfTwoYears } from '../../participation.periods.js';
import { type RequestStatus, statusOf } from '../../participation.items.js';
import { ParticipationRows } from './participation-rows.js';

export interface SimilarRequest {
  readonly requestId: string;
  readonly title: string;
  readonly from: readonly string[];
  readonly service: string | null;
  readonly outcome: string | null;
  readonly madeOn: string;
  readonly state: RequestStatus;
  readonly sameService: boolean;
  /** Words of service and outcome that both have, which is all the likeness that is looked at. */
  readonly words: readonly string[];
}

/** Earlier requests to the same authority, of the two years ending with the day a request is made, that may be on the same matters (s.27). */
export class SimilarRequests extends Query<readonly SimilarRequest[] | null> {
  constructor(
    readonly requestId: string,
    readonly asAt: string,
    readonly sight: Pick<Sight, 'exempt'>,
  ) {
    super();
  }
}

@QueryHandler(SimilarRequests)
export class SimilarRequestsHandler implements IQueryHandler<SimilarRequests> {
  constructor(private readonly rows: ParticipationRows) {}

  async execute({ requestId, asAt, sight }: SimilarRequests): Promise<readonly SimilarRequest[] | null> {
    const request = await this.rows.one(requestId, asAt, sight);
    if (!request) return null;
    const made = madeOn(request);
    const first = firstDayOfTwoYears(made);
    const earlier = (await this.rows.readable(request.bodyId, asAt, sight)).filter(
      (other) => other.requestId !== requestId && madeOn(other) >= first && madeOn(other) <= made,
    );
    return earlier
      .map((other) => likeness(request, other))
      .filter(({ sameService, words }) => sameService || words.length > 1)
      .sort((a, b) => Number(b.sameService) - Number(a.sameService) || b.words.length - a.words.length || (a.madeOn < b.madeOn ? 1 : -1));
  }
}

const LITTLE = new Set([
  'the',
  'and',
  'for',
  'that',
  'this',
  'with',
  'are',
  'all',
  'from',
  'our',
  'their',
  'which',
  'have',
  'has',
  'will',
  'more',
  'between',
  'people',
]);
const wordsOf = ({ contents: { service = '', outcome = '' } }: ParticipationRequest): Set<string> =>
  new Set(
    nameKey(`${service} ${outcome}`)
      .match(/\p{L}{3,}/gu)
      ?.filter((word) => !LITTLE.has(word)) ?? [],
  );
const plain = (text: string | undefined): string | undefined =>
  text === undefined
    ? undefined
    : nameKey(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();

function likeness(request: ParticipationRequest, other: ParticipationRequest): SimilarRequest {
  const service = plain(request.contents.service);
  const words = wordsOf(request);
  return {
    requestId: other.requestId,
    title: other.title,
    from: other.from.map(({ name }) => name),
    service: other.contents.service ?? null,
    outcome: other.contents.outcome ?? null,
    madeOn: madeOn(other),
    state: statusOf(other),
    sameService: service !== undefined && service === plain(other.contents.service),
    words: [...wordsOf(other)].filter((word) => words.has(word)).sort(),
  };
}
