import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const page = readFileSync(join(ROOT, 'docs/workspace.md'), 'utf8');

/** Returns the code blocks of the page in a language. */
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code);

/** Returns the words of the command on the page that calls one of ours. */
function commandOf(name: string): readonly string[] {
  const found = [...page.matchAll(/^npx workspace-api-(?:contract|mock|server) ?(.*)$/gm)].map(([line, words = '']) =>
    (line.startsWith('npx workspace-api-mock') ? `mock ${words}` : words).split(' '),
  );
  const words = found.find(([command]) => command === name);
  if (words === undefined) throw new Error(`docs/workspace.md has no command ${name}`);
  return words;
}

let folder: string;
const running: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-docs-'));
  const [definition = '', target = ''] = blocks('json');
  writeFileSync(join(folder, 'helpdesk.json'), definition);
  writeFileSync(join(folder, 'target.json'), target);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const [main = ''] = blocks('ts');
  const door = join(ROOT, 'src/client/index.ts');
  writeFileSync(join(folder, 'main.ts'), main.replace("'workspace-api-client'", `'${door}'`));
});
afterAll(async () => {
  for (const child of running) child.kill('SIGINT');
  for (const child of running) if (child.exitCode === null) await once(child, 'exit');
  rmSync(folder, { recursive: true });
});

const MAIN = join(ROOT, 'src/cli/main.ts');

async function run(words: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const options = { cwd: folder, env: { ...process.env, ...environment } };
  return promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], options);
}

/** Starts a command that serves, on a free port, and returns its base URL. */
async function start(words: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [MAIN, ...words, '--port', '0'], { cwd: folder });
  running.push(child);
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    const url = /running at (\S+)/.exec(said)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`${words.join(' ')} ended: ${said}`);
}

describe('docs/workspace.md', () => {
  it('leads from a definition to types, and to a program that runs on the mock with the output it shows', async () => {
    await run([MAIN, ...commandOf('types').map((word) => word.replace('src/', ''))]);
    const url = await start(commandOf('mock'));
    const { stdout } = await run(['main.ts'], { API_URL: `${url}/acme/helpdesk` });
    expect(stdout).toBe(blocks('text')[0]);
    const headers = { prefer: 'example=recordReferenced' };
    const refused = await fetch(`${url}/acme/helpdesk/Agent/1`, { method: 'DELETE', headers });
    expect(await refused.json()).toMatchObject({
      error: { message: 'Record 1 is still referenced by agent_id in tickets' },
    });
  });

  it('leads to a server that remembers, and to its verification', async () => {
    const url = await start(commandOf('serve'));
    for (const command of page.match(/^curl .* -d .*$/gm) ?? []) {
      const { stdout } = await promisify(execFile)('sh', ['-c', command.replace('http://127.0.0.1:4000/api/v1', url)]);
      expect(stdout).toMatch(/^\{"data":\{"id":1,/);
    }
    const { stdout } = await run(['main.ts'], { API_URL: `${url}/acme/helpdesk` });
    expect(stdout).toBe(blocks('text')[1]);

    const keys = Object.fromEntries(
      [...page.matchAll(/(WORKSPACE_API_KEY_\w+)=(\S+)/g)].map(([, name, key]) => [name, key]),
    );
    const words = commandOf('verify').map((word) => word.replace('http://127.0.0.1:4000/api/v1', url));
    const verified = await run([MAIN, ...words, '--sender', 'http'], keys);
    expect(verified.stdout).toMatch(/\nPASSED /);
  });

  it('leads to an OpenAPI document', async () => {
    await run([MAIN, ...commandOf('openapi')]);
    const document = JSON.parse(readFileSync(join(folder, 'helpdesk.openapi.json'), 'utf8'));
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/Agent', '/Ticket/{id}', '/Ticket/bulk']));
  });

  it('has the commands that README.md shows', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    const [, section = ''] = /^## Your own workspace in five minutes\n[^]*?^```sh\n([^]*?)^```/m.exec(readme) ?? [];
    const shown = section.split('\n').flatMap((line) => line.replace(/ +#.*| --url.*/, '') || []);
    expect(shown).toHaveLength(5);
    expect(shown.filter((command) => !page.includes(command))).toEqual([]);
  });

  it('explains every member and every constraint of a definition', () => {
    const schema = JSON.parse(readFileSync(join(ROOT, 'src/workspace/definition.schema.json'), 'utf8'));
    const { workspace, entity, column, constraint } = schema.$defs;
    const members = [workspace, entity, column].flatMap(({ properties }) => Object.keys(properties));
    const named = [...members, ...constraint.properties.type.enum, ...column.properties.type.enum];
    expect(named.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
