import { QueryClient } from '@tanstack/react-query';
import { isRetryable } from 'workspace-api-client';

/** Retries twice, and only what can succeed: not an expired key, and never a write that may have arrived. */
function retry(failures: number, error: Error): boolean {
  return failures < 2 && isRetryable(error);
}

/** Waits half a second, then a second: the user is waiting too. */
function retryDelay(failures: number): number {
  return 500 * 2 ** failures;
}

/** Keeps what was read. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // Without `always`, TanStack Query waits forever where the browser says that it is offline, and shows no failure.
    queries: { retry, retryDelay, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { retry, retryDelay, networkMode: 'always' },
  },
});
