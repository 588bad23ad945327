import { contract } from '../../../contract/index.ts';
import { listenOptions } from '../../arguments/listen-options.ts';
import type { NamedFile } from '../../arguments/named-file.ts';
import { namedFile } from '../../arguments/named-file.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { portRange, readNumber, readOptions } from '../../arguments/read-options.ts';
import { UsageError } from '../../arguments/usage-error.ts';

const { port: DEFAULT_PORT } = contract.servers.mock;

/** The options of `mock`. */
export const mockOptions = {
  ...listenOptions(DEFAULT_PORT),
  workspaces: {
    type: 'string',
    value: 'FILE',
    text: 'show the workspaces that this file defines, instead of the demo workspaces',
  },
  // A container has no browser.
  open: { type: 'boolean', default: false, text: 'open the page in the browser', variable: null },
  // Only somebody who edits a file needs this.
  watch: {
    type: 'boolean',
    default: false,
    text: 'with --workspaces, show every change of that file; in the repository, every change of openapi.yaml',
    variable: null,
  },
  'write-target': {
    type: 'string',
    value: 'FILE',
    text: 'write a target file for verifying the demo workspaces: npm run verify -- --target FILE',
  },
} satisfies OptionTable;

/** The options of `mock`, read and checked. */
export interface MockCommand {
  readonly host: string;
  readonly port: number;
  /** The file that defines the workspaces to show; `undefined` shows the demo workspaces. */
  readonly workspaces: string | undefined;
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
  const { host, workspaces, open, watch, 'write-target': targetFile } = options;
  if (targetFile !== undefined && workspaces !== undefined) {
    const target = nameOf('write-target');
    throw new UsageError(`${target} works only with the demo workspaces; remove ${target} or ${nameOf('workspaces')}`);
  }
  return {
    host,
    workspaces,
    port: readNumber(nameOf('port'), options.port, portRange),
    open,
    watch,
    targetFile: namedFile(nameOf('write-target'), targetFile),
    nameOf,
  };
}
