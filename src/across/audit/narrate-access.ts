import { type DomainEvent } from '../../kernel/event.js';

/**
 * Events that belong to no slice: those about principals. Told from their name and plain fields: `RoleGranted` of clerk in a body
 * is "Role granted: clerk, cpp-strategic-board".
 */
export function tellAccess({ type, data }: DomainEvent): string {
  const words = type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  const said = Object.values(data).filter((value) => typeof value === 'string');
  return `${words[0]?.toUpperCase()}${words.slice(1)}${said.length > 0 ? `: ${said.join(', ')}` : ''}`;
}
