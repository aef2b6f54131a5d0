import { ConfigError } from './config/config.js';
import { StoreFault } from './eventstore/event-store.port.js';

/** A fault as one line, for whoever started the program. */
export function messageOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof ConfigError || error instanceof StoreFault) return error.message;
  switch (code) {
    case 'EADDRINUSE':
      return 'The port is in use by another program. Set PORT to another one, or stop that program.';
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return 'HOST is no address of this machine.';
    case 'EACCES':
      return 'This account may not listen on the port. Set PORT to one from 1024 on.';
    default:
      return (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ');
  }
}
