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
export type ExtraFields = Readonly<Record<string, unknown>> | PageProblem;

export const isProblem = (one: object): one is PageProblem => 'text' in one && typeof one.text === 'string' && 'href' in one;

/** One form of the composer: the command it records, and where it is shown again. */
export interface LiveForm {
  readonly command: CommandClass;
  /** The composer it is typed in. */
  readonly mode: string;
  /** The composer to go on with. */
  readonly nextComposer?: string;
  /** What whoever sent it is told. */
  readonly confirmation: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly extraFields?: (sent: FormSent) => ExtraFields;
  /** The composer that puts right what was recorded, as the query of its address; beside what is told. */
  readonly undo?: (recordedId: string) => string;
  /** What is recorded next, of what was typed in the same form. */
  readonly followedBy?: (recordedId: string, form: URLSearchParams) => Following | null;
}

/** A second command of one form, recorded after the first one is. */
export interface Following {
  readonly command: CommandClass;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Makes its key of the form's. */
  readonly suffix: string;
  /** Said before what is wrong with it, since the first one stands. */
  readonly butFirst: string;
}

export type LiveForms = Readonly<Record<string, LiveForm>>;
