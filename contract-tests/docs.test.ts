import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, describe, expect, it } from '@jest/globals';
import { parseYaml } from '@redocly/openapi-core';

import { isObject } from '../src/contract/index.ts';
import { describeDeviations, parseTarget } from '../src/plan/index.ts';
import { parseKnownFindings } from '../src/judge/index.ts';

const ROOT = new URL('../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

/** Returns the code blocks of a page in one language. */
function blocks(file: string, language: string): readonly string[] {
  return [...read(file).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text);
}

/** The commands of each package. `workspace-api-mock` is one itself. */
const commands: Readonly<Record<string, readonly string[]>> = {
  'workspace-api-contract': [
    'explain',
    'openapi',
    'types',
    'draft',
    'verify',
    'judge',
    'proxy',
    'coverage',
    'mock',
    'serve',
    'admin',
  ],
  'workspace-api-mock': [],
  'workspace-api-server': ['serve', 'admin'],
};

describe('every page', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...globSync(['docs/**/*.md', 'examples/*/*.md', 'packages/*/README.md'], { cwd: fileURLToPath(ROOT) }),
  ];
  const { scripts } = JSON.parse(read('package.json'));
  /** An example can have scripts of its own. */
  const scriptsFor = (page: string): object => {
    const manifest = new URL('package.json', new URL(page, ROOT));
    const isExample = page.startsWith('examples/') && existsSync(manifest);
    return isExample ? { ...scripts, ...JSON.parse(readFileSync(manifest, 'utf8')).scripts } : scripts;
  };

  it.each(pages)('%s names only npm scripts that exist', (page) => {
    const named = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scriptsFor(page), name))).toEqual([]);
  });

  it.each(pages)('%s names only commands of the packages that exist', (page) => {
    const named = [...read(page).matchAll(/npx (?:--yes )?(workspace-api[\w-]*)(?: ([a-z]+))?/g)];
    const wrong = named.filter(
      ([, bin = '', command]) => !(bin in commands) || (command !== undefined && !commands[bin]?.includes(command)),
    );
    expect(wrong.map(([line]) => line)).toEqual([]);
  });

  it.each(pages)('%s links only to files that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => !existsSync(new URL(link, new URL(page, ROOT))));
    expect(broken).toEqual([]);
  });
});

describe('docs/verify.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const [targetFile = '', differences = '', known = ''] = blocks('docs/verify.md', 'json');
  const keys = ['READ_WRITE_KEY', 'READ_ONLY_KEY', 'EXPIRED_KEY', 'REVOKED_KEY', 'OTHER_WORKSPACE_KEY', 'ARCHIVE_KEY'];
  const environment = Object.fromEntries(keys.map((name) => [name, name]));

  it('shows a valid target file and valid known findings', () => {
    const target = parseTarget({ ...JSON.parse(targetFile), baseUrl: 'http://127.0.0.1:1' }, environment);
    expect(target.entity?.unique).toBe('email');
    expect(parseKnownFindings(JSON.parse(known))).toHaveLength(1);
  });

  it('shows how to declare what differs from the contract', () => {
    const file = { ...JSON.parse(targetFile), ...JSON.parse(differences), baseUrl: 'http://127.0.0.1:1' };
    const target = parseTarget(file, { ...environment, ACCESS_SECRET: 'secret' });
    expect(target.authentication).toEqual({ header: 'x-api-key', scheme: null });
    expect(describeDeviations(target)).toHaveLength(3);
  });

  it('has a workflow that calls the verifier correctly, with every key that the target file reads', () => {
    const [workflow = ''] = blocks('docs/verify.md', 'yaml');
    const verify = stepsOf(parseYaml(workflow)).find(({ name }) => name === 'Verify staging');
    const { repository } = JSON.parse(read('package.json'));
    expect(verify?.uses).toMatch(new RegExp(`^${repository.replace('https://github.com/', '')}@v\\d+$`));
    expect(Object.keys(isObject(verify?.env) ? verify.env : {}).toSorted()).toEqual(keys.toSorted());

    writeFileSync(join(folder, 'target.json'), targetFile);
    const given = Object.entries(isObject(verify?.with) ? verify.with : {});
    expect(given.map(([name]) => name)).toEqual(['url', 'target']);
    const words = given.flatMap(([name, value]) => [`--${name}`, String(value)]);
    const command = [join(fileURLToPath(ROOT), 'src/cli/main.ts'), 'verify', '--dry-run', ...words];
    const output = execFileSync(process.execPath, command, { cwd: folder, env: environment }).toString();
    expect(output).toMatch(/Each sender would send \d+ cases/);
  });

  it('has recipes for other CI systems whose command lines are valid', () => {
    const [, recipes = ''] = read('docs/verify.md').split('### Other CI systems');
    const lines = [...recipes.matchAll(/exec node_modules\/\.bin\/workspace-api-contract (.*?)'?$/gm)].map(
      ([, words = '']) => words,
    );
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      const words = line.replace('"$STAGING_URL"', 'https://staging.example.com/api/v1').split(' ');
      const command = [join(fileURLToPath(ROOT), 'src/cli/main.ts'), ...words, '--dry-run'];
      const output = execFileSync(process.execPath, command, { cwd: folder, env: environment }).toString();
      expect(output).toMatch(/Each sender would send \d+ cases/);
    }
  });

  it('lists the inputs of the action with their defaults', () => {
    const action: unknown = parseYaml(read('action.yml'));
    const inputs = isObject(action) && isObject(action.inputs) ? Object.entries(action.inputs) : [];
    const rows = [...read('docs/verify.md').matchAll(/^\| `([\w-]+)` +\| (.*)$/gm)].map(
      ([, name, row]) => [name, row] as const,
    );
    const listed = rows.slice(rows.findIndex(([name]) => name === 'url'));
    expect(listed.map(([name]) => name)).toEqual(inputs.map(([name]) => name));
    const defaults = inputs
      .map(([, input]) => (isObject(input) ? String(input.default) : ''))
      .filter((text) => text !== '');
    expect(defaults.length).toBeGreaterThan(3);
    for (const text of defaults)
      expect(listed.map(([, row]) => row).join()).toMatch(
        new RegExp(`\`${text.replaceAll(/[$.{}]/g, '\\$&')}\`.*default`),
      );
  });
});

function stepsOf(workflow: unknown): readonly Record<string, unknown>[] {
  const jobs = isObject(workflow) && isObject(workflow.jobs) ? workflow.jobs : {};
  const { verify } = jobs;
  return isObject(verify) && Array.isArray(verify.steps) ? verify.steps.filter(isObject) : [];
}
