import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { describe, expect, it } from '@jest/globals';
import { parseYaml } from '@redocly/openapi-core';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('the contributor tools', () => {
  it('check out every text file with LF, whatever the git configuration', () => {
    const folder = mkdtempSync(join(tmpdir(), 'checkout-'));
    try {
      execFileSync('git', ['-c', 'core.autocrlf=true', 'clone', '--quiet', '--depth', '1', `file://${ROOT}`, folder]);
      const lines = execFileSync('git', ['ls-files', '--eol'], { cwd: folder, encoding: 'utf8' }).trim().split('\n');
      expect(lines.length).toBeGreaterThan(100);
      expect(lines.filter((line) => /w\/(crlf|mixed)/.test(line))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('agree on one version of Node', () => {
    const { devDependencies, engines } = JSON.parse(read('package.json'));
    const major = read('.nvmrc').trim();
    expect(devDependencies.node).toMatch(new RegExp(`^${major}\\.`));
    expect(engines.node).toBe(`>=${major}`);
  });

  it('debug the test file that is open in the editor', async () => {
    const { configurations } = JSON.parse(read('.vscode/launch.json'));
    const [{ runtimeArgs, program, args }] = configurations;
    const words: readonly string[] = [...runtimeArgs, program, ...args];
    const filled = words.map((word) =>
      word.replace('${workspaceFolder}/', ROOT).replace('${relativeFile}', 'src/html/markup.test.ts'),
    );
    const { stderr } = await promisify(execFile)(process.execPath, filled, { cwd: ROOT });
    expect(stderr).toContain('PASS src/html/markup.test.ts');
    expect(stderr).toContain('1 passed, 1 total');
  });

  it.each(readdirSync(join(ROOT, '.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml'))(
    'have a valid issue form: %s',
    (name) => {
      const form: unknown = parseYaml(read(`.github/ISSUE_TEMPLATE/${name}`));
      expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
      const { body } = form as { readonly body: readonly { readonly type: string; readonly id?: string }[] };
      const ids = body.filter(({ type }) => type !== 'markdown').map(({ id }) => id);
      expect(ids).not.toContain(undefined);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );
});
