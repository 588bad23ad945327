import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { postmanCollection } from '../src/interchange/index.ts';
import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';
import { demoRecords, faults, recordsOf, startBroken } from './broken-server.ts';
import type { Recorder } from './planned-requests.ts';
import { essence, plannedCases, startRecorder } from './planned-requests.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const NEWMAN = join(ROOT, 'node_modules/newman/bin/newman.js');
const COLLECTION = join(ROOT, 'generated/postman-collection.json');

interface Item {
  readonly name: string;
  readonly item?: readonly Item[];
  readonly request?: object;
}

interface NewmanReport {
  readonly run: {
    readonly executions: readonly {
      readonly item: { readonly name: string };
      readonly assertions?: readonly unknown[];
    }[];
    readonly failures: readonly {
      readonly source: { readonly name: string };
      readonly error: { readonly test: string };
    }[];
  };
}

const collection: Item = JSON.parse(readFileSync(COLLECTION, 'utf8'));

/** The timeout of a complete run, in milliseconds. It can be slow on a busy machine. */
const A_WHOLE_RUN = 300_000;

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postman-'));
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Runs the collection, or only the given folders, against a server. */
async function newman(url: string, ...words: readonly string[]) {
  const file = join(folder, 'report.json');
  const code = await new Promise<number>((resolve) => {
    const all = [
      'run',
      COLLECTION,
      '--env-var',
      `baseUrl=${url}`,
      '--reporters',
      'json',
      '--reporter-json-export',
      file,
    ];
    execFile(process.execPath, ['--no-deprecation', NEWMAN, ...all, ...words], (error) =>
      resolve(typeof error?.code === 'number' ? error.code : 0),
    );
  });
  const { run }: NewmanReport = JSON.parse(await readFile(file, 'utf8'));
  return { code, ...run };
}

function requestsOf({ item = [], ...self }: Item): readonly Item[] {
  return self.request === undefined ? item.flatMap(requestsOf) : [self];
}

describe('the Postman collection', () => {
  it('has every planned variant', () => {
    const names = new Set(requestsOf(collection).map(({ name }) => name));
    const planned = plannedCases().map(({ operationId, scenario, variant }) => `${operationId} ${scenario} ${variant}`);
    expect(planned.filter((name) => !names.has(name))).toEqual([]);
  });

  it("does not contain a target's own keys", () => {
    const target = parseTarget(demoTarget('http://127.0.0.1:1', { faults: true }), {});
    expect(JSON.stringify(postmanCollection(target, { showKeys: false }))).not.toContain('sk_live_demo');
    expect(JSON.stringify(collection)).toContain('sk_live_demo');
  });
});

describe('newman', () => {
  let recorder: Recorder;
  let run: Awaited<ReturnType<typeof newman>>;
  beforeAll(async () => {
    recorder = await startRecorder(server.url);
    run = await newman(recorder.url);
  }, A_WHOLE_RUN);
  afterAll(() => recorder.close());

  it('passes every request on the reference server', () => {
    expect(run.failures.map(({ source, error }) => `${source.name}: ${error.test}`)).toEqual([]);
    expect(run.code).toBe(0);
    expect(run.executions.filter(({ assertions = [] }) => assertions.length === 0)).toEqual([]);
    expect(run.executions).toHaveLength(requestsOf(collection).length);
  });

  it('sends every planned request, including malformed ones', () => {
    const base = new URL(recorder.url).pathname;
    const sent = new Set(recorder.requests.map((request) => essence(request, base)));
    expect(plannedCases().filter(({ request }) => !sent.has(essence(request)))).toEqual([]);
  });

  it.each(['/', '//', ' '])('works with a baseUrl that ends in %j', async (end) => {
    const { code, executions } = await newman(`${server.url}${end}`, '--folder', 'getRecord success');
    expect({ code, ran: executions.length > 2 }).toEqual({ code: 0, ran: true });
  });

  it('leaves no records behind', async () => {
    expect(await recordsOf(server.url)).toEqual(demoRecords);
  });

  it('finds each wrong message and detail of a broken server, and still cleans up', async () => {
    const cells = new Set(Object.values(faults).map(([workflow]) => workflow.replace('-', ' ')));
    const broken = await startBroken(server.url);
    try {
      const { code, failures } = await newman(broken.url, ...[...cells].flatMap((cell) => ['--folder', cell]));
      const found = failures.map(({ source }) => source.name);
      const looked = Object.values(faults).map(([workflow, step]) => `${workflow.replace('-', ' ')} ${step}`);
      expect(found).toEqual(expect.arrayContaining(looked));
      expect(code).toBe(1);
      expect(await recordsOf(server.url)).toEqual(demoRecords);
    } finally {
      await broken.close();
    }
  });
});
