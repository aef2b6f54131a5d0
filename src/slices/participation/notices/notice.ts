import { createHash } from 'node:crypto';
import { longDate } from '../../../kernel/dates.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type NoticeGiven, type NoticeKind } from '../participation.events.js';
import { refuseParticipation } from '../participation.refusals.js';
import { type ParticipationRequest } from '../participation.state.js';

/** A part that a notice lacks, and the provision that requires it. */
export interface Lacking {
  readonly section: string;
  readonly what: string;
}

/** A notice being written. The text names bodies and never a person: contacts are sealed, and are no part of the hashed text. */
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

  /** A part that a provision requires: where it is missing the whole notice is refused. */
  require(section: string, what: string, text: string | undefined, heading?: string): this {
    if (text === undefined) this.lacking.push({ section, what });
    else this.parts.push(heading === undefined ? text : `${heading} (${section})\n${text}`);
    return this;
  }

  /** A part printed only where there is text for it. */
  where(text: string | undefined, heading: string): this {
    return text === undefined ? this : this.say(`${heading}\n${text}`);
  }

  text(): string | Refusal {
    if (!this.lacking.length) return `${this.parts.join('\n\n')}\n`;
    return refuseParticipation('participation-notice.incomplete', { detail: { lacking: this.lacking } });
  }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The notice as the event holds it: its day and the hash of its text. */
export const noticeGiven = (kind: NoticeKind, on: string, text: string): NoticeGiven => ({ kind, on, form: 1, sha256: sha256(text) });
