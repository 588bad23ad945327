import { createClient, entity } from 'workspace-api-client';

import { apiKey, askForFailure } from '../development/failure-to-try.ts';
import type { Workspace } from '../workspace.ts';

const client = createClient<Workspace>({
  baseUrl: import.meta.env.VITE_API_URL,
  apiKey,
  timeout: 10_000,
  // TanStack Query retries (query-client.ts).
  retry: { limit: 0 },
  fetch: (request) => fetch(askForFailure(request)),
});

/** The calls of each entity. */
export const tickets = entity(client, 'Ticket');
export const agents = entity(client, 'Agent');
