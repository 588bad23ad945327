import { contract } from '../../../contract/index.ts';
import type { NamedFile } from '../../arguments/named-file.ts';
import { namedFile } from '../../arguments/named-file.ts';
import { connectionOptions, readUrl } from '../../arguments/connection-options.ts';
import { listenOptions } from '../../arguments/listen-options.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { readBytes } from '../../arguments/read-json-file.ts';
import { portRange, readNumber, readOptions } from '../../arguments/read-options.ts';
import { UsageError } from '../../arguments/usage-error.ts';
import type { VerdictCommand } from '../../traffic/verdict-options.ts';
import { knowledgeOptions, readVerdictOptions, verdictOptions } from '../../traffic/verdict-options.ts';

const DEFAULT_PORT = 4020;

const { header: _header, ...trustOptions } = connectionOptions;

/** The options of `proxy`. */
export const proxyOptions = {
  to: {
    type: 'string',
    value: 'URL',
    text: `everything before /{orgSlug} of the API to pass requests on to, e.g. https://staging.example.com${contract.servers.server.basePath}`,
    variable: null,
  },
  ...listenOptions(DEFAULT_PORT),
  ...trustOptions,
  ...knowledgeOptions,
  har: {
    type: 'string',
    value: 'FILE',
    text: 'record everything that passes as HAR 1.2, with every key hidden; judge reads it, too',
  },
  ...verdictOptions,
} satisfies OptionTable;

/** The options of `proxy`, read and checked. */
export interface ProxyCommand extends VerdictCommand {
  readonly to: string;
  readonly host: string;
  readonly port: number;
  /** Where to record what passes. */
  readonly har: NamedFile | undefined;
  readonly insecure: boolean;
  readonly ca: string | undefined;
  readonly nameOf: (option: 'host' | 'port') => string;
}

/**
 * Reads the options of `proxy`.
 * @throws {UsageError} if one of them is missing or invalid
 */
export async function readProxyOptions(words: readonly string[], environment = process.env): Promise<ProxyCommand> {
  const { options, nameOf } = readOptions(words, proxyOptions, environment);
  const { to, host, ca, insecure } = options;
  if (to === undefined) throw new UsageError('--to is missing');
  const har = namedFile(nameOf('har'), options.har);
  return {
    to: readUrl(nameOf('to'), to).replace(/\/$/, ''),
    host,
    port: readNumber(nameOf('port'), options.port, portRange),
    har,
    insecure,
    ca: ca === undefined ? undefined : (await readBytes({ option: nameOf('ca'), file: ca })).toString(),
    nameOf,
    ...readVerdictOptions(options, nameOf, { inputs: [ca], outputs: [har] }),
  };
}
