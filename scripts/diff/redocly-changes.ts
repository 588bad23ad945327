import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import type { Change, Impact } from './change.ts';
import { NoContractError } from './no-contract-error.ts';

const REDOCLY = fileURLToPath(new URL('../../node_modules/@redocly/cli/bin/cli.js', import.meta.url));

/** Enables Redocly's rules for breaking changes. Without them, Redocly rates no change as breaking. */
const CONFIG = fileURLToPath(new URL('redocly.yaml', import.meta.url));

interface RedoclyReport {
  readonly changes: readonly {
    readonly path: string;
    readonly property?: string;
    readonly kind: string;
    readonly impact: Impact;
    readonly verdicts: readonly { readonly ruleId?: string; readonly message?: string }[];
  }[];
}

/** Returns the changes that Redocly finds between two documents. It does not check what errors mean. */
export async function redoclyChanges(base: string, revision: string, folder: string): Promise<readonly Change[]> {
  const file = join(folder, 'redocly.json');
  const words = [
    'diff',
    base,
    revision,
    '--format',
    'json',
    '--output',
    file,
    '--fail-on',
    'none',
    '--config',
    CONFIG,
    '--lint-config',
    'off',
  ];
  const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  await promisify(execFile)(process.execPath, [REDOCLY, ...words], { env: environment }).catch((error: Error) => {
    const lines = 'stderr' in error ? String(error.stderr).trim().split('\n') : [];
    throw new NoContractError(`Redocly cannot compare the two contracts: ${lines.at(-1) ?? error.message}`);
  });
  const { changes }: RedoclyReport = JSON.parse(await readFile(file, 'utf8'));
  return changes.map(({ path, property, kind, impact, verdicts }) => {
    const place = decodeURIComponent(path).replaceAll('~1', '/').replaceAll('~0', '~');
    const why = verdicts.map(({ message }) => message).filter((each) => each !== undefined);
    const what = `${place}${property === undefined ? '' : ` ${property}`} was ${kind}`;
    return { rule: 'redocly', impact, message: why.length === 0 ? what : `${what}: ${why.join('; ')}` };
  });
}
