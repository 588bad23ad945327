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
  ])('sends %j as the one segment that it is', (value, segment) => {
    expect(pathnameOf('Customer', value)).toBe(`/api/v1/acme-corp/sales/Customer/${segment}`);
    expect(pathnameOf(value, 1)).toBe(`/api/v1/acme-corp/sales/${segment}/1`);
  });

  it.each(['', '.', '..'])('refuses %j, which no URL can carry as a segment', (value) => {
    expect(() => pathnameOf('Customer', value)).toThrow(`id can't be "${value}"`);
    expect(() => pathnameOf(value, 1)).toThrow(`entityName can't be "${value}"`);
  });

  it('refuses an id that makes the path another one of the contract, and takes it for the name of an entity', () => {
    expect(() => pathnameOf('Customer', 'bulk')).toThrow(`id can't be "bulk"`);
    expect(pathnameOf('bulk', 1)).toBe('/api/v1/acme-corp/sales/bulk/1');
    expect(fillPath('/sales/{entityName}', { entityName: 'bulk' })).toBe('/sales/bulk');
  });

  it.each([undefined, null, {}, ['1'], true])('refuses %j, which is neither text nor number', (value) => {
    expect(() => pathnameOf('Customer', value)).toThrow("id can't be");
  });

  it('refuses a base URL with a placeholder that nobody fills', () => {
    expect(() => fillPath('http://localhost/{orgSlug}/sales/{entityName}', { entityName: 'Customer' })).toThrow(
      'orgSlug',
    );
  });
});
