import { Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { type Moments, updatesBy } from '../../../../kernel/moments.js';
import { type InBodies } from '../../../../kernel/principal.js';
import { bodyIdOf } from '../../../../kernel/record-id.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type Page, type Query as RegisterQuery, ReadModel } from '../../../../projections/read-model.js';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { ExemptPlaces } from '../../../bodies/meetings.port.js';
import { RemitNamed } from '../../../meetings/reading/remit-named.port.js';
import { MeetingAsItStands } from '../../../meetings/meetings.queries.js';
import { exemptIn, meetingsOf, toldWithout } from '../../../meetings/meetings.words.js';
import { evolveRemit, remitHistory, type RemitStanding, type RemitUpdate } from '../../remit.state.js';
import { remitRegister, type RemitRegisterRow } from './remit-register.projection.js';
import { remitView, type RemitView } from './remit-view.js';

const isIn = (bodies: InBodies, bodyId: string): boolean => bodies === '*' || bodies.includes(bodyId);

type Read = Pick<RemitRegisterRow, 'updates'> & { readonly exempt: boolean };

/** The reads that the views of remits share. */
@Injectable()
export class RemitRows {
  constructor(
    @InjectReadModel(remitRegister) readonly register: ReadModel<RemitRegisterRow>,
    private readonly queries: QueryBus,
  ) {}

  /**
   * The rows that a reader may see. A remit is exempt by its own flag, or because the item or decision it comes from is exempt now; a step
   * that an exempt decision made is told without its words to whoever may not read what is exempt in the body that decided it.
   */
  async readable(rows: readonly RemitRegisterRow[], exemptIn: InBodies): Promise<readonly Read[]> {
    const meetings = rows.flatMap(({ record, updates }) => [record.source.meetingId, ...meetingsOf(updates)]);
    const places = await this.queries.execute(new ExemptPlaces(meetings));
    const hidden = new Set([...places].filter((place) => !isIn(exemptIn, bodyIdOf(place))));
    return rows.flatMap(({ record, updates }): Read[] => {
      const { meetingId, itemId, decision } = record.source;
      const from = [itemId, decision?.decisionId].some((id) => id !== undefined && places.has(`${meetingId}#${id}`));
      const exempt = record.exempt || from;
      const may = isIn(exemptIn, record.bodyId) || (record.to.bodyId !== undefined && isIn(exemptIn, record.to.bodyId));
      return exempt && !may ? [] : [{ updates: toldWithout(updates, hidden), exempt }];
    });
  }

  async all(query: RegisterQuery<RemitRegisterRow>, exemptIn: InBodies): Promise<readonly RemitView[]> {
    const rows = await this.readable(await this.register.findMany(query), exemptIn);
    return rows.flatMap((row) => viewOf(row.updates, row.exempt) ?? []);
  }
}

const viewOf = (updates: readonly RemitUpdate[], exempt: boolean): RemitView | null => {
  const remit = updates.reduce(evolveRemit, null);
  return remit && remitView(remit, exempt);
};

const asAtDay = (updates: readonly RemitUpdate[], asAt: string, moments: Moments = {}): readonly RemitUpdate[] =>
  updatesBy(updates, moments).filter(({ data }) => data.on <= asAt);

/** Which remits of a body: those it made, or those that came to it. */
export type RemitsWay = 'made' | 'received';

/** The remits of a body on a day that may be read, the newest first; `null` where there is no such body. A page may have fewer than its limit. */
export class ListRemits extends Query<Page<RemitView> | null> {
  constructor(
    readonly bodyId: string,
    readonly way: RemitsWay,
    readonly asAt: string,
    readonly exemptIn: InBodies,
    readonly page: { readonly limit: number; readonly cursor?: string },
  ) {
    super();
  }
}

@QueryHandler(ListRemits)
export class ListRemitsHandler implements IQueryHandler<ListRemits> {
  constructor(
    private readonly remits: RemitRows,
    private readonly queries: QueryBus,
  ) {}

  async execute({ bodyId, way, asAt, exemptIn, page }: ListRemits): Promise<Page<RemitView> | null> {
    if (!(await this.queries.execute(new BodyHead(bodyId)))) return null;
    const whose = way === 'made' ? { bodyId } : { toBodyId: bodyId };
    const { rows, next } = await this.remits.register.page({
      where: { ...whose, madeOn: { lte: asAt } },
      orderBy: { madeOn: 'desc' },
      ...page,
    });
    const found = await this.remits.readable(rows, exemptIn);
    return { rows: found.flatMap(({ updates, exempt }) => viewOf(asAtDay(updates, asAt), exempt) ?? []), next };
  }
}

export interface RemitStory extends RemitView {
  /** Everything recorded of the remit up to the day, in the order it was recorded. */
  readonly story: readonly (Omit<RemitUpdate, 'data'> & { readonly data: RemitUpdate['data'] })[];
}

/** One remit on a day with all that led there; `null` where there is none, it was not made yet, or the reader may not see it. */
export class RemitAsAt extends Query<RemitStory | null> {
  constructor(
    readonly remitId: string,
    readonly asAt: string,
    readonly exemptIn: InBodies = [],
    readonly moments: Moments = {},
  ) {
    super();
  }
}

@QueryHandler(RemitAsAt)
export class RemitAsAtHandler implements IQueryHandler<RemitAsAt> {
  constructor(private readonly remits: RemitRows) {}

  async execute({ remitId, asAt, exemptIn, moments }: RemitAsAt): Promise<RemitStory | null> {
    const row = await this.remits.register.find(remitId);
    const [read] = row ? await this.remits.readable([row], exemptIn) : [];
    if (!read) return null;
    const story = asAtDay(read.updates, asAt, moments);
    const view = viewOf(story, read.exempt);
    return view && { ...view, story };
  }
}

/** What stands in a body's matters arising: remits it has to take on or still has to answer, and answers to its own that it has to note. */
export interface RemitsArising {
  readonly toAnswer: readonly (RemitView & { readonly from: string })[];
  readonly toNote: readonly RemitView[];
}

export class RemitsFor extends Query<RemitsArising> {
  constructor(
    readonly bodyId: string,
    readonly exemptIn: InBodies = [],
  ) {
    super();
  }
}

const TO_ANSWER: readonly RemitStanding[] = ['waiting', 'on-agenda', 'accepted'];
const TO_NOTE: readonly RemitStanding[] = ['answered', 'declined'];

@QueryHandler(RemitsFor)
export class RemitsForHandler implements IQueryHandler<RemitsFor> {
  constructor(
    private readonly remits: RemitRows,
    private readonly queries: QueryBus,
  ) {}

  async execute({ bodyId, exemptIn }: RemitsFor): Promise<RemitsArising> {
    const orderBy = { madeOn: 'asc' } as const;
    const [came, went] = await Promise.all([
      this.remits.all({ where: { toBodyId: bodyId, standing: { in: TO_ANSWER } }, orderBy }, exemptIn),
      this.remits.all({ where: { bodyId, standing: { in: TO_NOTE } }, orderBy }, exemptIn),
    ]);
    const toAnswer = came.map(async (remit) => ({
      ...remit,
      from: (await this.queries.execute(new BodyHead(remit.bodyId)))?.name ?? remit.bodyId,
    }));
    return { toAnswer: await Promise.all(toAnswer), toNote: went };
  }
}

/** The revision of a remit's last event, which a form made now is to expect; `null` where none was made. Reads the record itself. */
export class RemitRevision extends Query<number | null> {
  constructor(readonly remitId: string) {
    super();
  }
}

@QueryHandler(RemitRevision)
export class RemitRevisionHandler implements IQueryHandler<RemitRevision> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ remitId }: RemitRevision): Promise<number | null> {
    const { revision } = await this.runner.load(remitHistory, remitId);
    return revision === 'none' ? null : revision;
  }
}

@QueryHandler(RemitNamed)
export class RemitNamedHandler implements IQueryHandler<RemitNamed> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly queries: QueryBus,
  ) {}

  async execute({ remitId }: RemitNamed) {
    const { state: remit } = await this.runner.load(remitHistory, remitId);
    if (!remit) return null;
    const { bodyId, to, source } = remit;
    const meeting = (await this.queries.execute(new MeetingAsItStands(source.meetingId)))?.meeting;
    const hidden = meeting ? exemptIn(meeting) : new Set<string>();
    const exempt = remit.exempt || [source.itemId, source.decision?.decisionId].some((id) => id !== undefined && hidden.has(id));
    return { bodyId, ...(to.bodyId !== undefined && { toBodyId: to.bodyId }), exempt };
  }
}
