import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { readOptions } from './read-options.ts';
import { readWorkspace, workspaceOfFile } from './read-workspace.ts';
import { Refusal } from './usage-error.ts';

const entities = [{ name: 'Ticket', table: 'tickets', columns: [{ name: 'title', type: 'TEXT' }] }];

describe('readWorkspace', () => {
  let folder: string;
  let one: string;
  let two: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workspace-api-'));
    one = await define('one.json', ['helpdesk']);
    two = await define('two.json', ['helpdesk', 'sales']);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function define(name: string, slugs: readonly string[]): Promise<string> {
    const workspaces = slugs.map((slug) => ({ slug, mode: 'ACTIVE', entities }));
    await writeFile(join(folder, name), JSON.stringify({ organization: 'acme', workspaces }));
    return join(folder, name);
  }

  it('needs no name if the file defines one workspace', async () => {
    const workspace = { slug: 'helpdesk', mode: 'ACTIVE', entities, keys: [] };
    expect(await readWorkspace(one, undefined)).toEqual({
      definition: { organization: 'acme', workspaces: [workspace] },
      organization: 'acme',
      workspace,
    });
  });

  it.each(['acme/sales', 'sales'])('finds a workspace by the name %s', async (name) => {
    const { options } = readOptions(['--workspace', name], workspaceOfFile, {});
    const { workspace } = await readWorkspace(two, options.workspace);
    expect(workspace.slug).toBe('sales');
  });

  it('lists the workspaces to choose from', async () => {
    const names = 'acme/helpdesk, acme/sales';
    await expect(readWorkspace(two, undefined)).rejects.toThrow(
      new Refusal(`${two} defines several workspaces; add --workspace with one of ${names}`),
    );
    await expect(readWorkspace(two, 'other/sales')).rejects.toThrow(
      new Refusal(`${two} does not define the workspace "other/sales"; its workspaces are ${names}`),
    );
  });
});
