// Installs packed packages in empty folders, and runs the main job of each with the Node that runs this script. Without dependencies
// and types, so that it runs on Linux, macOS and Windows, on every Node that a package accepts, without `npm ci`.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const HELP = `Usage: node scripts/smoke-packages.mjs [FOLDER]

Installs each tarball of FOLDER (dist/tarballs by default) in an empty folder, and runs the main job of the package with the
Node that runs this script. On an older Node than the package accepts, its command must say so in one line instead.

Exit codes: 0 if every package does its job, 1 if one does not, 2 if FOLDER has no tarballs.
`;

/** The main job of each package, in a project that has installed it. */
const jobs = {
  'workspace-api-client': async (project) => {
    const { createServer } = await import('node:http');
    const server = createServer((_request, response) => {
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { code: 'NOT_FOUND', message: 'Record not found: 7' } }));
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    const { createClient } = await load(project, 'workspace-api-client');
    const baseUrl = `http://127.0.0.1:${server.address().port}/api/v1/acme-corp/sales`;
    const client = createClient({ baseUrl, apiKey: 'sk_test_read_write' });
    const { error } = await client.getRecord({ entityName: 'Customer', id: 7 });
    server.closeAllConnections();
    server.close();
    expectText('the code of the error', error?.code, 'NOT_FOUND');
  },

  'workspace-api-contract': async (project, tarballs) => {
    const explained = await command(project, 'workspace-api', ['explain', 'expiredApiKey']);
    expectText('explain', explained.stdout, 'Expired API key');
    const withServer = await install(tarballs, ['workspace-api-contract', 'workspace-api-server']);
    const verified = await command(withServer, 'workspace-api', ['verify', '--level', 'documented']);
    expectText('verify', verified.stdout, 'PASSED');
    expectText('the exit code of verify', String(verified.status), '0');
  },

  'workspace-api-mock': async (project) => {
    const { startMock } = await load(project, 'workspace-api-mock');
    const mock = await startMock({ port: 0 });
    const headers = { authorization: 'Bearer sk_test_expired' };
    const response = await fetch(`${mock.url}/acme-corp/sales/Customer`, { headers });
    const text = await response.text();
    await mock.close();
    expectText('the mock', text, 'API key has expired');
    await expectAnswer(project, 'workspace-api-mock', ['--port', '0'], 401);
  },

  'workspace-api-server': async (project) => {
    await expectAnswer(project, 'workspace-api-server', ['serve', '--port', '0'], 401);
  },

  'workspace-api-plugins': async (project) => {
    await npm(project, ['install', '--no-save', 'fastify@5']);
    const { contractOptions, contractPlugin, fail } = await load(project, 'workspace-api-plugins', './fastify');
    const { fastify } = await load(project, 'fastify');
    const app = fastify(contractOptions);
    app.register(contractPlugin);
    app.get('/:entityName/:id', (request) => {
      throw fail('recordNotFound', request.params);
    });
    const response = await app.inject('/Customer/7');
    expectText('the application', response.body, 'NOT_FOUND');
  },
};

/** Requests a path of a server that a command starts, without a key, and stops the server. */
async function expectAnswer(project, name, words, status) {
  const child = spawn(process.execPath, [binOf(project, name), ...words], { cwd: project });
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    const url = await new Promise((found, failed) => {
      let text = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
          const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? [];
          if (origin !== undefined) found(origin);
        });
      child.on('error', failed);
      child.on('close', (code) => failed(new Error(`${name} ended with ${code}. It printed:\n${text}`)));
    });
    const response = await fetch(`${url}/api/v1/acme-corp/sales/Customer`);
    expectText(`the status of ${name}`, String(response.status), String(status));
  } finally {
    child.kill();
    // Windows removes no folder in which a program runs.
    await ended;
  }
}

/** Runs a command of a package to its end. */
function command(project, bin, words) {
  const name = bin === 'workspace-api' ? 'workspace-api-contract' : bin;
  return run(process.execPath, [binOf(project, name), ...words], { cwd: project });
}

/** Runs a program to its end. */
function run(program, words, options) {
  return new Promise((ended, failed) => {
    const child = spawn(program, words, options);
    const texts = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk) => (texts.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk) => (texts.stderr += chunk));
    child.on('error', failed);
    child.on('close', (status) => ended({ status, ...texts }));
  });
}

function binOf(project, name) {
  return join(project, 'node_modules', name, Object.values(manifestOf(project, name).bin)[0]);
}

/** Imports an entry of an installed package. */
function load(project, name, subpath = '.') {
  const { exports, main } = manifestOf(project, name);
  const entry = exports?.[subpath]?.default ?? main;
  return import(pathToFileURL(join(project, 'node_modules', name, entry)).href);
}

function manifestOf(project, name) {
  return JSON.parse(readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'));
}

/** Installs packed packages in an empty folder. */
async function install(tarballs, names) {
  const project = join(folder, names.join('+'));
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  // Copied, because a path with spaces would have to be quoted for the shell of Windows.
  for (const name of names) writeFileSync(join(project, `${name}.tgz`), readFileSync(tarballs.get(name)));
  await npm(project, ['install', ...names.map((name) => `./${name}.tgz`)]);
  return project;
}

async function npm(project, words) {
  // On Windows npm is a batch file, which only a shell can start.
  const [program, shell] = process.platform === 'win32' ? ['npm.cmd', true] : ['npm', false];
  const all = [...words, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', '--prefer-offline'];
  const { status, stdout, stderr } = await run(program, all, { cwd: project, shell });
  if (status !== 0) throw new Error(`npm ${words.join(' ')} failed:\n${stderr}${stdout}`);
}

function expectText(what, received, expected) {
  if (!String(received).includes(expected)) throw new Error(`${what} is ${received}, without ${expected}`);
}

/** Whether the running Node is one of those that a package accepts: `>=X.Y.Z` or `^X.Y.Z`, or several of them. */
function runsHere(engines) {
  const here = process.versions.node.split('.').map(Number);
  return engines.split('||').some((range) => {
    const [, operator, version] = /^(>=|\^)(\d+(?:\.\d+)*)$/.exec(range.trim()) ?? [];
    if (version === undefined) throw new Error(`"engines" is ${engines}. This script reads only >=X.Y.Z and ^X.Y.Z`);
    const oldest = version.split('.').map(Number);
    if (operator === '^' && here[0] !== oldest[0]) return false;
    const differences = oldest.map((number, index) => here[index] - number);
    return (differences.find((each) => each !== 0) ?? 0) >= 0;
  });
}

/** Expects one line on standard error and exit code 2. */
async function expectRefusal(project, name) {
  const { status, stdout, stderr } = await command(project, name, ['--help']);
  if (status !== 2 || stdout !== '' || stderr.trim().split('\n').length !== 1)
    throw new Error(
      `On Node ${process.version} it must print one line and exit with 2. It exited with ${status}:\n${stderr}`,
    );
}

const [tarballFolder = 'dist/tarballs'] = process.argv.slice(2);
if (tarballFolder === '--help') {
  console.log(HELP.trimEnd());
  process.exit(0);
}
const tarballs = new Map();
try {
  for (const file of readdirSync(tarballFolder)) {
    const name = /^(.+)-\d+\.\d+\.\d+.*\.tgz$/.exec(file)?.[1];
    if (name !== undefined) tarballs.set(name, resolve(tarballFolder, file));
  }
} catch (error) {
  console.error(error.message);
}
if (tarballs.size === 0) {
  console.error(`${tarballFolder} has no tarballs. Run npm run build, or pass another folder`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'smoke-'));
const failures = await Promise.all([...tarballs.keys()].map(smoke));
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
// A job that failed may have left something open.
process.exit(failures.includes(true) ? 1 : 0);

/** Runs the job of one package, and returns whether it failed. */
async function smoke(name) {
  try {
    const project = await install(tarballs, [name]);
    const { engines, bin } = manifestOf(project, name);
    const isNewEnough = runsHere(engines.node);
    if (isNewEnough) await jobs[name](project, tarballs);
    else if (bin !== undefined) await expectRefusal(project, name);
    console.log(`${name}: ${isNewEnough ? 'does its job' : `needs Node ${engines.node}, as it says`}`);
    return false;
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    return true;
  }
}
