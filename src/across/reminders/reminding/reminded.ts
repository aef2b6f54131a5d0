import { type Principal, bodiesWith } from '../../../kernel/principal.js';
import { type BusCommand, type CommandClass, type CommandEnvelope } from '../../../kernel/command.js';
import { newId } from '../../../kernel/ids.js';
import { type DueReader } from '../../due/due.queries.js';

export const SENTENCE = 'When a deadline comes near or has passed, whoever follows it is reminded.';

/** The deadlines a follower may read: they are reminded of no others. */
export const readerOf = (principal: Principal): DueReader => ({
  drafts: bodiesWith(principal, 'meetings.read-drafts'),
  exempt: bodiesWith(principal, 'meetings.read-exempt'),
});

export function ownCommand<D extends object>(command: CommandClass<string, D>, login: string, data: D): BusCommand {
  const envelope: CommandEnvelope = {
    by: { principalId: 'policy:remind', name: SENTENCE, role: 'policy' },
    correlationId: newId(),
    commandId: newId(),
    expected: 'current',
  };
  return new command(login, data, envelope);
}
