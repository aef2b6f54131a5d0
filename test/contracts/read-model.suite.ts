import { afterEach, beforeEach, describe } from '@jest/globals';
import { type Dialect } from '../../src/projections/dialect.port.js';
import { BoxesAtWork } from '../support/boxes-at-work.js';
import { asking } from './read-model/asking.suite.js';
import { building } from './read-model/building.suite.js';
import { transactions } from './read-model/transactions.suite.js';
import { wordsKept } from './read-model/words.suite.js';
import { writing } from './read-model/writing.suite.js';

/** A dialect whose database is empty and its own, and how to clear up after it. */
export interface DialectUnderTest {
  readonly dialect: Dialect;
  dispose: () => Promise<void>;
}

/** The dialect of the test that runs, and a record of boxes to project into it. */
export interface Setting {
  readonly dialect: Dialect;
  readonly boxes: BoxesAtWork;
}

/** What every dialect upholds. */
export function readModelContract(name: string, open: () => Promise<DialectUnderTest>): void {
  describe(`the read model contract: ${name}`, () => {
    let setting: Setting;
    let dispose: () => Promise<void>;

    beforeEach(async () => {
      const { dialect, dispose: clear } = await open();
      const boxes = new BoxesAtWork(dialect);
      setting = { dialect, boxes };
      dispose = async () => {
        await boxes.close();
        await clear();
      };
    });
    afterEach(() => dispose());

    for (const part of [writing, asking, transactions, building, wordsKept]) part(() => setting);
  });
}
