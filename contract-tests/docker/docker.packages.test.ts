import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { copyContext, filesInContext } from './build-context.ts';
import { checkHealth, ended, filesOf, makeReadOnly, startContainer } from './container.ts';
import { parseDockerfile } from './dockerfile.ts';
import type { Image } from './image.ts';
import { build } from './image.ts';

// There is no Docker engine here. The steps of the Dockerfiles run in folders instead of containers.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'docker-'));
chmodSync(folder, 0o755);
const images: Image[] = [];
let server: Image;
let command: Image;
let running: ReturnType<typeof startContainer> | undefined;

/**
 * Runs all steps of a Dockerfile but two, because they take a minute: `npm ci`, which every job of CI runs, and `npm run build`. Instead of
 * these, takes the tarballs that `npm run build` wrote to dist/ before this test.
 */
async function buildImage(name: string): Promise<Image> {
  const own = join(folder, name);
  mkdirSync(own);
  const image = await build(parseDockerfile(readFileSync(join(ROOT, `docker/${name}.Dockerfile`), 'utf8')), {
    context: join(folder, 'context'),
    folder: own,
    instead: {
      'npm ci ': async () => undefined,
      'npm run build': async (place) =>
        cp(join(ROOT, 'dist/tarballs'), join(place, 'dist/tarballs'), { recursive: true }),
    },
  });
  images.push(image);
  return image;
}

beforeAll(async () => {
  await copyContext(join(folder, 'context'));
  [server, command] = await Promise.all([buildImage('server'), buildImage('verify')]);
}, 300_000);
afterAll(() => {
  for (const { root } of images) execFileSync('chmod', ['-R', 'u+w', root]);
  rmSync(folder, { recursive: true });
});

afterEach(() => {
  running?.kill('SIGKILL');
});

it('the build context contains every file that npm run build read', () => {
  const context = filesInContext();
  const read = globSync('*/{src,generated}/**', { cwd: join(ROOT, 'dist'), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(ROOT, 'dist'), join(entry.parentPath, entry.name)).replace(/^[^/]+\//, ''));
  const copied = globSync('workspace-api-*/{LICENSE,*.*}', { cwd: join(ROOT, 'dist') }).map((file) => basename(file));
  expect(read.length).toBeGreaterThan(500);
  expect(read.filter((file) => !context.includes(file))).toEqual([]);
  const names = new Set(context.map((file) => basename(file)));
  expect(copied.filter((name) => !names.has(name))).toEqual([]);
});

describe('the image of the server', () => {
  it('contains only the package, and what it depends on', () => {
    expect(filesOf(server).filter((file) => !file.includes('node_modules/') && !/^app$/.test(file))).toEqual([
      'app/health-check.mjs',
      'app/node_modules',
      'app/package-lock.json',
      'app/package.json',
      'data',
    ]);
    expect(globSync(join(server.root, 'app/node_modules/{typescript,jest,@stoplight}'))).toEqual([]);
  });

  it('serves from a read-only file system as a user who is not root, is verified by the other image, and stops on SIGTERM', async () => {
    const volume = '/data';
    await makeReadOnly(server, volume);
    await makeReadOnly(command);
    const before = [filesOf(server, volume), filesOf(command)];
    const data = join(server.root, volume);
    const environment = {
      PORT: String(await freePort()),
      WORKSPACE_API_DATA: join(data, 'workspace.db'),
      WORKSPACE_API_DEMO: 'true',
      WORKSPACE_API_FAULTS: 'true',
      LOG_LEVEL: 'silent',
      WORKSPACE_API_WRITE_TARGET: join(data, 'target.json'),
    };
    expect(await checkHealth(server, environment)).toMatchObject({ code: 1 });
    const container = startContainer(server, { environment });
    running = container;
    const stopped = ended(container);
    try {
      await untilListening(container, stopped);
      expect(await checkHealth(server, environment)).toMatchObject({ code: 0, stdout: '{"status":"ready"}\n' });
      // Another address of this machine than the one that a server listens on by default.
      const { status } = await fetch(`http://127.0.0.2:${environment.PORT}/healthz`);
      expect(status).toBe(200);
      const verified = await ended(
        startContainer(command, {
          words: ['verify', '--url', `http://127.0.0.1:${environment.PORT}/api/v1`, '--level', 'documented'],
          environment: { WORKSPACE_API_TARGET: environment.WORKSPACE_API_WRITE_TARGET },
        }),
      );
      expect(verified).toEqual({ code: 0, stdout: expect.stringMatching(/^PASSED /m), stderr: '' });
    } finally {
      container.kill('SIGTERM');
    }
    expect(await stopped).toMatchObject({ code: 0, stderr: '' });
    expect([filesOf(server, volume), filesOf(command)]).toEqual(before);
  });

  it('also runs the commands that administer its database', async () => {
    const environment = { WORKSPACE_API_DATA: join(server.root, 'data/workspace.db') };
    const { code, stdout } = await ended(
      startContainer(server, { words: ['admin', 'workspace', 'list'], environment }),
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('acme-corp/sales') });
  });
});

describe('the image of the command', () => {
  it('runs the verifier by default, which says what it needs', async () => {
    const { code, stderr } = await ended(startContainer(command, { environment: { WORKSPACE_API_URL: 'nowhere' } }));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^WORKSPACE_API_URL .*"nowhere"\n/) });
  });
});

/** Waits until the server says where it is. */
async function untilListening(
  container: ReturnType<typeof startContainer>,
  stopped: ReturnType<typeof ended>,
): Promise<void> {
  let said = '';
  container.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!said.includes('running at ')) {
    const early = await Promise.race([stopped, once(container.stdout ?? container, 'data').then(() => undefined)]);
    if (early !== undefined) throw new Error(`The server did not start: ${early.stderr}`);
  }
}

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, '0.0.0.0');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  taken.close();
  await once(taken, 'close');
  return port;
}
