import { type Command, Option } from 'commander';
import { SETTINGS } from '../config/config.js';
import { readRecordPlace, type RecordPlace } from '../config/database-place.js';
import { Misuse } from './api.js';
import { type Session } from './session.js';

/** The verbs that work on the store itself; none of them works over the network. */
export function addOperations(program: Command, session: Session): void {
  program
    .command('backup <directory>')
    .description('copy the record and the vault into a new directory, while the server runs or not')
    .action(async (to: string) => {
      const directory = embeddedIn(session);
      const { backUpDirectory } = await import('./backup.js');
      const manifest = await backUpDirectory(directory, to);
      session.print(`${manifest.events} events backed up to ${to}; head digest ${manifest.headDigest}`);
    });

  program
    .command('restore <directory>')
    .description('put a backup into the data directory, which must be empty but for keys; proves it whole first')
    .option('--keys <file>', 'a copy made with backup-keys; without one, personal details stay unreadable')
    .action(async (from: string, { keys }: { keys?: string }) => {
      const directory = embeddedIn(session);
      const { restoreDirectory } = await import('./backup.js');
      const { events, erased } = await restoreDirectory(from, directory, keys === undefined ? {} : { keysFile: keys });
      const again = erased === 0 ? '' : `; ${erased} keys erased again, as the record says`;
      session.print(`${events} events restored to ${directory}${again}; the read models are made anew at the next start`);
    });

  program
    .command('copy')
    .description('copy the whole record into an empty store, and prove the copy; goes on where it was cut off')
    .requiredOption('--from <place>', 'sqlite:DIRECTORY, postgres://... or kurrentdb://...')
    .requiredOption('--to <place>', 'where to: sqlite:DIRECTORY, postgres://... or kurrentdb://...')
    .action(async (places: { from: string; to: string }) => {
      session.config();
      const { copyBetween } = await import('./copy.js');
      const { events, before, digest, samePositions } = await copyBetween(placeNamed('--from', places.from), placeNamed('--to', places.to));
      const again = before === 0 ? '' : `, ${before} of them before`;
      const positions = samePositions ? 'every position as it was' : 'positions are new: feeds and cursors begin again';
      session.print(`${events} events copied${again}, each proved equal; ${positions}; digest ${digest}`);
      session.note('The vault and the keys of personal details are no part of the record: they stay in their data directory.');
    });

  program
    .command('backup-keys <file>')
    .description('copy the keys of personal details to a file, in the place of the last copy; do so again after every erasure')
    .action(async (to: string) => {
      const { dataDir } = session.config();
      const { backUpKeys } = await import('./backup.js');
      session.print(`${await backUpKeys(dataDir, to)} keys copied to ${to}; the copy before it is gone`);
    });

  program
    .command('check')
    .description('prove the record whole, replay it and compare every read model with the live one')
    .addOption(new Option('--format <format>', 'how it is printed').choices(['text', 'json']).default('text'))
    .action(async ({ format }: { format: string }) => {
      const { checkRecord } = await import('./check.js');
      const report = await checkRecord(session.config());
      if (format === 'json') session.print(JSON.stringify(report, null, 2));
      else {
        for (const { place, problem } of report.damage) session.print(`DAMAGED ${place}: ${problem}`);
        for (const { projection, key, column, problem } of report.differences)
          session.print(`DIFFERS ${[projection, key, column].filter(Boolean).join(' ')}: ${problem}`);
        session.print(
          `${report.events} events, ${report.readModels} read models: ${report.clean ? 'clean' : `${report.damage.length} damaged, ${report.differences.length} differ`}`,
        );
      }
      if (!report.clean) process.exitCode = 1;
    });
}

/** A place as the setting names one. */
function placeNamed(option: string, text: string): RecordPlace {
  const place = readRecordPlace(text);
  if (!place) throw new Misuse(`${option} must be ${SETTINGS.store.rule}`);
  return place;
}

/** The data directory, where the record lies in it; a record on a server is copied with what copies that server. */
function embeddedIn(session: Session): string {
  const { store, dataDir } = session.config();
  if (store) throw new Misuse('the record lies on a server, which has backups of its own: see docs/guides/one-machine-to-many.md');
  return dataDir;
}
