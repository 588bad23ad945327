// Generated from openapi.yaml by `npm run generate`. Do not edit.

import type { OperationId } from './catalogue.ts';

export interface SchemaViolation {
  instancePath: string;
  keyword: string;
  message?: string;
  params: Record<string, unknown>;
}

export interface Validator {
  (body: unknown): boolean;
  errors?: SchemaViolation[] | null;
}

/**
 * The validators of response bodies by status, for each operation and for requests outside operations. A status without a body
 * has no validator.
 */
export const validators: { readonly [Place in OperationId | 'outsideOperations']: { readonly [status: number]: Validator } };
