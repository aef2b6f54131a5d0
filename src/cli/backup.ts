import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { KeyFile, KEYS_FILE, Vault, applyErasures } from '../slices/people/people.queries.js';
import { StoreFault } from '../eventstore/event-store.port.js';
import { type BackupManifest } from '../eventstore/sqlite/backup.js';
import { SqliteEventStore } from '../eventstore/sqlite/sqlite-event-store.js';
import { messageOf } from '../fault-message.js';

const FILES = ['events.db', 'vault.db'] as const;
const MANIFEST = 'manifest.json';

export interface Manifest extends BackupManifest {
  readonly format: 1;
  readonly takenAt: string;
  /** SHA-256, hex, of each file. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Copies record and vault, each consistent in itself, while they go on being written. The read models are not copied: they follow from the
 * record. Nor are the keys of personal details: a key copied into every backup could never be erased (see `backUpKeys`). The manifest is
 * written last, so that a directory without one is no backup.
 */
export async function backUpDirectory(dataDir: string, to: string): Promise<Manifest> {
  await requireEmpty(to);
  const store = await SqliteEventStore.open({ directory: dataDir, readOnly: true });
  try {
    await mkdir(to, { recursive: true, mode: 0o700 });
    const record = await store.backup(join(to, 'events.db'));
    await Vault.backUp(dataDir, join(to, 'vault.db'));
    const copied = FILES.filter((name) => existsSync(join(to, name)));
    const files = Object.fromEntries(await Promise.all(copied.map(async (name) => [name, await sha256(join(to, name))] as const)));
    const manifest: Manifest = { format: 1, takenAt: new Date().toISOString(), ...record, files };
    await writeFile(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  } finally {
    await store.close();
  }
}

/**
 * Copies the keys of personal details to one file, in the place of the copy made before it, so that a key erased since is in neither.
 * Answers how many keys there are.
 */
export async function backUpKeys(dataDir: string, to: string): Promise<number> {
  if (!existsSync(join(dataDir, KEYS_FILE))) throw new StoreFault('store.unavailable', `There are no keys in ${dataDir}.`);
  const [directory, partial] = [dirname(resolve(to)), `${resolve(to)}.partial`];
  if (resolve(to) === join(resolve(dataDir), KEYS_FILE)) throw new StoreFault('store.misuse', `${to} is the file of keys itself.`);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await rm(partial, { force: true });
  const keys = KeyFile.openIn(dataDir, { readOnly: true });
  try {
    const count = keys.copyTo(partial);
    await synced(partial);
    await rename(partial, to);
    await synced(directory);
    return count;
  } finally {
    await keys.close();
    await rm(partial, { force: true });
  }
}

export interface Restored extends Manifest {
  /** How many keys were erased again because the record says they had been erased. */
  readonly erased: number;
}

/**
 * Puts a backup into an empty data directory, after proving every file and event of it. If anything fails, nothing is left behind.
 *
 * Keys already in the directory stay, with their list of erased subjects, even if the backup is older than an erasure. A copy of keys is
 * taken only if the directory has none. In both cases every key that the record says was erased is erased again.
 */
export async function restoreDirectory(
  from: string,
  dataDir: string,
  { keysFile }: { readonly keysFile?: string } = {},
): Promise<Restored> {
  const manifest = await readManifest(from);
  const names = FILES.filter((name) => name in manifest.files);
  for (const name of names) {
    if (!existsSync(join(from, name)) || (await sha256(join(from, name))) !== manifest.files[name])
      throw new StoreFault('store.damaged', `${join(from, name)} is not the file its manifest describes.`);
  }
  await requireEmpty(dataDir, KEYS_FILE);
  const living = existsSync(join(dataDir, KEYS_FILE));
  if (living && keysFile !== undefined)
    throw new StoreFault('store.misuse', `${dataDir} has keys already, which may have forgotten more than ${basename(keysFile)}.`);
  if (keysFile !== undefined) await proveKeys(keysFile);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    for (const name of names) await copyFile(join(from, name), join(dataDir, name));
    if (keysFile !== undefined) await copyFile(keysFile, join(dataDir, KEYS_FILE));
    const store = await SqliteEventStore.open({ directory: dataDir });
    try {
      for await (const { place, problem } of store.verify())
        throw new StoreFault('store.damaged', `The backup is damaged at ${place}: ${problem}.`);
      return { ...manifest, erased: await eraseAgain(store, dataDir) };
    } finally {
      await store.close();
    }
  } catch (error) {
    for (const name of await readdir(dataDir))
      if (!living || !name.startsWith(KEYS_FILE)) await rm(join(dataDir, name), { recursive: true });
    throw error;
  }
}

/** Goes through the whole record: the mark in these keys of how far erasures were applied may be that of another data directory. */
async function eraseAgain(store: SqliteEventStore, dataDir: string): Promise<number> {
  if (!existsSync(join(dataDir, KEYS_FILE))) return 0;
  const keys = KeyFile.openIn(dataDir);
  try {
    keys.noteApplied(null);
    return await applyErasures(store, keys);
  } finally {
    await keys.close();
  }
}

async function proveKeys(file: string): Promise<void> {
  if (!existsSync(file)) throw new StoreFault('store.misuse', `There is no ${file}.`);
  try {
    const keys = KeyFile.openFile(file, { readOnly: true });
    try {
      keys.prove();
    } finally {
      await keys.close();
    }
  } catch (cause) {
    throw new StoreFault('store.damaged', `${file} is not a whole copy of keys: ${messageOf(cause)}`, { cause });
  }
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readManifest(from: string): Promise<Manifest> {
  if (!existsSync(join(from, MANIFEST))) throw new StoreFault('store.misuse', `${from} is not a backup: it has no ${MANIFEST}.`);
  const manifest = JSON.parse(await readFile(join(from, MANIFEST), 'utf8')) as Manifest;
  if (manifest.format !== 1) throw new StoreFault('store.misuse', `${from} is a backup of another format.`);
  return manifest;
}

async function requireEmpty(directory: string, butFor?: string): Promise<void> {
  if (existsSync(directory) && (await readdir(directory)).some((name) => name !== butFor))
    throw new StoreFault('store.misuse', `${directory} is not empty.`);
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
