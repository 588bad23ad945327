import { mockAnswers } from '../../contract/answers/index.ts';
import type { OperationId } from '../../contract/index.ts';
import type { DocumentedAnswer } from '../../injection/index.ts';
import { answersFrom, readSummons } from '../../injection/index.ts';
import { definitionAnswers } from '../../workspace-contract/index.ts';
import type { Definition } from '../../workspace/index.ts';
import type { FindTestKey } from './test-keys.ts';
import { withTestKeys } from './test-keys.ts';

/** What a server for development adds to the API, on which failures can be requested. */
export interface Development {
  /** The workspaces to serve. */
  readonly definition: Definition;
  readonly findTestKey: FindTestKey;
  /**
   * Returns the documented response that a request asks for by its name, if it does.
   * @throws `badRequest` if the operation does not document it
   */
  summoned(operationId: OperationId, path: RequestedPath, prefer: readonly string[]): DocumentedAnswer | undefined;
}

/** The parameters of a path. */
interface RequestedPath {
  readonly organization: string;
  readonly workspace: string;
  readonly entityName: string;
}

/**
 * Prepares workspaces for development.
 * @throws {DefinitionError} if a column needs an `example` for the documented responses
 */
export function developmentOf(definition: Definition): Development {
  const { definition: withKeys, find } = withTestKeys(definition);
  const answersOf = definitionAnswers(definition);
  for (const { slug, entities } of definition.workspaces) for (const { name } of entities) answersOf(slug, name);
  return {
    definition: withKeys,
    findTestKey: find,
    summoned(operationId, { organization, workspace, entityName }, prefer) {
      if (prefer.length === 0) return undefined;
      const own = organization === definition.organization ? answersOf(workspace, entityName) : undefined;
      const { examples, answer } = answersFrom(own ?? ((id) => mockAnswers.operations[id].answers));
      const summons = readSummons(operationId, prefer, examples(operationId), own && entityName);
      return summons && answer(operationId, summons.status, summons.example);
    },
  };
}
