import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Vault } from '../access/vault/vault.js';
import { StoreFault } from '../eventstore/event-store.port.js';
import { type BackupManifest } from '../eventstore/sqlite/backup.js';
import { SqliteEventStore } from '../eventstore/sqlite/sqlite-event-store.js';

const FILES = ['events.db', 'vault.db'] as const;
const MANIFEST = 'manifest.json';

export interface Manifest extends BackupManifest {
  readonly format: 1;
  readonly takenAt: string;
  /** SHA-256, hex, of each file. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Copies record and vault, each consistent in itself, while they go on being written. The read models are not copied: they follow
 * from the record. The manifest is written last, so that a directory without one is no backup.
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

/** Puts a backup into an empty data directory, after proving every file and event of it. Nothing is left behind where it fails. */
export async function restoreDirectory(from: string, dataDir: string): Promise<Manifest> {
  const manifest = await readManifest(from);
  const names = FILES.filter((name) => name in manifest.files);
  for (const name of names) {
    if (!existsSync(join(from, name)) || (await sha256(join(from, name))) !== manifest.files[name])
      throw new StoreFault('store.damaged', `${join(from, name)} is not the file its manifest describes.`);
  }
  await requireEmpty(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  try {
    for (const name of names) await copyFile(join(from, name), join(dataDir, name));
    const store = await SqliteEventStore.open({ directory: dataDir });
    try {
      for await (const { place, problem } of store.verify())
        throw new StoreFault('store.damaged', `The backup is damaged at ${place}: ${problem}.`);
    } finally {
      await store.close();
    }
  } catch (error) {
    for (const name of await readdir(dataDir)) await rm(join(dataDir, name), { recursive: true });
    throw error;
  }
  return manifest;
}

async function readManifest(from: string): Promise<Manifest> {
  if (!existsSync(join(from, MANIFEST))) throw new StoreFault('store.misuse', `${from} is not a backup: it has no ${MANIFEST}.`);
  const manifest = JSON.parse(await readFile(join(from, MANIFEST), 'utf8')) as Manifest;
  if (manifest.format !== 1) throw new StoreFault('store.misuse', `${from} is a backup of another format.`);
  return manifest;
}

async function requireEmpty(directory: string): Promise<void> {
  if (existsSync(directory) && (await readdir(directory)).length > 0) throw new StoreFault('store.misuse', `${directory} is not empty.`);
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
