import type { OptionTable } from './option-table.ts';

/** Returns the options of a command that starts a server. */
export function listenOptions(defaultPort: number) {
  return {
    port: {
      type: 'string',
      value: 'PORT',
      variable: 'PORT',
      default: String(defaultPort),
      text: 'the port to listen on (default {default}; 0 picks a free port)',
    },
    host: {
      type: 'string',
      value: 'HOST',
      variable: 'HOST',
      default: '127.0.0.1',
      text: 'the address to listen on (default {default}, this machine only)',
    },
  } satisfies OptionTable;
}
