import type { NamedFile } from '../arguments/named-file.ts';
import { namedFile } from '../arguments/named-file.ts';
import type { OptionTable } from '../arguments/option-table.ts';
import { UsageError } from '../arguments/usage-error.ts';
import { withoutSecrets } from '../arguments/without-secrets.ts';
import type { CoveragePlaces } from '../coverage/coverage-options.ts';
import { coverageOptions, readCoveragePlaces } from '../coverage/coverage-options.ts';
import { requireSeparate } from '../output/separate-files.ts';

/** What can be known besides the traffic. */
export const knowledgeOptions = {
  target: {
    type: 'string',
    value: 'FILE',
    text: 'the target file of verify: says which key is which, so that a key that must be refused is not accepted unnoticed',
  },
  workspaces: {
    type: 'string',
    value: 'FILE',
    text: 'the definition of your workspaces: says which entities and columns exist, and what their rules are',
  },
} satisfies OptionTable;

/** What is reported, and what fails the command. */
export const verdictOptions = {
  'fail-on': {
    type: 'string',
    value: 'KIND',
    default: 'finding',
    text: 'finding: findings fail the command (default); note: notes, which are violations of rules this project added, fail it too',
  },
  json: {
    type: 'string',
    value: 'FILE',
    text: 'write everything as JSON (traffic-report.schema.json); - is standard output',
  },
  sarif: {
    type: 'string',
    value: 'FILE',
    text: 'write the findings as SARIF 2.1.0, for code scanning; - is standard output',
  },
  ...coverageOptions,
} satisfies OptionTable;

/** What `judge` and `proxy` have in common. */
export interface VerdictCommand {
  readonly target: NamedFile | undefined;
  readonly workspaces: string | undefined;
  readonly failsOnNotes: boolean;
  readonly json: NamedFile | undefined;
  readonly sarif: NamedFile | undefined;
  readonly coverage: CoveragePlaces;
}

type VerdictValues = {
  readonly [Name in keyof typeof knowledgeOptions | keyof typeof verdictOptions]?: string | undefined;
};

/** The files of a command, besides those of the options that `judge` and `proxy` have in common. */
interface OtherFiles {
  readonly inputs: readonly (string | undefined)[];
  readonly outputs?: readonly (NamedFile | undefined)[];
}

/**
 * Reads the options that `judge` and `proxy` have in common.
 * @throws {UsageError} if one of them is invalid, or a file would replace another one
 */
export function readVerdictOptions(
  options: VerdictValues,
  nameOf: (option: keyof VerdictValues) => string,
  { inputs, outputs = [] }: OtherFiles,
): VerdictCommand {
  const failOn = options['fail-on'];
  if (failOn !== 'finding' && failOn !== 'note')
    throw new UsageError(`${nameOf('fail-on')} takes finding or note, not "${withoutSecrets(failOn ?? '')}"`);
  const json = namedFile(nameOf('json'), options.json);
  const sarif = namedFile(nameOf('sarif'), options.sarif);
  const coverage = readCoveragePlaces(options, nameOf);
  const { file, floor, badge } = coverage;
  requireSeparate([json, sarif, file, floor, badge, ...outputs], [options.target, options.workspaces, ...inputs]);
  return {
    target: namedFile(nameOf('target'), options.target),
    workspaces: options.workspaces,
    failsOnNotes: failOn === 'note',
    json,
    sarif,
    coverage,
  };
}
