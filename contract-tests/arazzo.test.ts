import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { contract, documentedScenarios } from '../src/contract/index.ts';
import { arazzoDocument } from '../src/interchange/index.ts';
import { parseTarget } from '../src/plan/index.ts';
import { startServer } from '../src/server/index.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { demoDefinition } from '../src/workspace/index.ts';
import { demoRecords, faults, recordsOf, startBroken } from './broken-server.ts';
import type { Recorder } from './planned-requests.ts';
import { essence, plannedCases, startRecorder } from './planned-requests.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const REDOCLY = join(ROOT, 'node_modules/@redocly/cli/bin/cli.js');

const ARAZZO = join(ROOT, 'generated/arazzo.json');
const document: ArazzoDocument = JSON.parse(readFileSync(ARAZZO, 'utf8'));

interface ArazzoDocument {
  readonly workflows: readonly {
    readonly workflowId: string;
    readonly steps: readonly { readonly stepId: string; readonly 'x-basis'?: string }[];
  }[];
  readonly 'x-left-out': readonly {
    readonly operationId: string;
    readonly scenario: string;
    readonly variant: string;
    readonly reason: string;
  }[];
}

/** Cells that have no variant that Arazzo can express. */
const INEXPRESSIBLE = ['deleteRecord badRequest', 'outsideOperations routeNotFound'];

/** The timeout of a complete run, in milliseconds. It can be slow on a busy machine. */
const A_WHOLE_RUN = 300_000;

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arazzo-'));
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function redocly(...words: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return new Promise((resolve) => {
    const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [REDOCLY, ...words], options, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    );
  });
}

interface Executed {
  readonly workflowId?: string;
  readonly stepId?: string;
  readonly executedSteps?: readonly Executed[];
  readonly checks?: readonly { readonly passed: boolean; readonly condition?: string }[];
}

/** Runs the document, or only the given workflows, against a server. */
async function respect(url: string, ...workflows: readonly string[]) {
  const report = join(folder, 'report.json');
  const { code, output } = await redocly(
    'respect',
    ARAZZO,
    '--server',
    `contract=${url}/{orgSlug}/{workspaceSlug}`,
    '--json-output',
    report,
    ...workflows.flatMap((each) => ['--workflow', each]),
  );
  const { files }: { files: Record<string, { executedWorkflows: readonly Executed[] }> } = JSON.parse(
    await readFile(report, 'utf8'),
  );
  const steps = Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows.flatMap(stepsOf));
  const failed = steps.filter(({ checks = [] }) => checks.length === 0 || checks.some(({ passed }) => !passed));
  return { code, output, steps, failed: failed.map(({ workflowId, stepId }) => `${workflowId} ${stepId}`) };
}

/** After a failed step, the report nests the steps that follow it in a separate run. */
function stepsOf({ executedSteps, ...step }: Executed): readonly Executed[] {
  return executedSteps === undefined ? [step] : executedSteps.flatMap(stepsOf);
}

describe('the Arazzo document', () => {
  const leftOut = document['x-left-out'].map((each) => `${each.operationId} ${each.scenario} ${each.variant}`);
  const cells = document.workflows.map(({ workflowId }) => workflowId.replace('-', ' '));

  it('has every scenario of every operation, except those that Arazzo cannot express', () => {
    const documented = contract.operationKeys.flatMap((place) =>
      [...(place === 'outsideOperations' ? [] : ['success']), ...documentedScenarios(place)].map(
        (scenario) => `${place} ${scenario}`,
      ),
    );
    expect([...cells, ...INEXPRESSIBLE].toSorted()).toEqual(documented.toSorted());
  });

  it('has every planned variant, or the reason for leaving it out', () => {
    const said = document.workflows.flatMap(({ workflowId, steps }) =>
      steps.filter((step) => 'x-basis' in step).map(({ stepId }) => `${workflowId.replace('-', ' ')} ${stepId}`),
    );
    const planned = plannedCases().map(({ operationId, scenario, variant }) => `${operationId} ${scenario} ${variant}`);
    expect([...said, ...leftOut].toSorted()).toEqual(planned.toSorted());
    expect(document['x-left-out'].filter(({ reason }) => reason.length < 20)).toEqual([]);
  });

  it('leaves out only malformed bodies, malformed paths and the path outside all operations', () => {
    const variants = new Set(document['x-left-out'].map(({ variant }) => variant));
    expect([...variants].toSorted()).toEqual(['malformedBody', 'malformedPath', 'tooManySegments']);
  });

  it("passes Redocly's strict rules", async () => {
    const { code, output } = await redocly('lint', ARAZZO, '--extends', 'recommended-strict');
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('is valid') });
  });

  it("does not contain a target's own keys", () => {
    const target = parseTarget(demoTarget('http://127.0.0.1:1', { faults: true }), {});
    expect(JSON.stringify(arazzoDocument(target, { showKeys: false }))).not.toContain('sk_live_demo');
    expect(JSON.stringify(document)).toContain('sk_live_demo');
  });
});

describe('redocly respect', () => {
  let recorder: Recorder;
  let run: Awaited<ReturnType<typeof respect>>;
  beforeAll(async () => {
    recorder = await startRecorder(server.url);
    run = await respect(recorder.url);
  }, A_WHOLE_RUN);
  afterAll(() => recorder.close());

  it('passes every step on the reference server', () => {
    expect(run.failed).toEqual([]);
    expect(run.code).toBe(0);
    expect(run.steps).toHaveLength(document.workflows.flatMap(({ steps }) => steps).length);
  });

  it('sends every planned request, except that it drops empty bodies', () => {
    const base = new URL(recorder.url).pathname;
    const sent = new Set(recorder.requests.map((request) => essence(request, base)));
    const leftOut = new Set(document['x-left-out'].map(({ variant }) => variant));
    const missing = plannedCases()
      .filter(({ variant, request }) => !leftOut.has(variant) && !sent.has(essence(request)))
      .map(({ request }) => request.body);
    expect(new Set(missing)).toEqual(new Set(['[]', '{}']));
  });

  it('leaves no records behind', async () => {
    expect(await recordsOf(server.url)).toEqual(demoRecords);
  });

  it('finds each wrong message and detail of a broken server, and still cleans up', async () => {
    const broken = await startBroken(server.url);
    try {
      const { code, failed } = await respect(broken.url, ...Object.values(faults).map(([workflow]) => workflow));
      expect(failed).toEqual(expect.arrayContaining(Object.values(faults).map((place) => place.join(' '))));
      expect(code).toBe(1);
      expect(await recordsOf(server.url)).toEqual(demoRecords);
    } finally {
      await broken.close();
    }
  });
});
