import { contract, isObject, isOperationId } from '../../contract/index.ts';
import type { Received } from './received.ts';
import { NotAResponse, readHeaders, writeBody } from './received.ts';

type Properties = Readonly<Record<string, unknown>>;

/**
 * Reads a result of the client, or an error that `unwrap` threw.
 * @throws {NotAResponse} when there was no response
 */
export function ofClient(value: Properties): Received | undefined {
  const { name, operationId } = value;
  if (typeof name === 'string' && typeof operationId === 'string') return ofError(value, undefined);
  const { ok, data, error, response } = value;
  if (typeof ok !== 'boolean') return undefined;
  if (isObject(error) && error.name === 'TransportError')
    throw new NotAResponse(`there is no response: ${String(error.message)}`);
  if (!isObject(response)) return undefined;
  if (!ok) return isObject(error) ? ofError(error, response) : undefined;
  return { response: { ...statusOf(response), body: writeBody(data) }, ...addressOf(response) };
}

function ofError(error: Properties, response: Properties | undefined): Received | undefined {
  const { name, status, operationId, requestId } = error;
  if (typeof status !== 'number') return undefined;
  const operation = typeof operationId === 'string' && isOperationId(operationId) ? { operation: operationId } : {};
  if (name === 'UnexpectedResponse') {
    const { headers, body } = error;
    const received = { status, headers: readHeaders(headers), body: writeBody(body) };
    return { response: received, ...operation, ...(response && addressOf(response)) };
  }
  if (name !== 'ApiError') return undefined;
  const body = JSON.stringify(envelopeOf(error));
  if (response !== undefined)
    return { response: { ...statusOf(response), body }, ...operation, ...addressOf(response) };
  // A thrown error has no headers but this one.
  const headers = {
    'content-type': contract.envelope.mediaType,
    ...(typeof requestId === 'string' ? { 'x-request-id': requestId } : {}),
  };
  return { response: { status, headers, body }, lacksHeaders: true, ...operation };
}

/** Writes the envelope that the client read. */
function envelopeOf({ code, message, details }: Properties): object {
  const { error, code: codeName, message: messageName, details: detailsName, detail } = contract.envelope;
  const written = Array.isArray(details)
    ? {
        [detailsName]: details
          .filter(isObject)
          .map((each) => ({ [detail.field]: each.field, [detail.message]: each.message })),
      }
    : {};
  return { [error]: { [codeName]: code, [messageName]: message, ...written } };
}

function statusOf({ status, headers }: Properties) {
  return { status: Number(status), headers: readHeaders(headers) };
}

function addressOf({ url, redirected }: Properties): { readonly url?: string } {
  return typeof url === 'string' && url !== '' && redirected !== true ? { url } : {};
}
