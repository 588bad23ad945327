import { describe, expect, it } from '@jest/globals';

import { parseTarget } from '../../src/plan/index.ts';
import { startServer } from '../../src/server/index.ts';
import { demoDefinition, demoTarget } from '../../src/workspace/index.ts';
import { startProxy } from '../mutants/proxy.ts';
import { verify } from '../verify.ts';
import { addForeign, recordsOf } from './foreign-records.ts';
import { lies } from './lies.ts';

const PLACEHOLDER = 1;

describe('a run against a server that', () => {
  it.each(Object.keys(lies(PLACEHOLDER)))(
    '%s changes no record of others, and lists or deletes its own',
    async (lie) => {
      const server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
      try {
        const foreign = await addForeign(server.url);
        const bending = lies(foreign.id)[lie];
        if (bending === undefined) throw new Error(`there is no lie ${lie}`);
        const before = await recordsOf(server.url);
        const paths: string[] = [];
        const proxy = await startProxy(server.url, (real) => {
          const bent = bending(real);
          return (request) => {
            paths.push(request.path.split('?')[0] ?? '');
            return bent(request);
          };
        });
        const target = { ...parseTarget(demoTarget(proxy.url, { faults: true }), {}), settle: 50 };
        const { leftovers } = await verify({ target, level: 'strict', senders: ['http'] });
        await proxy.close();
        expect(paths.filter((path) => /\/(?:\.{0,2})(?:\/|$)/.test(path))).toEqual([]);
        const after = await recordsOf(server.url);
        const changed = [...before].filter(([path, text]) => after.get(path) !== text);
        expect(changed.map(([path, text]) => ({ path, text, now: after.get(path) }))).toEqual([]);
        const left = [...after].filter(([path]) => !before.has(path));
        const listed = JSON.stringify(leftovers);
        const unlisted = left.filter(([path, text]) => {
          const { email = null, orderNumber = null }: Record<string, unknown> = JSON.parse(text);
          const identities = [path.split('/').at(-1), email, orderNumber].filter((each) => each !== null);
          return !identities.some((each) => listed.includes(String(each)));
        });
        expect(unlisted).toEqual([]);
      } finally {
        await server.close();
      }
    },
  );
});
