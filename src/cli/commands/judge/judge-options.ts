import { contract } from '../../../contract/index.ts';
import { readUrl } from '../../arguments/connection-options.ts';
import type { OptionTable } from '../../arguments/option-table.ts';
import { readCall } from '../../arguments/read-options.ts';
import type { VerdictCommand } from '../../traffic/verdict-options.ts';
import { knowledgeOptions, readVerdictOptions, verdictOptions } from '../../traffic/verdict-options.ts';

/** The options of `judge`. */
export const judgeOptions = {
  url: {
    type: 'string',
    value: 'URL',
    text: `everything before /{orgSlug}; by default, everything up to ${contract.servers.server.basePath}, whatever the host is`,
    variable: null,
  },
  ...knowledgeOptions,
  ...verdictOptions,
} satisfies OptionTable;

/** The options of `judge`, read and checked. */
export interface JudgeCommand extends VerdictCommand {
  readonly files: readonly string[];
  readonly url: string | undefined;
}

/**
 * Reads the options of `judge`.
 * @throws {UsageError} if one of them is invalid
 */
export function readJudgeOptions(words: readonly string[], environment = process.env): JudgeCommand {
  const { options, words: files, nameOf } = readCall(words, judgeOptions, ['FILE…'], environment);
  const { url } = options;
  return {
    files,
    url: url === undefined ? undefined : readUrl(nameOf('url'), url).replace(/\/$/, ''),
    ...readVerdictOptions(options, nameOf, { inputs: files }),
  };
}
