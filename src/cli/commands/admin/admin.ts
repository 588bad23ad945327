import type { CommandGroup } from '../../command.ts';
import { keyCreate } from './key-create.ts';
import { keyList } from './key-list.ts';
import { keyRevoke } from './key-revoke.ts';
import { keyRotate } from './key-rotate.ts';
import { mode } from './mode.ts';
import { workspaceCreate } from './workspace-create.ts';
import { workspaceList } from './workspace-list.ts';

const help = `Usage: npm run admin -- COMMAND [options]

Administers the reference server: the same database that servers are started with, while they run. Each of them obeys from
its next request on.

Commands:
  workspace create FILE                      create the workspaces that a file defines
  workspace list                             list the workspaces
  mode WORKSPACE MODE                        change the access mode of a workspace
  key create --workspace W --name N          create an API key, and print it this once
  key list [--workspace W]                   list the API keys
  key rotate NAME --workspace W              put a new API key in the place of one
  key revoke NAME --workspace W              make an API key invalid

Which database: --data FILE, the SQLite file, or the environment variable DATABASE_URL
(postgres://user:password@host/database). Each command tells more with --help; --json prints JSON, for scripts.

Exit codes: 0 it is done, 2 called wrongly, or it can not be done.
`;

export const admin: CommandGroup = {
  help,
  commands: {
    workspace: { help, commands: { create: workspaceCreate, list: workspaceList } },
    mode,
    key: { help, commands: { create: keyCreate, list: keyList, rotate: keyRotate, revoke: keyRevoke } },
  },
};
