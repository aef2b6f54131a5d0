import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { BoxesAtWork, differences, LONG } from '../../../test/support/boxes-at-work.js';
import { made } from '../../../test/support/boxes.js';
import { aDirectory } from '../../../test/support/directories.js';
import { foundIn, labelled, lastPut } from '../../../test/support/labelled-boxes.js';
import { READ_MODEL_FILE, SqliteDialect } from './sqlite-dialect.js';

let directory: Awaited<ReturnType<typeof aDirectory>>;
let boxes: BoxesAtWork;

beforeEach(async () => {
  directory = await aDirectory();
  boxes = new BoxesAtWork(new SqliteDialect(directory.path));
});
afterEach(async () => {
  await boxes.close();
  await directory.remove();
});

describe('an index of words in SQLite', () => {
  it('stands by the numbers of its rows, in a file made small too, and leaves none of a rebuild behind', async () => {
    const { runner } = await boxes.start([labelled()]);
    await boxes.shown(made('a'), lastPut('a', 'lamp'), made('b'), lastPut('b', 'chair'), { type: 'BoxBurnt', v: 1, data: { boxId: 'a' } });
    await runner.rebuild('boxes');
    expect(await runner.settled(LONG)).toBe(true);
    await boxes.stopAll();
    const file = new Database(join(directory.path, READ_MODEL_FILE));
    file.exec('VACUUM');
    expect(file.prepare(`SELECT name FROM sqlite_master WHERE name LIKE 'boxes\\_\\_g%' ESCAPE '\\'`).all()).toEqual([]);
    file.close();
    const { models, runner: again } = await boxes.start([labelled()]);
    await boxes.shown(lastPut('b', 'lamp'));
    expect([await foundIn(models, 'lamp'), await foundIn(models, 'chair')]).toEqual([['b'], []]);
    expect(await differences(again)).toEqual([]);
  });

  it('is no table where a version has none', async () => {
    const { models } = await boxes.start([labelled({ fullText: undefined } as never)]);
    await expect(foundIn(models, 'lamp')).rejects.toThrow('no such table');
  });
});
