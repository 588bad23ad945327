import { describe, expect, it } from '@jest/globals';

import { contract } from '../../../src/contract/index.ts';
import { matching } from './filter.ts';

const rows = contract.scenarioNames.map((scenario) => {
  const { status, code, template } = contract.scenarios[scenario];
  const pair = code === 'UNAUTHORIZED' ? 'missing, invalid or expired key' : '';
  return { scenario, own: `${status} ${code} ${scenario} ${template}`.toLowerCase(), pair };
});
const found = (query: string): readonly string[] => matching(query, rows).map(({ scenario }) => scenario);

describe('matching rows', () => {
  it.each([
    ['nothing', '', contract.scenarioNames],
    ['words in any order and case', 'KEY 401 Expired', ['expiredApiKey']],
    ['words of the description of their pair', 'missing key', ['invalidApiKey', 'expiredApiKey', 'wrongWorkspace']],
    ['a code', 'workspace_status', ['workspaceRestricted']],
    ['a status', '422', ['validationError']],
    ['a message with values', "A record with email 'a@b.c' already exists", ['uniqueConstraintViolation']],
    ['a body', '{ "error": { "code": "NOT_FOUND", "message": "Record not found: 7" } }', ['recordNotFound']],
    [
      'a complete response',
      'HTTP/1.1 401\n\n{"error":{"code":"UNAUTHORIZED","message":"Invalid API key"}}',
      ['invalidApiKey'],
    ],
    ['an unknown word', 'teapot', []],
  ])('are found by %s', (_what, query, names) => {
    expect(found(query)).toEqual(names);
  });
});
