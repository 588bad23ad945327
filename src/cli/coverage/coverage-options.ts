import type { NamedFile } from '../arguments/named-file.ts';
import { namedFile } from '../arguments/named-file.ts';
import type { OptionTable } from '../arguments/option-table.ts';

/** The options of commands that measure failure coverage. */
export const coverageOptions = {
  coverage: {
    type: 'string',
    value: 'FILE',
    text: 'write which documented failures were provoked and judged (failure-coverage.json); see docs/coverage.md',
  },
  'coverage-floor': {
    type: 'string',
    value: 'FILE',
    text: 'fail if a failure of this file was not judged; failures that are judged for the first time are added to it',
  },
  'coverage-badge': {
    type: 'string',
    value: 'FILE',
    text: 'write a badge with the number of judged failures, which shields.io can show',
  },
} satisfies OptionTable;

/** Where to write failure coverage, and what to compare it with. */
export interface CoveragePlaces {
  readonly file: NamedFile | undefined;
  readonly floor: NamedFile | undefined;
  readonly badge: NamedFile | undefined;
}

type Values = { readonly [Name in keyof typeof coverageOptions]?: string | undefined };

/** Returns the files that the options name. */
export function readCoveragePlaces(
  options: Values,
  nameOf: (option: keyof typeof coverageOptions) => string,
): CoveragePlaces {
  return {
    file: namedFile(nameOf('coverage'), options.coverage),
    floor: namedFile(nameOf('coverage-floor'), options['coverage-floor']),
    badge: namedFile(nameOf('coverage-badge'), options['coverage-badge']),
  };
}
