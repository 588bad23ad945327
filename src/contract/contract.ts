import type { OperationId, ScenarioName } from '../../generated/catalogue.ts';
import * as catalogue from '../../generated/catalogue.ts';

/** An operation, or `outsideOperations`, which represents the paths that belong to no operation. */
export type OperationKey = OperationId | 'outsideOperations';

const operationIds = namesOf<OperationId>(catalogue.operations);

/**
 * The parts of openapi.yaml that code needs at run time, with their literal types. Contains no prose and no schemas: those are
 * in `document/`, so that browsers and the client do not load them.
 */
export const contract = {
  info: catalogue.info,
  /** The default host and port of each server, by the name of its program. */
  servers: catalogue.servers,
  /** The media type of every body, and the member names of the error envelope. */
  envelope: catalogue.envelope,
  /** The closed table of (status, code) pairs. */
  pairs: catalogue.pairs,
  /** Every documented failure, by scenario name. */
  scenarios: catalogue.scenarios,
  /** Every operation, by its id. */
  operations: catalogue.operations,
  /** The failures of a path that belongs to no operation. */
  outsideOperations: catalogue.outsideOperations,
  /**
   * The order of the scenarios: if several apply to a request, the first one is returned. `basis` is the basis of the rule that
   * a scenario precedes all later ones.
   */
  precedence: catalogue.precedence,
  /** The limits of a request. */
  limits: catalogue.limits,
  /** The header that triggers a failure on a test server. Its value is the name of a scenario. */
  faultHeader: catalogue.faultHeader,
  /** The messages in `details`, by the constraint that a field violates. */
  constraintMessages: catalogue.constraintMessages,
  /** Every scenario, in the order of the document. */
  scenarioNames: namesOf<ScenarioName>(catalogue.scenarios),
  /** Every operation, in the order of the document. */
  operationIds,
  /** Every operation, and `outsideOperations`. */
  operationKeys: [...operationIds, 'outsideOperations'] satisfies readonly OperationKey[] as readonly OperationKey[],
} as const;

/** The type of the contract. */
export type Contract = typeof contract;

/** The keys of a table, in order. Unlike `Object.keys`, preserves their literal types. */
function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table) as Name[];
}
