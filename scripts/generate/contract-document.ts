import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { bundleFromString, createConfig } from '@redocly/openapi-core';

export type Basis = 'seed' | 'api' | 'ours';

/** The parts of an OpenAPI document that the generators read. */
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
  security?: SecurityRequirement[];
  components: {
    parameters: Record<string, ParameterObject>;
    responses: Record<string, ResponseObject>;
    examples: Record<string, ExampleObject>;
    schemas: Record<string, SchemaObject>;
    securitySchemes?: Record<string, SecurityScheme>;
  };
}

/** The scopes that one way to authenticate requires, by the name of the security scheme. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface SecurityScheme {
  type: string;
  scheme?: string;
  in?: string;
  name?: string;
}

/** The media type of every body, and the member names of the error envelope. */
export interface EnvelopeNames {
  mediaType: string;
  error: string;
  code: string;
  message: string;
  details: string;
  detail: { field: string; message: string };
}

/** The operations of a path by method, and their shared parameters. */
export type PathItem = Readonly<Partial<Record<Method, OperationObject>>> & {
  parameters?: (ParameterObject | Reference)[];
};

/** The methods of operations in OpenAPI 3.1, in the order in which the contract lists them. */
export const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const;
export type Method = (typeof methods)[number];

export interface ParameterObject {
  name: string;
  in: string;
  schema: SchemaObject;
}

export interface OperationObject {
  operationId: string;
  summary: string;
  description: string;
  security?: SecurityRequirement[];
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
  additionalProperties?: SchemaObject;
  maxLength?: number;
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

/** Reads `openapi.yaml` and bundles it into one document. Internal references are not resolved. */
export async function readContract(file: URL): Promise<ContractDocument> {
  const { bundle, problems } = await bundleFromString({
    source: await readFile(file, 'utf8'),
    absoluteRef: fileURLToPath(file),
    config: await createConfig({}),
  });
  if (problems.length > 0) {
    throw new Error(`Cannot read ${fileURLToPath(file)}: ${problems.map((problem) => problem.message).join('; ')}`);
  }
  // `npm run lint` checks the form of the document, so it is not validated here.
  return bundle.parsed as ContractDocument;
}

/** Resolves a local reference (`#/components/…`), or returns a value that is not a reference. */
export function resolve<Value extends object>(document: object, value: Value | Reference): Value {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as Value;
  let target: unknown = document;
  for (const segment of value.$ref.replace('#/', '').split('/')) {
    target = (target as Record<string, unknown>)[segment.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  if (target === undefined) throw new Error(`openapi.yaml references ${value.$ref}, which does not exist`);
  return target as Value;
}
