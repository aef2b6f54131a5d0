import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a command that may not be there or not be allowed; answers whether it worked. */
export function works(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, [...args], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A file system of its own, of a few megabytes, for one server: what runs the server there, and how it is filled and given room again. */
export interface SmallDisk {
  /** How it was had. Where it is only a limit, the store cannot tell it from other failures of the disk. */
  readonly arrangement: 'mounted' | 'mounted in a namespace' | 'a limit on the size of files';
  readonly directory: string;
  /** What runs node there. */
  readonly wrapper: readonly string[];
  /** Where this process can read the directory as it stands, while the server with that id runs. */
  seen(pid: number): string;
  /** Fills it but for so many bytes. */
  fill(pid: number, leave: number): void;
  makeRoom(pid: number): void;
  remove(): void;
}

const SIZE = 24 * 1024 * 1024;

/**
 * A disk that holds a copy of `seed`. A mount where this account may mount, else one in a namespace of the server's own, else none: then the
 * largest size of a file stands for the size of the disk, which needs no right at all and makes a write fail in the same place.
 */
export function aSmallDisk(seed: string): SmallDisk {
  const base = mkdtempSync(join(tmpdir(), 'quorate-disk-'));
  const directory = join(base, 'data');
  const options = `size=${SIZE}`;
  const remove = (): void => rmSync(base, { recursive: true, force: true });
  const fill = (disk: string, leave: number): void => writeFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(0, freeIn(disk) - leave)));
  if (works('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', base)) {
    cpSync(seed, directory, { recursive: true });
    return {
      arrangement: 'mounted',
      directory,
      wrapper: [],
      seen: () => directory,
      fill: (_pid, leave) => fill(base, leave),
      makeRoom: () => rmSync(join(base, 'ballast')),
      remove: () => {
        works('umount', base);
        remove();
      },
    };
  }
  if (works('unshare', '--user', '--map-root-user', '--mount', 'mount', '-t', 'tmpfs', '-o', options, 'tmpfs', base)) {
    const within = (pid: number): string => `/proc/${pid}/root${base}`;
    const start = `mount -t tmpfs -o ${options} tmpfs ${base} && cp -r ${seed} ${directory} && exec "$0" "$@"`;
    return {
      arrangement: 'mounted in a namespace',
      directory,
      wrapper: ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', start],
      seen: (pid) => {
        // SQLite follows the link out of the namespace, so it is given a copy; nothing is being written meanwhile.
        const copy = mkdtempSync(join(base, 'seen-'));
        cpSync(join(within(pid), 'data'), copy, { recursive: true, filter: (name) => !/-shm$|\.lock$/.test(name) });
        return copy;
      },
      fill: (pid, leave) => fill(within(pid), leave),
      makeRoom: (pid) => rmSync(join(within(pid), 'ballast')),
      remove,
    };
  }
  if (works('prlimit', '--version')) {
    cpSync(seed, directory, { recursive: true });
    const limit = (pid: number, size: string): void => void execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:`]);
    return {
      arrangement: 'a limit on the size of files',
      directory,
      wrapper: [],
      seen: () => directory,
      fill: (pid, leave) => limit(pid, String(400_000 + leave)),
      makeRoom: (pid) => limit(pid, 'unlimited'),
      remove,
    };
  }
  remove();
  throw new Error('A full disk cannot be arranged here: there is no mount, no unshare and no prlimit.');
}

function freeIn(disk: string): number {
  const { bavail, bsize } = statfsSync(disk);
  return bavail * bsize;
}

/**
 * What runs node so that it may not write to the directory, whose permissions forbid it: nothing for an ordinary account;
 * for the superuser, without the capabilities that override permissions, or as nobody. `null` where neither holds.
 */
export function bindPermissions(directory: string): readonly string[] {
  const candidates: readonly (readonly string[])[] = [
    [],
    ['setpriv', '--bounding-set=-all', '--inh-caps=-all', '--'],
    ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'],
    ['unshare', '--mount', 'sh', '-c', `mount --bind ${directory} ${directory} && mount -o remount,ro,bind ${directory} && exec "$0" "$@"`],
  ];
  const probe = join(directory, 'probe');
  const bound = candidates.find((wrapper) => {
    const [command = 'true', ...args] = [...wrapper, 'true'];
    const [touch = 'touch', ...more] = [...wrapper, 'touch', probe];
    return works(command, ...args) && !works(touch, ...more);
  });
  if (!bound)
    throw new Error(
      'A directory that cannot be written cannot be arranged here: permissions do not bind this account, and it can drop no right.',
    );
  return bound;
}
