import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Target } from '../../src/plan/index.ts';
import type { Peer } from './peer.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REDOCLY = join(ROOT, 'node_modules/@redocly/cli/bin/cli.js');

/** Redocly's Arazzo runner with the generated document of the demo. It checks the status, code, message, details and schemas. */
export const respect: Peer = {
  name: 'Redocly respect',
  judge: async (target) => {
    const folder = await mkdtemp(join(tmpdir(), 'respect-'));
    try {
      return await failedSteps(target, join(folder, 'report.json'));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

interface Executed {
  readonly workflowId?: string;
  readonly stepId?: string;
  readonly executedSteps?: readonly Executed[];
  readonly checks?: readonly { readonly passed: boolean }[];
}

async function failedSteps({ baseUrl }: Target, report: string): Promise<readonly string[]> {
  const words = ['respect', join(ROOT, 'generated/arazzo.json'), '--json-output', report];
  const server = ['--server', `contract=${baseUrl}/{orgSlug}/{workspaceSlug}`];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  // The exit code is 1 if a step failed. The report contains the failed steps.
  await new Promise((resolve) => {
    execFile(process.execPath, [REDOCLY, ...words, ...server], { env, maxBuffer: 64 * 1024 * 1024 }, resolve);
  });
  const { files }: { files: Record<string, { executedWorkflows: readonly Executed[] }> } = JSON.parse(
    await readFile(report, 'utf8'),
  );
  return Object.values(files)
    .flatMap(({ executedWorkflows }) => executedWorkflows.flatMap(stepsOf))
    .filter(({ checks = [] }) => checks.some(({ passed }) => !passed))
    .map(({ workflowId, stepId }) => `${workflowId} ${stepId}`);
}

function stepsOf({ executedSteps, ...step }: Executed): readonly Executed[] {
  return executedSteps === undefined ? [step] : executedSteps.flatMap(stepsOf);
}
