import { describe, expect, it } from '@jest/globals';

import { misspelledVariables } from './misspelled-variables.ts';
import type { OptionTable } from './option-table.ts';

const table = {
  port: { type: 'string', variable: 'PORT', text: 'the port' },
  data: { type: 'string', text: 'the file' },
  'write-target': { type: 'string', text: 'the target file' },
  open: { type: 'boolean', variable: null, text: 'open the page' },
} satisfies OptionTable;

describe('misspelledVariables', () => {
  it.each([
    ['WORKSPACE_API_WRITE_TARGTE', 'write-target', 'WORKSPACE_API_WRITE_TARGET'],
    ['WORKSPACE_API_WRITETARGET', 'write-target', 'WORKSPACE_API_WRITE_TARGET'],
    ['WORKSPACE_API_WRITE_TARGETS', 'write-target', 'WORKSPACE_API_WRITE_TARGET'],
    ['WORKSPACE_API_DATE', 'data', 'WORKSPACE_API_DATA'],
    ['WORKSPACE_API_PORT', 'port', 'PORT'],
  ])('warns of %s without its value', (name, option, variable) => {
    expect(misspelledVariables(table, { [name]: 's3cret' })).toEqual([
      `${name} sets no option; to set --${option}, use ${variable}`,
    ]);
  });

  it.each([
    ['a variable of an option', { WORKSPACE_API_DATA: 'x.db', PORT: '1' }],
    ['a variable of another command', { WORKSPACE_API_RATE: '5' }],
    ['a key that a target file reads', { WORKSPACE_API_KEY: 'x', WORKSPACE_API_TOKEN: 'x' }],
    ['an empty variable', { WORKSPACE_API_DATE: '', WORKSPACE_API_PORT: '' }],
    ['a variable without the prefix', { DATA: 'x', PROT: '1', WRITE_TARGET: 'x' }],
    ['an option without a variable', { WORKSPACE_API_OPEN: '1' }],
    [
      'what Kubernetes sets for a service called workspace-api',
      {
        WORKSPACE_API_PORT: 'tcp://10.0.0.11:4000',
        WORKSPACE_API_PORT_4000_TCP: 'tcp://10.0.0.11:4000',
        WORKSPACE_API_PORT_4000_TCP_ADDR: '10.0.0.11',
        WORKSPACE_API_PORT_4000_TCP_PORT: '4000',
        WORKSPACE_API_PORT_4000_TCP_PROTO: 'tcp',
        WORKSPACE_API_SERVICE_HOST: '10.0.0.11',
        WORKSPACE_API_SERVICE_PORT: '4000',
        WORKSPACE_API_SERVICE_PORT_HTTP: '4000',
      },
    ],
  ])('ignores %s', (_what, environment) => {
    expect(misspelledVariables(table, environment)).toEqual([]);
  });
});
