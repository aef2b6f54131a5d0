import { longDate } from '../../../kernel/dates.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type NoticeKind, type OutcomeProcess } from '../participation.events.js';
import { missingItems } from '../participation.items.js';
import { ACT, REGULATIONS } from '../participation.periods.js';
import { type ParticipationRequest } from '../participation.state.js';
import { Notice } from './notice.js';

/** A notice by its kind and day; `authority` names the recipient of a notice to an additional authority. */
export interface NoticeAsked {
  readonly kind: NoticeKind;
  readonly on: string;
  readonly authority?: string | undefined;
}

/** The text of a notice as the request stands; refused with each provision it would break. */
export function noticeText(request: ParticipationRequest, { kind, on, authority }: NoticeAsked): string | Refusal {
  switch (kind) {
    case 'missing-items':
      return missingItemsNotice(request, on).text();
    case 'acknowledgement':
      return acknowledgement(request, on).text();
    case 'additional-authority':
      return toAdditionalAuthority(request, on, authority).text();
    case 'declined':
      return declinedNotice(request, on).text();
    case 'decision':
      return decisionNotice(request, on).text();
    case 'final-details':
      return finalDetails(request, on).text();
    case 'report':
      return report(request, on).text();
  }
}

const inWords = (date: string | undefined): string | undefined => (date === undefined ? undefined : longDate(date));

function missingItemsNotice(request: ParticipationRequest, on: string): Notice {
  const items = missingItems(request);
  const list = items.map(({ what, of, section }) => `- ${what}${of === undefined ? '' : ` of ${of}`} (${section})`);
  return new Notice(`Items missing from a participation request (${REGULATIONS} reg 4(1))`, request, on)
    .say(`We have received your participation request on ${longDate(request.receivedOn)}. It does not have all that it must have.`)
    .require(
      `${REGULATIONS} reg 4(1)`,
      'the items or information still required',
      list.length ? list.join('\n') : undefined,
      'Please send us',
    )
    .say('The period for our decision begins on the day we receive the last of these.');
}

function acknowledgement(request: ParticipationRequest, on: string): Notice {
  const { decisionDue: due } = request;
  const by = due && `We must give you notice of our decision by ${inWords(due.latest)}: ${due.words}. ${due.explanation}`;
  return new Notice(`Acknowledgement of a participation request (${REGULATIONS} reg 4(2))`, request, on)
    .require(`${REGULATIONS} reg 4(3)(a)`, 'the validation date', inWords(request.validationDate), 'Validation date')
    .require(`${REGULATIONS} reg 4(3)(b)`, 'the period for the decision', by, 'Period for our decision')
    .where(
      request.namedAuthorities.map(({ name }) => `- ${name}`).join('\n') || undefined,
      'We will ask these authorities whether they wish to take part',
    );
}

function toAdditionalAuthority(request: ParticipationRequest, on: string, authority: string | undefined): Notice {
  const asked = request.authorities.find((one) => one.authority === authority);
  const { reasons, experience, improvement, information } = request.contents;
  return new Notice(`A participation request in which you are asked to take part (${REGULATIONS} reg 6(1))`, request, on, asked?.name ?? '')
    .require(
      `${REGULATIONS} reg 6(1)(a)`,
      'that authority, notified',
      asked && 'The request below asks that you take part in the outcome improvement process, should we agree to it (s.22(6)).',
    )
    .require(`${REGULATIONS} reg 6(1)(b)`, 'the validation date', inWords(request.validationDate), 'Validation date')
    .require(`${REGULATIONS} reg 6(1)(c)`, 'a copy of the request', reasons, 'The request: why the body should take part')
    .where(experience, 'Its knowledge, expertise and experience')
    .where(improvement, 'The improvement it anticipates')
    .where(information, 'Other information')
    .require(
      `${REGULATIONS} reg 6(2)`,
      'the day to reply by',
      asked &&
        `Tell us and the body by ${inWords(asked.replyDue.latest)} whether you wish to take part, and your reasons if you do not. ${asked.replyDue.explanation}`,
      'Your reply',
    );
}

function declinedNotice(request: ParticipationRequest, on: string): Notice {
  const { declined } = request;
  const earlier =
    declined &&
    `${declined.earlier.title} (${declined.earlier.requestId}), made on ${longDate(declined.earlier.madeOn)}: ${
      declined.matters === 'same' ? 'the same matters' : 'substantially the same matters'
    }, within the two years ending with the day this request was made.`;
  return new Notice(`Participation request declined as a repeat (${ACT} s.27)`, request, on)
    .require('s.27', 'the earlier request', earlier, 'Earlier request')
    .require('s.27', 'why it is declined', declined?.reasons, 'Reasons');
}

const others = (notice: Notice, section: string, text: string | undefined): Notice =>
  notice.where(text, `How others take part (${section})`);

function processIn(notice: Notice, process: OutcomeProcess): Notice {
  if (process.kind === 'existing') {
    notice
      .require('s.25(2)(a)', 'the operation of the process', process.operation, 'How the process operates')
      .require('s.25(2)(b)', 'the stage the process has reached', process.stage, 'The stage it has reached')
      .require(
        's.25(2)(c)',
        'how and to what extent the body is expected to take part',
        process.bodyRole,
        'How you are expected to take part',
      );
    return others(notice, 's.25(2)(d)', process.othersRoles);
  }
  notice
    .require('s.25(3)(a)', 'how the process is intended to operate', process.operation, 'How the process is intended to operate')
    .require(
      's.25(3)(b)',
      'how and to what extent the body is expected to take part',
      process.bodyRole,
      'How you are expected to take part',
    );
  return others(notice, 's.25(3)(c)', process.othersRoles);
}

function decisionNotice(request: ParticipationRequest, on: string): Notice {
  const { decided, representationsDue } = request;
  const notice = new Notice(`Decision notice on a participation request (${ACT} s.24(6))`, request, on);
  if (!decided) return notice.require('s.24(6)', 'the decision', undefined);
  if (decided.kind === 'refused')
    return notice
      .say('Decision (s.24(6))\nWe refuse the request.')
      .require('s.24(5)-(6)', 'the reasonable grounds for refusing', decided.reasons, 'Reasons');
  const { process, reasons } = decided;
  notice.say('Decision (s.24(6))\nWe agree to the request.').where(reasons, 'Reasons');
  processIn(notice, process);
  if (process.kind === 'proposed')
    notice.require(
      's.26(2)-(3)',
      'the period for representations',
      representationsDue && `You may make written representations on the proposed process until ${inWords(representationsDue.latest)}.`,
      'Your representations',
    );
  return notice.say('We must publish this notice.');
}

function finalDetails(request: ParticipationRequest, on: string): Notice {
  const { details, representations, establishDue } = request;
  const regard = details?.regard ?? (representations.length ? undefined : 'No representations were made.');
  const notice = new Notice(`Details of the outcome improvement process (${ACT} s.26(5))`, request, on)
    .require('s.26(4)', 'how the representations were taken into consideration', regard, 'Representations')
    .require('s.26(5)', 'how the process is to operate', details?.operation, 'How the process is to operate')
    .require('s.26(5)', 'how the body is expected to take part', details?.bodyRole, 'How you are expected to take part')
    .where(details?.othersRoles, 'How others take part');
  return notice.require(
    's.28(a)',
    'the day the process is established by',
    establishDue && `We must establish it by ${inWords(establishDue.latest)}.`,
  );
}

function report(request: ParticipationRequest, on: string): Notice {
  const { report: said } = request;
  const sought =
    said && `Sought on ${longDate(said.viewsSoughtOn)}: ${said.viewsSought}${said.views === undefined ? '' : `\nViews: ${said.views}`}`;
  return new Notice(`Report on an outcome improvement process (${ACT} s.31)`, request, on)
    .require('s.31(2)(a)', 'the outcomes, and whether the specified outcome has been improved', said?.outcomes, 'Outcomes')
    .require(
      's.31(2)(b)',
      'how the body’s participation influenced the process and the outcomes',
      said?.influence,
      'What the body’s participation did',
    )
    .require('s.31(2)(c)', 'how the body and others are kept informed', said?.keepingInformed, 'Keeping informed')
    .require('s.31(3)', 'the views of the body, sought', sought, 'Views of the body');
}
