import type {
  ContractDocument,
  ExampleObject,
  MediaTypeObject,
  OperationObject,
  ResponseObject,
} from './contract-document.ts';
import { resolve } from './contract-document.ts';

const METHODS = ['get', 'post', 'put', 'delete'] as const;

/** One operation of the contract, with its responses resolved. */
export interface ContractOperation {
  operationId: string;
  method: string;
  path: string;
  takesBody: boolean;
  responses: ContractResponse[];
}

export interface ContractResponse {
  status: number;
  schema: string | undefined;
  examples: Record<string, ExampleObject>;
}

/** Every operation in the order of the document: path by path, `get` before `post` before `put` before `delete`. */
export function contractOperations(document: ContractDocument): ContractOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [readOperation(document, path, method, operation)];
    }),
  );
}

/** The answers that belong to no operation. */
export function responsesOutsideOperations(document: ContractDocument): ContractResponse[] {
  return readResponses(document, document['x-outside-operations']);
}

function readOperation(
  document: ContractDocument,
  path: string,
  method: string,
  operation: OperationObject,
): ContractOperation {
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    takesBody: operation.requestBody !== undefined,
    responses: readResponses(document, operation.responses),
  };
}

function readResponses(document: ContractDocument, responses: OperationObject['responses']): ContractResponse[] {
  return Object.entries(responses).map(([status, reference]) => {
    const media = resolve<ResponseObject>(document, reference).content?.['application/json'];
    return { status: Number(status), schema: media?.schema.$ref, examples: readExamples(document, media) };
  });
}

function readExamples(document: ContractDocument, media: MediaTypeObject | undefined): Record<string, ExampleObject> {
  return Object.fromEntries(
    Object.entries(media?.examples ?? {}).map(([name, example]) => [name, resolve<ExampleObject>(document, example)]),
  );
}
