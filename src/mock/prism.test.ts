import { describe, expect, it } from '@jest/globals';

import document from '../../generated/openapi.json' with { type: 'json' };
import { openPrism } from './prism.ts';

const before = JSON.stringify(document);
const prism = await openPrism(document);

describe('Prism', () => {
  it('leaves the document as it is', () => {
    expect(JSON.stringify(document)).toBe(before);
  });

  it('answers an example by its status and name', async () => {
    const body = { error: { code: 'UNAUTHORIZED', message: 'API key has expired' } };
    expect(await prism.answer('getRecord', 401, 'expiredApiKey')).toEqual({ status: 401, body });
  });

  it('has no body for a status that has none', async () => {
    expect(await prism.answer('deleteRecord', 204)).toEqual({ status: 204, body: undefined });
  });

  it.each([
    [418, undefined],
    [404, 'nope'],
    [404, 'firstPage'],
  ])('throws where it finds no %d %s, instead of answering something else', async (status, example) => {
    await expect(prism.answer('listRecords', status, example)).rejects.toThrow();
  });

  it('tells every violation of the schemas, and none where there is none', async () => {
    const query = { page: '-1', size: '0' };
    expect(await prism.violations('listRecords', { query, body: undefined })).toHaveLength(2);
    expect(await prism.violations('listRecords', { query: {}, body: undefined })).toEqual([]);
  });

  it('tells the defaults of the parameters', () => {
    expect(prism.defaults('listRecords')).toEqual({ page: '0', size: '20' });
    expect(prism.defaults('deleteRecord')).toEqual({});
  });
});
