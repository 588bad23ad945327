import { contract } from '../../../contract/index.ts';
import { listenOptions } from '../../arguments/listen-options.ts';
import type { NamedFile } from '../../arguments/named-file.ts';
import { namedFile } from '../../arguments/named-file.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { portRange, readNumber, readOptions } from '../../arguments/read-options.ts';

const { port: DEFAULT_PORT } = contract.servers.mock;

/** The options of `mock`. */
export const mockOptions = {
  ...listenOptions(DEFAULT_PORT),
  // A container has no browser.
  open: { type: 'boolean', default: false, text: 'open the page in the browser', variable: null },
  // Only somebody who edits the contract in the repository needs this.
  watch: {
    type: 'boolean',
    default: false,
    text: 'regenerate and restart whenever openapi.yaml changes',
    variable: null,
  },
  'write-target': {
    type: 'string',
    value: 'FILE',
    text: 'write a target file for verifying the mock: npm run verify -- --target FILE',
  },
} satisfies OptionTable;

/** The options of `mock`, read and checked. */
export interface MockCommand {
  readonly host: string;
  readonly port: number;
  readonly open: boolean;
  readonly watch: boolean;
  readonly targetFile: NamedFile | undefined;
  /** Returns how messages name an option. */
  readonly nameOf: (option: keyof typeof mockOptions) => string;
}

/**
 * Reads the options of `mock`.
 * @throws {UsageError} if one of them is invalid
 */
export function readMockOptions(words: readonly string[], environment = process.env): MockCommand {
  const { options, nameOf } = readOptions(words, mockOptions, environment);
  const { host, open, watch, 'write-target': targetFile } = options;
  return {
    host,
    port: readNumber(nameOf('port'), options.port, portRange),
    open,
    watch,
    targetFile: namedFile(nameOf('write-target'), targetFile),
    nameOf,
  };
}
