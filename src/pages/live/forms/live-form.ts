import { type CommandClass } from '../../../kernel/command.js';
import { type PageProblem } from '../../frame/page-problem.js';
import { type Standing } from '../../../slices/bodies/bodies.words.js';
import { type Meeting } from '../../../slices/meetings/meetings.words.js';

/** A form that was sent, with the record as it now stands. */
export interface FormSent {
  readonly meeting: Meeting;
  readonly standing: Standing | null;
  readonly form: URLSearchParams;
}

/** Fields that the page adds to the typed ones; or the problem why the form no longer means what it meant when it was shown. */
export type ExtraFields = Readonly<Record<string, unknown>> | PageProblem;

export const isProblem = (one: object): one is PageProblem => 'text' in one && typeof one.text === 'string' && 'href' in one;

/** One form of the composer: its command, and the composer to show afterwards. */
export interface LiveForm {
  readonly command: CommandClass;
  /** The composer in which the form stands. */
  readonly mode: string;
  /** The composer to show once the command is recorded. */
  readonly nextComposer?: string;
  /** The confirmation shown to the sender. */
  readonly confirmation: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** The part of the command that the typed fields make, where they are not fields of the command itself. */
  readonly part?: string;
  readonly extraFields?: (sent: FormSent) => ExtraFields;
  /** The composer that puts the recorded thing right, as the query of its address; a link beside the confirmation. */
  readonly undo?: (recordedId: string) => string;
  /** The second command of the same form, if the form calls for one. */
  readonly followedBy?: (recordedId: string, form: URLSearchParams) => Following | null;
}

/** The second command of a form, recorded after the first one. */
export interface Following {
  readonly command: CommandClass;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Added to the form's key for the key of the second command. */
  readonly suffix: string;
  /** Put before the second command's problems, since the first command stands. */
  readonly butFirst: string;
}

export type LiveForms = Readonly<Record<string, LiveForm>>;
