import { describe, expect, it } from '@jest/globals';

import { describeDeviations } from './deviations.ts';
import { parseTarget, TargetError } from './parse-target.ts';

describe('parseTarget', () => {
  it('reads environment variables in place of any value, and records them as secrets', () => {
    const target = parseTarget(
      {
        baseUrl: 'http://x/api/',
        keys: { readOnly: { env: 'MY_KEY' } },
        faults: { internalError: { headers: { x: { env: 'F' } } } },
      },
      { MY_KEY: 'secret', F: 'fault' },
    );
    expect(target.keys.readOnly).toBe('secret');
    expect(target.faults.internalError?.headers).toEqual({ x: 'fault' });
    expect(target.secrets).toEqual({ MY_KEY: 'secret', READ_ONLY_KEY: 'secret', F: 'fault' });
  });

  it('accepts the address of its schema', () => {
    const $schema = 'https://unpkg.com/workspace-api-contract/target.schema.json';
    expect(parseTarget({ $schema, baseUrl: 'http://x' }, {}).baseUrl).toBe('http://x');
  });

  it('removes a trailing slash from the base URL', () => {
    expect(parseTarget({ baseUrl: 'http://x/api/v1/' }, {}).baseUrl).toBe('http://x/api/v1');
  });

  it('lets the target take two seconds until its reads show a change, unless the file says otherwise', () => {
    expect(parseTarget({ baseUrl: 'http://x' }, {}).settle).toBe(2000);
    expect(parseTarget({ baseUrl: 'http://x', settle: 0 }, {}).settle).toBe(0);
  });

  it('sends keys as Bearer tokens, and takes ids for integers, unless the file says otherwise', () => {
    const target = parseTarget({ baseUrl: 'http://x' }, {});
    expect(target.authentication).toEqual({ header: 'authorization', scheme: 'Bearer' });
    expect(target).toMatchObject({ ids: 'integer', malformedId: 404, headers: {} });
    expect(describeDeviations(target)).toEqual([]);
  });

  it.each([
    [{ header: 'X-Api-Key' }, { header: 'x-api-key', scheme: null }],
    [
      { header: 'X-Api-Key', scheme: 'Key' },
      { header: 'x-api-key', scheme: 'Key' },
    ],
    [{ header: 'Authorization' }, { header: 'authorization', scheme: 'Bearer' }],
    [{ scheme: 'ApiKey' }, { header: 'authorization', scheme: 'ApiKey' }],
    [{ scheme: '' }, { header: 'authorization', scheme: null }],
  ])('reads the authentication %j', (authentication, expected) => {
    expect(parseTarget({ baseUrl: 'http://x', authentication }, {}).authentication).toEqual(expected);
  });

  it('reads headers by lower-case name, and their variables as secrets', () => {
    const headers = { 'X-Tenant': 'blue', 'X-Token': { env: 'TOKEN' } };
    const target = parseTarget({ baseUrl: 'http://x', headers }, { TOKEN: 'secret' });
    expect(target.headers).toEqual({ 'x-tenant': 'blue', 'x-token': 'secret' });
    expect(target.secrets).toEqual({ TOKEN: 'secret' });
  });

  it('lists every problem at once', () => {
    const file = {
      keys: { readWrite: { env: 'UNSET' }, readOnly: 'a\n', other: 'x' },
      ids: 'ulid',
      headers: { 'X Y': 'z', 'Content-Length': '1', Authorization: 'x', 'x-a': '1', 'X-A': '2' },
      entity: { name: 'Order', valid: { number: '{run:3}', customer: { id: '{parent}' } }, unique: 'number' },
      unreachable: { nothing: 'x', 'getRecord.nothing': 'x' },
      absentOperations: { getRecrod: 'x' },
    };
    const read = (): unknown => parseTarget(file, {});
    for (const problem of [
      'the environment has no UNSET',
      'keys.readOnly ends with a line break',
      '/keys must not contain "other"; it may contain "readWrite", "readOnly", "expired", "revoked", "otherWorkspace"',
      '/ids must be equal to one of the allowed values: integer, string, uuid',
      "/entity must have required property 'invalid'",
      'headers."X Y" is not the name of a header',
      'headers.Content-Length is a header that the verifier sets itself',
      'headers.Authorization is the header of the API key',
      'headers.X-A is repeated',
      'entity.valid contains {run:3}; the placeholders are {run}, {run:6} to {run:40}, and {parent}',
      'entity.valid contains {parent}, but',
      'unreachable contains "nothing"',
      'unreachable contains "getRecord.nothing"',
      'absentOperations contains unknown operations: getRecrod',
    ])
      expect(read).toThrow(problem);
    expect(read).not.toThrow('fewer than 1 characters');
  });

  it.each([
    [{ baseUrl: 'http://x', authentication: { header: 'X Key' } }, 'authentication.header is not the name of a header'],
    [{ baseUrl: 'http://x', authentication: { header: 'Content-Type' } }, 'which the verifier sets itself'],
    [{ baseUrl: 'http://x', authentication: { scheme: 'Api Key' } }, 'authentication.scheme is not one word'],
    [{ baseUrl: 'http://x', headers: { 'x-key': 'a\nb' } }, 'headers.x-key contains a line break'],
    [{ ids: 'integer' }, 'it has no "baseUrl"'],
    [{ baseUrl: 'http://x', settle: -1 }, '/settle'],
    [{ baseUrl: 'http://x', settle: 1.5 }, '/settle'],
    [{ baseUrl: 'http://x', settle: '2s' }, '/settle'],
    [{ baseUrl: 'http://x', settle: 60_001 }, '/settle'],
    [{ baseUrl: 'ftp://x' }, 'baseUrl is not a valid http:// or https:// URL'],
    [
      { baseUrl: 'http://x', key: 'x' },
      '/ must not contain "key"; it may contain "$schema", "baseUrl", "organization", ',
    ],
    [{ baseUrl: 'http://x', entity: { name: 'Customer' } }, 'valid'],
    [{ baseUrl: 'http://x', keys: { readWrite: { env: 'UNSET' } } }, 'UNSET'],
    [{ baseUrl: 'http://x', unreachable: { 'getRecord.nothing': 'x' } }, 'getRecord.nothing'],
    [{ baseUrl: 'http://x', faults: { nothing: { headers: {} } } }, '"nothing"'],
  ])('rejects %j and says what is wrong', (content, expected) => {
    expect(() => parseTarget(content, {})).toThrow(TargetError);
    expect(() => parseTarget(content, {})).toThrow(expected);
  });

  const keyed = (key: unknown): object => ({
    baseUrl: 'http://x',
    keys: { readWrite: key, readOnly: key, expired: key, revoked: key, otherWorkspace: key },
    restricted: { workspace: 'w', key, mode: 'design' },
    faults: { internalError: { headers: { 'x-fault': key } } },
  });
  const places = [
    ...['keys.readWrite', 'keys.readOnly', 'keys.expired', 'keys.revoked', 'keys.otherWorkspace'],
    ...['restricted.key', 'faults.internalError.headers.x-fault'],
  ];

  it.each([
    ['secret\n', 'ends with a line break'],
    ['secret\r\n', 'ends with a line break'],
    ['se\ncret', 'contains a line break'],
    ['secret ', 'ends with whitespace'],
    ['\tsecret', 'starts with whitespace'],
    ['sec\0ret', 'contains a character that HTTP headers do not allow'],
    ['secret\x7f', 'contains a character that HTTP headers do not allow'],
    ['“secret”', 'contains a character that HTTP headers do not allow'],
  ])('rejects %j in every header, and names each place and variable in one line without the value', (key, problem) => {
    const direct = `the target file cannot be used: ${places.map((place) => `${place} ${problem}`).join('; ')}`;
    expect(() => parseTarget(keyed(key), {})).toThrow(new TargetError(direct));
    const named = `the target file cannot be used: ${places.map((place) => `${place} (MY_KEY) ${problem}`).join('; ')}`;
    expect(() => parseTarget(keyed({ env: 'MY_KEY' }), { MY_KEY: key })).toThrow(new TargetError(named));
    expect(named).not.toContain('secret');
  });

  it('rejects keys that are too short to be hidden, in one line without them', () => {
    const keys = { readOnly: 'a b', revoked: { env: 'REVOKED' }, expired: 'expired' };
    const restricted = { workspace: 'w', key: 'short', mode: 'm' };
    const read = (): unknown => parseTarget({ baseUrl: 'http://x', keys, restricted }, { REVOKED: 'x' });
    expect(read).toThrow(
      /: keys\.readOnly, keys\.revoked \(REVOKED\), restricted\.key have fewer than 6 characters: .*; use a longer key$/,
    );
  });

  it.each(['sk_live_1', 'a b c d', 'the k\xe9y', '$(x) $(y)'])('accepts %j as a key', (key) => {
    expect(parseTarget(keyed(key), {}).keys.readWrite).toBe(key);
  });

  it('names every variable that is not set, once, along with every other problem', () => {
    const content = { ...keyed({ env: 'ONE' }), organization: { env: 'TWO' }, workspace: { env: 'THREE' } };
    const file = { ...content, restricted: { workspace: 'w', key: { env: 'FOUR' }, mode: 'design' } };
    expect(() => parseTarget(file, { TWO: '', THREE: 'x', FOUR: 'y\n' })).toThrow(
      new TargetError(
        'the target file cannot be used: the environment has no ONE, TWO; restricted.key (FOUR) ends with a line break',
      ),
    );
  });

  it.each([
    ['http://x/api\n', 'contains whitespace or a control character'],
    ['http://x/a b', 'contains whitespace or a control character'],
    ['http://x/\tapi', 'contains whitespace or a control character'],
    ['http://x/?tenant=1', 'contains a query or a fragment'],
    ['http://x/#top', 'contains a query or a fragment'],
    ['http://', 'is not a valid http:// or https:// URL'],
    ['x/api', 'is not a valid http:// or https:// URL'],
  ])('rejects the base URL %j, even from a variable', (baseUrl, problem) => {
    const message = `the target file cannot be used: baseUrl`;
    expect(() => parseTarget({ baseUrl }, {})).toThrow(new TargetError(`${message} ${problem}`));
    const read = (): unknown => parseTarget({ baseUrl: { env: 'URL' } }, { URL: baseUrl });
    expect(read).toThrow(new TargetError(`${message} (URL) ${problem}`));
  });
});
