import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { runCommand } from '../run-command.ts';
import { filesInContext } from './build-context.ts';
import { parseDockerfile, pairsOf, wordsOf } from './dockerfile.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The options of `docker build` and `docker run` that the page uses, and whether each takes a value. */
const dockerOptions: Readonly<Record<string, boolean>> = {
  '--cap-drop': true,
  '--detach': false,
  '--env': true,
  '--file': true,
  '--name': true,
  '--network': true,
  '--publish': true,
  '--read-only': false,
  '--rm': false,
  '--security-opt': true,
  '--tag': true,
  '--user': true,
  '--volume': true,
};

interface DockerCommand {
  readonly line: string;
  readonly options: readonly (readonly [string, string])[];
  /** What follows the options: the build context, or the image and its words. */
  readonly words: readonly string[];
}

function parse(line: string): DockerCommand {
  const all = [...line.matchAll(/"[^"]*"|\S+/g)].map(([word]) => word.replaceAll('"', '')).slice(2);
  const options: (readonly [string, string])[] = [];
  let at = 0;
  for (let word = all[at]; word?.startsWith('--') === true; word = all[at]) {
    const takesValue = dockerOptions[word];
    if (takesValue === undefined) throw new Error(`This test does not know the option ${word} of docker; add it`);
    options.push([word, takesValue ? (all[at + 1] ?? '') : '']);
    at += takesValue ? 2 : 1;
  }
  return { line, options, words: all.slice(at) };
}

const lines = read('docs/docker.md').match(/^docker (build|run) .*$/gm) ?? [];
const builds = lines.filter((line) => line.startsWith('docker build')).map(parse);
const runs = lines.filter((line) => line.startsWith('docker run')).map(parse);
const valuesOf = ({ options }: DockerCommand, name: string): readonly string[] =>
  options.filter(([option]) => option === name).map(([, value]) => value);

/** The images of the page, and the commands that each contains by the words after it. */
const images: Readonly<Record<string, readonly string[]>> = {
  'workspace-api-server': ['serve', 'admin'],
  'workspace-api': ['verify'],
};

describe('docs/docker.md', () => {
  it('builds images from Dockerfiles that exist', () => {
    expect(builds.flatMap((each) => valuesOf(each, '--tag'))).toEqual(Object.keys(images));
    for (const each of builds) {
      expect(each.words).toEqual(['.']);
      expect(existsSync(join(ROOT, valuesOf(each, '--file')[0] ?? ''))).toBe(true);
    }
  });

  it.each(runs)('runs an image with options that its command has: $line', async (run) => {
    const [image = '', ...words] = run.words;
    const known = images[image] ?? [];
    const given = words.length === 0 ? known.slice(0, 1) : words;
    expect(known).toContain(given[0]);
    const named = given.findIndex((word) => word.startsWith('--'));
    const [path, options] = named === -1 ? [given, []] : [given.slice(0, named), given.slice(named)];
    const { code, stdout: help } = await runCommand([...path, '--help']);
    expect({ code, usage: help.split('\n')[0] }).toEqual({
      code: 0,
      usage: expect.stringContaining(path.slice(1).join(' ')),
    });
    for (const option of options.filter((word) => word.startsWith('--'))) expect(help).toContain(`  ${option} `);
    const variables = valuesOf(run, '--env').map((pair) => pair.replace(/=.*/, ''));
    // The others are keys that the target file reads.
    for (const variable of variables.filter((name) => !name.endsWith('_KEY')))
      expect(help.replaceAll('DATABASE_URL', '[env: DATABASE_URL]')).toContain(`[env: ${variable}]`);
  });
});

describe.each(['server', 'verify'])('docker/%s.Dockerfile', (name) => {
  const text = read(`docker/${name}.Dockerfile`);
  const stages = parseDockerfile(text);
  const last = stages.at(-1)?.instructions ?? [];

  it('uses the version of Node that the repository is tested with', () => {
    const { devDependencies } = JSON.parse(read('package.json'));
    const named = new Set(stages.flatMap(({ name: stage }) => (stage === undefined ? [] : [stage])));
    const bases = stages.map(({ from }) => from).filter((from) => !named.has(from));
    expect(bases).toEqual([`node:${devDependencies.node}-trixie-slim`]);
  });

  it('does not run as root, and starts Node as the first process', () => {
    expect(last.filter((each) => each.name === 'USER').map((each) => each.text)).toEqual(['1000:1000']);
    const [entry] = last.filter((each) => each.name === 'ENTRYPOINT');
    expect(wordsOf(entry?.text ?? '')[0]).toBe('node');
    expect(last.findLastIndex((each) => each.name === 'RUN')).toBeLessThan(
      last.findIndex((each) => each.name === 'USER'),
    );
  });

  it('says what the image is', () => {
    const labels = Object.assign({}, ...last.filter((each) => each.name === 'LABEL').map((each) => pairsOf(each.text)));
    const { license, repository } = JSON.parse(read('package.json'));
    expect(labels).toEqual({
      'org.opencontainers.image.title': expect.any(String),
      'org.opencontainers.image.description': expect.any(String),
      'org.opencontainers.image.licenses': license,
      'org.opencontainers.image.source': repository,
      'org.opencontainers.image.documentation': `${repository}/blob/main/docs/docker.md`,
    });
  });
});

it('the Dockerfiles differ only in the package and the last stage', () => {
  const stagesBefore = (name: string): string =>
    read(`docker/${name}.Dockerfile`)
      .replace(/^[^]*?(?=^FROM)/m, '')
      .replace(/^FROM base\n[^]*/m, '')
      .replaceAll(/workspace-api-(server|contract)/g, 'PACKAGE');
  expect(stagesBefore('server')).toContain('npm install');
  expect(stagesBefore('server')).toBe(stagesBefore('verify'));
});

describe('.dockerignore', () => {
  it('lets no tests, documentation or other files into the build context', () => {
    const top = new Set(filesInContext().map((file) => file.replace(/\/.*/, '')));
    expect([...top].toSorted()).toEqual(
      [
        'LICENSE',
        'docker',
        'generated',
        'openapi.yaml',
        'package-lock.json',
        'package.json',
        'packages',
        'scripts',
        'src',
        'tsconfig.build.json',
        'tsconfig.json',
      ].toSorted(),
    );
    expect(filesInContext().filter((file) => file.endsWith('.test.ts'))).toEqual([]);
  });
});
