import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Refusal } from '../arguments/usage-error.ts';
import { COMPANION_INTERFACE } from './companion-interface.ts';
import { companion, exitCodeOf } from './companion.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'companion-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Installs a package with a module `command`, and loads it as a companion of a package next to it. */
function load(name: string, code: string, exported: object = { './command': './command.mjs' }) {
  const place = join(folder, 'node_modules', name);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version: '1.0.0', exports: exported }));
  writeFileSync(join(place, 'command.mjs'), code);
  return companion({ name, purpose: 'do it' }, pathToFileURL(join(folder, 'node_modules/contract/index.js')).href);
}

describe('companion', () => {
  it('loads a package of the same interface', async () => {
    const { run } = await load(
      'fits',
      `export const companionInterface = ${COMPANION_INTERFACE}; export const run = async () => 1;`,
    );
    expect(await run([], (command) => command)).toBe(1);
  });

  it('says what to install if the package is missing', async () => {
    const missing = companion({ name: 'missing', purpose: 'do it' });
    await expect(missing).rejects.toBeInstanceOf(Refusal);
    await expect(missing).rejects.toThrow(
      'To do it, install the package missing where workspace-api-contract is installed: npm install -D missing',
    );
  });

  it.each([
    [
      'another interface',
      `export const companionInterface = ${COMPANION_INTERFACE + 1}; export const run = async () => 1;`,
      undefined,
    ],
    ['none', 'export const run = async () => 1;', undefined],
    ['no module `command`', '', { './package.json': './package.json' }],
  ])('refuses a package with %s', async (kind, code, exported) => {
    const refused = load(kind.replaceAll(/\W/g, '-'), code, exported);
    await expect(refused).rejects.toThrow(
      /^The installed \S+ does not fit this version of workspace-api-contract\. Install/,
    );
  });

  it('does not look into the current folder', async () => {
    await load('nearby', `export const companionInterface = ${COMPANION_INTERFACE}; export const run = async () => 1;`);
    const before = process.cwd();
    process.chdir(folder);
    try {
      await expect(companion({ name: 'nearby', purpose: 'do it' })).rejects.toThrow('install the package nearby');
    } finally {
      process.chdir(before);
    }
  });

  it('takes an unknown exit code for 2', () => {
    expect([0, 1, 2, 130, 7].map(exitCodeOf)).toEqual([0, 1, 2, 130, 2]);
  });
});
