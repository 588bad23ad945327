import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { expect } from '@jest/globals';

import { harErrors } from '../src/recordings/testing/har-errors.ts';
import { sarifErrors } from '../src/sarif/testing/sarif-errors.ts';
import { junitErrors } from '../src/verifier/testing/junit-errors.ts';
import { demoTarget } from '../src/workspace/index.ts';
import { runCommand } from './run-command.ts';
import { requireSchema } from './verify.ts';

/** What the command wrote to each place. Empty for a file that it did not write. */
export type Outputs = Record<
  'stdout' | 'stderr' | 'json' | 'junit' | 'html' | 'sarif' | 'har' | 'comment' | 'summary',
  string
>;

/**
 * Verifies a server by the command, with every report. Compares those in JSON, JUnit, SARIF and HAR with their schemas.
 * @param folder a folder for the files of the run
 * @param changes members of the target file besides those of the demo
 */
export async function verifyOutputs(
  folder: string,
  server: Pick<Server, 'address'>,
  { changes = {}, words = [] }: { readonly changes?: object; readonly words?: readonly string[] },
): Promise<{ readonly code: number; readonly outputs: Outputs }> {
  const { port } = server.address() as AddressInfo;
  const demo = demoTarget(`http://127.0.0.1:${port}/api/v1`, { faults: true });
  writeFileSync(join(folder, 'target.json'), JSON.stringify({ ...demo, ...changes }));
  const names = ['json', 'junit', 'html', 'sarif', 'har', 'comment'];
  for (const name of names) rmSync(join(folder, `report.${name}`), { force: true });
  writeFileSync(join(folder, 'summary.md'), '');
  const reports = names.flatMap((name) => [`--${name}`, `report.${name}`]);
  const all = ['verify', '--target', 'target.json', '--github', '--sender', 'http', ...reports, ...words];
  const environment = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
  const { stdout, stderr, code } = await runCommand(all, { folder, environment });
  const read = (name: string): string =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  const json = read('report.json');
  if (json !== '') requireSchema(json);
  const junit = read('report.junit');
  if (junit !== '') expect(junitErrors(junit)).toEqual([]);
  const sarif = read('report.sarif');
  if (sarif !== '') expect(sarifErrors(sarif)).toEqual([]);
  const har = read('report.har');
  if (har !== '') expect(harErrors(har)).toEqual([]);
  return {
    code,
    outputs: {
      stdout,
      stderr,
      json,
      junit,
      html: read('report.html'),
      sarif,
      har,
      comment: read('report.comment'),
      summary: read('summary.md'),
    },
  };
}
