import type { FastifyRequest } from 'fastify';

import type { ScenarioFailure } from '../../contract/index.ts';
import { isObject } from '../../contract/index.ts';
import type { SchemaError } from '../validation/schema-error.ts';
import { batchFailure, parameterFailure, validationFailure } from '../validation/validation-failure.ts';

/** Returns the failure for a request that a route's schema rejects, or `undefined` for any other error. */
export function failureOfSchema(error: unknown, { body, params }: FastifyRequest): ScenarioFailure | undefined {
  if (!isObject(error) || typeof error.validationContext !== 'string') return undefined;
  // Validators whose errors differ from Ajv's have none of these: the failure then names no fields.
  const errors = Array.isArray(error.validation) ? error.validation.filter(isSchemaError) : [];
  if (error.validationContext === 'headers') return parameterFailure('Header', errors);
  if (error.validationContext !== 'body') return parameterFailure('Parameter', errors);
  if (Array.isArray(body)) return batchFailure(errors);
  return validationFailure(errors, entityOf(params));
}

function isSchemaError(value: unknown): value is SchemaError {
  return isObject(value) && typeof value.instancePath === 'string' && isObject(value.params);
}

/** Returns the entity name in the path, if the route has the contract's parameter for it. */
function entityOf(params: unknown): string | undefined {
  return isObject(params) && typeof params.entityName === 'string' ? params.entityName : undefined;
}
