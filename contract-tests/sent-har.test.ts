import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { harErrors } from '../src/recordings/testing/har-errors.ts';
import { startServer } from '../src/server/index.ts';
import { demoDefinition, demoTarget } from '../src/workspace/index.ts';
import { runCommand } from './run-command.ts';

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sent-har-'));
  server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
  writeFileSync(join(folder, 'target.json'), JSON.stringify(demoTarget(server.url, { faults: true })));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const run = (...words: readonly string[]) => runCommand(words, { folder });
const VERIFY = ['verify', '--target', 'target.json', '--level', 'documented'] as const;

describe('verify --har', () => {
  it('records every case of both senders without a key, and judge finds nothing in it', async () => {
    const header = ['--header', 'X-Tenant-Key: super-secret-tenant'];
    const { code, stdout } = await run(...VERIFY, ...header, '--har', 'sent.har', '--json', 'report.json');
    expect(code).toBe(0);
    expect(stdout).toContain('71 of 71 failures judged');
    const text = readFileSync(join(folder, 'sent.har'), 'utf8');
    expect(harErrors(text)).toEqual([]);
    expect(text).not.toMatch(/sk_live_demo|super-secret/);
    expect(text).toContain('Bearer $READ_WRITE_KEY');
    expect(text).toContain('$X_TENANT_KEY_HEADER');
    const { outcomes, senders } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    expect(senders).toEqual(['http', 'dredd']);
    expect(JSON.parse(text).log.entries).toHaveLength(outcomes.length);
    const judged = await run('judge', 'sent.har', '--fail-on', 'note');
    expect(judged).toMatchObject({ code: 0, stderr: '' });
    expect(judged.stdout).toContain('71 of 71 failures judged');
    expect(judged.stdout).toContain(`${outcomes.length} of ${outcomes.length} exchanges judged, 0 findings, 0 notes`);
  });

  it('is one line if the disk is full, and the run goes on', async () => {
    const few = [...VERIFY, '--sender', 'http', '--only', 'getRecord.success'];
    const { code, stdout, stderr } = await run(...few, '--har', '/dev/full');
    expect(stderr).toMatch(/^--har: cannot write \/dev\/full \(ENOSPC: [^\n]*\)\n$/);
    expect(stdout).toContain('PASSED');
    expect(code).toBe(2);
  });

  it.each([
    [['--har', '-'], '--har takes the name of a file, not "-"'],
    [['--har', 'same', '--json', 'same'], '--json and --har both write same; name another file for one of them'],
  ])('is refused for %j', async (words, message) => {
    const { code, stderr } = await run(...VERIFY, ...words);
    expect({ code, line: stderr.split('\n')[0] }).toEqual({ code: 2, line: message });
    expect(existsSync(join(folder, 'same'))).toBe(false);
  });
});
