import type { Code, OperationId } from '../../../generated/client-table.ts';
import type { ApiErrorOf } from '../result/api-error-of.ts';
import type { ApiError } from '../result/api-error.ts';
import type { TransportError } from '../result/transport-error.ts';
import type { UnexpectedResponse } from '../result/unexpected-response.ts';
import type { DetailsIn, ValuesIn } from './named-columns.ts';
import type { WorkspaceTypes } from './workspace-types.ts';

/**
 * Every error that a call to an operation of an entity can return: `EntityErrorOf<Workspace, 'Ticket', 'createRecord'>`. Has every
 * pair of the operation, even those that the definition rules out, because the server may have a newer one.
 */
export type EntityErrorOf<
  W extends WorkspaceTypes<W>,
  E extends keyof W = keyof W,
  Id extends OperationId = OperationId,
> = DocumentedOf<W, E, Id> | UnexpectedResponse | TransportError;

// Distributes over `Id`.
type DocumentedOf<W extends WorkspaceTypes<W>, E extends keyof W, Id extends OperationId> = Id extends OperationId
  ? { [Known in ApiErrorOf<Id>['code']]: EntityApiError<W, E, Id, Known> }[ApiErrorOf<Id>['code']]
  : never;

/** An `ApiError` whose fields and values are columns of an entity. Checking the code narrows the other members. */
export interface EntityApiError<
  W extends WorkspaceTypes<W>,
  E extends keyof W,
  Id extends OperationId,
  Known extends Code,
> extends ApiError {
  readonly operationId: Id;
  readonly status: ApiErrorOf<Id, Known>['status'];
  readonly code: Known;
  readonly details: DetailsIn<W[E], ApiErrorOf<Id, Known>['details']>;
  readonly scenario: ApiErrorOf<Id, Known>['scenario'];
  readonly values: ValuesIn<W[E], ApiErrorOf<Id, Known>['scenario'], ApiErrorOf<Id, Known>['values']>;
}
