import { describe, expect, it } from '@jest/globals';

import { document } from '../../contract/document/index.ts';
import { contract } from '../../contract/index.ts';
import { openPrism } from './prism.ts';
import { openValidator } from './prism-validator.ts';

const prism = openPrism();

describe('Prism', () => {
  it('does not modify the document', async () => {
    const before = JSON.stringify(document);
    await openValidator(document);
    expect(JSON.stringify(document)).toBe(before);
  });

  it('returns an example by its status and name', () => {
    const body = { error: { code: 'UNAUTHORIZED', message: 'API key has expired' } };
    expect(prism.answer('getRecord', 401, 'expiredApiKey')).toEqual({ status: 401, body });
  });

  it('returns no body for a status without a body', () => {
    expect(prism.answer('deleteRecord', 204)).toEqual({ status: 204, body: undefined });
  });

  it.each([
    [418, undefined],
    [404, 'nope'],
    [404, 'firstPage'],
  ])('throws if the operation does not document %d %s', (status, example) => {
    expect(() => prism.answer('listRecords', status, example)).toThrow();
  });

  it('returns every violation of the schemas, and nothing for a valid request', async () => {
    const query = { page: '-1', size: '0' };
    expect(await prism.violations('listRecords', { query, body: undefined })).toHaveLength(2);
    expect(await prism.violations('listRecords', { query: {}, body: undefined })).toEqual([]);
  });

  it('has the generated violations of an empty request that Prism itself reports', async () => {
    const validate = await openValidator(document);
    const nothing = { query: {}, body: undefined };
    for (const operationId of contract.operationIds.filter((each) => !contract.operations[each].takesBody)) {
      expect(await prism.violations(operationId, nothing)).toEqual(await validate(operationId, nothing));
    }
  });

  it('returns the default values of the parameters', () => {
    expect(prism.defaults('listRecords')).toEqual({ page: '0', size: '20' });
    expect(prism.defaults('deleteRecord')).toEqual({});
  });
});
