import { types } from 'node:util';

import { contract, fail, isScenarioName, readDetails, routeNotFound, ScenarioFailure } from '../../contract/index.ts';
import { requestFault } from '../../error-responses/index.ts';
import type { FailedRequest } from './failed-request.ts';
import { hasMalformedPath, hasUnparsedBody } from './failed-request.ts';

/**
 * Returns the failure to respond with: a thrown scenario, or one that matches an error that the framework, its plugins or
 * `http-errors` raised about this request. Returns `undefined` for any other error, such as one of an upstream call: its status
 * and code say nothing about this request. May throw if the error is a proxy or has getters that throw.
 */
export function recognizeFailure(error: unknown, request: FailedRequest): ScenarioFailure | undefined {
  if (!isError(error)) return undefined;
  const scenario = scenarioFailure(error);
  if (scenario !== undefined) return scenario;
  if (isRouterError(error) && hasMalformedPath(request)) return faultOf(error, request);
  if (isJsonErrorWithoutCode(error) && hasUnparsedBody(request))
    return faultOf({ code: 'FST_ERR_CTP_INVALID_JSON_BODY' }, request);
  const isExposed = isExposedHttpError(error);
  // Only body-parser and raw-body name a type. They can also be used to read the response of an upstream server.
  if (isExposed && typeof error.type === 'string')
    return hasUnparsedBody(request) ? (faultOf(error, request) ?? failureOfStatus(error.status)) : undefined;
  if (isExposed) return failureOfStatus(error.status);
  return isFastifyError(error) ? (faultOf(error, request) ?? failureOfStatus(error.statusCode)) : undefined;
}

/** The errors of Node's own modules belong to another realm in Jest and in `node:vm`. */
function isError(error: unknown): error is Error {
  return error instanceof Error || types.isNativeError(error);
}

/** Also recognizes the failures of a second copy of this package. */
function scenarioFailure(error: Error): ScenarioFailure | undefined {
  if (error instanceof ScenarioFailure) return error;
  if (error.name !== 'ScenarioFailure' || !('scenario' in error) || typeof error.scenario !== 'string')
    return undefined;
  if (!isScenarioName(error.scenario)) return undefined;
  return new ScenarioFailure(
    error.scenario,
    error.message,
    'details' in error ? readDetails(error.details) : undefined,
  );
}

/** Express's router sets a status on the URIError of a path that it cannot decode. */
function isRouterError(error: Error): boolean {
  return error.name === 'URIError' && 'status' in error;
}

/** Fastify 5.0 sets only a status on the SyntaxError of a JSON body that it cannot parse. Later versions add a code. */
function isJsonErrorWithoutCode(error: Error): boolean {
  return error.name === 'SyntaxError' && 'statusCode' in error && error.statusCode === 400 && !('code' in error);
}

/** Whether an error was created by `http-errors` (body-parser's are) with a text that was meant for the caller. */
function isExposedHttpError(error: Error): error is Error & { readonly status: number; readonly type?: unknown } {
  if (!('expose' in error && 'status' in error && 'statusCode' in error)) return false;
  return error.expose === true && typeof error.status === 'number' && error.status === error.statusCode;
}

/** Whether an error was created by Fastify or a plugin of it. The name excludes an error with the body of another server's. */
function isFastifyError(error: Error): error is Error & { readonly statusCode: unknown } {
  return (
    error.name === 'FastifyError' &&
    'statusCode' in error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('FST_')
  );
}

function faultOf(error: unknown, { bodyLimit }: FailedRequest): ScenarioFailure | undefined {
  const message = requestFault(error, bodyLimit);
  return message === undefined ? undefined : fail('badRequest', { message });
}

/** Uses the contract's message: the error's own was meant for developers and may reveal internals. */
function failureOfStatus(status: unknown): ScenarioFailure | undefined {
  if (status === contract.scenarios.invalidApiKey.status) return fail('invalidApiKey');
  if (status === contract.scenarios.readOnlyKey.status) return fail('readOnlyKey');
  if (status === contract.scenarios.routeNotFound.status) return routeNotFound();
  return typeof status === 'number' && status >= 400 && status < 500
    ? fail('badRequest', { message: 'The request cannot be accepted as it was sent' })
    : undefined;
}
