import { describe, expect, it } from '@jest/globals';

import { fillPath } from './fill-path.ts';

const RECORD = 'http://localhost/api/v1/acme-corp/sales/{entityName}/{id}';

function pathnameOf(entityName: unknown, id: unknown): string {
  return new URL(fillPath(RECORD, { entityName, id })).pathname;
}

describe('fillPath', () => {
  it.each([
    ['a/b', 'a%2Fb'],
    ['../Order', '..%2FOrder'],
    ['..\\Order', '..%5COrder'],
    ['%', '%25'],
    ['%2e%2e', '%252e%252e'],
    ['%2F', '%252F'],
    ['...', '...'],
    ['1?size=1#top', '1%3Fsize%3D1%23top'],
    ['1;a=b', '1%3Ba%3Db'],
    [' 1\n', '%201%0A'],
    ['{entityName}', '%7BentityName%7D'],
    ['$&', '%24%26'],
    ['müller', 'm%C3%BCller'],
    ['BULK', 'BULK'],
    [42, '42'],
  ])('sends %j as a single segment', (value, segment) => {
    expect(pathnameOf('Customer', value)).toBe(`/api/v1/acme-corp/sales/Customer/${segment}`);
    expect(pathnameOf(value, 1)).toBe(`/api/v1/acme-corp/sales/${segment}/1`);
  });

  it.each(['', '.', '..'])('rejects %j, which cannot be a segment of a URL', (value) => {
    expect(() => pathnameOf('Customer', value)).toThrow(`id can't be "${value}"`);
    expect(() => pathnameOf(value, 1)).toThrow(`entityName can't be "${value}"`);
  });

  it('rejects an id that turns the path into another one of the contract, but accepts it as the name of an entity', () => {
    expect(() => pathnameOf('Customer', 'bulk')).toThrow(`id can't be "bulk"`);
    expect(pathnameOf('bulk', 1)).toBe('/api/v1/acme-corp/sales/bulk/1');
    expect(fillPath('/sales/{entityName}', { entityName: 'bulk' })).toBe('/sales/bulk');
  });

  it.each([undefined, null, {}, ['1'], true])('rejects %j, which is neither a string nor a number', (value) => {
    expect(() => pathnameOf('Customer', value)).toThrow("id can't be");
  });

  it('rejects a base URL with an unfilled placeholder', () => {
    expect(() => fillPath('http://localhost/{orgSlug}/sales/{entityName}', { entityName: 'Customer' })).toThrow(
      'orgSlug',
    );
  });
});
