import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { idOfName } from '../../kernel/ids.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { InjectReadModel } from '../../projections/projections.module.js';
import { ReadModel } from '../../projections/read-model.js';
import { type BodyNamed, bodyNamedIn, type NamedDiary } from '../calendars/calendars.words.js';
import { SpellingsOf } from '../directory/directory.queries.js';
import { bodiesOfName } from './known-by-name.js';
import { MeetingDates } from './meetings.port.js';
import { bodyRegister, type BodyRegisterRow } from './views/body-register/body-register.projection.js';

/**
 * The bodies that the words of deadlines name for their meetings, looked for among the bodies known, and their diaries. The first of the
 * words that can be no body's name, and that none has, are left out. Waits for the read models.
 */
export class DiariesNamed extends Query<readonly NamedDiary[]> {
  constructor(
    /** The body of the record in which the words stand. */
    readonly bodyId: string,
    readonly words: readonly (string | undefined)[],
  ) {
    super();
  }
}

@QueryHandler(DiariesNamed)
export class DiariesNamedHandler implements IQueryHandler<DiariesNamed> {
  constructor(
    private readonly queries: QueryBus,
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @InjectReadModel(bodyRegister) private readonly register: ReadModel<BodyRegisterRow>,
  ) {}

  async execute({ bodyId, words }: DiariesNamed): Promise<readonly NamedDiary[]> {
    const named = words.flatMap((one) => (one === undefined ? null : bodyNamedIn(one)) ?? []);
    if (named.length === 0) return [];
    const head = await this.store.head();
    if (head !== null) await this.projections.waitFor(head, { names: [bodyRegister.name] });
    const known = await this.register.findMany({ orderBy: { name: 'asc' } });
    const found = await Promise.all(named.map((one) => this.diaryOf(one, bodyId, known)));
    return found.filter((one) => one !== null);
  }

  private async diaryOf({ named, sure }: BodyNamed, ownId: string, known: readonly BodyRegisterRow[]): Promise<NamedDiary | null> {
    const id = idOfName(named);
    const { ids } = await this.queries.execute(new SpellingsOf('organisation', id));
    const spellings = new Set(ids.length > 1 ? ids : []);
    const fits = bodiesOfName(named, ownId, known, ({ bodyId, name }) => spellings.has(bodyId) || spellings.has(idOfName(name)));
    const [body, another] = fits;
    if (!body) return sure ? { named, of: { named }, meetings: [] } : null;
    if (another) return { named, of: { named, fits: fits.map(({ name }) => name) }, meetings: [] };
    const meetings = await this.queries.execute(new MeetingDates(body.bodyId));
    return body.bodyId === ownId ? { named, meetings } : { named, of: { named, bodyId: body.bodyId }, meetings };
  }
}
