import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { UsageError } from '../arguments/usage-error.ts';
import type { Command } from '../command.ts';
import { coverage } from './coverage/coverage.ts';
import { draft } from './draft/draft.ts';
import { judge } from './judge/judge.ts';
import { openapi } from './openapi/openapi.ts';
import { proxy } from './proxy/proxy.ts';
import { serve } from './serve/serve.ts';
import { types } from './types/types.ts';
import { verify } from './verify/verify.ts';

const commands: Readonly<Record<string, Command>> = {
  coverage,
  draft,
  judge,
  openapi,
  proxy,
  serve,
  types,
  verify: verify(() => Promise.reject(new Error('This test starts no server'))),
};

const CONTENT = 'what would be lost';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lost-files-'));
  writeFileSync(join(folder, 'own'), CONTENT);
  symlinkSync('own', join(folder, 'link'));
  linkSync(join(folder, 'own'), join(folder, 'copy'));
  symlinkSync('.', join(folder, 'here'));
  process.env.WORKSPACE_API_KEY_READ_ONLY = 'sk_live_of_this_test';
});
afterEach(() => {
  delete process.env.WORKSPACE_API_KEY_READ_ONLY;
  rmSync(folder, { recursive: true });
});

/** Runs a command line, in which names of files start with `./`. */
async function messageOf(line: string): Promise<string> {
  const [name = '', ...words] = line.replaceAll(' ./', ` ${folder}/`).split(' ');
  const error = await commands[name]?.run(words).catch((reason: unknown) => reason);
  if (!(error instanceof UsageError)) throw new Error(`${line} was not refused as a wrong call`, { cause: error });
  return error.message.replaceAll(`${folder}/`, './');
}

const DRAFT = 'draft --url http://localhost:1 --workspace a/b --entity Ticket';
const PROXY = 'proxy --to http://localhost:1';
const VERIFY = 'verify --url http://localhost:1';

describe('a file that a command reads', () => {
  it.each([
    ['--json', './own', 'judge ./own --json ./own'],
    ['--sarif', './link', 'judge ./own --sarif ./link'],
    ['--coverage', './copy', 'judge - ./own --coverage ./copy'],
    ['--coverage-badge', './here/own', 'judge - --target ./own --coverage-badge ./here/own'],
    ['--coverage-floor', './own', 'judge - --workspaces ./own --coverage-floor ./own'],
    ['--har', './own', `${PROXY} --target ./own --har ./own`],
    ['--json', './own', `${PROXY} --workspaces ./own --json ./own`],
    ['--coverage-badge', './own', 'coverage ./own --coverage-badge ./own'],
    ['--coverage-floor', './own', 'coverage ./own --coverage-floor ./own'],
    ['--out', './own', 'openapi ./own --out ./own'],
    ['--out', './here/link', 'types ./own --out ./here/link'],
    ['--write-target', './own', 'serve --workspaces ./own --write-target ./own'],
    ['--write-target', './own', 'serve --demo --data ./own --write-target ./own'],
    ['--junit', './own', 'verify --target ./own --junit ./own'],
    ['--html', './own', `${VERIFY} --workspaces ./own --html ./own`],
    ['--har', './own', `${VERIFY} --known ./own --har ./own`],
    ['--comment', './own', `${VERIFY} --coverage-base ./own --comment ./own`],
    ['--write-known', './own', 'verify --target ./own --write-known ./own'],
    ['--coverage', './own', `${VERIFY} --known ./own --coverage ./own`],
    ['--out', './own', `${DRAFT} --ca ./own --out ./own`],
    ['--json', './own', `${PROXY} --ca ./own --json ./own`],
    ['--json', './own', `${VERIFY} --ca ./own --json ./own`],
  ])('is not replaced by %s %s: %s', async (option, file, line) => {
    expect(await messageOf(line)).toBe(
      `${option} would replace ${file}, which is read here; name another file to write`,
    );
    expect(readFileSync(join(folder, 'own'), 'utf8')).toBe(CONTENT);
  });
});

describe('a file that two options name', () => {
  it.each([
    ['--json', '--sarif', './new', 'judge - --json ./new --sarif ./new'],
    ['--json', '--sarif', '-', 'judge - --json - --sarif -'],
    ['--json', '--coverage', './here/new', 'judge - --json ./new --coverage ./here/new'],
    ['--coverage', '--har', './new', `${PROXY} --har ./new --coverage ./new`],
    ['--coverage', '--coverage-floor', './new', 'coverage ./own --coverage ./new --coverage-floor ./new'],
    ['--json', '--har', './new', `${VERIFY} --har ./new --json ./new`],
    ['--html', '--coverage', './new', `${VERIFY} --html ./new --coverage ./new`],
    [
      '--coverage-badge',
      '--write-known',
      './missing/../new',
      `${VERIFY} --write-known ./missing/../new --coverage-badge ./new`,
    ],
    ['--json', '--html', './link', `${VERIFY} --json ./own --html ./link`],
  ])('is refused for %s and %s %s: %s', async (one, other, file, line) => {
    expect(await messageOf(line)).toBe(`${one} and ${other} both write ${file}; name another file for one of them`);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });
});
