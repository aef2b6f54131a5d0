import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Sealed } from '../../../../kernel/sealed.js';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { type Moments, updatesBy } from '../../../../kernel/moments.js';
import { type Sight } from '../../../../kernel/principal.js';
import { SubjectKeys } from '../../../people/people.queries.js';
import { type SealedContact } from '../../participation.events.js';
import { participationHistory, type RequestUpdate, requestOn } from '../../participation.state.js';
import { ParticipationRows } from './participation-rows.js';
import { type ContactShown, type PublicRequest, publicView, type RequestShown, shown } from './request-view.js';

/** The parts of a request that a reader may see: published ones only, all but personal details, or all. */
export type Reading = 'public' | 'without-personal' | 'with-personal';

export interface RequestStory extends RequestShown {
  /** Everything recorded of the request up to the day, in the order it was recorded, without the people behind it. */
  readonly story: readonly (Omit<RequestUpdate, 'data'> & { readonly data: object })[];
}

/** One request on a day; `null` where there is none, or none that may be read. `moments`: a time of that day, and what was then known. */
export class ParticipationRequestAsAt extends Query<RequestStory | PublicRequest | null> {
  constructor(
    readonly requestId: string,
    readonly asAt: string,
    readonly reading: Reading,
    readonly sight: Pick<Sight, 'exempt'>,
    readonly moments: Moments = {},
  ) {
    super();
  }
}

@QueryHandler(ParticipationRequestAsAt)
export class ParticipationRequestAsAtHandler implements IQueryHandler<ParticipationRequestAsAt> {
  constructor(
    private readonly rows: ParticipationRows,
    private readonly keys: SubjectKeys,
  ) {}

  async execute({ requestId, asAt, reading, sight, moments }: ParticipationRequestAsAt): Promise<RequestStory | PublicRequest | null> {
    const row = await this.rows.register.find(requestId);
    const updates = row ? updatesBy(row.updates, moments) : [];
    const request = requestOn(updates, asAt);
    if (!request) return null;
    if ((await this.rows.hidden(row ? [row] : [], sight)).has(requestId)) return null;
    if (reading === 'public') return publicView(request, asAt);
    const contacts = await Promise.all(request.contacts.map((contact) => this.contact(contact, reading)));
    const story = updates.filter(({ data }) => data.on <= asAt).map((update) => ({ ...update, data: withoutContacts(update.data) }));
    return { ...shown(request, asAt, contacts), story };
  }

  private async contact({ subject, ...sealed }: SealedContact, reading: Reading): Promise<ContactShown> {
    if (await this.keys.isErased(subject)) return { subject, erased: true };
    if (reading !== 'with-personal') return { subject, apart: true };
    const opened: [string, string][] = [];
    for (const [field, text] of Object.entries(sealed)) {
      const open = await this.keys.open(text as Sealed);
      if (open === null) return { subject, erased: true };
      opened.push([field, open]);
    }
    return { subject, ...(Object.fromEntries(opened) as { name: string }) };
  }
}

const withoutContacts = (data: RequestUpdate['data']): object => {
  if (!('contacts' in data)) return data;
  const { contacts, ...rest } = data;
  return { ...rest, contacts: contacts.map(({ subject }) => ({ subject })) };
};

/** The revision of a request's last event, which a form made now is to expect; `null` where there is none. Reads the record itself. */
export class ParticipationRevision extends Query<number | null> {
  constructor(readonly requestId: string) {
    super();
  }
}

@QueryHandler(ParticipationRevision)
export class ParticipationRevisionHandler implements IQueryHandler<ParticipationRevision> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ requestId }: ParticipationRevision): Promise<number | null> {
    const { revision } = await this.runner.load(participationHistory, requestId);
    return revision === 'none' ? null : revision;
  }
}
