import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { startServer } from '../src/server/index.ts';
import { demoDefinition, demoTarget } from '../src/workspace/index.ts';

import { actionInputs, actionOutputs, actionSteps, membersOf, read, ROOT, scriptsOf } from './workflow-files.ts';

const inputs = Object.keys(actionInputs);

describe('action.yml', () => {
  it('describes every input and output', () => {
    const described = { ...actionInputs, ...actionOutputs };
    for (const each of Object.values(described))
      expect(membersOf(each).description).toEqual(expect.stringMatching(/\.$/));
  });

  it('uses every input that it has, and has every input that it uses', () => {
    const used = [...read('action.yml').matchAll(/\binputs\.([\w-]+)/g)].map(([, name = '']) => name);
    expect([...new Set(used)].toSorted()).toEqual(inputs.toSorted());
  });

  it('exposes every output that its steps write', () => {
    const given = Object.values(actionOutputs).map((each) => String(membersOf(each).value));
    const written = actionSteps.flatMap(({ id, run }) =>
      [...String(run).matchAll(/"([\w-]+)=[^\n]*>> "\$GITHUB_OUTPUT"/g)].map(
        ([, name]) => `steps.${id}.outputs.${name}`,
      ),
    );
    const text = read('action.yml');
    expect(written.length).toBeGreaterThan(2);
    expect(written.filter((name) => !text.includes(name))).toEqual([]);
    expect(given.filter((value) => !written.some((name) => value.includes(name)))).toEqual([]);
  });

  it('runs valid bash with options that the verifier has, and interpolates nothing', () => {
    const help = execFileSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'verify', '--help']).toString();
    const scripts = scriptsOf(actionSteps);
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) {
      execFileSync('bash', ['-n'], { input: script });
      expect(script).not.toContain('${{');
    }
    const verify = scripts.find((script) => script.includes('main.ts')) ?? '';
    const options = [...verify.matchAll(/(--[\w-]+)/g)].map(([, name = '']) => name);
    expect(options.length).toBeGreaterThan(6);
    expect(options.filter((name) => !new RegExp(`^  ${name}\\b`, 'm').test(help))).toEqual([]);
  });
});

it('the action ignores the environment variables that set options of the verifier', () => {
  const help = execFileSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'verify', '--help']).toString();
  const variables = [...help.matchAll(/\[env: (\w+)\]/g)].map(([, name = '']) => name);
  const set = Object.entries(
    membersOf(
      actionSteps.find(({ id }) => id === 'verify'),
      'env',
    ),
  );
  expect(set.filter(([name]) => !name.startsWith('INPUT_'))).toEqual(variables.map((name) => [name, '']));
});

describe('the steps of the action', () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let folder: string;
  beforeAll(async () => {
    server = await startServer({ definition: demoDefinition, port: 0, faults: true, log: () => undefined });
  });
  afterAll(() => server.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'action '));
    writeFileSync(join(folder, 'target.json'), JSON.stringify(demoTarget('http://127.0.0.1:1', { faults: true })));
    writeFileSync(join(folder, 'known.json'), '[]');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  interface Ran {
    readonly code: number;
    readonly stdout: string;
    readonly outputs: Readonly<Record<string, string>>;
  }

  /**
   * Runs one step as GitHub does: with its inputs as environment variables, with `bash -e`, in the workspace of another
   * repository.
   */
  function runStep(
    id: string,
    given: Readonly<Record<string, string>>,
    { path, root = ROOT }: { readonly path?: string; readonly root?: string } = {},
  ): Promise<Ran> {
    const step = actionSteps.find((each) => each.id === id);
    const valueOf = (name: string): string => given[name] ?? String(membersOf(actionInputs, name).default);
    const environment = Object.entries(membersOf(step, 'env')).map(([name, value]) => [
      name,
      String(value).replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_expression, input: string) => valueOf(input)),
    ]);
    const files = { GITHUB_OUTPUT: join(folder, 'outputs'), GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
    const env = {
      PATH: path ?? `${dirname(process.execPath)}:${process.env.PATH}`,
      GITHUB_ACTION_PATH: root,
      ...files,
      ...Object.fromEntries(environment),
    };
    const words = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', String(step?.run)];
    return new Promise((resolve) => {
      execFile('/usr/bin/bash', words, { cwd: folder, env, maxBuffer: 2 ** 26 }, (error, stdout) => {
        const lines = existsSync(files.GITHUB_OUTPUT)
          ? readFileSync(files.GITHUB_OUTPUT, 'utf8').trim().split('\n')
          : [];
        const outputs = Object.fromEntries(lines.map((line) => line.split('=', 2)));
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, outputs });
      });
    });
  }

  it('verify a server that conforms to the contract, and write every report', async () => {
    const given = {
      url: server.url,
      target: 'target.json',
      level: 'documented',
      'fail-on': 'note',
      known: 'known.json',
      options: '--sender http',
    };
    const { code, outputs, stdout } = await runStep('verify', { ...given, report: 'the reports' });
    expect({ code, outputs }).toEqual({
      code: 0,
      outputs: { 'exit-code': '0', report: 'the reports', artifact: 'error-contract' },
    });
    expect(stdout).toContain('success');
    const files = ['comment.md', 'failure-coverage.json', 'report.html', 'report.json', 'report.xml'];
    expect(readdirSync(join(folder, 'the reports')).toSorted()).toEqual(files);
    expect(JSON.parse(readFileSync(join(folder, 'the reports/report.json'), 'utf8')).senders).toEqual(['http']);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toMatch(/^#/);
  });

  it('fail for a violation, and annotate the run', async () => {
    // Makes the server look as if it named the wrong table.
    const { reference, ...others } = JSON.parse(readFileSync(join(folder, 'target.json'), 'utf8'));
    writeFileSync(
      join(folder, 'target.json'),
      JSON.stringify({ ...others, reference: { ...reference, table: 'clients' } }),
    );
    const given = { url: server.url, target: 'target.json', level: 'documented' };
    const { code, outputs, stdout } = await runStep('verify', {
      ...given,
      options: '--sender http --only createRecord',
    });
    expect({ code, outputs }).toEqual({
      code: 1,
      outputs: { 'exit-code': '1', report: 'error-contract', artifact: 'error-contract' },
    });
    expect(stdout).toMatch(/^::error/m);
  });

  it('treat inputs as text, whatever they contain', async () => {
    const { code, outputs } = await runStep('verify', { url: '$(touch evil)"; touch evil; "', level: 'documented' });
    expect({ code, 'exit-code': outputs['exit-code'] }).toEqual({ code: 2, 'exit-code': '2' });
    expect(readdirSync(folder)).not.toContain('evil');
  });

  const chosen = (): { level: unknown; senders: unknown; selection: unknown } => {
    const { level, senders, selection } = JSON.parse(readFileSync(join(folder, 'error-contract/report.json'), 'utf8'));
    return { level, senders, selection };
  };
  const documented = { level: 'documented', senders: ['http'], selection: { only: ['getRecord'], skip: [] } };

  /** Runs the step with a program instead of the verifier, and returns the words that the program gets, besides those of reports. */
  async function wordsOf(
    given: Readonly<Record<string, string>>,
  ): Promise<Ran & { readonly words: readonly string[] }> {
    const root = join(folder, 'of the action');
    const file = join(root, 'words.json');
    mkdirSync(join(root, 'src/cli'), { recursive: true });
    writeFileSync(
      join(root, 'src/cli/main.ts'),
      `require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.argv.slice(2)))`,
    );
    const ran = await runStep('verify', given, { root });
    const words: readonly string[] = JSON.parse(readFileSync(file, 'utf8'));
    expect(words[0]).toBe('verify');
    return { ...ran, words: words.slice(1) };
  }

  const reports = ['--html', 'error-contract/report.html', '--junit', 'error-contract/report.xml'];
  const coverage = ['--comment', 'error-contract/comment.md', '--coverage', 'error-contract/failure-coverage.json'];
  const always = ['--github', ...reports, '--json', 'error-contract/report.json', ...coverage];

  it('take options that override other inputs', async () => {
    const options = '--sender http\n--level documented\n--only getRecord\n';
    const { code } = await runStep('verify', { url: server.url, target: 'target.json', options });
    expect({ code, ...chosen() }).toEqual({ code: 0, ...documented });
  });

  it.each([
    ['--sender http\n--level documented\n--only getRecord\n'],
    ['  --sender\n  http\r\n\n  --level documented   --only getRecord'],
    [`--sender 'http' "--level" documented\n--only getRecord`],
    [
      `--sender http --level documented --only getRecord\n--header 'X-Note: it is "quoted", $(touch evil)'`,
      ['--header', 'X-Note: it is "quoted", $(touch evil)'],
    ],
    ['--sender http --level documented --only getRecord --header=X:y --bail', ['--header=X:y', '--bail']],
  ])('take options on any lines, with quotes: %j', async (options, others: readonly string[] = []) => {
    const { code, words } = await wordsOf({ url: server.url, target: 'target.json', options });
    const inputs = ['--url', server.url, '--target', 'target.json'];
    const taken = ['--sender', 'http', '--level', 'documented', '--only', 'getRecord', ...others];
    expect({ code, words }).toEqual({
      code: 0,
      words: ['--level', 'strict', '--fail-on', 'finding', ...always, ...inputs, ...taken],
    });
    expect(readdirSync(folder)).not.toContain('evil');
  });

  it.each(['', ' \n', '\t\n\n'])('use the defaults for inputs that are %j', async (empty) => {
    const given = { level: empty, 'fail-on': empty, report: empty, known: empty, artifact: empty, target: empty };
    const { code, outputs, words } = await wordsOf({ ...given, url: server.url, options: `--sender http${empty}` });
    expect(outputs).toEqual({ 'exit-code': '0', report: 'error-contract', artifact: '' });
    expect({ code, words }).toEqual({
      code: 0,
      words: ['--level', 'strict', '--fail-on', 'finding', ...always, '--url', server.url, '--sender', 'http'],
    });
  });

  it('need no options', async () => {
    for (const options of ['', ' \n'])
      expect((await runStep('verify', { url: 'http://127.0.0.1:1', options })).stdout).toMatch(
        /^::error title=The run was stopped before it was complete::http:\/\/127\.0\.0\.1:1 cannot be reached/,
      );
  });

  it('ignore spaces and line breaks around every input', async () => {
    const given = {
      url: `${server.url}\n`,
      target: ' target.json\n',
      level: 'documented\n',
      'fail-on': '\nnote ',
      known: 'known.json\n',
      options: '--sender http --only getRecord\n',
      report: 'error-contract\n',
      artifact: 'error-contract\n',
    };
    const { code, outputs, words } = await wordsOf(given);
    expect(outputs).toEqual({ 'exit-code': '0', report: 'error-contract', artifact: 'error-contract' });
    const inputs = ['--url', server.url, '--target', 'target.json', '--known', 'known.json'];
    expect({ code, words }).toEqual({
      code: 0,
      words: [
        ...['--level', 'documented', '--fail-on', 'note', ...always, ...inputs],
        ...['--sender', 'http', '--only', 'getRecord'],
      ],
    });
  });

  it.each(inputs.filter((name) => !['options', 'comment', 'token'].includes(name)))(
    'refuse a line break within %s',
    async (name) => {
      const { code, outputs, stdout } = await runStep('verify', { [name]: 'one\nreport=two' });
      expect({ code, outputs }).toEqual({ code: 2, outputs: { 'exit-code': '2' } });
      expect(stdout).toMatch(/^::error::Only the input options can have several lines\..*\n$/);
    },
  );

  it('refuse options whose quote is not closed', async () => {
    const { code, outputs, stdout } = await runStep('verify', { url: server.url, options: "--header 'X: y" });
    expect({ code, 'exit-code': outputs['exit-code'] }).toEqual({ code: 2, 'exit-code': '2' });
    expect(stdout).toContain('::error::The input options has a quote that is not closed.');
  });

  it('identify the dependencies by a hash of the lock file, also without sha256sum', async () => {
    const path = join(folder, 'path');
    mkdirSync(path);
    for (const name of ['bash', 'cut']) symlinkSync(`/usr/bin/${name}`, join(path, name));
    symlinkSync(process.execPath, join(path, 'node'));
    const { hash } = (await runStep('dependencies', {}, { path })).outputs;
    expect(hash).toBe(createHash('sha256').update(read('package-lock.json')).digest('hex').slice(0, 32));
  });
});
