import { describe, expect, it } from '@jest/globals';

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

  it('removes a trailing slash from the base URL', () => {
    expect(parseTarget({ baseUrl: 'http://x/api/v1/' }, {}).baseUrl).toBe('http://x/api/v1');
  });

  it('lets the target take two seconds until its reads show a change, unless the file says otherwise', () => {
    expect(parseTarget({ baseUrl: 'http://x' }, {}).settle).toBe(2000);
    expect(parseTarget({ baseUrl: 'http://x', settle: 0 }, {}).settle).toBe(0);
  });

  it.each([
    [{ baseUrl: 'http://x', settle: -1 }, '/settle'],
    [{ baseUrl: 'http://x', settle: 1.5 }, '/settle'],
    [{ baseUrl: 'http://x', settle: '2s' }, '/settle'],
    [{ baseUrl: 'http://x', settle: 60_001 }, '/settle'],
    [{ baseUrl: 'ftp://x' }, 'baseUrl is not a valid http:// or https:// URL'],
    [{ baseUrl: 'http://x', key: 'x' }, '(key)'],
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

  it.each(['sk_live_1', 'a b', 'k\xe9y', '$(x)'])('accepts %j as a key', (key) => {
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
  ])('rejects the base URL %j, also from a variable', (baseUrl, problem) => {
    const message = `the target file cannot be used: baseUrl`;
    expect(() => parseTarget({ baseUrl }, {})).toThrow(new TargetError(`${message} ${problem}`));
    const read = (): unknown => parseTarget({ baseUrl: { env: 'URL' } }, { URL: baseUrl });
    expect(read).toThrow(new TargetError(`${message} (URL) ${problem}`));
  });
});
