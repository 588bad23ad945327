import type { Client } from '../call/client.ts';
import type { WorkspaceClient } from './workspace-client.ts';
import type { WorkspaceTypes } from './workspace-types.ts';

/** The client of a workspace: `ClientOf<Workspace>` is what `createClient<Workspace>(…)` returns, `ClientOf<unknown>` a `Client`. */
export type ClientOf<W> = unknown extends W
  ? Client
  : W extends WorkspaceTypes<W>
    ? WorkspaceClient<W>
    : 'pass the type Workspace that workspace-api types writes';
