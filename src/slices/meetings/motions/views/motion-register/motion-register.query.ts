import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { type Page, ReadModel } from '../../../../../projections/read-model.js';
import { ExemptPlaces } from '../../../../bodies/meetings.port.js';
import { SignedMeetings } from '../../../reading/views/signed-minutes/signed-meetings.query.js';
import { type PersonNamed } from '../../../../bodies/bodies.words.js';
import { unanswered } from '../../../counting/vote-circumstances.js';
import { motionRegister, type MotionRegisterRow, type MotionStatus } from './motion-register.projection.js';

export interface MotionsAsked {
  readonly bodyId: string;
  readonly meetingId?: string | undefined;
  readonly status?: MotionStatus | undefined;
  /** Whether the reader may see motions not yet published. */
  readonly drafts: boolean;
  /** Whether the reader may see motions on items taken in private. */
  readonly exempt: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

/**
 * `amendedBy`: the amendments carried, in the order moved: the substantive motion is the motion as they amend it. `didNotAnswer`: who was
 * entitled to a roll call that names them in no way.
 */
export type ShownMotion = Omit<MotionRegisterRow, 'recorded' | 'earlier' | 'beforeVoid'> & {
  readonly amendedBy: readonly { readonly motionId: string; readonly text: string }[];
  readonly didNotAnswer: readonly PersonNamed[];
};

/** A page of the motions and amendments of a body or of one meeting, in the order they were moved. */
export class ListMotions extends Query<Page<ShownMotion>> {
  constructor(readonly asked: MotionsAsked) {
    super();
  }
}

/** A proposal of its own, and no part of the motion it amends. */
const isProposal = ({ motionId, noAction, division }: MotionRegisterRow): boolean =>
  noAction || (division?.proposals.some((one) => one.proposalId === motionId && one.outcome !== 'undecided') ?? false);

@QueryHandler(ListMotions)
export class ListMotionsHandler implements IQueryHandler<ListMotions> {
  constructor(
    @InjectReadModel(motionRegister) private readonly register: ReadModel<MotionRegisterRow>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ asked: { bodyId, meetingId, status, drafts, exempt, limit, cursor } }: ListMotions): Promise<Page<ShownMotion>> {
    const published = drafts ? [] : await this.queries.execute(new SignedMeetings(bodyId));
    if (!drafts && (meetingId === undefined ? published.length === 0 : !published.includes(meetingId))) return { rows: [], next: null };
    const page = await this.register.page({
      where: { bodyId, meetingId: meetingId ?? (drafts ? undefined : { in: published }), status },
      orderBy: { recorded: 'asc' },
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const rows = exempt ? page.rows : await this.notPrivate(page.rows);
    const meetings = [...new Set(rows.map((row) => row.meetingId))];
    const amendments = await this.register.findMany({
      where: { meetingId: { in: meetings }, amends: { isNull: false }, status: 'carried' },
      orderBy: { recorded: 'asc' },
    });
    const shown = rows.map(({ recorded: _recorded, earlier: _earlier, beforeVoid: _beforeVoid, ...row }) => ({
      ...row,
      didNotAnswer: row.vote ? unanswered(row.vote) : row.division ? unanswered(row.division) : [],
      amendedBy: amendments
        .filter((one) => one.meetingId === row.meetingId && one.amends === row.motionId && !isProposal(one))
        .map(({ motionId, text }) => ({ motionId, text })),
    }));
    return { rows: shown, next: page.next };
  }

  /** The rows without motions that are exempt, as their item or their decision is; a page may then have fewer entries than asked. */
  private async notPrivate(rows: readonly MotionRegisterRow[]): Promise<readonly MotionRegisterRow[]> {
    const exempt = await this.queries.execute(new ExemptPlaces(rows.map(({ meetingId }) => meetingId)));
    return rows.filter(({ ref }) => !exempt.has(ref));
  }
}
