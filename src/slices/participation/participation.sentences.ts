import { type ParticipationEvent } from './participation.events.js';
import { because, longDate, quoted, type Sentences } from '../../kernel/sentences.js';

const by = (latest: string | undefined): string => (latest === undefined ? 'undated' : longDate(latest));
const named = (names: readonly { readonly name: string }[]): string => names.map(({ name }) => name).join(', ');

export const participationSentences: Sentences<ParticipationEvent> = {
  ParticipationRequested: ({ title, from }) => `Participation request of ${named(from)} received: ${title}`,
  RequestContactsNamed: ({ contacts }) => `People behind the request named: ${contacts.map(({ subject }) => subject).join(', ')}`,
  MissingItemsNotified: ({ items }) =>
    `Notice given of what is missing: ${items.map(({ what, section }) => `${what} (${section})`).join('; ')}`,
  MissingItemsSupplied: ({ on }) => `Missing items received on ${longDate(on)}`,
  ParticipationRequestValidated: ({ validationDate, decisionDue }) =>
    `Valid from ${longDate(validationDate)}, acknowledged; decision notice due ${by(decisionDue.latest)}`,
  AdditionalAuthorityAsked: ({ name, replyDue, decisionDue }) =>
    `${name} asked to take part; reply due ${by(replyDue.latest)}${decisionDue ? `; decision notice now due ${by(decisionDue.latest)}` : ''}`,
  AdditionalAuthorityReplied: ({ authority, participates, reasons }) =>
    `${authority} ${participates ? 'wishes' : 'does not wish'} to take part${because(reasons)}`,
  LongerPeriodAgreed: ({ agreedOn, decisionDue }) =>
    `Longer period agreed with the body on ${longDate(agreedOn)}: decision notice due ${by(decisionDue.latest)}`,
  ParticipationRequestDeclined: ({ earlier, reasons }) => `Declined as a repeat of ${earlier.requestId} (s.27)${because(reasons)}`,
  ConsiderationRecorded: ({ consideration, words }) =>
    `Considered, s.24${consideration === 'equal-opportunities' ? '(4)' : `(3)(${consideration})`}: ${quoted(words)}`,
  ParticipationRequestRefused: ({ reasons }) => `Refused; decision notice given${because(reasons)}`,
  ParticipationRequestAgreed: ({ process, representationsDue }) =>
    `Agreed to, with ${process.kind === 'existing' ? 'an existing' : 'a proposed'} process; decision notice given${representationsDue ? `; representations until ${by(representationsDue.latest)}` : ''}`,
  RepresentationsMade: ({ words }) => `Representations of the body: ${quoted(words)}`,
  ProcessDetailsGiven: ({ establishDue }) => `Notice of the process’s details given; to be established by ${by(establishDue.latest)}`,
  ProcessEstablished: ({ steps }) => `Process established: ${quoted(steps)}`,
  ProcessModified: ({ modification, changes }) => `Process modified (${modification}) after consulting the body: ${quoted(changes)}`,
  ProcessCompleted: () => 'Process complete',
  ProcessReported: ({ outcomes }) => `Reported on: ${quoted(outcomes)}`,
  ParticipationPublished: ({ what, publishedOn, where }) => `Published on ${longDate(publishedOn)}, ${where}: ${what.replaceAll('-', ' ')}`,
  ParticipationRequestWithdrawn: ({ reason }) => `Withdrawn by the body${because(reason)}`,
  PromotionAndSupportRecorded: ({ year, promotion }) => `Promotion and support in the year from 1 April ${year}: ${quoted(promotion)}`,
  ParticipationReportPublished: ({ year, publishedOn, where }) =>
    `Report on the participation requests of the year from 1 April ${year} published on ${longDate(publishedOn)}, ${where}`,
};
