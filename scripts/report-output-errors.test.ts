import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

interface Ended {
  readonly code: unknown;
  readonly stderr: string;
}

function run(script: string, redirection = ''): Promise<Ended> {
  const command = `"$0" scripts/${script} ${redirection}; exit "\${PIPESTATUS[0]}"`;
  return new Promise((resolve) => {
    execFile('bash', ['-c', command, process.execPath], { cwd: ROOT }, (error, _stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stderr }),
    );
  });
}

const scripts = globSync('scripts/*.ts', { cwd: ROOT }).filter(
  (file) => !/\.test\.ts$|report-output-errors/.test(file),
);

describe('every script', () => {
  it.each(scripts)('reports what it could not write: %s', (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toMatch(/^import '\.\/report-output-errors\.ts';$/m);
  });
});

describe('a script', () => {
  it.each(['diff.ts --help', 'diff.ts openapi.yaml', 'check.ts --help', 'check-score.ts'])(
    'ends with 2 and one line when standard output cannot be written: %s',
    async (script) => {
      const { code, stderr } = await run(script, '> /dev/full');
      expect(stderr).toMatch(/^standard output cannot be written \(ENOSPC: [^\n]*\n$/);
      expect(code).toBe(2);
    },
    30_000,
  );

  it.each(['diff.ts --help', 'diff.ts openapi.yaml', 'check.ts --help'])(
    'ends quietly when its reader has gone: %s',
    async (script) => {
      expect(await run(script, '| true')).toEqual({ code: 0, stderr: '' });
    },
  );

  it('ends with 2 and one line when it cannot write a file', async () => {
    const { code, stderr } = await run('build-docs.ts /dev/null/site');
    expect(stderr).toMatch(/^cannot write \/dev\/null[^\n]*\n$/);
    expect(code).toBe(2);
  }, 30_000);
});
