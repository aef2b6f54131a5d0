import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type DecisionRef } from '../../kernel/citation.js';

/**
 * Streams `participation-<bodyId>/<request>` and, for what is reported each year, `annual-participation-<bodyId>`.
 * `on` is always the calendar day where the body sits. Sections without an Act are those of the Community Empowerment (Scotland) Act 2015.
 */
export type ParticipationEvent = RequestEvent | AnnualParticipationEvent;

export type RequestEvent =
  /** s.22: a community participation body asked the authority for a process to improve the outcome of a service. */
  | DomainEvent<'ParticipationRequested', 1, ParticipationRequestedData>
  /** A slip in the record of the request was put right: the request had been so from when it was received. */
  | DomainEvent<
      'ParticipationRequestCorrected',
      1,
      RequestStep & {
        /** What it says; what stays is absent. */
        readonly changes: RequestCorrection;
        /** Why the record of it was wrong. */
        readonly reason: string;
      }
    >
  /** The people behind the request were named, sealed so that they can be erased. */
  | DomainEvent<
      'RequestContactsNamed',
      1,
      RequestStep & {
        /** The people behind the request from now on, sealed. */
        readonly contacts: readonly SealedContact[];
      }
    >
  /** SSI 2017/39 reg 4(1): each item that is missing, by the provision that requires it. */
  | DomainEvent<
      'MissingItemsNotified',
      1,
      RequestStep & {
        /** What is missing. */
        readonly items: readonly MissingItem[];
        /** The notice that names them (SSI 2017/39 reg 4). */
        readonly notice: NoticeGiven;
      }
    >
  /** What had been missing from the request was received; the request is valid when nothing is missing any more (reg 5). */
  | DomainEvent<'MissingItemsSupplied', 1, RequestStep & SuppliedItems>
  /** The request is complete. `validationDate`: the day the last item was received (reg 5); the decision period begins with it. */
  | DomainEvent<
      'ParticipationRequestValidated',
      1,
      RequestStep & {
        /** The day the last item was received (SSI 2017/39 reg 5). */
        readonly validationDate: string;
        /** When the decision notice is due. */
        readonly decisionDue: Deadline;
        /** The acknowledgement that was sent (SSI 2017/39 reg 5). */
        readonly notice: NoticeGiven;
      }
    >
  /** Reg 6: the authority asks an additional authority to take part. `decisionDue` only where that changes the decision period (reg 7). */
  | DomainEvent<
      'AdditionalAuthorityAsked',
      1,
      RequestStep &
        NamedAuthority & {
          /** When the reply is due. */
          readonly replyDue: Deadline;
          /** When the decision notice is due from now on. */
          readonly decisionDue?: Deadline;
          /** The notice to that authority (SSI 2017/39 reg 6). */
          readonly notice: NoticeGiven;
        }
    >
  /** Reg 6: the additional authority said whether it wishes to take part in the process, and why not where it does not. */
  | DomainEvent<
      'AdditionalAuthorityReplied',
      1,
      RequestStep & {
        /** The authority that replied. */
        readonly authority: string;
        /** Whether it wishes to take part. */
        readonly participates: boolean;
        /** Its reasons. */
        readonly reasons?: string;
      }
    >
  /** s.24(7): a longer period agreed with the community participation body. */
  | DomainEvent<
      'LongerPeriodAgreed',
      1,
      RequestStep & {
        /** The day the body agreed. */
        readonly agreedOn: string;
        /** When the decision notice is due from now on. */
        readonly decisionDue: Deadline;
      }
    >
  /** s.27: declined as a repeat. The earlier request is named, whichever body made it. */
  | DomainEvent<
      'ParticipationRequestDeclined',
      1,
      RequestStep &
        EndsWaiting & {
          /** The earlier request. */
          readonly earlier: EarlierRequest;
          /** Whether it is about the same matters, or substantially the same. */
          readonly matters: SameMatters;
          /** Why it is declined. */
          readonly reasons: string;
          /** The notice that it is declined (s.27). */
          readonly notice: NoticeGiven;
        }
    >
  /** s.24(3) and (4): what the authority considered before it decided on the request. */
  | DomainEvent<
      'ConsiderationRecorded',
      1,
      RequestStep & {
        /** The paragraph of s.24(3), or s.24(4). */
        readonly consideration: Consideration;
        /** What was considered. */
        readonly words: string;
      }
    >
  /** s.24: the authority refused the request, and gave the decision notice with its reasons. */
  | DomainEvent<
      'ParticipationRequestRefused',
      1,
      RequestStep &
        EndsWaiting & {
          /** The reasonable grounds (s.24(5)). */
          readonly reasons: string;
          /** The decision of a meeting by which it was decided. */
          readonly decision?: DecisionRef;
          /** The decision notice (s.24). */
          readonly notice: NoticeGiven;
        }
    >
  /**
   * s.24: the authority agreed to the request, and gave the decision notice. `representationsDue` and `finalDetailsDue` only where the
   * process is proposed (s.26).
   */
  | DomainEvent<
      'ParticipationRequestAgreed',
      1,
      RequestStep &
        EndsWaiting & {
          /** The outcome improvement process in which the body takes part. */
          readonly process: OutcomeProcess;
          /** The reasons for the decision. */
          readonly reasons?: string;
          /** The decision of a meeting by which it was decided. */
          readonly decision?: DecisionRef;
          /** When the body's representations on the proposed process are due. */
          readonly representationsDue?: Deadline;
          /** When the details of the process are due. */
          readonly finalDetailsDue?: Deadline;
          /** The decision notice (s.24). */
          readonly notice: NoticeGiven;
        }
    >
  /** s.26: the participation body made representations on the process that the authority proposes. */
  | DomainEvent<
      'RepresentationsMade',
      1,
      RequestStep & {
        /** The body's written representations. */
        readonly words: string;
      }
    >
  /** s.26(5). `regard`: how the representations were taken into consideration (s.26(4)). */
  | DomainEvent<
      'ProcessDetailsGiven',
      1,
      RequestStep &
        ProcessDetails & {
          /** How the representations were taken into consideration (s.26(4)). */
          readonly regard?: string;
          /** When the process is to be established by. */
          readonly establishDue: Deadline;
          /** The notice of the details (s.26(5)). */
          readonly notice: NoticeGiven;
        }
    >
  /** s.28: the process was established, with what it consists of. */
  | DomainEvent<
      'ProcessEstablished',
      1,
      RequestStep & {
        /** The steps taken to initiate the process. */
        readonly steps: string;
      }
    >
  /** s.29: the process was modified, after the participation body was consulted. */
  | DomainEvent<'ProcessModified', 1, RequestStep & Modification>
  /** The process that a request asked for came to its end. */
  | DomainEvent<'ProcessCompleted', 1, RequestStep>
  /** s.31: the authority reported on the process when it had been completed. */
  | DomainEvent<
      'ProcessReported',
      1,
      RequestStep &
        ProcessReport & {
          /** The report that was sent (s.31). */
          readonly notice: NoticeGiven;
        }
    >
  /** ss.24(6), 26(7), 29(3) and 31(5): the authority published what it has to publish of the request. */
  | DomainEvent<'ParticipationPublished', 1, RequestStep & Publication>
  /** The Act does not provide for withdrawal, but requests are withdrawn. */
  | DomainEvent<
      'ParticipationRequestWithdrawn',
      1,
      RequestStep &
        EndsWaiting & {
          /** Why it was withdrawn, where that was said. */
          readonly reason?: string;
        }
    >;

/** s.32. `year` is the year the reporting year begins in, on 1 April. */
export type AnnualParticipationEvent =
  /** s.32: what the authority did in the year to promote participation requests and to support those who make them. */
  | DomainEvent<
      'PromotionAndSupportRecorded',
      1,
      {
        /** The public service authority. */
        readonly bodyId: string;
        /** The day it was recorded, where the body sits. */
        readonly on: string;
        /** The year the reporting year begins in, on 1 April. */
        readonly year: number;
        /** What was done to promote the use of participation requests (s.32(2)(d)(i)). */
        readonly promotion: string;
        /** What was done to support bodies in making them (s.32(2)(d)(ii)). */
        readonly support: string;
      }
    >
  /** s.32: the authority published its yearly report on participation requests. */
  | DomainEvent<
      'ParticipationReportPublished',
      1,
      {
        /** The public service authority. */
        readonly bodyId: string;
        /** The day it was recorded, where the body sits. */
        readonly on: string;
        /** The year the reporting year begins in, on 1 April. */
        readonly year: number;
        /** The day it was published. */
        readonly publishedOn: string;
        /** The address of the page. */
        readonly where: string;
        /** SHA-256 of the text published. */
        readonly sha256: string;
      }
    >;

/** Every event carries the title, so that whoever sees only the event can say what is due. */
export interface RequestNamed {
  /** `body/request`. */
  readonly requestId: string;
  /** The public service authority that was asked. */
  readonly bodyId: string;
  /** What the request is called here. */
  readonly title: string;
}
export interface RequestStep extends RequestNamed {
  /** The day it took place, where the body sits. */
  readonly on: string;
}

/** `unanswered`: additional authorities that had not replied, whose replies are no longer awaited. */
export interface EndsWaiting {
  /** Additional authorities that had not replied, whose replies are no longer awaited. */
  readonly unanswered: readonly string[];
}

/** The kinds of community participation body, s.20(2)-(4). */
export type RequesterKind = 'community-controlled' | 'community-council' | 'designated' | 'group';

/** One of the bodies that ask; several make a joint request (s.22(5)). */
export interface Requester {
  /** The body that asks. */
  readonly name: string;
  /** What makes it a community participation body (s.20). */
  readonly kind: RequesterKind;
  /** Whether its written constitution came with the request. */
  readonly constitutionAttached?: boolean;
  /** Why it is a community participation body: the order that designates it, or how the group meets s.20(4)(a)-(f). */
  readonly basis?: string;
}

/** The contents of a request under s.22(2)(a)-(d), and any other information in support. An absent field was not given. */
export interface Contents {
  /** The public service (s.22(2)(a)). */
  readonly service?: string;
  /** The outcome (s.22(2)(a)). */
  readonly outcome?: string;
  /** Why the body should take part (s.22(2)(b)). */
  readonly reasons?: string;
  /** Its knowledge, expertise and experience (s.22(2)(c)). */
  readonly experience?: string;
  /** The improvement it anticipates (s.22(2)(d)). */
  readonly improvement?: string;
  /** Any other information in support (s.24(3)(b)). */
  readonly information?: string;
}

export interface RequestCorrection extends Contents {
  /** What the request is called here. */
  readonly title?: string;
  /** All the bodies that ask, as they should read. */
  readonly from?: readonly Requester[];
  /** Whether it is on the form of the schedule (SSI 2017/39 reg 3). */
  readonly form?: RequestForm;
}

/** Reg 3: the schedule's form, one substantially like it, or none of these. */
export type RequestForm = 'schedule' | 'substantially-like' | 'other';

export interface NamedAuthority {
  /** The id of the authority. */
  readonly authority: string;
  /** Its name. */
  readonly name: string;
}

export interface ParticipationRequestedData extends RequestStep, Contents {
  /** The authority's name, as its notices give it. */
  readonly authorityName: string;
  /** The bodies that ask; several make a joint request (s.22(5)). */
  readonly from: readonly Requester[];
  /** Whether it is on the form of the schedule (SSI 2017/39 reg 3). */
  readonly form: RequestForm;
  /** The authorities that the request asks to take part (s.22(6)). */
  readonly additionalAuthorities: readonly NamedAuthority[];
  /** The people behind it, sealed. */
  readonly contacts: readonly SealedContact[];
}

/** A person to be written to, and the details known of them. */
export interface ContactDetails {
  /** The id under which the details are sealed, and can be erased. */
  readonly subject: string;
  /** The name, sealed in the event. */
  readonly name: string;
  /** The postal address, sealed in the event. */
  readonly address?: string;
  /** The address for mail, sealed in the event. */
  readonly email?: string;
  /** The telephone number, sealed in the event. */
  readonly telephone?: string;
  /** What was said in confidence, sealed in the event. */
  readonly inConfidence?: string;
}

/** A person behind the request. All but the subject's id is sealed under the subject's key, and is never stored readable. */
export type SealedContact = ContactDetails;

export type ItemName = 'service' | 'outcome' | 'reasons' | 'experience' | 'improvement' | 'constitution' | 'basis' | 'form';

export interface MissingItem {
  /** What is missing. */
  readonly item: ItemName;
  /** The requester whose constitution or basis is missing. */
  readonly of?: string;
  /** The provision that requires it. */
  readonly section: string;
  /** What it is, in words. */
  readonly what: string;
}

export interface SuppliedItems extends Contents {
  /** The form it is on now. */
  readonly form?: RequestForm;
  /** What was supplied for each body that asks. */
  readonly from?: readonly {
    /** The body, as the request names it. */
    readonly name: string;
    /** Whether its written constitution came. */
    readonly constitutionAttached?: boolean;
    /** Why it is a community participation body. */
    readonly basis?: string;
  }[];
}

/** A notice that was sent: its day and the SHA-256 of its text. `form` numbers the wording: another wording has another number. */
export interface NoticeGiven {
  /** Which notice it is. */
  readonly kind: NoticeKind;
  /** The day it was sent. */
  readonly on: string;
  /** The number of the wording. */
  readonly form: 1;
  /** SHA-256 of its text. */
  readonly sha256: string;
}

export type NoticeKind =
  'missing-items' | 'acknowledgement' | 'additional-authority' | 'declined' | 'decision' | 'final-details' | 'report';

export type SameMatters = 'same' | 'substantially-same';

export interface EarlierRequest {
  /** The earlier request, `body/request`. */
  readonly requestId: string;
  /** What that request is called here. */
  readonly title: string;
  /** The day the request is taken to have been made (reg 5). */
  readonly madeOn: string;
}

/** The matters to be considered: s.24(3)(a)-(f), and s.24(4). */
export type Consideration = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'equal-opportunities';

/** The details of a process, s.25(2) and (3). */
export interface ProcessDetails {
  /** How the process operates, or is intended to. */
  readonly operation: string;
  /** How and to what extent the body is expected to take part. */
  readonly bodyRole: string;
  /** Where any other person takes part. */
  readonly othersRoles?: string;
}
export type OutcomeProcess =
  | (ProcessDetails & {
      /** A process that exists, or one that is proposed. */
      readonly kind: 'existing';
      /** The stage the process has reached (s.25(2)(b)). */
      readonly stage: string;
    })
  | (ProcessDetails & { readonly kind: 'proposed' });

export interface Modification {
  /** The id of the modification. */
  readonly modification: string;
  /** What is changed. */
  readonly changes: string;
  /** s.29(2): the body is consulted before. */
  readonly consultedOn: string;
  /** How the body was consulted, and what it said. */
  readonly consultation: string;
}

/** The report on a process, s.31(2)-(3). */
export interface ProcessReport {
  /** The outcomes, and whether the specified outcome has been improved (s.31(2)(a)). */
  readonly outcomes: string;
  /** How and to what extent the body's participation influenced them (s.31(2)(b)). */
  readonly influence: string;
  /** How the body and others are kept informed (s.31(2)(c)). */
  readonly keepingInformed: string;
  /** The day the body's views were sought (s.31(3)). */
  readonly viewsSoughtOn: string;
  /** How they were sought. */
  readonly viewsSought: string;
  /** What the body said. */
  readonly views?: string;
  /** s.32(2)(c): whether the request resulted in a change to a public service. */
  readonly ledToChange: boolean;
}

/** `decision-notice`, `final-process`, `modification-<id>`, `report`. */
export interface Publication {
  /** `decision-notice`, `final-process`, `modification-<id>` or `report`. */
  readonly what: string;
  /** The day it was published. */
  readonly publishedOn: string;
  /** The address of the page, or other electronic means. */
  readonly where: string;
}

export const requestEventVersions = {
  ParticipationRequested: 1,
  ParticipationRequestCorrected: 1,
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
