import type { OperationId } from '../../generated/client-table.ts';
import { operations } from '../../generated/client-table.ts';
import type { CallOptions, ClientOptions } from './call/client-options.ts';
import type { Call } from './call/core.ts';
import { createCore } from './call/core.ts';
import { TransportError } from './result/transport-error.ts';
import type { ClientOf } from './workspace/client-of.ts';
import type { InputOf } from './write-request/input.ts';
import { sortInput } from './write-request/input.ts';

/**
 * Creates a client: `createClient({ baseUrl, apiKey })`. Sends nothing, so a wrong base URL only shows on the first call.
 * `createClient<Workspace>(…)` knows the entities of your workspace; `workspace-api types` writes the type `Workspace`.
 * @throws {TransportError} `INVALID_REQUEST` when the key contains a character that is not allowed in a header, or when the base
 * URL contains a query, a fragment or whitespace
 */
export function createClient<W = unknown>(options: ClientOptions): ClientOf<W>;
export function createClient(options: ClientOptions): unknown {
  const core = createCore(options);
  const client: Record<string, unknown> = {};
  for (const id of operationIds) {
    client[id] = async (input: InputOf<typeof id>, own?: CallOptions) =>
      (await core(id, () => ({ ...own, ...sortInput(input) }), false))[0];

    const { method } = operations[id];
    client[method] = async (path: string, call: Call) => {
      const wanted = operationIds.find((each) => operations[each].method === method && operations[each].path === path);
      if (!wanted) throw new TransportError('INVALID_REQUEST', path);
      const [result, read] = await core(wanted, () => call, true);
      if (!result.ok && !read) throw result.error;
      return read;
    };
  }
  // The type checker cannot see which function got which name.
  return client;
}

const operationIds = Object.keys(operations) as readonly OperationId[];
