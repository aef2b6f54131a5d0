import { type Command, Option } from 'commander';
import { payload } from './json-input.js';
import { type RecordedCommand } from './recording.js';
import { type Session } from './session.js';

/** The answer to a command. */
interface Outcome {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
}

interface RecordOptions {
  readonly data: string;
  readonly happenedAt?: string;
  readonly idempotencyKey?: string;
  readonly ifMatch: string;
  readonly format: string;
}

const outcomeText = ({ command, target }: RecordedCommand, { id, revision, position }: Outcome): string =>
  `${command} recorded on ${target}: ${id === target || target.endsWith(`/${id}`) ? '' : `id ${id}, `}revision ${revision}, position ${position}`;

/**
 * The commands and the code that sends them: loaded only by the verbs that need it, so that no other verb waits for the whole application.
 */
const recording = () => import('./recording.js');

export function addRecordings(program: Command, session: Session): void {
  program
    .command('record <command> <target>')
    .description('record one command, e.g. record RecordParagraph cpp-strategic-board/2016-03-03 --data \'{"text":"..."}\'')
    .requiredOption('--data <json>', 'its payload as JSON, or @file to read it from a file, or - for standard input')
    .option('--happened-at <instant>', 'when it happened in the room; now, where not said')
    .option('--idempotency-key <key>', 'the same key again gives the first outcome again')
    .option('--if-match <revision>', 'the revision it was written against; * for what stands now', '*')
    .addOption(new Option('--format <format>', 'how the outcome is printed').choices(['text', 'json']).default('text'))
    .action(async (type: string, target: string, options: RecordOptions) => {
      const data = await payload(options.data);
      const { commandPath, commandSpecs, sendCommand, specOf } = await recording();
      const spec = specOf(commandSpecs(), type);
      const command = { command: type, target, data, ...(options.happenedAt && { happenedAt: options.happenedAt }) };
      commandPath(spec, target);
      const { text } = await session.withApi(
        (api) => sendCommand(api, spec, command, { key: options.idempotencyKey, ifMatch: options.ifMatch }),
        { mayBegin: true },
      );
      const outcome = JSON.parse(text) as Outcome;
      session.print(options.format === 'json' ? JSON.stringify(outcome, null, 2) : outcomeText(command, outcome));
    });

  program
    .command('commands [name]')
    .description('every command that can be recorded, with what it takes and an example; or one of them')
    .action(async (name?: string) => {
      const { commandSpecs, specOf } = await recording();
      const specs = commandSpecs();
      for (const { type, scope, right, summary, example } of name === undefined ? specs.values() : [specOf(specs, name)])
        session.print(`${type} <${scope.target}>  (${right})\n  ${summary}\n  ${JSON.stringify(example)}\n`);
    });

  program
    .command('import <file...>')
    .description('record the commands of files, in order; a command that stands already is not recorded again, whatever its file is called')
    .action((files: string[]) =>
      session.withApi(
        async (api) => {
          const { commandSpecs, importFile } = await recording();
          const specs = commandSpecs();
          for (const file of files) {
            const { recorded, stood } = await importFile(api, specs, file);
            session.print(`${file}: ${recorded} commands recorded, ${stood} stood already`);
          }
        },
        { mayBegin: true },
      ),
    );
}
