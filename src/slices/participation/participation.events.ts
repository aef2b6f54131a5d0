import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionRef } from '../../kernel/citation.js';

/**
 * Streams `participation-<bodyId>/<request>` and, for what is reported each year, `annual-participation-<bodyId>`.
 * `on` is always the calendar day where the body sits. Sections without an Act are those of the Community Empowerment (Scotland) Act 2015.
 */
export type ParticipationEvent = RequestEvent | AnnualParticipationEvent;

export type RequestEvent =
  | DomainEvent<'ParticipationRequested', 1, ParticipationRequestedData>
  | DomainEvent<'RequestContactsNamed', 1, RequestStep & { readonly contacts: readonly SealedContact[] }>
  /** SSI 2017/39 reg 4(1): each item that is missing, by the provision that requires it. */
  | DomainEvent<'MissingItemsNotified', 1, RequestStep & { readonly items: readonly MissingItem[]; readonly notice: NoticeGiven }>
  | DomainEvent<'MissingItemsSupplied', 1, RequestStep & SuppliedItems>
  /** `validationDate`: the day the last item was received (reg 5); the decision period begins with it. */
  | DomainEvent<
      'ParticipationRequestValidated',
      1,
      RequestStep & { readonly validationDate: string; readonly decisionDue: Deadline; readonly notice: NoticeGiven }
    >
  /** Reg 6: the authority asks an additional authority to take part. `decisionDue` only where that changes the decision period (reg 7). */
  | DomainEvent<
      'AdditionalAuthorityAsked',
      1,
      RequestStep & NamedAuthority & { readonly replyDue: Deadline; readonly decisionDue?: Deadline; readonly notice: NoticeGiven }
    >
  | DomainEvent<
      'AdditionalAuthorityReplied',
      1,
      RequestStep & { readonly authority: string; readonly participates: boolean; readonly reasons?: string }
    >
  /** s.24(7): a longer period agreed with the community participation body. */
  | DomainEvent<'LongerPeriodAgreed', 1, RequestStep & { readonly agreedOn: string; readonly decisionDue: Deadline }>
  /** s.27: declined as a repeat. The earlier request is named, whichever body made it. */
  | DomainEvent<
      'ParticipationRequestDeclined',
      1,
      RequestStep &
        EndsWaiting & {
          readonly earlier: EarlierRequest;
          readonly matters: SameMatters;
          readonly reasons: string;
          readonly notice: NoticeGiven;
        }
    >
  | DomainEvent<'ConsiderationRecorded', 1, RequestStep & { readonly consideration: Consideration; readonly words: string }>
  | DomainEvent<
      'ParticipationRequestRefused',
      1,
      RequestStep & EndsWaiting & { readonly reasons: string; readonly decision?: DecisionRef; readonly notice: NoticeGiven }
    >
  /** `representationsDue` and `finalDetailsDue` only where the process is proposed (s.26). */
  | DomainEvent<
      'ParticipationRequestAgreed',
      1,
      RequestStep &
        EndsWaiting & {
          readonly process: OutcomeProcess;
          readonly reasons?: string;
          readonly decision?: DecisionRef;
          readonly representationsDue?: Deadline;
          readonly finalDetailsDue?: Deadline;
          readonly notice: NoticeGiven;
        }
    >
  | DomainEvent<'RepresentationsMade', 1, RequestStep & { readonly words: string }>
  /** s.26(5). `regard`: how the representations were taken into consideration (s.26(4)). */
  | DomainEvent<
      'ProcessDetailsGiven',
      1,
      RequestStep & ProcessDetails & { readonly regard?: string; readonly establishDue: Deadline; readonly notice: NoticeGiven }
    >
  | DomainEvent<'ProcessEstablished', 1, RequestStep & { readonly steps: string }>
  | DomainEvent<'ProcessModified', 1, RequestStep & Modification>
  | DomainEvent<'ProcessCompleted', 1, RequestStep>
  | DomainEvent<'ProcessReported', 1, RequestStep & ProcessReport & { readonly notice: NoticeGiven }>
  | DomainEvent<'ParticipationPublished', 1, RequestStep & Publication>
  /** The Act does not provide for withdrawal, but requests are withdrawn. */
  | DomainEvent<'ParticipationRequestWithdrawn', 1, RequestStep & EndsWaiting & { readonly reason?: string }>;

/** s.32. `year` is the year the reporting year begins in, on 1 April. */
export type AnnualParticipationEvent =
  | DomainEvent<
      'PromotionAndSupportRecorded',
      1,
      { readonly bodyId: string; readonly on: string; readonly year: number; readonly promotion: string; readonly support: string }
    >
  | DomainEvent<
      'ParticipationReportPublished',
      1,
      {
        readonly bodyId: string;
        readonly on: string;
        readonly year: number;
        readonly publishedOn: string;
        readonly where: string;
        readonly sha256: string;
      }
    >;

/** Every event carries the title, so that whoever sees only the event can say what is due. */
export interface RequestNamed {
  readonly requestId: string;
  readonly bodyId: string;
  readonly title: string;
}
export interface RequestStep extends RequestNamed {
  readonly on: string;
}

/** `unanswered`: additional authorities that had not replied, whose replies are no longer awaited. */
export interface EndsWaiting {
  readonly unanswered: readonly string[];
}

/** The kinds of community participation body, s.20(2)-(4). */
export type RequesterKind = 'community-controlled' | 'community-council' | 'designated' | 'group';

/** One of the bodies that ask; several make a joint request (s.22(5)). */
export interface Requester {
  readonly name: string;
  readonly kind: RequesterKind;
  readonly constitutionAttached?: boolean;
  /** Why it is a community participation body: the order that designates it, or how the group meets s.20(4)(a)-(f). */
  readonly basis?: string;
}

/** The contents of a request under s.22(2)(a)-(d), and any other information in support. An absent field was not given. */
export interface Contents {
  readonly service?: string;
  readonly outcome?: string;
  readonly reasons?: string;
  readonly experience?: string;
  readonly improvement?: string;
  readonly information?: string;
}

/** Reg 3: the schedule's form, one substantially like it, or none of these. */
export type RequestForm = 'schedule' | 'substantially-like' | 'other';

export interface NamedAuthority {
  readonly authority: string;
  readonly name: string;
}

export interface ParticipationRequestedData extends RequestStep, Contents {
  /** The authority's name, as its notices give it. */
  readonly authorityName: string;
  readonly from: readonly Requester[];
  readonly form: RequestForm;
  /** The authorities that the request asks to take part (s.22(6)). */
  readonly additionalAuthorities: readonly NamedAuthority[];
  readonly contacts: readonly SealedContact[];
}

/** A person to be written to, and the details known of them. */
export interface ContactDetails {
  readonly subject: string;
  readonly name: string;
  readonly address?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly inConfidence?: string;
}

/** A person behind the request. All but the subject's id is sealed under the subject's key, and is never stored readable. */
export type SealedContact = ContactDetails;

export type ItemName = 'service' | 'outcome' | 'reasons' | 'experience' | 'improvement' | 'constitution' | 'basis' | 'form';

export interface MissingItem {
  readonly item: ItemName;
  /** The requester whose constitution or basis is missing. */
  readonly of?: string;
  readonly section: string;
  readonly what: string;
}

export interface SuppliedItems extends Contents {
  readonly form?: RequestForm;
  readonly from?: readonly { readonly name: string; readonly constitutionAttached?: boolean; readonly basis?: string }[];
}

/** A notice that was sent: its day and the SHA-256 of its text. `form` numbers the wording: another wording has another number. */
export interface NoticeGiven {
  readonly kind: NoticeKind;
  readonly on: string;
  readonly form: 1;
  readonly sha256: string;
}

export type NoticeKind =
  'missing-items' | 'acknowledgement' | 'additional-authority' | 'declined' | 'decision' | 'final-details' | 'report';

export type SameMatters = 'same' | 'substantially-same';

export interface EarlierRequest {
  readonly requestId: string;
  readonly title: string;
  /** The day the request is taken to have been made (reg 5). */
  readonly madeOn: string;
}

/** The matters to be considered: s.24(3)(a)-(f), and s.24(4). */
export type Consideration = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'equal-opportunities';

/** The details of a process, s.25(2) and (3). */
export interface ProcessDetails {
  readonly operation: string;
  readonly bodyRole: string;
  /** Where any other person takes part. */
  readonly othersRoles?: string;
}
export type OutcomeProcess =
  (ProcessDetails & { readonly kind: 'existing'; readonly stage: string }) | (ProcessDetails & { readonly kind: 'proposed' });

export interface Modification {
  readonly modification: string;
  readonly changes: string;
  /** s.29(2): the body is consulted before. */
  readonly consultedOn: string;
  readonly consultation: string;
}

/** The report on a process, s.31(2)-(3). */
export interface ProcessReport {
  readonly outcomes: string;
  readonly influence: string;
  readonly keepingInformed: string;
  readonly viewsSoughtOn: string;
  readonly viewsSought: string;
  readonly views?: string;
  /** s.32(2)(c): whether the request resulted in a change to a public service. */
  readonly ledToChange: boolean;
}

/** `decision-notice`, `final-process`, `modification-<id>`, `report`. */
export interface Publication {
  readonly what: string;
  readonly publishedOn: string;
  readonly where: string;
}

export const requestEventVersions = {
  ParticipationRequested: 1,
  RequestContactsNamed: 1,
  MissingItemsNotified: 1,
  MissingItemsSupplied: 1,
  ParticipationRequestValidated: 1,
  AdditionalAuthorityAsked: 1,
  AdditionalAuthorityReplied: 1,
  LongerPeriodAgreed: 1,
  ParticipationRequestDeclined: 1,
  ConsiderationRecorded: 1,
  ParticipationRequestRefused: 1,
  ParticipationRequestAgreed: 1,
  RepresentationsMade: 1,
  ProcessDetailsGiven: 1,
  ProcessEstablished: 1,
  ProcessModified: 1,
  ProcessCompleted: 1,
  ProcessReported: 1,
  ParticipationPublished: 1,
  ParticipationRequestWithdrawn: 1,
} as const satisfies { readonly [E in RequestEvent as E['type']]: E['v'] };

export const participationEventVersions = {
  ...requestEventVersions,
  PromotionAndSupportRecorded: 1,
  ParticipationReportPublished: 1,
} as const satisfies { readonly [E in ParticipationEvent as E['type']]: E['v'] };
