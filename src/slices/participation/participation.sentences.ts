import { because, longDate, quoted, type Sentences, type Told } from '../../kernel/sentences.js';
import { when } from '../../kernel/words.js';
import { type AnnualParticipationEvent, type RequestEvent, type Requester } from './participation.events.js';
import { CONSIDERATIONS } from './participation.items.js';
import { publishedWords } from './publishing.js';

const by = (latest: string | undefined): string => (latest === undefined ? 'undated' : longDate(latest));
const named = (names: readonly { readonly name: string }[]): string => names.map(({ name }) => name).join(', ');

/** A requester as it was put right: its kind, the basis for taking it for one, and whether its constitution was attached. */
const asCorrected = ({ name, kind, basis, constitutionAttached }: Requester): string =>
  [
    `${name}, ${kind.replaceAll('-', ' ')}`,
    basis,
    constitutionAttached === undefined ? undefined : constitutionAttached ? 'its constitution attached' : 'its constitution not attached',
  ]
    .filter((part) => part !== undefined)
    .join(', ');

/** A story names no person. */
export const requestTold: Told<RequestEvent> = {
  ParticipationRequested: ({ title, from }) => ({
    sentence: `Participation request of ${named(from)} received: ${title}`,
    title: 'Received',
    lines: [`From ${named(from)}`],
  }),
  ParticipationRequestCorrected: ({ changes: { title, from, form, ...contents }, reason }) => ({
    sentence: `Put right${because(reason)}`,
    title: 'Corrected',
    lines: [
      title,
      from && `From ${from.map(asCorrected).join('; ')}`,
      form && `Form: ${form.replaceAll('-', ' ')}`,
      ...Object.values<string | undefined>({ ...contents }),
      reason,
    ],
  }),
  RequestContactsNamed: ({ contacts }) => ({
    sentence: `People behind the request named: ${contacts.map(({ subject }) => subject).join(', ')}`,
    title: 'People behind it named',
  }),
  MissingItemsNotified: ({ items }) => ({
    sentence: `Notice given of what is missing: ${items.map(({ what, section }) => `${what} (${section})`).join('; ')}`,
    title: 'Notice of missing items given',
    lines: items.map(({ what, of }) => (of === undefined ? what : `${what} of ${of}`)),
  }),
  MissingItemsSupplied: ({ on }) => ({ sentence: `Missing items received on ${longDate(on)}`, title: 'Items received' }),
  ParticipationRequestValidated: ({ validationDate, decisionDue }) => ({
    sentence: `Valid from ${longDate(validationDate)}, acknowledged; decision notice due ${by(decisionDue.latest)}`,
    title: 'Acknowledged as valid',
    lines: [`Valid from ${when(validationDate)}`, `Decision due by ${when(decisionDue.latest)}`],
  }),
  AdditionalAuthorityAsked: ({ name, replyDue, decisionDue }) => ({
    sentence: `${name} asked to take part; reply due ${by(replyDue.latest)}${decisionDue ? `; decision notice now due ${by(decisionDue.latest)}` : ''}`,
    title: `${name} asked to take part`,
    lines: [`Reply due by ${when(replyDue.latest)}`],
  }),
  AdditionalAuthorityReplied: ({ authority, participates, reasons }, nameOf) => ({
    sentence: `${authority} ${participates ? 'wishes' : 'does not wish'} to take part${because(reasons)}`,
    title: `Reply of ${nameOf(authority)}`,
    lines: [participates ? 'It wishes to take part.' : 'It does not wish to take part.', reasons],
  }),
  LongerPeriodAgreed: ({ agreedOn, decisionDue }) => ({
    sentence: `Longer period agreed with the body on ${longDate(agreedOn)}: decision notice due ${by(decisionDue.latest)}`,
    title: 'Longer period agreed',
    lines: [decisionDue.words],
  }),
  ParticipationRequestDeclined: ({ earlier, reasons }) => ({
    sentence: `Declined as a repeat of ${earlier.requestId} (s.27)${because(reasons)}`,
    title: 'Declined as a repeat',
    lines: [`Of ${earlier.title}, made on ${when(earlier.madeOn)}`, reasons],
  }),
  ConsiderationRecorded: ({ consideration, words }) => ({
    sentence: `Considered, s.24${consideration === 'equal-opportunities' ? '(4)' : `(3)(${consideration})`}: ${quoted(words)}`,
    title: `Considered: ${CONSIDERATIONS[consideration].section}`,
    lines: [words],
  }),
  ParticipationRequestRefused: ({ reasons }) => ({
    sentence: `Refused; decision notice given${because(reasons)}`,
    title: 'Refused',
    lines: [reasons],
  }),
  ParticipationRequestAgreed: ({ process, reasons, representationsDue }) => ({
    sentence: `Agreed to, with ${process.kind === 'existing' ? 'an existing' : 'a proposed'} process; decision notice given${representationsDue ? `; representations until ${by(representationsDue.latest)}` : ''}`,
    title: process.kind === 'proposed' ? 'Agreed to, and a process proposed' : 'Agreed to, in a process there is',
    lines: [process.operation, reasons],
  }),
  RepresentationsMade: ({ words }) => ({
    sentence: `Representations of the body: ${quoted(words)}`,
    title: 'Representations made',
    lines: [words],
  }),
  ProcessDetailsGiven: ({ operation, regard, establishDue }) => ({
    sentence: `Notice of the process’s details given; to be established by ${by(establishDue.latest)}`,
    title: 'Details of the process given',
    lines: [operation, regard],
  }),
  ProcessEstablished: ({ steps }) => ({
    sentence: `Process established: ${quoted(steps)}`,
    title: 'Process established',
    lines: [steps],
  }),
  ProcessModified: ({ modification, changes, consultedOn, consultation }) => ({
    sentence: `Process modified (${modification}) after consulting the body: ${quoted(changes)}`,
    title: `Modification ${modification}`,
    lines: [changes, `The body was consulted on ${when(consultedOn)}: ${consultation}`],
  }),
  ProcessCompleted: () => ({ sentence: 'Process complete', title: 'Process complete' }),
  ProcessReported: ({ outcomes }) => ({ sentence: `Reported on: ${quoted(outcomes)}`, title: 'Reported on', lines: [outcomes] }),
  ParticipationPublished: ({ what, publishedOn, where }) => ({
    sentence: `Published on ${longDate(publishedOn)}, ${where}: ${what.replaceAll('-', ' ')}`,
    title: `Published: ${publishedWords(what).toLowerCase()}`,
    lines: [where],
  }),
  ParticipationRequestWithdrawn: ({ reason }) => ({
    sentence: `Withdrawn by the body${because(reason)}`,
    title: 'Withdrawn',
    lines: [reason],
  }),
};

export const annualSentences: Sentences<AnnualParticipationEvent> = {
  PromotionAndSupportRecorded: ({ year, promotion }) => `Promotion and support in the year from 1 April ${year}: ${quoted(promotion)}`,
  ParticipationReportPublished: ({ year, publishedOn, where }) =>
    `Report on the participation requests of the year from 1 April ${year} published on ${longDate(publishedOn)}, ${where}`,
};
