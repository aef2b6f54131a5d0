import {
  AgreeExistingProcess,
  AgreeLongerPeriod,
  AgreeProposedProcess,
  AskAdditionalAuthority,
  CompleteProcess,
  CorrectParticipationRequest,
  DeclineAsRepeat,
  EstablishProcess,
  GiveFinalDetails,
  ModifyProcess,
  NameContacts,
  NotifyMissingItems,
  ReceiveParticipationRequest,
  RecordAnnualReportPublished,
  RecordAuthorityReply,
  RecordConsideration,
  RecordPromotionAndSupport,
  RecordPublication,
  RecordRepresentations,
  RefuseRequest,
  ReportOnProcess,
  SupplyMissingItems,
  ValidateRequest,
  WithdrawRequest,
} from '../../../../src/slices/participation/participation.commands.js';
import { EraseSubject } from '../../../../src/slices/people/subjects/subject.commands.js';
import { type Given } from '../filling.js';
import { say, sayThen } from '../story.js';
import { DECIDED } from './grounds.js';

const { meetingId, decisionId, paragraph } = DECIDED;
const decision = { meetingId, decisionId, paragraph };

const MISSING = ['service', 'outcome', 'reasons', 'experience', 'improvement', 'form'] as const;
const ALL = ['a', 'b', 'c', 'd', 'e', 'f', 'equal-opportunities'] as const;
const considered = (request: string) => ALL.map((consideration) => say(RecordConsideration, request, { consideration }));

const received = (request: string, more: Given<InstanceType<typeof ReceiveParticipationRequest.spec.dto>> = {}) =>
  say(ReceiveParticipationRequest, request, {
    from: [{ kind: 'community-council', constitutionAttached: undefined, basis: undefined }],
    additionalAuthorities: undefined,
    contacts: undefined,
    ...more,
  });

export const participation = [
  received('board/asked', {
    from: [
      { kind: 'group', name: 'Said Group', constitutionAttached: undefined, basis: undefined },
      { kind: 'community-controlled', name: 'Said Trust', constitutionAttached: undefined, basis: undefined },
      { kind: 'community-controlled', constitutionAttached: true, basis: undefined },
      { kind: 'group', constitutionAttached: undefined },
    ],
    form: 'other',
    service: undefined,
    outcome: undefined,
    reasons: undefined,
    experience: undefined,
    improvement: undefined,
    additionalAuthorities: [{ authority: 'nhs' }],
    contacts: [{ subject: 'asker', inConfidence: undefined }, { subject: 'asker-2' }],
  }),
  say(NameContacts, 'board/asked', { contacts: [{ subject: 'asker-3' }] }),
  say(NotifyMissingItems, 'board/asked', {
    items: [
      ...MISSING.map((item) => ({ item, of: undefined })),
      { item: 'basis', of: 'Said Group' },
      { item: 'constitution', of: 'Said Trust' },
    ],
  }),
  say(SupplyMissingItems, 'board/asked', {
    form: 'schedule',
    from: [
      { name: 'Said Group', constitutionAttached: undefined },
      { name: 'Said Trust', constitutionAttached: true, basis: undefined },
    ],
  }),
  say(ValidateRequest, 'board/asked'),
  say(CorrectParticipationRequest, 'board/asked', {
    form: 'substantially-like',
    from: [
      { name: 'Said Group', kind: 'group', constitutionAttached: undefined },
      { name: 'Said Trust', kind: 'community-controlled', constitutionAttached: true, basis: undefined },
    ],
  }),
  say(AskAdditionalAuthority, 'board/asked', { authority: 'police' }),
  say(AskAdditionalAuthority, 'board/asked', { authority: 'nhs' }),
  say(RecordAuthorityReply, 'board/asked', { authority: 'nhs', participates: true }),
  say(RecordAuthorityReply, 'board/asked', { authority: 'police', participates: false }),
  say(AgreeLongerPeriod, 'board/asked', { until: '2025-05-25' }),
  ...considered('board/asked'),
  say(AgreeExistingProcess, 'board/asked', { decision }),
  received('board/proposed', { contacts: [{ subject: 'asker-4', inConfidence: undefined }] }),
  say(ValidateRequest, 'board/proposed'),
  ...considered('board/proposed'),
  say(AgreeProposedProcess, 'board/proposed', { decision }),
  say(RecordRepresentations, 'board/proposed'),
  sayThen(GiveFinalDetails, 'board/proposed', ({ wording }) => {
    wording.pass(40);
    return {};
  }),
  say(EstablishProcess, 'board/proposed'),
  say(ModifyProcess, 'board/proposed'),
  say(CompleteProcess, 'board/proposed'),
  say(ReportOnProcess, 'board/proposed', { ledToChange: true }),
  say(RecordPublication, 'board/proposed', { what: 'report' }),
  received('board/refused'),
  say(ValidateRequest, 'board/refused'),
  ...considered('board/refused'),
  say(RefuseRequest, 'board/refused', { decision }),
  received('board/repeated'),
  say(DeclineAsRepeat, 'board/repeated', { earlier: 'board/asked', matters: 'same' }),
  received('board/withdrawn'),
  say(WithdrawRequest, 'board/withdrawn'),
  say(RecordPromotionAndSupport, 'board', { year: 2019 }),
  say(RecordAnnualReportPublished, 'board', { year: 2019 }),
  say(EraseSubject, 'asker-3'),
];
