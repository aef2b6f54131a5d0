import { createHash } from 'node:crypto';
import { longDate } from '../../../kernel/dates.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type NoticeGiven, type NoticeKind } from '../participation.events.js';
import { refuseParticipation } from '../participation.refusals.js';
import { type ParticipationRequest } from '../participation.state.js';

/** What a notice lacks, and the provision that requires it. */
export interface Lacking {
  readonly section: string;
  readonly what: string;
}

/** A notice being written. It names the bodies and never a person: contacts are sealed, and no part of what is hashed. */
export class Notice {
  private readonly parts: string[];
  readonly lacking: Lacking[] = [];

  constructor(heading: string, request: ParticipationRequest, on: string, to = request.from.map(({ name }) => name).join(', ')) {
    const { requestId, title, contents } = request;
    this.parts = [
      request.authorityName,
      heading,
      [
        `To: ${to}`,
        `Date: ${longDate(on)}`,
        `Participation request: ${title} (${requestId})`,
        ...(contents.service === undefined ? [] : [`Public service: ${contents.service}`]),
        ...(contents.outcome === undefined ? [] : [`Outcome: ${contents.outcome}`]),
      ].join('\n'),
    ];
  }

  say(text: string): this {
    this.parts.push(text);
    return this;
  }

  /** What a provision requires it to say: missing, it is not left out in silence. */
  require(section: string, what: string, text: string | undefined, heading?: string): this {
    if (text === undefined) this.lacking.push({ section, what });
    else this.parts.push(heading === undefined ? text : `${heading} (${section})\n${text}`);
    return this;
  }

  /** Said where there is something to say. */
  where(text: string | undefined, heading: string): this {
    return text === undefined ? this : this.say(`${heading}\n${text}`);
  }

  text(): string | Refusal {
    if (!this.lacking.length) return `${this.parts.join('\n\n')}\n`;
    return refuseParticipation('participation-notice.incomplete', { detail: { lacking: this.lacking } });
  }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What stands in the event when a notice is given. */
export const noticeGiven = (kind: NoticeKind, on: string, text: string): NoticeGiven => ({ kind, on, form: 1, sha256: sha256(text) });
