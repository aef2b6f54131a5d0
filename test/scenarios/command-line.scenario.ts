import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { type Command } from 'commander';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildProgram } from '../../src/cli/program.js';
import { Installed, type Started } from '../support/command-line.js';

const ROOT = join(import.meta.dirname, '..', '..');
const BOARD = 'cpp-strategic-board';
const MARCH = `${BOARD}/2016-03-03`;
const JUNE = `${BOARD}/2016-06-09`;

let installed: Installed;
let server: Started;
let data: string;
let token: string;

/** The command line on the data directory, beside the server. */
const here = (...args: string[]) => installed.quorateHere(data, args);
const through = (...args: string[]) => ['--server', server.address, '--token', token, ...args];
/** The command line through the server; the directory it is given has nothing in it. */
const there = (...args: string[]) => installed.quorateHere(installed.at('nothing'), through(...args));
const done = (stdout: unknown = expect.anything()) => ({ code: 0, stderr: '', stdout });
const failed = (stderr: RegExp) => ({ code: 1, stdout: '', stderr: expect.stringMatching(stderr) });
const misused = (stderr: RegExp) => ({ code: 2, stdout: '', stderr: expect.stringMatching(stderr) });
const counted = async (dataDir: string) => (await installed.quorateHere(dataDir, ['check'])).stdout;

beforeAll(async () => {
  installed = await Installed.here();
  data = installed.at('a record');
  const first = await installed.demonstrate(data);
  expect(first.banner).toMatch(/API documentation: +http:\S+\/api\/docs/);
  expect(first.banner).toMatch(/^ +clerk +quorate-demonstration +clerk@\*$/m);
  expect(await first.stop()).toMatchObject({ code: 0, stderr: '' });
}, 60_000);
afterAll(() => installed.remove());

describe('the quickstart', () => {
  it('records the demonstration once: a second start adds nothing and keeps what was recorded since', async () => {
    const before = await counted(data);
    expect(before).toMatch(/^\d{3,4} events, \d+ read models: clean\n$/);
    expect(await installed.quorate(data, ['principal', 'grant', 'auditor', 'member@*'])).toEqual(done('member@* given to auditor\n'));
    const [events = 0] = before.match(/\d+/)?.map(Number) ?? [];
    server = await installed.demonstrate(data);
    expect(await counted(data)).toMatch(new RegExp(`^${events + 1} events`));
    expect((await here('principal', 'list')).stdout).toMatch(/^auditor +Demonstration auditor +auditor@\*, member@\*$/m);
  });

  it('keeps the data directory for the account that runs it', () => {
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  it('adds nothing to another record, and stops on Ctrl-C', async () => {
    const other = installed.at('another record');
    await installed.quorate(other, ['principal', 'add', 'ana', '--name', 'Ana', '--role', 'administrator@*']);
    const started = await installed.demonstrate(other);
    expect(started.banner).not.toContain('Sign in at');
    expect(await started.stop('SIGINT')).toMatchObject({ code: 0, stderr: '' });
    expect(await counted(other)).toMatch(/^2 events/);
  });
});

describe('the command line', () => {
  it('makes a token, which alone is printed, and works with it until it is revoked', async () => {
    const made = await here('token', 'make', 'clerk', '--label', 'scenario');
    expect(made).toMatchObject(failed(/^quorate: store\.in-use: .*`--server URL`/));
    expect(await installed.quorateHere(data, ['--server', server.address, '--token', 'qr_nobody', 'principal', 'list'])).toMatchObject(
      failed(/^quorate: access\.token-/),
    );
    const signedIn = await fetch(`${server.address}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'administrator', password: 'quorate-demonstration' }),
    });
    token = ((await signedIn.json()) as { token: string }).token;
    const { code, stdout, stderr } = await there('token', 'make', 'clerk', '--label', 'scenario', '--days', '2');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^qr_\S+\n$/)]);
    const id = /^Token (\S+) of clerk, good until \d{4}-/.exec(stderr)?.[1] ?? '';
    const withIt = (...args: string[]) =>
      installed.quorateHere(installed.at('nothing'), ['--server', server.address, '--token', stdout.trim(), ...args]);
    expect((await withIt('discrepancies', BOARD)).code).toBe(0);
    expect((await there('token', 'list', 'clerk')).stdout).toMatch(new RegExp(`^${id}  api +scenario +good until`, 'm'));
    expect(await there('token', 'revoke', 'clerk', id)).toEqual(done(`${id} revoked\n`));
    expect(await withIt('discrepancies', BOARD)).toMatchObject(failed(/^quorate: access\.token-/));
    expect((await there('token', 'list', 'clerk')).stdout).toMatch(new RegExp(`^${id}  api +scenario +revoked`, 'm'));
  });

  describe('reads the same from the data directory beside the server, and through the server:', () => {
    const same = async (...args: string[]): Promise<string> => {
      const [local, remote] = await Promise.all([here(...args), there(...args)]);
      expect(local).toMatchObject({ code: 0, stderr: '' });
      expect(remote).toEqual(local);
      return local.stdout;
    };
    const remote = async (...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await there(...args);
      expect([code, stderr]).toEqual([0, '']);
      return stdout;
    };

    it('the minute, each in a process of its own', async () => {
      const [local, remotely] = await Promise.all([
        installed.quorate(data, ['minutes', MARCH]),
        installed.quorate(installed.at('nothing'), through('minutes', MARCH)),
      ]);
      expect(local).toMatchObject({ code: 0, stderr: '' });
      expect(remotely).toEqual(local);
      expect(await here('minutes', MARCH)).toEqual(local);
    });

    it('the minute', async () => {
      const minute = await same('minutes', MARCH, '--format', 'text');
      const decisions = [...minute.matchAll(/^DECISION$/gm)];
      expect(decisions).toHaveLength(12);
      for (const words of [
        'In the absence of the Chairman (Councillor Parker), Councillor Brown chaired the meeting.',
        'Chief Superintendent G. Imery (Police Scotland)(to para.6.1)',
        'NOTED the Alcohol and Drugs Partnership Annual Report 2014-15.',
        'inquorate from this point onwards',
      ])
        expect(minute).toContain(words);
      expect(await remote('minutes', MARCH, '--format', 'html')).toContain('<h2>4. ADAPTATIONS</h2>');
    });

    it('the agenda', async () => {
      expect(await same('agenda', JUNE)).toContain('1.   Apologies for Absence');
    });

    it('the action sheet', async () => {
      const asAt = ['--as-at', '2016-06-09'];
      const text = await same('tracker', BOARD, ...asAt, '--format', 'text');
      expect(text).toMatch(/AGENDA ITEM NO\. AND TITLE +\| DECISION REQUIRING ACTION +\| ORGANISATION \| RESPONSIBLE +\| OUTCOME/);
      const csv = await remote('tracker', BOARD, ...asAt, '--format', 'csv');
      expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + 5);
      const json = JSON.parse(await remote('tracker', BOARD, ...asAt, '--format', 'json'));
      expect(
        json.groups.map(({ heading, actions }: { heading: string; actions: { status: string; officers: string[] }[] }) => [
          heading,
          ...actions.map(({ status, officers }) => `${officers.join(' and ')}: ${status}`),
        ]),
      ).toEqual([
        ['26 November 2016', 'Morag Walker: due-within-a-week'],
        [
          '3 March 2016',
          'Shona Smith: reported-complete',
          'Shona Smith: reported-complete',
          'Shona Smith: due-within-a-week',
          'Jeanette McDiarmid: not-yet-due',
        ],
      ]);
    });

    it('the quorum', async () => {
      const quorum = JSON.parse(await same('quorum', MARCH, '--format', 'json'));
      expect(quorum.inquorateFrom).toMatchObject({ paragraph: '9' });
      expect(JSON.stringify(quorum)).toContain('"6.1"');
      expect(await remote('quorum', MARCH)).toContain('Chief Superintendent G. Imery (Police Scotland): to para. 6.1');
    });

    it('the decisions', async () => {
      const awaiting = await same('decisions', BOARD, '--awaiting-ratification');
      expect(awaiting.match(/^Para \S+/gm)).toEqual(['Para 9', 'Para 10', 'Para 11', 'Para 12']);
      expect(JSON.parse(await remote('decisions', BOARD, '--format', 'json')).items).toHaveLength(12);
    });

    it('what is overdue', async () => {
      expect(await remote('overdue', '--as-at', '2016-06-09')).toBe('Nothing is overdue on 9 June 2016.\n');
      const later = ['overdue', '--as-at', '2017-03-01', '--body', BOARD];
      expect(await same(...later)).toMatch(/^244 days overdue: [^\n]+\n {2}Shona Smith, SBC; due the meeting in June 2016/m);
      expect((await remote(...later, '--format', 'csv')).trimEnd().split('\r\n')).toHaveLength(1 + 2);
      expect(JSON.parse(await remote(...later, '--format', 'json')).items).toHaveLength(2);
    });

    it('where the record does not agree', async () => {
      expect(await same('discrepancies', BOARD)).toContain('Elsewhere: the meeting was on 26 November 2015');
      expect(JSON.parse(await remote('discrepancies', BOARD, '--format', 'json')).items.length).toBeGreaterThan(5);
    });

    it('the history of a record, as it was and as it was known', async () => {
      const ref = `${MARCH}#4.4(b)`;
      expect(await remote('history', ref)).toMatch(/2016-03-03T\S+ {2}Paragraph 4\.4: “AGREED:.*Led to\n {2}action raised/s);
      expect(await remote('history', ref, '--as-at', '2016-03-03')).toContain('Paragraph 4.4: “AGREED:');
      expect(await remote('history', ref, '--as-at', '2016-03-02')).toContain('Nothing by then.');
      expect(await same('history', ref, '--as-known-at', '2016-03-04')).toContain('Nothing by then.');
    });
  });

  it('records through the server: once for a key, and not over what it has not seen', async () => {
    const grant = [
      'record',
      'GrantRole',
      'chair',
      '--data',
      '{"role":"member","bodyId":"cpp-strategic-board"}',
      '--idempotency-key',
      'k-1',
    ];
    const first = await there(...grant);
    expect(first).toEqual(done(expect.stringMatching(/^GrantRole recorded on chair: revision 2, position [0-9a-f]{16}\n$/)));
    expect(await there(...grant)).toEqual(first);
    expect(JSON.parse((await there(...grant, '--format', 'json')).stdout)).toEqual({
      id: 'chair',
      revision: 2,
      position: first.stdout.trim().split(' ').at(-1),
    });
    const other = (...more: string[]) => there('record', 'GrantRole', 'chair', '--data', '{"role":"officer","bodyId":"*"}', ...more);
    expect(await other('--if-match', '1')).toMatchObject(
      failed(
        /^quorate: stream\.clash: .*\(expected: 1; actual: 2\)\n {2}since then: revision 2, RoleGranted, by Demonstration administrator/,
      ),
    );
    expect(await there(...grant.slice(0, 5))).toMatchObject(failed(/^quorate: principal\.role-held: [^\n]+\n$/));
    expect(await there('principal', 'withdraw', 'chair', `member@${BOARD}`)).toEqual(done(`member@${BOARD} taken from chair\n`));
  });

  it('gives passwords, which end sign-ins', async () => {
    const asked = (password: string) =>
      installed.quorate(
        installed.at('nothing'),
        ['--server', server.address, '--token', token, 'principal', 'password', 'officer'],
        password,
      );
    expect(await asked('short\n')).toMatchObject(failed(/^quorate: access\.password-weak: [^\n]+\n$/));
    expect(await asked('a long enough password\n')).toEqual(done('password of officer changed\n'));
    const signIn = (password: string) =>
      fetch(`${server.address}/api/v1/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: 'officer', password }),
      });
    expect((await signIn('a long enough password')).status).toBe(201);
    expect((await signIn('quorate-demonstration')).status).toBe(401);
  });

  it.each([
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, the other way round', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('imports a file in %s, with what is pasted in it turned into what it means', async (what, saved) => {
    const file = installed.at('pasted people.json');
    const login = `pasted-${what.length}`;
    await writeFile(
      file,
      saved(JSON.stringify([{ command: 'RegisterPrincipal', target: login, data: { name: '\uFEFFAnne\u001EMarie\u000BÆ\r\n' } }])),
    );
    expect(await there('import', file)).toMatchObject({ code: 0 });
    expect((await there('principal', 'list')).stdout).toContain('Anne\u2011Marie Æ');
    await writeFile(file, Buffer.from([0x5b, 0xe9, 0x5d]));
    expect(await there('import', file)).toEqual(misused(/is not text in UTF-8: save it as UTF-8/));
  });

  it('imports a command once, whatever its file is called and wherever in it the command stands', async () => {
    const file = installed.at('new people.json');
    await writeFile(
      file,
      JSON.stringify([
        { command: 'RegisterPrincipal', target: 'bea', data: { name: 'Bea' } },
        { command: 'GrantRole', target: 'bea', data: { role: 'auditor', bodyId: '*' } },
      ]),
    );
    const imported = (at: string, recorded: number, stood: number) =>
      done(`${at}: ${recorded} commands recorded, ${stood} stood already\n`);
    expect(await there('import', file)).toEqual(imported(file, 2, 0));
    expect(await there('import', file)).toEqual(imported(file, 0, 2));
    const renamed = installed.at('people, corrected.json');
    await writeFile(
      renamed,
      JSON.stringify([
        { command: 'RegisterPrincipal', target: 'cy', data: { name: 'Cy' } },
        { data: { name: 'Bea' }, target: 'bea', command: 'RegisterPrincipal' },
        { command: 'GrantRole', target: 'bea', data: { bodyId: '*', role: 'auditor' } },
      ]),
    );
    expect(await there('import', renamed)).toEqual(imported(renamed, 1, 2));
    await writeFile(file, JSON.stringify([{ command: 'RegisterPrincipal', target: 'dot', data: { name: 'Dot' } }]));
    expect(await there('import', file)).toEqual(imported(file, 1, 0));
    await writeFile(
      file,
      '[{"command":"RegisterPrincipal","target":"bea","data":{"name":"Bea"}},{"command":"Bless","target":"x","data":{}}]',
    );
    expect(await there('import', file)).toMatchObject(
      misused(/^quorate: new people\.json entry 2 \(Bless x\): there is no such command\n$/),
    );
    await writeFile(file, '[{');
    expect(await there('import', file)).toMatchObject(misused(/new people\.json is not JSON: [^\n]+\n$/));
  });

  it('sends whoever would write beside a server to the server', async () => {
    for (const args of [
      ['record', 'GrantRole', 'chair', '--data', '{"role":"officer","bodyId":"*"}'],
      ['principal', 'add', 'eve', '--name', 'Eve'],
      ['import', installed.at('test/records/01-bodies.json')],
    ])
      expect(await here(...args)).toMatchObject(failed(/^quorate: (.*: )?store\.in-use: .*`--server URL`[^\n]*\n$/));
  });

  it('stops quietly where nobody reads on', async () => {
    const { code, stderr } = await installed.cutShort(data, ['commands']);
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('a command line that is not understood', () => {
  it.each([
    [['nope'], /unknown command 'nope'/],
    [['trakcer', 'x'], /Did you mean tracker\?/],
    [['tracker', BOARD, '--colour', 'red'], /unknown option '--colour'/],
    [['tracker', BOARD, '--format', 'xml'], /Allowed choices are text, csv, json/],
    [['tracker'], /missing required argument 'body'/],
    [['minutes', BOARD], /a meeting is named body\/meeting/],
    [['record', 'GrantRole', 'x', '--data', '{"role'], /--data is not JSON/],
    [['record', 'GrantRole', 'x', '--data', '@/no/such/file'], /\/no\/such\/file cannot be read: there is no such file/],
    [['record', 'Bless', 'x', '--data', '{}'], /there is no command Bless; quorate commands lists them/],
    [['principal', 'grant', 'x', 'clerk'], /a role is given as role@body/],
    [['check', '--server', 'http://127.0.0.1:3000'], /leave out --server/],
    [['overdue', '--token', 'x'], /--token goes with --server/],
    [['overdue', '--server', 'localhost'], /--server is the address of a running server/],
  ])('%j ends with 2 and one line', async (args, message) => {
    const { code, stdout, stderr } = await installed.quorateHere(installed.at('nothing'), args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(message)]);
    expect(stderr).toMatch(/^quorate: [^\n]+\n$/);
  });

  it('ends so also in a process of its own: not understood, refused by it, refused by commander', async () => {
    for (const args of [['nope'], ['record', 'Bless', 'x', '--data', '{}'], ['overdue'], ['check']])
      expect(await installed.quorate(installed.at('nothing'), args)).toEqual(await installed.quorateHere(installed.at('nothing'), args));
  });

  it('makes no data directory where there is nothing to read', async () => {
    const nothing = installed.at('nothing');
    for (const args of [['overdue'], ['check'], ['backup', installed.at('no backup')]])
      expect(await installed.quorateHere(nothing, args)).toMatchObject(
        failed(/^quorate: There is no (record|event store) in [^\n]*nothing[^\n]*\n$/),
      );
    expect([existsSync(nothing), existsSync(installed.at('no backup'))]).toEqual([false, false]);
  });

  it('says that a server does not answer', async () => {
    expect(await installed.quorateHere(data, ['overdue', '--server', 'http://127.0.0.1:9'])).toMatchObject(
      failed(/^quorate: http:\/\/127\.0\.0\.1:9 does not answer: [^\n]+\n$/),
    );
  });
});

describe('a backup', () => {
  const at = (name: string) => installed.at(name);

  it('is taken while the server runs, restored into an empty directory, and found clean', async () => {
    expect(await installed.quorate(data, ['backup', at('a backup')])).toEqual(
      done(expect.stringMatching(/^\d{3} events backed up to .*; head digest [0-9a-f]{64}\n$/)),
    );
    expect(await installed.quorate(at('restored'), ['restore', at('a backup')])).toEqual(
      done(expect.stringMatching(/^\d{3} events restored to /)),
    );
    expect(await installed.quorate(at('restored'), ['check'])).toEqual(done(await counted(data)));
    expect((await installed.quorateHere(at('nothing'), ['--data-dir', at('restored'), 'minutes', MARCH])).stdout).toBe(
      (await here('minutes', MARCH)).stdout,
    );
  });

  it('is not restored over a record', async () => {
    expect(await installed.quorateHere(at('restored'), ['restore', at('a backup')])).toMatchObject(failed(/restored is not empty\.\n$/));
  });

  it('lets a tampered record be found: the check names the place', async () => {
    await cp(at('restored'), at('tampered'), { recursive: true });
    const db = new Database(join(at('tampered'), 'events.db'));
    const { position } = db.prepare(`SELECT max(position) AS position FROM events WHERE instr(body, 'AGREED') > 0`).get() as {
      position: number;
    };
    expect(db.prepare(`UPDATE events SET body = replace(body, 'AGREED', 'REFUSED') WHERE position = ?`).run(position).changes).toBe(1);
    db.close();
    const { code, stdout, stderr } = await installed.quorate(at('tampered'), ['check']);
    const place = position.toString(16).padStart(16, '0');
    expect([code, stdout, stderr]).toEqual([
      1,
      expect.stringMatching(new RegExp(`^DAMAGED position ${place}, stream "[^"]+", revision \\d+: `)),
      '',
    ]);
  });
});

describe('a verb', () => {
  const verbs = (command: Command, names: string[] = []): string[][] => [
    names,
    ...command.commands.flatMap((verb) => verbs(verb, [...names, verb.name()])),
  ];
  const all = verbs(buildProgram(() => undefined));

  it('has its help, which tells its usage and ends with 0', async () => {
    // In this process: the help of some twenty verbs is the same as in one of its own.
    for (const names of all) {
      let said = '';
      const program = buildProgram(() => undefined);
      const quiet = (command: Command): void => {
        command.configureOutput({ writeOut: (text) => (said += text) });
        command.commands.forEach(quiet);
      };
      quiet(program);
      const ended = program.parseAsync(['node', 'quorate', ...names, '--help']);
      await expect(ended).rejects.toMatchObject({ code: 'commander.helpDisplayed', exitCode: 0 });
      expect(said).toMatch(new RegExp(`^Usage: quorate ${names.map((name) => `${name} `).join('')}`));
    }
    expect(all.length).toBeGreaterThan(20);
    const [none, asked] = await Promise.all([installed.quorate(data, []), installed.quorate(data, ['tracker', '--help'])]);
    expect(none).toEqual(done(expect.stringMatching(/^Usage: quorate \[options\] \[command\]/)));
    expect(asked).toEqual(done(expect.stringMatching(/^Usage: quorate tracker \[options\] <body>.*--as-at <date>.*--server <url>/s)));
  });

  it('or none, with --version: the version of the program is said', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
    expect(await installed.quorate(installed.at('nothing'), ['--version'])).toEqual(done(`${version}\n`));
  });

  it('is told with an example in the guide', () => {
    const guide = readFileSync(join(ROOT, 'docs/guides/command-line.md'), 'utf8');
    const untold = all.filter((names, at) => {
      const leads = all.some(
        (longer, other) => other !== at && longer.length > names.length && names.every((name, index) => longer[index] === name),
      );
      return !leads && !new RegExp(`quorate( --\\S+ \\S+)* ${names.join(' ')}\\b`).test(guide);
    });
    expect(untold).toEqual([]);
  });
});

it('the server, told to stop, ends cleanly', async () => {
  expect(await server.stop()).toMatchObject({ code: 0, stderr: '' });
  const lock = await readFile(join(data, 'events.db'));
  expect(lock.length).toBeGreaterThan(0);
  const withdraw = ['record', 'WithdrawRole', 'auditor', '--data', '{"role":"member","bodyId":"*"}'];
  expect((await installed.quorate(data, withdraw)).code).toBe(0);
});
