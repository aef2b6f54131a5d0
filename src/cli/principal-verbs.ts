import { type Command, Option } from 'commander';
import { everyItem, expectOk, Misuse } from './api.js';
import { address, grantOf, setPassword } from './principal.js';
import { firstLine } from './secret-line.js';
import { type Session } from './session.js';

/** Loaded only by the verbs that need it, so that no other verb waits for the whole application. */
const recording = () => import('./recording.js');

export function addPrincipals(program: Command, session: Session): void {
  const principal = program.command('principal').description('who may sign in, and what they may do');

  principal
    .command('add <login>')
    .description('register somebody, e.g. principal add j.clerk --name "J. Clerk" --role clerk@cpp-strategic-board')
    .requiredOption('--name <name>', 'their name, as the record shows it')
    .option('--role <role@body...>', 'a role in a body; role@* in all bodies', [])
    .option('--password-stdin', 'read a password from standard input')
    .action(async (login: string, { name, role, passwordStdin }: { name: string; role: string[]; passwordStdin?: boolean }) => {
      role.forEach(grantOf);
      const password = passwordStdin ? await firstLine(`Password of ${login}: `) : undefined;
      const [{ registerPrincipal }, { commandSpecs }] = await Promise.all([import('./principals.js'), recording()]);
      await session.withApi((api) => registerPrincipal(api, commandSpecs(), login, { name, roles: role, password }), { mayBegin: true });
      session.print(`${login} registered${role.length > 0 ? ` as ${role.join(', ')}` : ''}`);
    });

  principal
    .command('password <login>')
    .description('give somebody a password, read from standard input; ends their sign-ins')
    .action(async (login: string) => {
      const password = await firstLine(`New password of ${login}: `);
      await session.withApi((api) => setPassword(api, login, password));
      session.print(`password of ${login} changed`);
    });

  for (const [verb, command, done] of [
    ['grant', 'GrantRole', 'given to'],
    ['withdraw', 'WithdrawRole', 'taken from'],
  ] as const) {
    principal
      .command(`${verb} <login> <role@body>`)
      .description(`${verb === 'grant' ? 'give' : 'take'} a role in a body`)
      .action(async (login: string, held: string) => {
        const data = grantOf(held);
        const { commandSpecs, sendCommand, specOf } = await recording();
        await session.withApi((api) => sendCommand(api, specOf(commandSpecs(), command), { command, target: login, data }, {}));
        session.print(`${held} ${done} ${login}`);
      });
  }

  principal
    .command('list')
    .description('everybody who may sign in')
    .addOption(format())
    .action(async (options: { format: string }) => {
      const items = await session.withApi((api) => everyItem<Principal>(api, '/api/v1/principals'));
      session.print(
        options.format === 'json' ? JSON.stringify({ items }, null, 2) : table(items.map(rowOfPrincipal), 'Nobody is registered.'),
      );
    });

  const token = program.command('token').description('tokens for programs');

  token
    .command('make <login>')
    .description('make a token; it alone is printed, this once: TOKEN=$(quorate token make ...)')
    .requiredOption('--label <label>', 'what it is for')
    .option('--days <days>', 'days it is good for', '365')
    .addOption(format())
    .action(async (login: string, options: { label: string; days: string; format: string }) => {
      const body = { label: options.label, days: wholeNumber(options.days) };
      const answer = await session.withApi(async (api) => expectOk(await api.send('POST', address(login, '/tokens'), { body })));
      const { id, token, expiresAt } = JSON.parse(answer) as { id: string; token: string; expiresAt: string };
      if (options.format === 'json') return session.print(JSON.stringify({ id, token, expiresAt }, null, 2));
      session.note(`Token ${id} of ${login}, good until ${expiresAt}. It is not shown again:`);
      session.print(token);
    });

  token
    .command('list <login>')
    .description('the tokens of a principal, without the tokens themselves')
    .addOption(format())
    .action(async (login: string, options: { format: string }) => {
      const answer = await session.withApi(async (api) => expectOk(await api.send('GET', address(login, '/tokens'))));
      const { items } = JSON.parse(answer) as { items: readonly Token[] };
      session.print(
        options.format === 'json' ? JSON.stringify({ items }, null, 2) : table(items.map(rowOfToken), `${login} has no token.`),
      );
    });

  token
    .command('revoke <login> <id>')
    .description('end a token, from the next request on')
    .action(async (login: string, id: string) => {
      await session.withApi(async (api) => expectOk(await api.send('DELETE', address(login, `/tokens/${encodeURIComponent(id)}`))));
      session.print(`${id} revoked`);
    });
}

interface Principal {
  readonly login: string;
  readonly name: string;
  readonly grants: readonly { readonly role: string; readonly bodyId: string }[];
  readonly suspended: boolean;
}

const rowOfPrincipal = ({ login, name, grants, suspended }: Principal): readonly string[] => [
  login,
  name,
  grants.map(({ role, bodyId }) => `${role}@${bodyId}`).join(', ') || 'no role',
  suspended ? 'suspended' : '',
];

interface Token {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

const rowOfToken = ({ id, label, kind, expiresAt, revokedAt }: Token): readonly string[] => [
  id,
  kind,
  label,
  revokedAt === null ? `good until ${expiresAt}` : `revoked ${revokedAt}`,
];

const format = (): Option => new Option('--format <format>', 'how it is printed').choices(['text', 'json']).default('text');

function wholeNumber(said: string): number {
  if (!/^\d{1,9}$/.test(said)) throw new Misuse(`--days is a whole number; it is ${JSON.stringify(said)}`);
  return Number(said);
}

function table(rows: readonly (readonly string[])[], none: string): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return (
    rows
      .map((row) =>
        row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('  ')
          .trimEnd(),
      )
      .join('\n') || none
  );
}
