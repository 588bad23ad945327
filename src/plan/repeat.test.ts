import { describe, expect, it } from '@jest/globals';

import { parseTarget } from './parse-target.ts';
import type { PlannedRequest } from './planned-case.ts';
import type { CreatedByRun } from './repeat.ts';
import { repeatIn } from './repeat.ts';

const target = parseTarget({ baseUrl: 'http://127.0.0.1:1/api/v1' }, {});

const request = (method: string, path: string, body?: unknown): PlannedRequest => ({
  method,
  path,
  headers: {},
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});

const created = (id: number, body: object): CreatedByRun => ({ id, request: request('POST', '/Customer', body) });

/** Returns the paths and bodies of a list of lines, in order. */
const sentBy = (lines: string): readonly string[] =>
  lines.split('\n').map((line) => /--data-raw '([^']*)'|'http:[^']*v1(\/[^']*)'/.exec(line)?.slice(1).join('') ?? line);

describe('the lines that repeat a request', () => {
  it('create each record once, after those that it uses itself', () => {
    const parent = created(1, { name: 'parent' });
    const child = created(2, { name: 'child', parent_id: 1 });
    const lines = repeatIn(target, { records: [child, parent] })(request('PUT', '/Customer/2', { friend_id: 1 }));
    expect(lines.split('\n').map((line) => /^(ID_\d|\[ .*\] && curl)/.exec(line)?.[0])).toEqual([
      'ID_1',
      'ID_2',
      '[ "$ID_1" ] && [ "$ID_2" ] && curl',
      '[ "$ID_2" ] && curl',
      '[ "$ID_1" ] && curl',
    ]);
    expect(sentBy(lines).slice(0, 2)).toEqual(['{"name":"parent"}', '{"name":"child","parent_id":']);
  });

  it('end, even if records repeat the values of each other', () => {
    const records = Array.from({ length: 40 }, (_, id) =>
      created(id, { email: 'jane-1234567890@example.com', nick: id }),
    );
    const repeat = repeatIn(target, { records });
    const lines = repeat(request('POST', '/Customer', { email: 'jane-1234567890@example.com' }));
    expect(lines.split('\n')).toHaveLength(2 * records.length + 3);
  });

  it('use no record whose id is only a part of a number or a text', () => {
    const repeat = repeatIn(target, { records: [created(1, { name: 'Jane' })] });
    for (const body of [{ parent_id: 12 }, { name: '1' }, { id: '1' }]) {
      expect(repeat(request('PUT', '/Customer/12', body))).not.toContain('ID=');
    }
  });
});
