import { Injectable } from '@nestjs/common';
import { SubjectKeys } from '../../../slices/people/people.queries.js';
import { type Sealed } from '../../../kernel/sealed.js';
import { subjectOf } from '../subject.js';

const PURPOSE = 'opt-out-of-reminders';

/**
 * The token in a mail’s link to opt out: sealed under the person’s own key, so that nobody can make one for somebody else, and every token
 * becomes void when the key is erased.
 */
@Injectable()
export class OptOutTokens {
  constructor(private readonly keys: SubjectKeys) {}

  async tokenFor(login: string): Promise<string> {
    return this.keys.seal(subjectOf(login), `${PURPOSE} ${login}`);
  }

  /** The login that a token is for; `null` if the token was not given out here, or if its key is gone. */
  async loginOf(token: string): Promise<string | null> {
    const text = await this.keys.open(token as Sealed).catch(() => null);
    const [purpose, login, ...more] = text?.split(' ') ?? [];
    return purpose === PURPOSE && login !== undefined && more.length === 0 ? login : null;
  }
}
