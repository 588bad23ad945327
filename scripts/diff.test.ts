import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { RELEASES, releasedVersions } from './diff/newest-release.ts';
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

/** No longer allows `internalError` to be retried; another scenario may come before it in the document. */
const NOT_RETRIED: Edit = (text) => {
  const start = text.indexOf('\n    internalError:\n');
  return text.slice(0, start) + swap('retryable: true', 'retryable: false')(text.slice(start));
};

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
  return run(CONTRACT, await edited(edit));
}

async function edited(edit: Edit): Promise<string> {
  const file = join(folder, `${process.hrtime.bigint()}.yaml`);
  await writeFile(file, edit(contract));
  return file;
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
      NOT_RETRIED,
    ],
    [
      'another name for a member of the envelope',
      'envelope: details of the envelope is problems, not details',
      swap('  details: details\n', '  details: problems\n'),
    ],
    [
      'an order of failures that the API promises',
      'precedence: expiredApiKey precedes invalidApiKey now',
      both(
        drop('  - { scenario: invalidApiKey, basis: api }'),
        after('  - { scenario: expiredApiKey, basis: api }', '  - { scenario: invalidApiKey, basis: api }'),
      ),
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
      'an order of failures that is only ours',
      'minor precedence: recordNotFound precedes badRequest now',
      both(
        drop('  - { scenario: badRequest, basis: ours }'),
        after('  - { scenario: recordNotFound, basis: ours }', '  - { scenario: badRequest, basis: ours }'),
      ),
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

describe('what a client developer takes for breaking', () => {
  it('is major, whether our rules see it or Redocly’s', async () => {
    const { code, told } = await diff(
      both(
        drop("        WWW-Authenticate: { $ref: '#/components/headers/BearerChallenge' }"),
        swap('maximum: &largestPage 100, default: 20', 'maximum: &largestPage 50, default: 20'),
        swap("'Record not found: {id}'", "'Record not found: {id} in {entityName}'"),
        swap('required: [code, message, details]', 'required: [code, message]'),
        after(
          "        - $ref: '#/components/parameters/Page'",
          '        - { name: tenant, in: query, required: true, schema: { type: string } }',
        ),
        (text) => text.replaceAll('expiredApiKey', 'lapsedApiKey').replaceAll('WORKSPACE_STATUS', 'WORKSPACE_MODE'),
        (text) => text.replace(/(\n {4}recordReferenced:\n(?:.*\n)*?\s+basis: )ours/, '$1seed'),
      ),
    );
    expect(told.split('\n').filter((line) => line.startsWith('major '))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Response header `WWW-Authenticate` was removed'),
        expect.stringContaining("Upper bound changed from '<= 100' to '<= 50'"),
        expect.stringContaining('the text of recordNotFound is "Record not found: {id} in {entityName}"'),
        expect.stringContaining('VALIDATION_ERROR need not have details any more'),
        expect.stringContaining('Required `tenant` query parameter was added'),
        expect.stringContaining('expiredApiKey is called lapsedApiKey now'),
        expect.stringContaining('the closed table has 409 WORKSPACE_MODE now'),
        expect.stringContaining('workspaceRestricted answers 409 WORKSPACE_MODE'),
        expect.stringContaining('recordReferenced is held by seed, not by ours'),
      ]),
    );
    expect(code).toBe(1);
  });

  it('is an operation that is gone', async () => {
    const { told } = await diff((text) =>
      text.replace(/\n {4}delete:\n {6}operationId: deleteRecord\n(?:(?: {6}.*)?\n)*/, '\n'),
    );
    expect(told).toContain('major redocly: #/paths//{entityName}/{id}/delete was removed');
  });
});

describe('what no client notices', () => {
  it('is not major: another wording, another order, an optional parameter, a raised limit, an operation more', async () => {
    const { told } = await diff(
      both(
        swap('Returns one page of records.', 'Gives one page of records.'),
        (text) => text.replace(/( +invalidApiKey: \{.*\n)( +expiredApiKey: \{.*\n)/, '$2$1'),
        swap('maxProperties: 50', 'maxProperties: 60'),
        after(
          "        - $ref: '#/components/parameters/Page'",
          '        - { name: search, in: query, schema: { type: string } }',
        ),
        (text) =>
          text.replace(
            /\n {2}\/\{entityName\}:\n(?:.*\n)*?(?=\n {4}post:)/,
            (list) =>
              `${list.replace('/{entityName}:', '/{entityName}/recent:').replace('listRecords', 'listRecent')}${list}`,
          ),
      ),
    );
    expect(told).toContain('minor redocly: #/paths//{entityName}/recent was added');
    expect(told).toContain('The greatest change is minor');
    expect(told).not.toMatch(/^major/m);
  });
});

describe('what is written of changes', () => {
  it('has an entry in CHANGELOG.md for every version that was released, and for the one that is not yet', async () => {
    const told = [...(await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8')).matchAll(/^## (\S+)$/gm)].map(
      ([, each]) => each,
    );
    expect(new Set(told)).toEqual(new Set([...releasedVersions(), versionOf(contract)]));
    expect(told).toHaveLength(new Set(told).size);
  });

  it.each(releasedVersions())('is kept of version %s under its own name', async (version) => {
    expect(versionOf(await readFile(new URL(`${version}.yaml`, RELEASES), 'utf8'))).toBe(version);
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
    const raised = both(swap(`  version: ${version}`, '  version: 0.2.0'), NOT_RETRIED);
    const { code, told } = await diff(raised);
    expect(told).toContain(`info.version went from ${version} to 0.2.0, which is enough`);
    expect(code).toBe(0);
  });

  it('compares with the newest release when it is told nothing, and is content with the contract as it stands', async () => {
    const { code, told } = await run();
    expect(told).toMatch(/^Nothing changed\.\n$|which is enough\.\n$/);
    expect(code).toBe(0);
  });

  it('is not content when a released contract changes by a word and keeps its version', async () => {
    const { code, told } = await diff(swap('Returns one page', 'Gives one page'));
    expect(told).toMatch(`raise it from ${versionOf(contract)} to`);
    expect(code).toBe(1);
  });

  it('finds nothing where nothing changed', async () => {
    expect(await run(CONTRACT)).toEqual({ code: 0, told: 'Nothing changed.\n' });
  });

  it.each([[['no-such-revision']], [['one', 'two', 'three']], [['--nonsense']]])(
    'ends with 2 when it is called with %j',
    async (words) => {
      const { code, told } = await run(...words);
      expect(code).toBe(2);
      expect(told).toMatch(/is no file, and no revision of git|Usage: npm run diff/);
    },
  );
});
