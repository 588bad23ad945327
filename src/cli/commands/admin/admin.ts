import type { CommandGroup } from '../../command.ts';
import { backup } from './backup.ts';
import { keyCreate } from './key-create.ts';
import { keyList } from './key-list.ts';
import { keyRevoke } from './key-revoke.ts';
import { keyRotate } from './key-rotate.ts';
import { mode } from './mode.ts';
import { restore } from './restore.ts';
import { workspaceCreate } from './workspace-create.ts';
import { workspaceList } from './workspace-list.ts';
import { workspaceUpdate } from './workspace-update.ts';

const help = `Usage: npm run admin -- COMMAND [options]

Administers the reference server by changing its database directly. Running servers apply a change from their next request
on.

Commands:
  workspace create FILE                      create the workspaces that a file defines
  workspace update FILE                      add to workspaces what a file defines in addition
  workspace list                             list the workspaces
  mode WORKSPACE MODE                        change the access mode of a workspace
  key create --workspace W --name N          create an API key and print it; it is shown only once
  key list [--workspace W]                   list the API keys
  key rotate NAME --workspace W              replace an API key with a new one
  key revoke NAME --workspace W              revoke an API key permanently
  backup FILE                                write a backup of the SQLite file, while servers use it
  restore FILE                               replace the SQLite file with a backup, while no server uses it

Specify the database with --data FILE (SQLite) or the environment variable DATABASE_URL
(postgres://user:password@host/database). Every command has --help, and --json for output that scripts can read.

Exit codes: 0 success, 2 the command line is invalid or the command cannot be carried out.
`;

export const admin: CommandGroup = {
  help,
  commands: {
    workspace: { help, commands: { create: workspaceCreate, update: workspaceUpdate, list: workspaceList } },
    mode,
    key: { help, commands: { create: keyCreate, list: keyList, rotate: keyRotate, revoke: keyRevoke } },
    backup,
    restore,
  },
};
