import type { EntityDefinition, WorkspaceDefinition } from '../../workspace/index.ts';
import type { Authentication } from '../../plan/index.ts';
import type { PathParameters } from '../recognize/find-call.ts';

/** What is known about an API key. */
export interface KnownKey {
  /** The workspace that it is for; `undefined` if it is for another one than those that are known. */
  readonly place: Place | undefined;
  readonly permission: 'READ_WRITE' | 'READ_ONLY';
  readonly revoked: boolean;
  /** When it stops being valid, in milliseconds since 1970; `undefined` if never. */
  readonly expiresAt: number | undefined;
}

/** A workspace by its names in paths. */
export interface Place {
  readonly organization: string;
  readonly workspace: string;
}

/** A workspace whose definition is known. */
export interface KnownWorkspace extends Place {
  readonly mode: WorkspaceDefinition['mode'];
  readonly entities: readonly EntityDefinition[];
}

/** What is known about the API besides its contract: from a target file, or from the definition of its workspaces. */
export interface Knowledge {
  readonly keys: ReadonlyMap<string, KnownKey>;
  /** How keys are sent: the lower-case name of the header, and what precedes the key. */
  readonly authentication: Pick<Authentication, 'header' | 'scheme'>;
  /** Workspaces that exist, and the mode of each in messages, if it is known. */
  readonly places: readonly (Place & { readonly mode?: string })[];
  readonly workspaces: readonly KnownWorkspace[];
}

/** Nothing but the contract. */
export const noKnowledge: Knowledge = {
  keys: new Map(),
  authentication: { header: 'authorization', scheme: 'Bearer' },
  places: [],
  workspaces: [],
};

/** Whether a request goes to a workspace. */
export function isPlace({ organization, workspace }: PathParameters, place: Place | undefined): boolean {
  return place !== undefined && organization === place.organization && workspace === place.workspace;
}

/** Returns the workspace that a request goes to, if its definition is known. */
export function knownWorkspace(parameters: PathParameters, { workspaces }: Knowledge): KnownWorkspace | undefined {
  return workspaces.find((each) => isPlace(parameters, each));
}
