import { workspaceDocument } from '../../workspace-contract/index.ts';
import type { EntityOfWorkspace, ShownWorkspaces } from '../../mock-core/index.ts';
import { BASE_PATH, demoWorkspaces } from '../../mock-core/index.ts';
import type { Board } from './board.ts';
import { entityBoard } from './entity-board.ts';
import { makeBoard } from './make-board.ts';
import { referenceDescription } from './reference-description.ts';

/** What the page is about: an entity of a workspace that the mock shows. */
export interface PagePlace {
  readonly shown: ShownWorkspaces;
  /** `undefined` if the mock shows no entity. */
  readonly chosen: EntityOfWorkspace | undefined;
  /** Whether it is the entity that the contract's own examples talk of. */
  readonly isDemo: boolean;
}

/** The query parameter that chooses an entity: `?of=helpdesk/Ticket`. */
export const PLACE = 'of';

/** Reads what the page is about: the entity in its query, or else the first one. */
export function readPlace(query: string, shown: ShownWorkspaces): PagePlace {
  const wanted = new URLSearchParams(query).get(PLACE);
  const all = shown.definition.workspaces.flatMap((workspace) =>
    workspace.entities.map((entity) => ({ workspace, entity })),
  );
  const chosen = all.find((each) => nameOf(each) === wanted) ?? all[0];
  return { shown, chosen, isDemo: shown === demoWorkspaces && chosen === all[0] };
}

/** Returns the name of an entity in the query. */
export function nameOf({ workspace, entity }: EntityOfWorkspace): string {
  return `${workspace.slug}/${entity.name}`;
}

/** Returns the board. For the demo, it has every variant that the verifier sends. */
export function boardOf({ shown, chosen, isDemo }: PagePlace): Board {
  return isDemo || chosen === undefined ? makeBoard() : entityBoard(shown, chosen);
}

/** Returns the OpenAPI document for the API reference, with the mock as its only server. */
export function descriptionOf({ shown, chosen }: PagePlace): object {
  if (shown === demoWorkspaces || chosen === undefined) return referenceDescription();
  const { organization } = shown.definition;
  const { workspace } = chosen;
  const url = `${BASE_PATH}/${organization}/${workspace.slug}`;
  return { ...workspaceDocument({ organization, workspace }), servers: [{ url, description: 'The mock' }] };
}
