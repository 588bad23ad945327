/**
 * Passes on the cause of an `internalError`. Whatever the callback does, the response that was already sent is not affected: a
 * failing callback, even an asynchronous one, causes a process warning.
 */
export function report(onUnexpected: () => unknown): void {
  try {
    // An async function can be passed where the result is void.
    Promise.resolve(onUnexpected()).catch(warn);
  } catch {
    warn();
  }
}

function warn(): void {
  process.emitWarning('onUnexpected failed, so the cause of a response with the status 500 was not reported', {
    code: 'WORKSPACE_API_UNREPORTED',
  });
}
