import type {
  Code,
  EnvelopeNames,
  ErrorStatus,
  MediaType,
  OperationId,
  operations as Table,
  ScenarioName,
  scenarios,
} from '../../../generated/client-table.ts';
import type { operations } from '../../../generated/openapi-types.ts';
import type { ErrorDetail } from '../../contract/index.ts';
import type { ApiError } from './api-error.ts';

/**
 * The errors that an operation documents: one member for each pair of status and code. Checking the status or the code narrows
 * the other, and `details`. The second argument selects codes. Without arguments, the type covers every error of every
 * operation.
 */
export type ApiErrorOf<Id extends OperationId = OperationId, Wanted extends Code = Code> = Extract<
  Documented<Id>,
  { readonly code: Wanted }
>;

// Distributes over `Id`, so that `operationId` also narrows the error in a handler shared by several operations.
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

// Distributes over `ErrorObject`: if a status has two codes, each gets its own member.
type Narrowed<Id, Status, ErrorObject> =
  ErrorObject extends Readonly<Record<EnvelopeNames['code'], infer Known>>
    ? ApiError & {
        readonly operationId: Id;
        readonly status: Status;
        readonly code: Known;
        readonly details: DetailsOf<ErrorObject>;
        readonly scenario: ScenarioOf<Id, Known> | undefined;
        readonly values: ValuesOf<ScenarioOf<Id, Known>>;
      }
    : never;

/**
 * The details of an error object as the client returns them, with the client's own member names, whatever the contract calls
 * them.
 */
export type DetailsOf<ErrorObject> =
  ErrorObject extends Readonly<Record<EnvelopeNames['details'], unknown>> ? readonly ErrorDetail[] : undefined;

/** The values in the messages of scenarios, by the names in the templates. A message need not match its template. */
export type ValuesOf<Name extends ScenarioName> = Readonly<Partial<Record<ValueNames<TemplateOf<Name>>, string>>>;

type TemplateOf<Name extends ScenarioName> = Extract<
  (typeof scenarios)[Name],
  { readonly template: string }
>['template'];

type ValueNames<Template> = Template extends `${string}{${infer First}}${infer Rest}`
  ? First | ValueNames<Rest>
  : never;

type ScenarioOf<Id, Known> = Id extends OperationId
  ? { [Name in Documents<Id>]: (typeof scenarios)[Name]['code'] extends Known ? Name : never }[Documents<Id>]
  : never;

type Documents<Id extends OperationId> = (typeof Table)[Id]['scenarios'][number];
