import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { rules } from './diff/rules/index.ts';

const ROOT = new URL('../', import.meta.url).pathname;
const CONTRACT = join(ROOT, 'openapi.yaml');

let folder: string;
let contract: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diff-test-'));
  contract = await readFile(CONTRACT, 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

type Edit = (text: string) => string;

/** Puts a text in the place of another, which has to be there. */
const swap =
  (from: string, to: string): Edit =>
  (text) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  };

/** Puts a line behind the first one that is the same as another. */
const after = (line: string, added: string): Edit => swap(`${line}\n`, `${line}\n${added}\n`);

const both =
  (...edits: readonly Edit[]): Edit =>
  (text) =>
    edits.reduce((edited, edit) => edit(edited), text);

const drop = (line: string): Edit => swap(`${line}\n`, '');

const REFERENCED = "            recordReferenced: { $ref: '#/components/examples/recordReferenced' }";
const EXPIRED = "            expiredApiKey: { $ref: '#/components/examples/expiredApiKey' }";

const suspended = `    suspendedApiKey:
      summary: Suspended API key
      description: The key is suspended.
      x-scenario:
        basis: ours
        raisedBy: everyOperation
        retryable: false
        template: API key is suspended
        values: {}
      value: { error: { code: UNAUTHORIZED, message: API key is suspended } }
`;

/** Runs the command, and gives back all that it says. */
async function diff(edit: Edit): Promise<{ readonly code: number; readonly told: string }> {
  const file = join(folder, `${process.hrtime.bigint()}.yaml`);
  await writeFile(file, edit(contract));
  return run(CONTRACT, file);
}

function run(...words: readonly string[]): Promise<{ readonly code: number; readonly told: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'scripts/diff.ts'), ...words], { cwd: ROOT }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, told: stdout + stderr }),
    );
  });
}

const versionOf = (text: string): string => /^ {2}version: (\S+)$/m.exec(text)?.[1] ?? '';

describe('a change that breaks whoever handles errors', () => {
  it.each<[string, string, Edit]>([
    [
      'a new pair on an operation',
      'operation-pairs: listRecords can answer 409 WORKSPACE_STATUS now',
      after(
        "        '404': { $ref: '#/components/responses/EntityNotFound' }",
        "        '409': { $ref: '#/components/responses/WorkspaceRestricted' }",
      ),
    ],
    [
      'a changed text',
      'scenario-template: the text of recordNotFound is "No record {id}", not "Record not found: {id}"',
      swap("'Record not found: {id}'", "'No record {id}'"),
    ],
    [
      'a scenario moved to another status',
      'scenario-pair: recordReferenced answers 409 FOREIGN_KEY_VIOLATION, not 400 FOREIGN_KEY_VIOLATION',
      both(
        drop(REFERENCED),
        after("            workspaceRestricted: { $ref: '#/components/examples/workspaceRestricted' }", REFERENCED),
      ),
    ],
    [
      'a narrowed detail',
      'error-members: details need not have message any more',
      swap('required: [field, message]', 'required: [field]'),
    ],
    [
      'a failure that may not be retried any more',
      'scenario-retryable: internalError may not be retried any more',
      swap('retryable: true', 'retryable: false'),
    ],
    [
      'a decision of ours that becomes law',
      'basis: URL is held by seed, not by ours',
      swap('URL: { basis: ours,', 'URL: { basis: seed,'),
    ],
  ])('%s is major', async (_name, found, edit) => {
    const { code, told } = await diff(edit);
    expect(told).toContain(`major ${found}\n`);
    expect(told).toContain('The greatest change is major, and info.version is');
    expect(code).toBe(1);
  });
});

describe('a change that breaks nobody who handles errors', () => {
  it.each<[string, string, Edit]>([
    [
      'a scenario that is described better',
      'patch',
      swap('      summary: Record still referenced', '      summary: The record is referenced by others'),
    ],
    ['another example of a free text', 'patch', swap('An unexpected error occurred', 'Something unexpected happened')],
    [
      'a new scenario of a pair that is handled',
      'minor operation-scenarios: listRecords can raise suspendedApiKey now',
      both(after(EXPIRED, EXPIRED.replaceAll('expiredApiKey', 'suspendedApiKey')), (text) =>
        text.replace(/^ {4}expiredApiKey:$/m, (line) => `${suspended}\n${line}`),
      ),
    ],
    [
      'a pair that an operation answers no more',
      'minor operation-pairs: deleteRecord answers 400 FOREIGN_KEY_VIOLATION no more',
      drop(REFERENCED),
    ],
    [
      'a text of a detail that is only ours',
      'patch constraint-messages: a detail of URL says "must be a URL", not "must be a valid URL"',
      swap('URL: { basis: ours, template: must be a valid URL }', 'URL: { basis: ours, template: must be a URL }'),
    ],
    [
      'a new constraint',
      'minor constraint-messages: a detail can tell of ADDRESS now',
      swap('  URL: { basis: ours,', '  ADDRESS: { basis: ours, template: must be an address }\n  URL: { basis: ours,'),
    ],
  ])('%s is not major', async (_name, found, edit) => {
    const { code, told } = await diff(edit);
    expect(told).toContain(found);
    expect(told).not.toMatch(/^major/m);
    expect(told).toMatch(/The greatest change is (minor|patch), and info.version is/);
    expect(code).toBe(1);
  });
});

describe('what is written of changes', () => {
  it('has an entry in CHANGELOG.md for the version of the contract', async () => {
    expect(await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${versionOf(contract)}\n`);
  });

  it('tells every rule in docs/evolution.md', async () => {
    const page = await readFile(join(ROOT, 'docs/evolution.md'), 'utf8');
    const told = [...page.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
    expect(told.toSorted()).toEqual(Object.keys(rules).toSorted());
  });
});

describe('npm run diff', () => {
  it('is content when the version was raised enough', async () => {
    const version = versionOf(contract);
    const raised = both(swap(`  version: ${version}`, '  version: 0.2.0'), swap('retryable: true', 'retryable: false'));
    const { code, told } = await diff(raised);
    expect(told).toContain(`info.version went from ${version} to 0.2.0, which is enough`);
    expect(code).toBe(0);
  });

  it('finds nothing where nothing changed, in a revision of git too', async () => {
    expect(await run(CONTRACT)).toEqual({ code: 0, told: 'Nothing changed.\n' });
  });

  it.each([[['no-such-revision']], [[]], [['one', 'two', 'three']], [['--nonsense']]])(
    'ends with 2 when it is called with %j',
    async (words) => {
      const { code, told } = await run(...words);
      expect(code).toBe(2);
      expect(told).toMatch(/is no file, and no revision of git|Usage: npm run diff/);
    },
  );
});
