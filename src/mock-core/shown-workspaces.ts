import type { DocumentedAnswers } from '../injection/index.ts';
import type { Definition, EntityDefinition, WorkspaceDefinition } from '../workspace/portable/index.ts';
import type { StoredRecord } from './stored-record.ts';

/** The workspaces that the mock shows, and what it shows in them. The caller of the core provides them. */
export interface ShownWorkspaces {
  readonly definition: Definition;
  /** The only workspace that `sk_test_other_workspace` gives access to. By default, it gives access to none. */
  readonly otherWorkspace?: string;
  /** Returns the records of an entity: at least one, in the order of their ids. */
  records(entity: EntityOfWorkspace): readonly StoredRecord[];
  /** Returns the responses that are documented for an entity, or `undefined` if they are those of the contract. */
  answers(entity: EntityOfWorkspace): DocumentedAnswers | undefined;
}

/** An entity, and its workspace. */
export interface EntityOfWorkspace {
  readonly workspace: WorkspaceDefinition;
  readonly entity: EntityDefinition;
}
