import { type CommandFor, type CommandsOf, defineCommand } from '../../kernel/command.js';
import {
  AgreeExistingProcessDto,
  AgreeLongerPeriodDto,
  AgreeProposedProcessDto,
  AskAdditionalAuthorityDto,
  CorrectParticipationRequestDto,
  DeclineAsRepeatDto,
  EstablishProcessDto,
  GiveFinalDetailsDto,
  ModifyProcessDto,
  NameContactsDto,
  NotifyMissingItemsDto,
  ReceiveParticipationRequestDto,
  RecordAnnualReportPublishedDto,
  RecordAuthorityReplyDto,
  RecordConsiderationDto,
  RecordPromotionAndSupportDto,
  RecordPublicationDto,
  RecordRepresentationsDto,
  RefuseRequestDto,
  ReportOnProcessDto,
  SupplyMissingItemsDto,
  WithdrawRequestDto,
} from './participation.payloads.js';
import { NoFields } from '../../http/fields.js';
import { type ParticipationFacts } from './participation.facts.js';
import { participationScope } from './participation.scope.js';
import { bodyScope } from '../bodies/body.scope.js';

const RECORD = { scope: participationScope, right: 'participation.record', creates: false } as const;
const ROLE = {
  operation: 'A working group meets each month, walks the route and writes the specification.',
  bodyRole: 'Two seats on the working group, and the draft specification before anybody else.',
};

export const ReceiveParticipationRequest = defineCommand({
  ...RECORD,
  type: 'ReceiveParticipationRequest',
  creates: true,
  dto: ReceiveParticipationRequestDto,
  personal: ['contacts'],
  summary: 'Records a participation request as it was received, complete or not.',
  example: {
    title: 'Path between Westmuir and Eastmuir',
    from: [{ name: 'Example Community Trust', kind: 'community-controlled', constitutionAttached: true }],
    form: 'schedule',
    service: 'Maintenance of paths',
    outcome: 'People walk and cycle safely between the two villages.',
    reasons: 'The Trust’s members use the path every day.',
    experience: 'The Trust has kept up a path of its own since 2009.',
    improvement: 'A path that is open all year round.',
    contacts: [{ subject: 'subject-7k3q9d2x', name: 'A. Example', email: 'a.example@example.org' }],
  },
});

export const CorrectParticipationRequest = defineCommand({
  ...RECORD,
  type: 'CorrectParticipationRequest',
  dto: CorrectParticipationRequestDto,
  summary:
    'Corrects a slip in a request as it was recorded, with the reason; what was first recorded stays in its story, and notices that were given stay as they were given.',
  example: { title: 'Path between Westmuir and Eastmuir', reason: 'The villages were confused with others.' },
});

export const NameContacts = defineCommand({
  ...RECORD,
  type: 'NameContacts',
  dto: NameContactsDto,
  personal: ['contacts'],
  summary: 'Names the people behind a request from now on; their details are sealed.',
  example: { contacts: [{ subject: 'subject-7k3q9d2x', name: 'A. Example', telephone: '01632 960000' }] },
});

export const NotifyMissingItems = defineCommand({
  ...RECORD,
  type: 'NotifyMissingItems',
  dto: NotifyMissingItemsDto,
  summary: 'Records that the body was given notice of what its request lacks.',
  example: { items: [{ item: 'outcome' }] },
});

export const SupplyMissingItems = defineCommand({
  ...RECORD,
  type: 'SupplyMissingItems',
  dto: SupplyMissingItemsDto,
  summary: 'Records items that were missing and have been received.',
  example: { outcome: 'People walk and cycle safely between the two villages.' },
});

export const ValidateRequest = defineCommand({
  ...RECORD,
  type: 'ValidateRequest',
  dto: NoFields,
  summary:
    'Records that a request is valid, from the day its last item was received, and that this was acknowledged; starts the decision period.',
  example: {},
});

export const AskAdditionalAuthority = defineCommand({
  ...RECORD,
  type: 'AskAdditionalAuthority',
  dto: AskAdditionalAuthorityDto,
  summary: 'Records that an additional authority was notified of a request that asks it to take part.',
  example: { authority: 'nhs-example', name: 'NHS Example' },
});

export const RecordAuthorityReply = defineCommand({
  ...RECORD,
  type: 'RecordAuthorityReply',
  dto: RecordAuthorityReplyDto,
  summary: 'Records whether an additional authority wishes to take part.',
  example: { authority: 'nhs-example', participates: false, reasons: 'It has no part in the maintenance of paths.' },
});

export const AgreeLongerPeriod = defineCommand({
  ...RECORD,
  type: 'AgreeLongerPeriod',
  dto: AgreeLongerPeriodDto,
  summary: 'Records that the body agreed to a longer period for the decision.',
  example: { until: '2027-03-12' },
});

export const DeclineAsRepeat = defineCommand({
  ...RECORD,
  type: 'DeclineAsRepeat',
  dto: DeclineAsRepeatDto,
  summary: 'Declines a request on the same matters as one made in the two years before, whoever made it.',
  example: { earlier: 'scottish-borders-council/2024-westmuir-path', matters: 'same', reasons: 'Nothing has changed since.' },
});

export const RecordConsideration = defineCommand({
  ...RECORD,
  type: 'RecordConsideration',
  dto: RecordConsiderationDto,
  summary: 'Records what the authority considered under one paragraph of section 24(3), or under section 24(4).',
  example: { consideration: 'c', words: 'Walking more is likely to improve public health.' },
});

export const RefuseRequest = defineCommand({
  ...RECORD,
  type: 'RefuseRequest',
  dto: RefuseRequestDto,
  summary: 'Records that a request is refused, with the reasonable grounds, and that the decision notice was given.',
  example: { reasons: 'The authority has no part in the outcome.' },
});

export const AgreeExistingProcess = defineCommand({
  ...RECORD,
  type: 'AgreeExistingProcess',
  dto: AgreeExistingProcessDto,
  summary: 'Records that a request is agreed to and the body joins an outcome improvement process there is already.',
  example: { ...ROLE, stage: 'The route has been surveyed.' },
});

export const AgreeProposedProcess = defineCommand({
  ...RECORD,
  type: 'AgreeProposedProcess',
  dto: AgreeProposedProcessDto,
  summary: 'Records that a request is agreed to and an outcome improvement process is proposed; starts the period for representations.',
  example: ROLE,
});

export const RecordRepresentations = defineCommand({
  ...RECORD,
  type: 'RecordRepresentations',
  dto: RecordRepresentationsDto,
  summary: 'Records the body’s representations on a proposed process.',
  example: { words: 'The group should meet in the evening.' },
});

export const GiveFinalDetails = defineCommand({
  ...RECORD,
  type: 'GiveFinalDetails',
  dto: GiveFinalDetailsDto,
  summary: 'Records that notice of the process’s final details was given; starts the period to establish it.',
  example: { ...ROLE, regard: 'The group will meet in the evening.' },
});

export const EstablishProcess = defineCommand({
  ...RECORD,
  type: 'EstablishProcess',
  dto: EstablishProcessDto,
  summary: 'Records that the process was established.',
  example: { steps: 'The working group met for the first time.' },
});

export const ModifyProcess = defineCommand({
  ...RECORD,
  type: 'ModifyProcess',
  dto: ModifyProcessDto,
  summary: 'Records that an established process was modified after the body was consulted.',
  example: {
    changes: 'The group meets every two months.',
    consultedOn: '2026-10-01',
    consultation: 'At the meeting in October; it agreed.',
  },
});

export const CompleteProcess = defineCommand({
  ...RECORD,
  type: 'CompleteProcess',
  dto: NoFields,
  summary: 'Records that the process is complete.',
  example: {},
});

export const ReportOnProcess = defineCommand({
  ...RECORD,
  type: 'ReportOnProcess',
  dto: ReportOnProcessDto,
  summary: 'Records the report on a complete process.',
  example: {
    outcomes: 'The path is open all year round.',
    influence: 'The route follows the Trust’s proposal.',
    keepingInformed: 'A note to the Trust each April.',
    viewsSoughtOn: '2026-10-01',
    viewsSought: 'By letter.',
    ledToChange: true,
  },
});

export const RecordPublication = defineCommand({
  ...RECORD,
  type: 'RecordPublication',
  dto: RecordPublicationDto,
  summary: 'Records when and where something that must be published was.',
  example: { what: 'decision-notice', where: 'https://www.example.org/participation-requests' },
});

export const WithdrawRequest = defineCommand({
  ...RECORD,
  type: 'WithdrawRequest',
  dto: WithdrawRequestDto,
  summary: 'Records that the body withdrew its request.',
  example: { reason: 'The path was repaired meanwhile.' },
});

export const participationRequestCommands = [
  ReceiveParticipationRequest,
  CorrectParticipationRequest,
  NameContacts,
  NotifyMissingItems,
  SupplyMissingItems,
  ValidateRequest,
  AskAdditionalAuthority,
  RecordAuthorityReply,
  AgreeLongerPeriod,
  DeclineAsRepeat,
  RecordConsideration,
  RefuseRequest,
  AgreeExistingProcess,
  AgreeProposedProcess,
  RecordRepresentations,
  GiveFinalDetails,
  EstablishProcess,
  ModifyProcess,
  CompleteProcess,
  ReportOnProcess,
  RecordPublication,
  WithdrawRequest,
] as const;

const YEARLY = { scope: bodyScope, right: 'participation.record' } as const;

export const RecordPromotionAndSupport = defineCommand({
  ...YEARLY,
  type: 'RecordPromotionAndSupport',
  dto: RecordPromotionAndSupportDto,
  summary: 'Records what an authority did in a reporting year to promote participation requests and to support those who make them.',
  example: { year: 2026, promotion: 'A page on the website.', support: 'One officer to ask.' },
});

export const RecordAnnualReportPublished = defineCommand({
  ...YEARLY,
  type: 'RecordAnnualReportPublished',
  dto: RecordAnnualReportPublishedDto,
  summary: 'Records that the report on the participation requests of a year was published.',
  example: { year: 2025, where: 'https://www.example.org/participation-requests/2025-26' },
});

export const annualParticipationCommands = [RecordPromotionAndSupport, RecordAnnualReportPublished] as const;
export const participationCommands = [...participationRequestCommands, ...annualParticipationCommands] as const;

export type ParticipationCommand = CommandsOf<typeof participationRequestCommands, ParticipationFacts>;
export type AnnualParticipationCommand = CommandsOf<typeof annualParticipationCommands, ParticipationFacts>;
export type AskedFor<C extends (typeof participationCommands)[number]> = CommandFor<C, ParticipationFacts>;
