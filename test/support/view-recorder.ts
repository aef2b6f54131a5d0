import { AsyncLocalStorage } from 'node:async_hooks';
import { type DataSource, type Logger } from 'typeorm';
import { ReadModel } from '../../src/projections/read-model.js';

/** A statement as it was executed. */
export interface Statement {
  /** The question in the table. */
  readonly asked: string;
  /** The file that asks its read model. */
  readonly view: string;
  readonly text: string;
  readonly parameters: readonly unknown[];
}

const ASKS = ['find', 'findMany', 'count', 'sql'] as const;
type Ask = (this: unknown, ...asked: never[]) => Promise<unknown>;
const VIEW = /\b(src\/(?:slices|across|pages|exchange)\/[\w./-]+\.ts)\b/;

/**
 * Hears what read models execute for one question at a time; what the application does beside it is not heard. A statement is of the
 * nearest file on the stack that stands above the engine.
 */
export class ViewRecorder {
  readonly statements: Statement[] = [];
  private readonly question = new AsyncLocalStorage<string>();
  private readonly view = new AsyncLocalStorage<string>();
  private readonly plain = Object.fromEntries(ASKS.map((name) => [name, Reflect.get(ReadModel.prototype, name) as Ask]));
  private readonly depth = Error.stackTraceLimit;

  constructor(private readonly reader: DataSource) {
    Error.stackTraceLimit = 50;
    const { question, view, plain } = this;
    for (const name of ASKS) {
      const ask = plain[name]!;
      const heard: Ask = function (...asked) {
        const caller = question.getStore() === undefined ? null : VIEW.exec(new Error().stack ?? '');
        return caller ? view.run(caller[1]!, () => ask.apply(this, asked)) : ask.apply(this, asked);
      };
      Object.assign(ReadModel.prototype, { [name]: heard });
    }
    const silent = () => undefined;
    const logger: Logger = {
      logQuery: (text, parameters) => this.hear(text, parameters ?? []),
      ...{ logQueryError: silent, logQuerySlow: silent, logSchemaBuild: silent, logMigration: silent, log: silent },
    };
    reader.setOptions({ logger });
  }

  /** Everything that is asked meanwhile is asked for this question. */
  asking<T>(question: string, ask: () => Promise<T>): Promise<T> {
    return this.question.run(question, ask);
  }

  stop(): void {
    Object.assign(ReadModel.prototype, this.plain);
    Error.stackTraceLimit = this.depth;
    this.reader.setOptions({ logger: 'simple-console', logging: false });
  }

  private hear(text: string, parameters: readonly unknown[] | object): void {
    const [asked, view] = [this.question.getStore(), this.view.getStore()];
    if (asked !== undefined && view !== undefined)
      this.statements.push({ asked, view, text, parameters: parameters as readonly unknown[] });
  }
}
