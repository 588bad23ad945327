import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { PackagePlan } from '../build/packages.ts';

import type { Changes } from './changes-since.ts';

/** The file that says what each package contains: its exports, commands and optional peers. */
export const PLANS = 'scripts/build/packages.ts';

/**
 * Returns what each package contained before a branch, by name: none if the file did not exist, or needs others than the package.json
 * files.
 */
export function plansBefore(names: readonly string[], changes: Changes): ReadonlyMap<string, PackagePlan> {
  const folder = mkdtempSync(join(tmpdir(), 'plans-before-'));
  try {
    for (const file of [PLANS, 'package.json', ...names.map((name) => `packages/${name}/package.json`)]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), changes.before(file) ?? '{}');
    }
    const url = JSON.stringify(pathToFileURL(join(folder, PLANS)).href);
    const code = `console.log(JSON.stringify((await import(${url})).packages ?? []))`;
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      encoding: 'utf8',
    });
    const plans: readonly PackagePlan[] = status === 0 ? JSON.parse(stdout) : [];
    return new Map(plans.map((plan) => [plan.name, plan]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
