import type { OperationId, ScenarioName } from '../../generated/catalogue.ts';
import * as catalogue from '../../generated/catalogue.ts';

/** An operation, or what lies outside of all operations: a path that belongs to none. */
export type OperationKey = OperationId | 'outsideOperations';

const operationIds = namesOf<OperationId>(catalogue.operations);

/**
 * Everything that openapi.yaml says and that code needs at run time, with its literal types. It holds no prose and no schemas:
 * those are in `document/`, so that browsers and the client load none of them.
 */
export const contract = {
  info: catalogue.info,
  /** What listens where, by the name of its program. */
  servers: catalogue.servers,
  /** The media type of every body, and the names of the members in the error envelope. */
  envelope: catalogue.envelope,
  /** The closed table of (status, code) pairs. */
  pairs: catalogue.pairs,
  /** Every documented way to fail, by its name. */
  scenarios: catalogue.scenarios,
  /** Every operation, by its id. */
  operations: catalogue.operations,
  /** What answers a path that belongs to no operation. */
  outsideOperations: catalogue.outsideOperations,
  /** Which scenario answers where several could: the earlier one. `basis` is how firmly it precedes all later ones. */
  precedence: catalogue.precedence,
  /** The limits that a request keeps to. */
  limits: catalogue.limits,
  /** The header that makes a server for tests fail on purpose; its value is the name of a scenario. */
  faultHeader: catalogue.faultHeader,
  /** What `details` say of a field, by the constraint that it breaks. */
  constraintMessages: catalogue.constraintMessages,
  /** Every scenario, in the order of the document. */
  scenarioNames: namesOf<ScenarioName>(catalogue.scenarios),
  /** Every operation, in the order of the document. */
  operationIds,
  /** Everything that answers: the operations, and what lies outside of them. */
  operationKeys: [...operationIds, 'outsideOperations'] satisfies readonly OperationKey[] as readonly OperationKey[],
} as const;

/** The type of a contract. Today there is one, the Workspace API's. */
export type Contract = typeof contract;

/** The names of a table's rows, in its order. `Object.keys` alone forgets that they are these. */
function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table) as Name[];
}
