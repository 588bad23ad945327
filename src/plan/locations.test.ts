import { describe, expect, it } from '@jest/globals';

import type { Change } from './locations.ts';
import { changed, columns, put } from './locations.ts';
import type { RequestDraft } from './request-draft.ts';
import { writeRequest } from './request-draft.ts';

const draft: RequestDraft = {
  operationId: 'updateRecord',
  organization: 'acme',
  workspace: 'sales',
  entityName: 'Customer',
  id: 7,
  key: 'the-key',
  body: { name: 'Jane', 'a/b~': 1 },
};

describe('changed', () => {
  it.each<[string, Change, Partial<ReturnType<typeof writeRequest>>]>([
    ['server.organization', { 'server.organization': 'other' }, { path: '/other/sales/Customer/7' }],
    ['server.workspace', { 'server.workspace': 'archive' }, { path: '/acme/archive/Customer/7' }],
    ['path.entityName', { 'path.entityName': 'Order' }, { path: '/acme/sales/Order/7' }],
    ['path.id', { 'path.id': '%' }, { path: '/acme/sales/Customer/%25' }],
    ['query.page', { 'query.page': '-1' }, { path: '/acme/sales/Customer/7?page=-1' }],
    ['rawPath', { rawPath: '/%zz' }, { path: '/acme/sales/%zz' }],
    ['body', { body: [] }, { body: '[]' }],
    ['rawBody', { rawBody: '{' }, { body: '{' }],
    ['body#/name', { 'body#/name': 'Joe' }, { body: '{"name":"Joe","a/b~":1}' }],
    ['body#/name', { 'body#/name': undefined }, { body: '{"a/b~":1}' }],
    ['a column with odd characters', columns({ 'a/b~': 2 }), { body: '{"name":"Jane","a/b~":2}' }],
  ])('sets the value at %s', (_where, change, written) => {
    expect(writeRequest(changed(draft, change))).toEqual({ ...writeRequest(draft), ...written });
  });

  it('sets a header and a key, and removes an undefined key', () => {
    const { headers } = writeRequest(changed(draft, { 'header.x-fault': 'now', key: 'other' }));
    expect(headers).toMatchObject({ 'x-fault': 'now', authorization: 'Bearer other' });
    expect(writeRequest(changed(draft, { key: undefined })).headers).not.toHaveProperty('authorization');
  });

  it.each(['rawBody', 'rawPath'] as const)('removes an undefined %s', (where) => {
    expect(put(put(draft, where, '/x'), where, undefined)).toEqual(draft);
  });

  it('changes a copy', () => {
    const before = structuredClone(draft);
    changed(draft, { 'body#/name': 'Joe', 'query.page': '1', key: undefined });
    expect(draft).toEqual(before);
  });
});

describe('put', () => {
  it("accepts only values of the location's type", () => {
    // @ts-expect-error a query parameter is a string
    put(draft, 'query.page', 1);
    // @ts-expect-error there is no such location
    expect(() => put(draft, 'cookie.session', 'x')).toThrow('no location cookie.session');
    expect(put(draft, 'path.id', 8).id).toBe(8);
  });
});
