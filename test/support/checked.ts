import { type CheckReport, checkRecord } from '../../src/cli/check.js';
import { readConfig } from '../../src/config/config.js';

/** What `quorate check` finds in a data directory. */
export const checked = (directory: string): Promise<CheckReport> =>
  checkRecord(readConfig({ QUORATE_DATA_DIR: directory, QUORATE_LOG_LEVEL: 'silent' }));
