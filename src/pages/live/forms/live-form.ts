import { type CommandClass } from '../../../kernel/command.js';
import { type PageProblem } from '../../frame/page-problem.js';
import { type Standing } from '../../../slices/bodies/bodies.words.js';
import { type Meeting } from '../../../slices/meetings/meetings.words.js';

/** A form as it was sent, beside the record as it stands. */
export interface FormSent {
  readonly meeting: Meeting;
  readonly standing: Standing | null;
  readonly form: URLSearchParams;
}

/** What the page adds to what was typed; or why the form cannot mean what it meant when it was shown. */
export type Also = Readonly<Record<string, unknown>> | PageProblem;

export const isProblem = (one: object): one is PageProblem => 'text' in one && typeof one.text === 'string' && 'href' in one;

/** One form of the composer: the command it records, and where it is shown again. */
export interface LiveForm {
  readonly command: CommandClass;
  /** The composer it is typed in. */
  readonly mode: string;
  /** The composer to go on with. */
  readonly then?: string;
  readonly said: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly also?: (sent: FormSent) => Also;
}

export type LiveForms = Readonly<Record<string, LiveForm>>;
