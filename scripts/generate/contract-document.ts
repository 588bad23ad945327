import { readFile } from 'node:fs/promises';

import { bundleFromString, createConfig } from '@redocly/openapi-core';

export type Basis = 'seed' | 'api' | 'ours';

/** The parts of an OpenAPI document that the generators read, and nothing more. */
export interface ContractDocument {
  info: { title: string; version: string };
  servers: { url: string; 'x-served-by': string }[];
  'x-envelope': EnvelopeNames;
  'x-error-table': { status: number; code: string; description: string }[];
  'x-precedence': { scenario: string; basis: Basis }[];
  'x-limits': { bodyBytes: number };
  'x-fault-header': string;
  'x-constraint-messages': Record<string, { basis: Basis; template: string }>;
  'x-outside-operations': Record<string, ResponseObject | Reference>;
  paths: Record<string, PathItem>;
  components: {
    parameters: Record<string, ParameterObject>;
    responses: Record<string, ResponseObject>;
    examples: Record<string, ExampleObject>;
    schemas: Record<string, SchemaObject>;
  };
}

/** The media type of every body, and the names of the members in the error envelope. */
export interface EnvelopeNames {
  mediaType: string;
  error: string;
  code: string;
  message: string;
  details: string;
  detail: { field: string; message: string };
}

/** The operations of a path by their methods, and the parameters that they share. */
export type PathItem = Readonly<Partial<Record<Method, OperationObject>>> & {
  parameters?: (ParameterObject | Reference)[];
};

/** The methods that OpenAPI 3.1 has operations for, in the order in which the contract lists them. */
export const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const;
export type Method = (typeof methods)[number];

export interface ParameterObject {
  name: string;
  in: string;
  schema: SchemaObject;
}

export interface OperationObject {
  operationId: string;
  parameters?: (ParameterObject | Reference)[];
  requestBody?: { content: Record<string, MediaTypeObject> };
  responses: Record<string, ResponseObject | Reference>;
}

export interface ResponseObject {
  content?: Record<string, MediaTypeObject>;
}

export interface MediaTypeObject {
  schema: Reference;
  examples?: Record<string, ExampleObject | Reference>;
}

export interface ExampleObject {
  summary?: string;
  description?: string;
  value: unknown;
  'x-scenario'?: ScenarioObject;
}

export interface ScenarioObject {
  basis: Basis;
  raisedBy: 'everyOperation' | 'everyWrite' | 'noOperation' | string[];
  retryable: boolean;
  template: string | null;
  values: Record<string, { source: string; example: string | number }>;
}

export interface SchemaObject {
  $ref?: string;
  type?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  maxProperties?: number;
  default?: unknown;
  items?: SchemaObject;
  required?: string[];
  properties?: Record<string, SchemaObject>;
  oneOf?: SchemaObject[];
  const?: unknown;
}

export interface Reference {
  $ref: string;
}

/** Reads `openapi.yaml`, whole in one file, with its internal references left as they are. */
export async function readContract(file: URL): Promise<ContractDocument> {
  const { bundle, problems } = await bundleFromString({
    source: await readFile(file, 'utf8'),
    absoluteRef: file.pathname,
    config: await createConfig({}),
  });
  if (problems.length > 0) {
    throw new Error(`${file.pathname} can not be read: ${problems.map((problem) => problem.message).join('; ')}`);
  }
  // `npm run lint` holds the document to OpenAPI and to our own rules; here its form is taken for granted.
  return bundle.parsed as ContractDocument;
}

/** Follows a local reference (`#/components/…`), or gives back what is no reference. */
export function resolve<Value extends object>(document: object, value: Value | Reference): Value {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as Value;
  let target: unknown = document;
  for (const segment of value.$ref.replace('#/', '').split('/')) {
    target = (target as Record<string, unknown>)[segment.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  if (target === undefined) throw new Error(`openapi.yaml references ${value.$ref}, which it does not have`);
  return target as Value;
}
