import type {
  ContractDocument,
  ExampleObject,
  MediaTypeObject,
  Method,
  OperationObject,
  ParameterObject,
  ResponseObject,
  SchemaObject,
} from './contract-document.ts';
import { methods, resolve } from './contract-document.ts';

/** One operation of the contract, with its responses resolved. */
export interface ContractOperation {
  operationId: string;
  method: string;
  path: string;
  /** Whether it may change stored data, because its method is not safe (RFC 9110, section 9.2.1). */
  write: boolean;
  /** The kind of its body according to the schema, or `null` if it takes no body. */
  body: BodyKind | null;
  /** The parameters of the path and of the operation. */
  parameters: ParameterObject[];
  responses: ContractResponse[];
}

/** One record, or a batch of new records, of changes with the `id` of their record, or of ids. */
export type BodyKind = 'record' | 'records' | 'changes' | 'ids';

export interface ContractResponse {
  status: number;
  schema: string | undefined;
  examples: Record<string, ExampleObject>;
}

/** Every operation in the order of the document: path by path, each path's methods in the order of `methods`. */
export function contractOperations(document: ContractDocument): ContractOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      const parameters = [...(item.parameters ?? []), ...(operation?.parameters ?? [])].map((parameter) =>
        resolve<ParameterObject>(document, parameter),
      );
      return operation === undefined ? [] : [readOperation(document, path, method, operation, parameters)];
    }),
  );
}

/** The responses to requests outside operations. */
export function responsesOutsideOperations(document: ContractDocument): ContractResponse[] {
  return readResponses(document, document['x-outside-operations']);
}

const SAFE: readonly Method[] = ['get', 'head', 'options', 'trace'];

function readOperation(
  document: ContractDocument,
  path: string,
  method: Method,
  operation: OperationObject,
  parameters: ParameterObject[],
): ContractOperation {
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    write: !SAFE.includes(method),
    body: bodyOf(document, operation),
    parameters,
    responses: readResponses(document, operation.responses),
  };
}

function bodyOf(document: ContractDocument, { operationId, requestBody }: OperationObject): BodyKind | null {
  const media = requestBody?.content[document['x-envelope'].mediaType];
  if (media === undefined) return null;
  const { type, items = {} } = resolve<SchemaObject>(document, media.schema);
  const item = resolve<SchemaObject>(document, items);
  if (type === 'object') return 'record';
  if (type === 'array' && item.type === 'integer') return 'ids';
  if (type === 'array' && item.type === 'object') return item.required?.includes('id') ? 'changes' : 'records';
  throw new Error(`The body of ${operationId} has an unknown kind. Add it to scripts/generate/operations.ts`);
}

function readResponses(document: ContractDocument, responses: OperationObject['responses']): ContractResponse[] {
  return Object.entries(responses).map(([status, reference]) => {
    const media = resolve<ResponseObject>(document, reference).content?.[document['x-envelope'].mediaType];
    return { status: Number(status), schema: media?.schema.$ref, examples: readExamples(document, media) };
  });
}

function readExamples(document: ContractDocument, media: MediaTypeObject | undefined): Record<string, ExampleObject> {
  return Object.fromEntries(
    Object.entries(media?.examples ?? {}).map(([name, example]) => [name, resolve<ExampleObject>(document, example)]),
  );
}
