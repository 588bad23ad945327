import { createClient as createHeyApiClient } from '@hey-api/client-fetch';
import axios from 'axios';
import ky from 'ky';
import createOpenapiFetchClient from 'openapi-fetch';

import type { paths } from '../../generated/openapi-types.ts';
import { createClient, unwrap } from '../../src/client/index.ts';

/** One way to call the API. Each call returns the parsed body of a success. */
export interface Contender {
  readonly name: string;
  readonly read: () => Promise<unknown>;
  readonly write: () => Promise<unknown>;
}

const RECORD = { name: 'Jane Doe', email: 'jane@example.com', age: 42 };
const KEY = 'sk_live_benchmark';

/** The clients to compare. Each makes the same two calls: one reads a record, the other creates one. */
export function contenders(baseUrl: string): readonly Contender[] {
  const headers = { Authorization: `Bearer ${KEY}` };
  const params = { path: { entityName: 'Customer', id: '1' } };
  const ours = createClient({ baseUrl, apiKey: KEY });
  const openapiFetch = createOpenapiFetchClient<paths>({ baseUrl, headers });
  const heyApi = createHeyApiClient({ baseUrl, headers });
  const kyClient = ky.create({ prefix: baseUrl, headers });
  const axiosClient = axios.create({ baseURL: baseUrl, headers });
  return [
    {
      name: 'plain fetch',
      read: async () => (await fetch(`${baseUrl}/Customer/1`, { headers })).json(),
      write: async () => {
        const init = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } };
        return (await fetch(`${baseUrl}/Customer`, { ...init, body: JSON.stringify(RECORD) })).json();
      },
    },
    {
      name: 'openapi-fetch',
      read: async () => (await openapiFetch.GET('/{entityName}/{id}', { params })).data,
      write: async () => (await openapiFetch.POST('/{entityName}', { params, body: RECORD })).data,
    },
    {
      name: 'workspace-api-client',
      read: () => unwrap(ours.getRecord({ entityName: 'Customer', id: 1 })),
      write: () => unwrap(ours.createRecord({ entityName: 'Customer', body: RECORD })),
    },
    {
      name: '@hey-api/client-fetch',
      read: async () => (await heyApi.get({ url: '/{entityName}/{id}', path: params.path })).data,
      write: async () => {
        const request = { url: '/{entityName}', path: params.path, body: RECORD };
        return (await heyApi.post({ ...request, headers: { 'Content-Type': 'application/json' } })).data;
      },
    },
    {
      name: 'ky',
      read: () => kyClient.get('Customer/1').json(),
      write: () => kyClient.post('Customer', { json: RECORD }).json(),
    },
    {
      name: 'axios',
      read: async () => (await axiosClient.get('/Customer/1')).data,
      write: async () => (await axiosClient.post('/Customer', RECORD)).data,
    },
  ];
}
