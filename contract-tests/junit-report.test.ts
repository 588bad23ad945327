import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { startServer } from '../src/server/index.ts';
import { junitErrors } from '../src/verifier/testing/junit-errors.ts';
import { demoDefinition, demoTarget } from '../src/workspace/index.ts';
import { runCommand } from './run-command.ts';

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'junit-report-'));
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Verifies a target by the command, and returns its report. */
async function reportOf(target: object): Promise<{ readonly code: number; readonly xml: string }> {
  writeFileSync(join(folder, 'target.json'), JSON.stringify(target));
  const words = ['--level', 'documented', '--sender', 'http', '--junit', 'report.xml'];
  const { code } = await runCommand(['verify', '--target', 'target.json', ...words], { folder });
  return { code, xml: readFileSync(join(folder, 'report.xml'), 'utf8') };
}

describe("verify --junit matches Jenkins' schema", () => {
  it('if the run passes', async () => {
    const { code, xml } = await reportOf(demoTarget(server.url, { faults: true }));
    expect(code).toBe(0);
    expect(xml).toContain('failures="0" errors="0" time=');
    expect(junitErrors(xml)).toEqual([]);
  });

  it('if failures could not be provoked', async () => {
    const { code, xml } = await reportOf({ ...demoTarget(server.url, { faults: false }), restricted: undefined });
    expect(code).toBe(1);
    expect(xml).toContain('type="not-provoked"');
    expect(junitErrors(xml)).toEqual([]);
  });

  it('if the run is stopped because nothing listens', async () => {
    const { code, xml } = await reportOf(demoTarget('http://127.0.0.1:1/api/v1', { faults: true }));
    expect(code).toBe(2);
    expect(xml).toContain('<error message="The run was stopped before it was complete" type="unavailable">');
    expect(junitErrors(xml)).toEqual([]);
  });
});
