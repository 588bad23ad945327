import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { differenceKinds } from './diff/definition-changes.ts';
import { RELEASES, releasedVersions } from './diff/newest-release.ts';
import { rules } from './diff/rules/index.ts';
import { runDiff } from './diff/run-diff.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CONTRACT = join(ROOT, 'openapi.yaml');

let folder: string;
let contract: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diff-test-'));
  contract = await readFile(CONTRACT, 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

type Edit = (text: string) => string;

/** Replaces a string, which must exist. */
const swap =
  (from: string, to: string): Edit =>
  (text) => {
    expect(text).toContain(from);
    return text.replace(from, () => to);
  };

/** Adds a line after the first occurrence of another line. */
const after = (line: string, added: string): Edit => swap(`${line}\n`, `${line}\n${added}\n`);

const both =
  (...edits: readonly Edit[]): Edit =>
  (text) =>
    edits.reduce((edited, edit) => edit(edited), text);

/** Makes `internalError` not retryable. Searches for its name first, because other scenarios precede it in the document. */
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

/** Runs the command and returns its output. */
async function diff(edit: Edit): Promise<{ readonly code: number; readonly output: string }> {
  return run(CONTRACT, await edited(edit));
}

async function edited(edit: Edit): Promise<string> {
  const file = join(folder, `${process.hrtime.bigint()}.yaml`);
  await writeFile(file, edit(contract));
  return file;
}

async function run(...words: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  let output = '';
  const write = (text: string): void => void (output += `${text}\n`);
  const code = await runDiff(words, { log: write, error: write });
  return { code, output };
}

const versionOf = (text: string): string => /^ {2}version: (\S+)$/m.exec(text)?.[1] ?? '';

describe('a change that breaks error handling', () => {
  it.each<[string, string, Edit]>([
    [
      'a new pair on an operation',
      'operation-pairs: listRecords can now return 409 WORKSPACE_STATUS',
      after(
        "        '404': { $ref: '#/components/responses/EntityNotFound' }",
        "        '409': { $ref: '#/components/responses/WorkspaceRestricted' }",
      ),
    ],
    [
      'a changed message',
      'scenario-template: the message of recordNotFound is now "No record {id}", was "Record not found: {id}"',
      swap("'Record not found: {id}'", "'No record {id}'"),
    ],
    [
      'a scenario moved to another status',
      'scenario-pair: recordReferenced is now 409 FOREIGN_KEY_VIOLATION, was 400 FOREIGN_KEY_VIOLATION',
      both(
        drop(REFERENCED),
        after("            workspaceRestricted: { $ref: '#/components/examples/workspaceRestricted' }", REFERENCED),
      ),
    ],
    [
      'a detail member that becomes optional',
      'error-members: details no longer require message',
      swap('required: [field, message]', 'required: [field]'),
    ],
    ['a failure that is no longer retryable', 'scenario-retryable: internalError is no longer retryable', NOT_RETRIED],
    [
      'a renamed member of the envelope',
      "envelope: the envelope's details is now problems, was details",
      swap('  details: details\n', '  details: problems\n'),
    ],
    [
      'a changed order that the published API guarantees',
      'precedence: expiredApiKey now precedes invalidApiKey',
      both(
        drop('  - { scenario: invalidApiKey, basis: api }'),
        after('  - { scenario: expiredApiKey, basis: api }', '  - { scenario: invalidApiKey, basis: api }'),
      ),
    ],
    [
      'a rule of this project that becomes one of the founding page',
      'basis: the basis of URL is now seed, was ours',
      swap('URL: { basis: ours,', 'URL: { basis: seed,'),
    ],
  ])('%s is major', async (_name, found, edit) => {
    const { code, output } = await diff(edit);
    expect(output).toContain(`major ${found}\n`);
    expect(output).toContain('The largest change is major, but info.version is');
    expect(code).toBe(1);
  });
});

describe('a change that does not break error handling', () => {
  it.each<[string, string, Edit]>([
    [
      'a better summary of a scenario',
      'patch',
      swap('      summary: Record still referenced', '      summary: The record is referenced by others'),
    ],
    ['a new example of a free text', 'patch', swap('An unexpected error occurred', 'Something unexpected happened')],
    [
      'a new scenario of an existing pair',
      'minor operation-scenarios: listRecords can now raise suspendedApiKey',
      both(after(EXPIRED, EXPIRED.replaceAll('expiredApiKey', 'suspendedApiKey')), (text) =>
        text.replace(/^ {4}expiredApiKey:$/m, (line) => `${suspended}\n${line}`),
      ),
    ],
    [
      'a pair that an operation no longer returns',
      'minor operation-pairs: deleteRecord no longer returns 400 FOREIGN_KEY_VIOLATION',
      drop(REFERENCED),
    ],
    [
      'a changed order that only this project defines',
      'minor precedence: recordNotFound now precedes badRequest',
      both(
        drop('  - { scenario: badRequest, basis: ours }'),
        after('  - { scenario: recordNotFound, basis: ours }', '  - { scenario: badRequest, basis: ours }'),
      ),
    ],
    [
      'a changed detail message that only this project defines',
      'patch constraint-messages: the detail message of URL is now "must be a URL", was "must be a valid URL"',
      swap('URL: { basis: ours, template: must be a valid URL }', 'URL: { basis: ours, template: must be a URL }'),
    ],
    [
      'a new constraint',
      'minor constraint-messages: the constraint ADDRESS was added',
      swap('  URL: { basis: ours,', '  ADDRESS: { basis: ours, template: must be an address }\n  URL: { basis: ours,'),
    ],
  ])('%s is not major', async (_name, found, edit) => {
    const { code, output } = await diff(edit);
    expect(output).toContain(found);
    expect(output).not.toMatch(/^major/m);
    expect(output).toMatch(/The largest change is (minor|patch), but info.version is/);
    expect(code).toBe(1);
  });
});

describe('a breaking change for client developers', () => {
  it('is major, whether our own rules or Redocly’s find it', async () => {
    const { code, output } = await diff(
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
    expect(output.split('\n').filter((line) => line.startsWith('major '))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Response header `WWW-Authenticate` was removed'),
        expect.stringContaining("Upper bound changed from '<= 100' to '<= 50'"),
        expect.stringContaining('the message of recordNotFound is now "Record not found: {id} in {entityName}"'),
        expect.stringContaining('VALIDATION_ERROR no longer requires details'),
        expect.stringContaining('Required `tenant` query parameter was added'),
        expect.stringContaining('expiredApiKey was renamed to lapsedApiKey'),
        expect.stringContaining('409 WORKSPACE_MODE was added to the closed table'),
        expect.stringContaining('workspaceRestricted is now 409 WORKSPACE_MODE'),
        expect.stringContaining('the basis of recordReferenced is now seed, was ours'),
      ]),
    );
    expect(code).toBe(1);
  });

  it('is the removal of an operation', async () => {
    const { output } = await diff((text) =>
      text.replace(/\n {4}delete:\n {6}operationId: deleteRecord\n(?:(?: {6}.*)?\n)*/, '\n'),
    );
    expect(output).toContain('major redocly: #/paths//{entityName}/{id}/delete was removed');
  });
});

describe('a change that clients do not notice', () => {
  it('is not major: new wording, a new order, an optional parameter, a raised limit, a new operation', async () => {
    const { output } = await diff(
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
    expect(output).toContain('minor redocly: #/paths//{entityName}/recent was added');
    expect(output).toContain('The largest change is minor');
    expect(output).not.toMatch(/^major/m);
  });
});

describe('the documentation of changes', () => {
  it('has an entry in CHANGELOG.md for every released version and for the next one', async () => {
    const versions = [...(await readFile(join(ROOT, 'CHANGELOG.md'), 'utf8')).matchAll(/^## (\S+)$/gm)].map(
      ([, each]) => each,
    );
    expect(new Set(versions)).toEqual(new Set([...releasedVersions(), versionOf(contract)]));
    expect(versions).toHaveLength(new Set(versions).size);
  });

  it.each(releasedVersions())('includes the contract of version %s under its name', async (version) => {
    expect(versionOf(await readFile(new URL(`${version}.yaml`, RELEASES), 'utf8'))).toBe(version);
  });

  it('describes every rule in docs/evolution.md', async () => {
    const page = await readFile(join(ROOT, 'docs/evolution.md'), 'utf8');
    const [ofContract = '', ofDefinition = ''] = page.split('\n## ');
    const documented = (text: string) => [...text.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name).toSorted();
    expect(documented(ofContract)).toEqual(Object.keys(rules).toSorted());
    expect(documented(ofDefinition)).toEqual([...differenceKinds].toSorted());
  });
});

describe('the comparison of two definitions', () => {
  const definition = (mode: string, ...columns: readonly object[]): object => ({
    organization: 'acme',
    workspaces: [{ slug: 'helpdesk', mode, entities: [{ name: 'Ticket', table: 'tickets', columns }] }],
  });
  const key = { name: 'own', key: 'sk_live_never_shown_anywhere', permission: 'READ_WRITE' };
  const title = { name: 'title', type: 'TEXT' };
  const done = { name: 'done', type: 'BOOLEAN' };

  async function compared(before: object, after: object): Promise<{ readonly code: number; readonly output: string }> {
    const files = [join(folder, 'before.json'), join(folder, 'after.json')] as const;
    await writeFile(files[0], JSON.stringify(before));
    await writeFile(files[1], JSON.stringify(after));
    return run(...files);
  }

  it('lists every difference, those that break clients first, and exits with 1 only for these', async () => {
    const before = definition('ACTIVE', title);
    const required = { ...title, nullable: false, description: 'What it is about.' };
    expect(await compared(before, definition('READ_ONLY', done, required))).toEqual({
      code: 1,
      output: `major mode: acme/helpdesk: the mode is now READ_ONLY, was ACTIVE, so every write returns 409
major nullability: acme/helpdesk: Ticket.title is now required, and cannot be null
minor column: acme/helpdesk: Ticket.done was added
patch description: acme/helpdesk: the description of Ticket.title was added

The largest change is major: existing clients can break.
`,
    });
    expect(await compared(before, definition('ACTIVE', done, title))).toEqual({
      code: 0,
      output:
        'minor column: acme/helpdesk: Ticket.done was added\n\nThe largest change is minor: existing clients keep working.\n',
    });
  });

  it('ignores keys, and the same definition has no changes', async () => {
    const withKey = { organization: 'acme', workspaces: [{ slug: 'a', mode: 'ACTIVE', entities: [], keys: [key] }] };
    const without = { organization: 'acme', workspaces: [{ slug: 'a', mode: 'ACTIVE', entities: [] }] };
    expect(await compared(withKey, without)).toEqual({ code: 0, output: 'Nothing changed.\n' });
  });

  it('reads a Git revision as the same file in that revision', async () => {
    const file = 'contract-tests/fixtures/helpdesk.json';
    expect((await run('HEAD', file)).output).toMatch(/^Nothing changed|^The largest change is/m);
    const { code, output } = await run('no-such-revision', file);
    expect([code, output]).toEqual([2, `no-such-revision is neither a file nor a Git revision with ${file}\n`]);
  });

  it.each([
    [CONTRACT, 'is not a workspace definition: compare two definitions or two contracts'],
    [
      'broken.json',
      'is not a definition that can be compared: definition at /workspaces/0/mode: must be one of ACTIVE, SCHEMA_LOCKED',
    ],
  ])('exits with 2 for %s', async (base, message) => {
    await writeFile(join(folder, 'broken.json'), JSON.stringify(definition('OPEN', title)));
    await writeFile(join(folder, 'sound.json'), JSON.stringify(definition('ACTIVE', title)));
    const { code, output } = await run(resolve(folder, base), join(folder, 'sound.json'));
    expect(output).toContain(message);
    expect(output).toMatch(/^[^\n]+\n$/);
    expect(code).toBe(2);
  });
});

describe('npm run diff', () => {
  it('passes if the version was raised enough', async () => {
    const version = versionOf(contract);
    const raised = both(swap(`  version: ${version}`, '  version: 0.2.0'), NOT_RETRIED);
    const { code, output } = await diff(raised);
    expect(output).toContain(`info.version was raised from ${version} to 0.2.0, which is enough`);
    expect(code).toBe(0);
  });

  it('compares the contract with the newest release by default, and passes', async () => {
    const { code, output } = await run();
    expect(output).toMatch(/^Nothing changed\.\n$|which is enough\.\n$/);
    expect(code).toBe(0);
  });

  it('fails if one word of a released contract changes and the version does not', async () => {
    const { code, output } = await diff(swap('Returns one page', 'Gives one page'));
    expect(output).toMatch(`Raise it from ${versionOf(contract)} to`);
    expect(code).toBe(1);
  });

  it('finds no changes between identical contracts', async () => {
    expect(await run(CONTRACT)).toEqual({ code: 0, output: 'Nothing changed.\n' });
  });

  it.each<[string, string, string]>([
    ['a folder', 'folder', 'EISDIR'],
    ['missing', 'missing.yaml', 'ENOENT'],
    ['empty', 'empty.yaml', 'it is empty'],
    ['blank', 'blank.yaml', 'it is empty'],
    ['broken YAML', 'broken.yaml', 'indentation'],
    ['cut off', 'cut.yaml', ''],
    ['a list', 'list.yaml', ''],
    ['text', 'text.yaml', 'got string'],
    ['another kind of document', 'other.json', 'Unsupported specification'],
    ['another OpenAPI document', 'petstore.yaml', 'it has no x-error-table, no x-constraint-messages'],
    ['without a version', 'version.yaml', 'info.version is next, not three numbers'],
  ])('ends with 2 and one line when a contract is %s', async (_what, name, reason) => {
    await mkdir(join(folder, 'folder'), { recursive: true });
    const petstore = 'openapi: 3.1.0\ninfo: { title: Pets, version: 1.0.0 }\npaths: {}\ncomponents: {}\n';
    const contents: Readonly<Record<string, string>> = {
      'empty.yaml': '',
      'blank.yaml': ' \n\n',
      'broken.yaml': 'openapi: [\n',
      'cut.yaml': contract.slice(0, 4000),
      'list.yaml': '- openapi\n',
      'text.yaml': 'openapi\n',
      'other.json': '{ "name": "package" }',
      'petstore.yaml': petstore,
      'version.yaml': contract.replace(`version: ${versionOf(contract)}`, 'version: next'),
    };
    for (const [file, content] of Object.entries(contents)) await writeFile(join(folder, file), content);
    const file = join(folder, name);
    for (const words of [
      [file, CONTRACT],
      [CONTRACT, file],
    ]) {
      const { code, output } = await run(...words);
      expect(output).toMatch(/^[^\n]+\n$/);
      expect(output.startsWith(`${file} is `)).toBe(true);
      if (words[0] === CONTRACT) expect(output).toContain(reason);
      expect(code).toBe(2);
    }
  });

  it.each([[['no-such-revision']], [['one', 'two', 'three']], [['--nonsense']]])(
    'exits with 2 for the arguments %j',
    async (words) => {
      const { code, output } = await run(...words);
      expect(code).toBe(2);
      expect(output).toMatch(/is neither a file nor a Git revision|Usage: npm run diff/);
    },
  );

  it.each([
    [['--help'], 0, 'stdout'],
    [['one', 'two', 'three'], 2, 'stderr'],
  ] as const)('as a process, ends %j with %i and writes to %s', async (words, code, stream) => {
    const ended = new Promise((resolve) => {
      execFile(process.execPath, [join(ROOT, 'scripts/diff.ts'), ...words], (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, stdout, stderr }),
      );
    });
    expect(await ended).toEqual({
      code,
      stdout: '',
      stderr: '',
      [stream]: expect.stringContaining('Usage: npm run diff'),
    });
  });
});
