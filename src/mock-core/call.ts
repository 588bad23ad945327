import { contract, fail } from '../contract/index.ts';
import type { EntityDefinition, WorkspaceDefinition } from '../workspace/portable/index.ts';
import type { Documents } from './documents.ts';
import type { MockRequest } from './mock-request.ts';
import { decode } from './percent.ts';
import { LONGEST_IN_WORDS, readJson } from './read-json.ts';
import { readQuery } from './read-query.ts';
import type { Route } from './route.ts';
import type { Selection } from './select-records.ts';
import { readSelection } from './select-records.ts';
import type { ShownParts } from './shown-parts.ts';
import { readShownParts } from './shown-parts.ts';

/** A well-formed request for an entity that exists. */
export interface Call {
  readonly workspace: WorkspaceDefinition;
  readonly entity: EntityDefinition;
  /** Empty if the operation's path has no id. */
  readonly id: string;
  /** The query parameters, with the contract's defaults for those that were not sent. */
  readonly query: Readonly<Record<string, string>>;
  readonly selection: Selection;
  readonly shownParts: ShownParts;
  /** `undefined` if the operation takes no body; otherwise a value that matches the contract's schema. */
  readonly body: unknown;
}

/** Reads a request: first the entity, then everything that can be malformed. `documents` validates it against the contract's schemas. */
export async function readCall(
  request: MockRequest,
  { operationId, ...path }: Route,
  workspace: WorkspaceDefinition,
  documents: Documents,
): Promise<Call> {
  const entity = findEntity(workspace, decode(path.entityName));
  const id = decode(path.id);
  const sent = readQuery(request.query);
  const body = contract.operations[operationId].takesBody ? readJson(request) : ignoreBody(request);
  const violations = await documents.violations(operationId, { query: sent, body });
  if (violations.length > 0) throw fail('badRequest', { message: violations.join('; ') });
  const query = { ...documents.defaults(operationId), ...sent };
  checkNumbers(query);
  const selection = readSelection(entity, query);
  return { workspace, entity, id, query, selection, shownParts: readShownParts(workspace, entity, query), body };
}

function findEntity(workspace: WorkspaceDefinition, entityName: string): EntityDefinition {
  const entity = workspace.entities.find(({ name }) => name === entityName);
  if (entity === undefined) throw fail('entityNotFound', { entityName });
  return entity;
}

function ignoreBody({ body }: MockRequest): undefined {
  if (body === 'tooLong') throw fail('badRequest', { message: `The request body is longer than ${LONGEST_IN_WORDS}` });
}

/** The schema validator may read numbers the way JavaScript does, and so accept `0x10` and the empty string. */
function checkNumbers(query: Readonly<Record<string, string>>): void {
  for (const name of ['page', 'size']) {
    if (!/^\d+$/.test(query[name] ?? '0'))
      throw fail('badRequest', { message: `Parameter ${name} must be a whole number` });
  }
}
