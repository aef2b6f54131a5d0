import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { SubjectErasedFault, SubjectKeys } from '../people/people.queries.js';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type ByCommand, type CommandClass, madeOf } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { BodyHead } from '../bodies/bodies.queries.js';
import { MeetingCited } from '../bodies/meetings.port.js';
import { type DecisionAtParagraphDto } from '../bodies/decision-named.payloads.js';
import { type participationCommands } from './participation.commands.js';
import { type ContactDto } from './participation.payloads.js';
import { sha256 } from './notices/notice.js';
import { type SealedContact } from './participation.events.js';
import { type ParticipationFacts } from './participation.facts.js';
import { madeOn, participationHistory } from './participation.state.js';
import { annualReportText } from './views/annual-report/annual-report.js';
import { AnnualParticipationReport } from './views/annual-report/annual-report.query.js';
import { participationRegister } from './views/register/participation-register.projection.js';
import { bodyOfTarget } from '../../kernel/record-id.js';

interface Named {
  readonly contacts?: readonly ContactDto[] | undefined;
  /** An earlier request. */
  readonly earlier?: string;
  readonly decision?: DecisionAtParagraphDto | undefined;
  /** The year whose report is published. */
  readonly reportOf?: number;
}
const nothing = (): Named => ({});
const byDecision = ({ decision }: Pick<Named, 'decision'>): Named => ({ decision });
const people = ({ contacts }: Pick<Named, 'contacts'>): Named => ({ contacts });

/** The records outside the request that each command names. */
const NAMED: ByCommand<typeof participationCommands, Named> = {
  ReceiveParticipationRequest: people,
  NameContacts: people,
  CorrectParticipationRequest: nothing,
  NotifyMissingItems: nothing,
  SupplyMissingItems: nothing,
  ValidateRequest: nothing,
  AskAdditionalAuthority: nothing,
  RecordAuthorityReply: nothing,
  AgreeLongerPeriod: nothing,
  DeclineAsRepeat: ({ earlier }) => ({ earlier }),
  RecordConsideration: nothing,
  RefuseRequest: byDecision,
  AgreeExistingProcess: byDecision,
  AgreeProposedProcess: byDecision,
  RecordRepresentations: nothing,
  GiveFinalDetails: nothing,
  EstablishProcess: nothing,
  ModifyProcess: nothing,
  CompleteProcess: nothing,
  ReportOnProcess: nothing,
  RecordPublication: nothing,
  WithdrawRequest: nothing,
  RecordPromotionAndSupport: nothing,
  RecordAnnualReportPublished: ({ year }) => ({ reportOf: year }),
};

/** Gathers the facts that commands on participation requests need; personal details are sealed here, and no readable copy goes further. */
@Injectable()
export class GatherParticipation implements FactGatherer<ParticipationFacts> {
  constructor(
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
    private readonly runner: CommandRunner,
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async gather(command: BusCommand, type: CommandClass): Promise<ParticipationFacts> {
    const bodyId = bodyOfTarget(command.target);
    const { contacts = [], earlier, decision, reportOf } = madeOf(NAMED, type, command);
    const body = await this.queries.execute(new BodyHead(bodyId));
    return {
      body: body && { name: body.name, timeZone: body.timeZone },
      contacts: await this.sealed(body ? contacts : []),
      earlier: earlier === undefined ? null : await this.earlier(earlier),
      meeting: decision === undefined ? null : await this.queries.execute(new MeetingCited(decision.meetingId)),
      ...(reportOf === undefined ? {} : await this.report(bodyId, reportOf)),
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

  /** The hash of the report as the record has it now, so the register is waited for. */
  private async report(bodyId: string, year: number): Promise<Pick<ParticipationFacts, 'report'>> {
    const head = await this.store.head();
    if (head !== null) await this.projections.waitFor(head, { names: [participationRegister.name] });
    const report = await this.queries.execute(new AnnualParticipationReport(bodyId, year));
    return report ? { report: { sha256: sha256(annualReportText(report)) } } : {};
  }
}
