import { Command, Option } from 'commander';
import { resolve } from 'node:path';
import { type Config, readConfig } from '../config/config.js';
import { VERSION } from '../config/version.js';
import { Misuse, remoteApi } from './api.js';
import { addOperations } from './operating.js';
import { addPrincipals } from './principal-verbs.js';
import { addReadings } from './reading.js';
import { addRecordings } from './recording-verbs.js';
import { type Session } from './session.js';

interface GlobalOptions {
  readonly server?: string;
  readonly token?: string;
  readonly dataDir?: string;
}

const line = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);

/** The command line. `print` takes answers; `note` takes everything that is no part of an answer. */
export function buildProgram(print: (text: string) => void, note: (text: string) => void = () => undefined): Command {
  const program = new Command('quorate')
    .description(
      'Quorate on the command line: reads and records through the API, of a running server (--server) or of the data directory itself.',
    )
    .version(VERSION, '--version', 'say the version of the program')
    .option('--server <url>', 'a running server, e.g. http://127.0.0.1:3000')
    .option('--token <token>', 'the token to ask it with')
    .addOption(new Option('--data-dir <directory>', 'the data directory; QUORATE_DATA_DIR or ./data where not said').conflicts('server'))
    .configureOutput({
      writeOut: print,
      writeErr: note,
      outputError: (text, write) =>
        write(
          `${text
            .trim()
            .replace(/^error: /, 'quorate: ')
            .replaceAll('\n', ' ')} (see --help)\n`,
        ),
    })
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();

  const options = (): GlobalOptions => program.opts<GlobalOptions>();
  const config = (): Config => {
    const { dataDir, token } = options();
    if (token !== undefined) throw new Misuse('--token goes with --server; the data directory itself is read as its operator');
    const read = readConfig();
    return { ...read, logLevel: 'silent', ...(dataDir && { dataDir: resolve(dataDir) }) };
  };
  const session: Session = {
    async withApi(work, { mayBegin = false } = {}) {
      const { server, token } = options();
      const api =
        server === undefined ? await (await import('./local-api.js')).openLocalApi(config(), { mayBegin }) : remoteApi(server, token);
      try {
        return await work(api);
      } finally {
        await api.close();
      }
    },
    config: () => {
      if (options().server !== undefined)
        throw new Misuse('this verb works on the data directory itself, also while a server runs on it: leave out --server');
      return config();
    },
    print: (text) => print(line(text)),
    note: (text) => note(line(text)),
  };
  addReadings(program, session);
  addRecordings(program, session);
  addPrincipals(program, session);
  addOperations(program, session);
  return program;
}
