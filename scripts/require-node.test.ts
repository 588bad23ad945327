import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { packages } from './build/packages.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const { scripts, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const [needed = ''] = /\d+/.exec(engines.node) ?? [];
const bins = packages.flatMap(({ bin = {} }) => Object.values(bin));
const versions = ['v18.20.8', 'v20.19.0', 'v22.23.0'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'node-version-'));
  for (const version of [...versions, `v${needed}.0.0`]) {
    const claim = `Object.defineProperty(process, 'version', { value: '${version}' });`;
    writeFileSync(join(folder, `${version}.cjs`), claim);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a shell command on a Node that claims to have another version. */
function runOn(version: string, command: string): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const environment = { ...process.env, NODE_OPTIONS: `-r ${join(folder, `${version}.cjs`)}` };
  return new Promise((resolve) => {
    execFile('sh', ['-c', command], { cwd: ROOT, env: environment }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

describe('a version of Node that is too old', () => {
  const commands = Object.entries<string>(scripts).filter(([, script]) => script.startsWith('node '));

  it('is checked by every npm script that runs Node, before anything else', () => {
    expect(commands.length).toBeGreaterThan(20);
    const unchecked = commands.filter(([, script]) => !script.startsWith('node -r ./scripts/require-node.cjs '));
    expect(unchecked).toEqual([]);
  });

  // Every script starts with the same check, so each is tried on one of the versions, in turn.
  const tried = commands.map(([name, script], index) => ({
    name,
    script,
    version: versions[index % versions.length] ?? '',
  }));

  it.each(tried)('is reported by npm run $name on Node $version in one line, and ends it with 2', async (command) => {
    const { script, version } = command;
    expect(await runOn(version, script)).toEqual({
      code: 2,
      stdout: '',
      stderr: `This is Node ${version}, and the commands need ${needed}. Run npm ci without --ignore-scripts: it installs that version.\n`,
    });
  });

  it.each(bins)('is reported by the command of a package, %s, in one line, and ends it with 2', async (file) => {
    for (const version of versions) {
      expect(await runOn(version, `node ${file} --help`)).toEqual({
        code: 2,
        stdout: '',
        stderr: `This is Node ${version}, and workspace-api needs ${needed} or newer. Install it from https://nodejs.org.\n`,
      });
    }
  });
});

describe('the version of Node that is needed', () => {
  const commands = [scripts.explain.replace(/ explain$/, ' --help'), ...bins.map((file) => `node ${file} --help`)];

  it.each(commands)('is enough for %s', async (command) => {
    expect(await runOn(`v${needed}.0.0`, command)).toMatchObject({ code: 0, stderr: '' });
  });
});
