import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint, Linter } from 'eslint';

import { packages } from './build/packages.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

let parent: string;
let clone: string;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'odd-'));
  clone = join(parent, 'ä b 文 100%');
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT });
  for (const file of listed
    .toString()
    .split('\0')
    .filter((each) => existsSync(join(ROOT, each)))) {
    if (file === '') continue;
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    cpSync(join(ROOT, file), join(clone, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
});
afterAll(() => rmSync(parent, { recursive: true }));

/** Runs an npm script in the clone, without npm. */
function runScript(name: string, ...words: readonly string[]): Promise<{ code: unknown; stderr: string }> {
  const path = `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`;
  const environment = { ...process.env, PATH: path, REDOCLY_TELEMETRY: 'off' };
  return new Promise((resolve) => {
    execFile(
      'sh',
      ['-c', `${scripts[name]} "$@"`, name, ...words],
      { cwd: clone, env: environment },
      (error, _stdout, stderr) => resolve({ code: error?.code ?? 0, stderr }),
    );
  });
}

describe('in a folder whose name has spaces, non-ASCII letters and a percent sign', () => {
  it.each([['generate'], ['docs'], ['verify', '--sender', 'http', '--level', 'documented'], ['mock', '--help']])(
    'npm run %s succeeds',
    async (name, ...words) => {
      const { code, stderr } = await runScript(name, ...words);
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.any(String) });
      expect(stderr).not.toMatch(/^\s+at /m);
    },
    120_000,
  );

  it('npm run build succeeds', async () => {
    // The folder is the same for every source, so all others are replaced: compiling them takes most of a minute.
    const kept = ['src/client/index.ts', 'src/plugins/express/index.ts'];
    const sources = packages.flatMap(({ exports, bin = {}, bundled = {}, alsoCompiled }) => [
      ...Object.values(exports).filter((file) => file.endsWith('.ts')),
      ...Object.values(bin),
      ...Object.values(bundled).map(({ source }) => source),
      ...alsoCompiled,
    ]);
    expect(sources).toEqual(expect.arrayContaining(kept));
    for (const file of sources.filter((each) => !kept.includes(each) && !each.startsWith('generated/')))
      writeFileSync(join(clone, file), 'export const replaced = true;\n');
    const { code, stderr } = await runScript('build');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const written = [
      'client/dist/src/client/index.js',
      'client/cjs/src/client/index.js',
      'contract/dist/src/packages/contract.d.ts',
      'mock/dist/src/cli/bin/workspace-api-mock.js',
      'plugins/dist/src/plugins/express/index.js',
    ];
    expect(written.filter((file) => !existsSync(join(clone, `dist/workspace-api-${file}`)))).toEqual([]);
  });

  it('changes no generated file', () => {
    const generated = execFileSync('git', ['ls-files', 'generated'], { cwd: ROOT }).toString().trim().split('\n');
    const changed = generated.filter((file) => {
      return readFileSync(join(clone, file), 'utf8') !== readFileSync(join(ROOT, file), 'utf8');
    });
    expect(generated.length).toBeGreaterThan(5);
    expect(changed).toEqual([]);
  });
});

describe('the lint rule for paths', () => {
  const RULE = 'no-restricted-syntax';
  /** Runs the rule as it is configured for the scripts, without those that need types, which take seconds. */
  const messagesFor = async (code: string): Promise<readonly string[]> => {
    const { languageOptions, rules } = await new ESLint({ cwd: ROOT }).calculateConfigForFile('scripts/build.ts');
    const config = { languageOptions: { parser: languageOptions.parser }, rules: { [RULE]: rules[RULE] } };
    return new Linter().verify(code, config).map(({ message }) => message);
  };

  it.each([
    "export const a = new URL('../', import.meta.url).pathname;",
    "export const a = new URL(new URL('../', import.meta.url)).pathname;",
    "const ROOT = new URL('../', import.meta.url); export const a = ROOT.pathname;",
    "const ROOT = new URL('../', import.meta.url); export const a = new URL('b', ROOT).pathname;",
    "export const { pathname } = new URL('../', import.meta.url);",
  ])('rejects %s', async (code) => {
    expect(await messagesFor(code)).toEqual([expect.stringContaining('Use fileURLToPath()')]);
  });

  it.each([
    "import { fileURLToPath } from 'node:url'; export const a = fileURLToPath(new URL('../', import.meta.url));",
    "export const pathOf = (url: string): string => new URL(url, 'http://x').pathname;",
  ])('accepts %s', async (code) => {
    expect(await messagesFor(code)).toEqual([]);
  });
});
