import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { SubjectErasedFault, SubjectKeys } from '../people/people.words.js';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type CommandClass } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { BodyHead } from '../bodies/bodies.queries.js';
import { MeetingCited } from '../bodies/meetings.port.js';
import {
  type ContactDto,
  type DeclineAsRepeatDto,
  type RecordAnnualReportPublishedDto,
  type RefuseRequestDto,
} from './participation.payloads.js';
import { sha256 } from './notices/notice.js';
import { type SealedContact } from './participation.events.js';
import { type ParticipationFacts } from './participation.facts.js';
import { madeOn, participationHistory } from './participation.state.js';
import { annualReportText } from './views/annual-report/annual-report.js';
import { AnnualParticipationReport } from './views/annual-report/annual-report.query.js';
import { participationRegister } from './views/register/participation-register.projection.js';

/** What the commands on participation requests must know; personal details are sealed here, and go no further as they were typed. */
@Injectable()
export class GatherParticipation implements FactGatherer {
  constructor(
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
    private readonly runner: CommandRunner,
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async gather({ target, data }: BusCommand, { spec }: CommandClass): Promise<ParticipationFacts> {
    const [bodyId = target] = target.split('/');
    const body = await this.queries.execute(new BodyHead(bodyId));
    const { contacts = [] } = data as { contacts?: ContactDto[] };
    const { earlier } = data as Partial<DeclineAsRepeatDto>;
    const { decision } = data as Pick<RefuseRequestDto, 'decision'>;
    return {
      body: body && { name: body.name, timeZone: body.timeZone },
      contacts: await this.sealed(body ? contacts : []),
      earlier: earlier === undefined ? null : await this.earlier(earlier),
      meeting: decision === undefined ? null : await this.queries.execute(new MeetingCited(decision.meetingId)),
      ...(spec.type === 'RecordAnnualReportPublished' ? await this.report(bodyId, (data as RecordAnnualReportPublishedDto).year) : {}),
    };
  }

  private async sealed(contacts: readonly ContactDto[]): Promise<ParticipationFacts['contacts']> {
    const erased: string[] = [];
    const sealed: SealedContact[] = [];
    for (const contact of contacts) {
      const one = await this.seal(contact);
      if (one) sealed.push(one);
      else erased.push(contact.subject);
    }
    return { sealed, erased };
  }

  /** `null` where the subject was erased, before or meanwhile. */
  private async seal({ subject, name, address, email, telephone, inConfidence }: ContactDto): Promise<SealedContact | null> {
    const fields = Object.entries({ name, address, email, telephone, inConfidence }).filter(([, text]) => text !== undefined);
    try {
      const texts = await Promise.all(fields.map(async ([field, text]) => [field, await this.keys.seal(subject, text!)] as const));
      return { subject, ...(Object.fromEntries(texts) as unknown as Omit<SealedContact, 'subject'>) };
    } catch (fault) {
      if (fault instanceof SubjectErasedFault) return null;
      throw fault;
    }
  }

  private async earlier(requestId: string): Promise<ParticipationFacts['earlier']> {
    const { state } = await this.runner.load(participationHistory, requestId);
    return state && { requestId, bodyId: state.bodyId, title: state.title, madeOn: madeOn(state) };
  }

  /** What is published is what the record says now, so the register has to have caught up with it. */
  private async report(bodyId: string, year: number): Promise<Pick<ParticipationFacts, 'report'>> {
    const head = await this.store.head();
    if (head !== null) await this.projections.waitFor(head, { names: [participationRegister.name] });
    const report = await this.queries.execute(new AnnualParticipationReport(bodyId, year));
    return report ? { report: { sha256: sha256(annualReportText(report)) } } : {};
  }
}
