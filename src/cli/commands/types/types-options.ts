import type { OptionTable } from '../../arguments/option-table.ts';
import { workspaceOfFile } from '../../arguments/read-workspace.ts';

/** The options of `types`. They differ for every call, so no environment variable sets them. */
export const typesOptions = {
  ...workspaceOfFile,
  out: { type: 'string', value: 'FILE', text: 'the file to write (default: standard output)', variable: null },
  watch: { type: 'boolean', default: false, text: 'write again whenever the definition changes', variable: null },
  check: {
    type: 'boolean',
    default: false,
    text: 'write nothing; exit with 1 if the file is not up to date, for CI',
    variable: null,
  },
} satisfies OptionTable;
