import type {
  Code,
  EnvelopeNames,
  ErrorStatus,
  MediaType,
  OperationId,
  operations as Table,
  scenarios,
} from '../../../generated/client-table.ts';
import type { operations } from '../../../generated/openapi-types.ts';
import type { ErrorDetail } from '../../contract/index.ts';
import type { ApiError } from './api-error.ts';

/**
 * The errors that an operation documents, one member for each pair of status and code, so that either narrows the other
 * and `details`. The second argument picks codes; without arguments it is every error of every operation.
 */
export type ApiErrorOf<Id extends OperationId = OperationId, Wanted extends Code = Code> = Extract<
  Documented<Id>,
  { readonly code: Wanted }
>;

// Distributes over `Id`, so that `operationId` narrows too where several operations share one handler.
type Documented<Id extends OperationId> = Id extends OperationId
  ? { [Status in ErrorStatusOf<Id>]: Narrowed<Id, Status, ErrorObjectOf<Id, Status>> }[ErrorStatusOf<Id>]
  : never;

type ErrorStatusOf<Id extends OperationId> = keyof operations[Id]['responses'] & ErrorStatus;

type ErrorObjectOf<
  Id extends OperationId,
  Status extends ErrorStatusOf<Id>,
> = operations[Id]['responses'][Status] extends {
  content: Readonly<Record<MediaType, Readonly<Record<EnvelopeNames['error'], infer ErrorObject>>>>;
}
  ? ErrorObject
  : never;

// Distributes over `ErrorObject`: where one status has two codes, each becomes a member of its own.
type Narrowed<Id, Status, ErrorObject> =
  ErrorObject extends Readonly<Record<EnvelopeNames['code'], infer Known>>
    ? ApiError & {
        readonly operationId: Id;
        readonly status: Status;
        readonly code: Known;
        readonly details: DetailsOf<ErrorObject>;
        readonly scenario: ScenarioOf<Id, Known> | undefined;
      }
    : never;

/** What the client gives as the details of an error object: under its own names, whatever the contract calls them. */
export type DetailsOf<ErrorObject> =
  ErrorObject extends Readonly<Record<EnvelopeNames['details'], unknown>> ? readonly ErrorDetail[] : undefined;

type ScenarioOf<Id, Known> = Id extends OperationId
  ? { [Name in Documents<Id>]: (typeof scenarios)[Name]['code'] extends Known ? Name : never }[Documents<Id>]
  : never;

type Documents<Id extends OperationId> = (typeof Table)[Id]['scenarios'][number];
