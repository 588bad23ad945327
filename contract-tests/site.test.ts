import { execFile, execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { contract, documentedScenarios } from '../src/contract/index.ts';
import { explanationOf } from '../src/explanation/index.ts';
import { defaultUrl, startMock } from '../src/mock/index.ts';
import { provocations } from '../src/plan/index.ts';
import { complaints } from './client/compile.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CLIENT = join(ROOT, 'src/client/index.ts');
const run = promisify(execFile);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  build('site');
});
afterAll(() => rmSync(folder, { recursive: true }));

function build(name: string): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build-docs.ts'), join(folder, name)]);
}

/** The source of a page, and its text without markup. */
const html = (path: string): string => readFileSync(join(folder, 'site', path), 'utf8');
const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
const text = (path: string): string => textOf(html(path));

/** Returns the code blocks in one section of a page. */
function blocks(path: string, section: string): readonly string[] {
  const [, part = ''] = html(path).split(`aria-labelledby="${section}"`);
  return [...part.slice(0, part.indexOf('</section>')).matchAll(/<pre [^>]*>([^]*?)<\/pre>/g)].map(([, code = '']) =>
    textOf(code),
  );
}

describe('the site', () => {
  it('lists its pages for language models in llms.txt, with links that exist', () => {
    const text = html('llms.txt');
    expect(text).toMatch(/^# Workspace API\n\n> [A-Z][^\n]+\.\n\n[^#][^]*?\n## /);
    const lines = text.split('\n').filter((line) => line.startsWith('- '));
    const links = lines.map((line) => /^- \[[^[\]]+\]\(([^()\s]+)\): \S/.exec(line)?.[1] ?? line);
    const files = globSync('**/*.*', { cwd: join(folder, 'site') });
    expect(links.filter((link) => !files.includes(link))).toEqual([]);
    const pages = files.filter((file) => /^(guides|scenarios|operations)\//.test(file) && file.endsWith('.html'));
    expect(links.filter((link) => link.endsWith('.html')).toSorted()).toEqual(pages.toSorted());
    expect(text.match(/^## .*/gm)).toEqual(['## Contract', '## Guides', '## Failures', '## Operations', '## Optional']);
  });

  it('is identical, byte for byte, when built again', () => {
    build('again');
    const files = globSync('**/*.*', { cwd: join(folder, 'site') }).toSorted();
    expect(globSync('**/*.*', { cwd: join(folder, 'again') }).toSorted()).toEqual(files);
    const different = files.filter(
      (file) => !readFileSync(join(folder, 'site', file)).equals(readFileSync(join(folder, 'again', file))),
    );
    expect(different).toEqual([]);
  });

  it('has exactly one page for each scenario and for success', () => {
    const names = globSync('*.html', { cwd: join(folder, 'site/scenarios') }).map((file) => file.replace('.html', ''));
    expect(names.toSorted()).toEqual([...contract.scenarioNames, 'success', 'index'].toSorted());
  });

  it('has a page for each guide', () => {
    const guides = globSync('**/*.md', { cwd: join(ROOT, 'docs') }).map((file) => file.replace(/\.md$/, '.html'));
    const pages = globSync('**/*.html', { cwd: join(folder, 'site/guides') });
    expect(guides.filter((guide) => !pages.includes(guide))).toEqual([]);
  });

  it('loads no external resources', () => {
    const pages = globSync('**/*.html', { cwd: join(folder, 'site') });
    const loaded = pages.flatMap(
      (page) => html(page).match(/<(?:link|script|img|iframe)[^>]+(?:src|href)="(?:https?:|\/)[^>]*>/g) ?? [],
    );
    expect(loaded).toEqual([]);
  });
});

describe('the page of a scenario', () => {
  it.each(contract.scenarioNames)('%s contains everything the contract says about it', (name) => {
    const page = text(`scenarios/${name}.html`);
    const { summary, happened, remedy, places } = explanationOf(name);
    const { status, code, template, example } = contract.scenarios[name];
    for (const part of [summary, happened, ...remedy, code, String(status), template ?? 'free text', example]) {
      expect(page).toContain(part.replaceAll('`', ''));
    }
    if (places.length < contract.operationIds.length) {
      for (const place of places.filter((each) => each !== 'outsideOperations')) expect(page).toContain(place);
    }
    for (const variant of Object.keys(provocations[name])) expect(page).toContain(variant);
  });

  it.each(contract.scenarioNames)('%s shows its own response', (name) => {
    const [request = '', answer = ''] = blocks(`scenarios/${name}.html`, 'try-it');
    expect(request).toMatch(/^curl -i -X /);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${contract.scenarios[name].status} .*\\n`));
    const { error } = JSON.parse(answer.slice(answer.indexOf('{')));
    expect(error.code).toBe(contract.scenarios[name].code);
  });
});

describe('the programs of the typed client', () => {
  const programs = (): readonly (readonly [string, string, string])[] =>
    contract.scenarioNames.flatMap((name) => {
      const [program, output] = blocks(`scenarios/${name}.html`, 'in-the-client');
      return program === undefined || output === undefined ? [] : [[name, program, output] as const];
    });
  const successes = (): readonly (readonly [string, string])[] =>
    contract.operationIds.flatMap((id) => {
      const program = blocks('scenarios/success.html', id).at(-1);
      return program === undefined ? [] : [[id, program] as const];
    });

  it('exist for everything an operation can return', () => {
    expect(programs().map(([name]) => name)).toEqual(contract.scenarioNames.filter((name) => name !== 'routeNotFound'));
    expect(successes()).toHaveLength(contract.operationIds.length);
  });

  it('compile', () => {
    const all = [...programs(), ...successes()];
    const files = Object.fromEntries(all.map(([name, program]) => [`docs/site-${name}.ts`, program]));
    expect(complaints(files, { 'workspace-api-client': [CLIENT] })).toEqual([]);
  });

  it('print the output that the pages show', async () => {
    const mock = await startMock({ port: 0 });
    const all = programs();
    for (const [name, program] of all) {
      const runnable = program.replace("'workspace-api-client'", `'${CLIENT}'`).replace(defaultUrl, mock.url);
      writeFileSync(join(folder, `${name}.ts`), runnable);
    }
    const runner = join(folder, 'runner.ts');
    const steps = all.map(([name]) => `console.log('--- ${name}');\nawait import('./${name}.ts');`);
    writeFileSync(runner, steps.join('\n'));
    const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', runner]);
    await mock.close();
    expect(stdout).toBe(all.map(([name, , output]) => `--- ${name}\n${output}\n`).join(''));
  });
});

describe('the tables of failures', () => {
  it('list every pair with links to its scenarios', () => {
    const groups = html('scenarios/index.html')
      .split('<tbody>')
      .slice(1, contract.pairs.length + 1);
    expect(groups).toHaveLength(contract.pairs.length);
    for (const [index, { status, code }] of contract.pairs.entries()) {
      const group = groups[index] ?? '';
      expect(textOf(group)).toContain(`${status} ${code}`);
      const names = contract.scenarioNames.filter(
        (name) => contract.scenarios[name].status === status && contract.scenarios[name].code === code,
      );
      expect(
        [...group.matchAll(/<tr data-scenario="(\w+)"><th scope="row"><a href="(\w+)\.html">/g)].map(
          ([, name, link]) => [name, link],
        ),
      ).toEqual(names.map((name) => [name, name]));
    }
  });

  it('have a cell for each scenario of each operation, and for each success', () => {
    const [, matrix = ''] = html('scenarios/index.html').split('class="matrix"');
    const rows = [...matrix.matchAll(/<th scope="row"><a href="(\w+)\.html">.*<\/a><\/th>(.*)<\/tr>/g)];
    const cells = Object.fromEntries(
      rows.map(([, name = '', row = '']) => [
        name,
        [...row.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => textOf(cell)),
      ]),
    );
    const statuses = (name: (typeof contract.scenarioNames)[number]) =>
      [...contract.operationIds, 'outsideOperations' as const].map((place) =>
        documentedScenarios(place).includes(name) ? String(contract.scenarios[name].status) : '',
      );
    expect(cells).toEqual({
      success: [...contract.operationIds.map((id) => String(contract.operations[id].success)), ''],
      ...Object.fromEntries(contract.scenarioNames.map((name) => [name, statuses(name)])),
    });
  });
});
