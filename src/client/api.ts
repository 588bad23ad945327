import type { Client as OpenapiFetchClient } from 'openapi-fetch';
import createOpenapiFetchClient from 'openapi-fetch';

import type { paths } from '../../generated/openapi-types.ts';
import { fillPath } from './fill-path.ts';
import { guard } from './guard.ts';
import type { Fetch } from './transport.ts';
import { createTransport } from './transport.ts';
import { writeQuery } from './write-query.ts';

/**
 * openapi-fetch's own client, typed by the contract: `api.GET('/{entityName}/{id}', { params: … })` gives `{ data }` or `{ error }` as
 * documented. What is no documented response it throws as `UnexpectedResponse`, and what is no response as `TransportError`.
 * A middleware registered by `api.use` takes part in the operations by name too.
 */
export type Api = OpenapiFetchClient<paths, 'application/json'>;

/** Makes openapi-fetch's client: how a request is written and sent is decided here, for every call. */
export function createApi(baseUrl: string, headers: Readonly<Record<string, string>>, fetch: Fetch): Api {
  const api = createOpenapiFetchClient<paths, 'application/json'>({
    baseUrl,
    headers,
    fetch: createTransport(fetch),
    pathSerializer: fillPath,
    querySerializer: writeQuery,
    // The contract has no redirect, and following one can turn a PUT into a GET that looks like its success (RFC 9110, 15.4.4).
    redirect: 'manual',
  });
  api.use(guard);
  return api;
}
