import { trace } from '@opentelemetry/api';

/**
 * Sets `error.type` of the active OpenTelemetry span, which is the server's span of the request if the operator's SDK creates one. Without
 * an SDK, there is no span. https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/
 *
 * package.json has version 1.9 of the API, because an API takes no part in an SDK that was registered with an older one.
 * @param type the scenario, or the status of a response that the contract does not contain
 */
export function markSpan(type: string): void {
  trace.getActiveSpan()?.setAttribute('error.type', type);
}
