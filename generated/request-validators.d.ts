// Generated from openapi.yaml by `npm run generate`. Do not edit.

import type { OperationId } from './catalogue.ts';
import type { Validator } from './validators.js';

export interface RequestValidators {
  /** The query parameters that are lists, separated by commas. */
  readonly lists: readonly string[];
  /** Validates the query by lowercase names. Replaces texts by the values that they stand for. */
  readonly query?: Validator;
  readonly body?: Validator;
}

export const requestValidators: { readonly [Id in OperationId]: RequestValidators };
