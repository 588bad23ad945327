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

/** For each operation, and for what lies outside of all, the validator of the body that it answers with a status. A status without a body has none. */
export const validators: { readonly [Place in OperationId | 'outsideOperations']: { readonly [status: number]: Validator } };
