import { type DecisionRef } from '../../kernel/citation.js';
import { changesOf, choice, type Labels, labelsOf, linesOf, parts, yesOrNo } from '../../kernel/lines.js';
import { because, decision, longDate, quoted, type Sentences, type Told } from '../../kernel/sentences.js';
import { when } from '../../kernel/words.js';
import {
  type AnnualParticipationEvent,
  type NamedAuthority,
  type ProcessDetails,
  type ProcessReport,
  type RequestCorrection,
  type RequestForm,
  type Requester,
  type RequestEvent,
  type SameMatters,
  type SuppliedItems,
} from './participation.events.js';
import { CONSIDERATIONS } from './participation.items.js';
import { publishedWords } from './publishing.js';

const MATTERS: Readonly<Record<SameMatters, string>> = { same: 'the same matters', 'substantially-same': 'substantially the same matters' };
const authority = ({ authority: id, name }: NamedAuthority): string => `${name} (${id})`;
const by = (latest: string | undefined): string => (latest === undefined ? 'undated' : longDate(latest));
const named = (names: readonly { readonly name: string }[]): string => names.map(({ name }) => name).join(', ');

/** A requester: its kind, the basis for taking it for one, and whether its constitution was attached. */
const requester = ({ name, kind, basis, constitutionAttached }: Partial<Requester>): string =>
  parts(
    name,
    kind && choice(kind),
    basis,
    constitutionAttached !== undefined && (constitutionAttached ? 'its constitution attached' : 'its constitution not attached'),
  );

const FORMS: Readonly<Record<RequestForm, string>> = {
  schedule: 'the form of the schedule',
  'substantially-like': 'one substantially like the form of the schedule',
  other: 'another',
};

/** What a request says, by the items that the Act asks for. */
const REQUEST: Labels<Omit<RequestCorrection, 'from'> & Pick<SuppliedItems, 'from'>> = {
  title: 'Title',
  from: ['From', (all) => all.map(requester)],
  form: ['Form', (form) => FORMS[form]],
  service: 'Public service',
  outcome: 'Outcome',
  reasons: 'Reasons to take part',
  experience: 'Knowledge, expertise and experience',
  improvement: 'Improvement expected',
  information: 'Other information',
};

const PROCESS: Labels<ProcessDetails & { readonly stage?: string }> = {
  operation: 'How the process operates',
  stage: 'Stage it has reached',
  bodyRole: 'Part of the body',
  othersRoles: 'Part of others',
};

const REPORT: Labels<ProcessReport> = {
  outcomes: 'Outcomes',
  influence: 'How taking part influenced them',
  keepingInformed: 'How people are kept informed',
  viewsSoughtOn: ['Views sought on', when],
  viewsSought: 'How views were sought',
  views: 'Views of the body',
  ledToChange: ['Led to a change of a public service', yesOrNo],
};

const byDecision = (ref?: DecisionRef): string | undefined => ref && `By ${decision(ref)}`;

/** A story names no person. */
export const requestTold: Told<RequestEvent> = {
  ParticipationRequested: ({ title, from, additionalAuthorities, ...contents }) => ({
    sentence: `Participation request of ${named(from)} received: ${title}`,
    title: 'Received',
    lines: [
      ...linesOf(REQUEST, { ...contents, from }),
      additionalAuthorities.length > 0 && `Also to take part: ${additionalAuthorities.map(authority).join('; ')}`,
    ],
  }),
  ParticipationRequestCorrected: ({ changes, reason }) => ({
    sentence: `Put right (${labelsOf(REQUEST, changes)})${because(reason)}`,
    title: 'Corrected',
    lines: [...changesOf(REQUEST, changes), reason],
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
  MissingItemsSupplied: ({ title: _title, on, ...items }) => ({
    sentence: `Missing items received on ${longDate(on)}`,
    title: 'Items received',
    lines: linesOf(REQUEST, items),
  }),
  ParticipationRequestValidated: ({ validationDate, decisionDue }) => ({
    sentence: `Valid from ${longDate(validationDate)}, acknowledged; decision notice due ${by(decisionDue.latest)}`,
    title: 'Acknowledged as valid',
    lines: [`Valid from ${when(validationDate)}`, `Decision notice due ${when(decisionDue.latest)}`],
  }),
  AdditionalAuthorityAsked: ({ authority: id, name, replyDue, decisionDue }) => ({
    sentence: `${authority({ authority: id, name })} asked to take part; reply due ${by(replyDue.latest)}${decisionDue ? `; decision notice now due ${by(decisionDue.latest)}` : ''}`,
    title: `${name} asked to take part`,
    lines: [`Reply due ${when(replyDue.latest)}`],
  }),
  AdditionalAuthorityReplied: ({ authority, participates, reasons }, nameOf) => ({
    sentence: `${authority} ${participates ? 'wishes' : 'does not wish'} to take part${because(reasons)}`,
    title: `Reply of ${nameOf(authority)}`,
    lines: [participates ? 'Wishes to take part' : 'Does not wish to take part', reasons],
  }),
  LongerPeriodAgreed: ({ agreedOn, decisionDue }) => ({
    sentence: `Longer period agreed with the body on ${longDate(agreedOn)}: decision notice due ${by(decisionDue.latest)}`,
    title: 'Longer period agreed',
    lines: [decisionDue.words],
  }),
  ParticipationRequestDeclined: ({ earlier, matters, reasons }) => ({
    sentence: `Declined as a repeat of ${earlier.requestId}, about ${MATTERS[matters]} (s.27)${because(reasons)}`,
    title: 'Declined as a repeat',
    lines: [`Of ${earlier.title}, made on ${when(earlier.madeOn)}, about ${MATTERS[matters]}`, reasons],
  }),
  ConsiderationRecorded: ({ consideration, words }) => ({
    sentence: `Considered, s.24${consideration === 'equal-opportunities' ? '(4)' : `(3)(${consideration})`}: ${quoted(words)}`,
    title: `Considered: ${CONSIDERATIONS[consideration].section}`,
    lines: [words],
  }),
  ParticipationRequestRefused: ({ reasons, decision: ref }) => ({
    sentence: `Refused; decision notice given${because(reasons)}`,
    title: 'Refused',
    lines: [reasons, byDecision(ref)],
  }),
  ParticipationRequestAgreed: ({ process, reasons, decision: ref, representationsDue }) => ({
    sentence: `Agreed to, with ${process.kind === 'existing' ? 'an existing' : 'a proposed'} process; decision notice given${representationsDue ? `; representations until ${by(representationsDue.latest)}` : ''}`,
    title: process.kind === 'proposed' ? 'Agreed to, and a process proposed' : 'Agreed to, in a process there is',
    lines: [...linesOf(PROCESS, process), reasons && `Reasons: ${reasons}`, byDecision(ref)],
  }),
  RepresentationsMade: ({ words }) => ({
    sentence: `Representations of the body: ${quoted(words)}`,
    title: 'Representations made',
    lines: [words],
  }),
  ProcessDetailsGiven: ({ regard, establishDue, ...process }) => ({
    sentence: `Notice of the process’s details given; to be established by ${by(establishDue.latest)}`,
    title: 'Details of the process given',
    lines: [...linesOf(PROCESS, process), regard && `How representations were taken into account: ${regard}`],
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
  ProcessReported: ({ outcomes, ...report }) => ({
    sentence: `Reported on: ${quoted(outcomes)}`,
    title: 'Reported on',
    lines: [outcomes, ...linesOf<Partial<ProcessReport>>(REPORT, report)],
  }),
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
