import type { PlannedRequest } from '../../plan/index.ts';
import type { Exchange } from '../../judge/index.ts';
import { agentFor, exchangeOnce } from './http-exchange.ts';
import type { Connection } from './sender.ts';
import { Traffic } from './traffic.ts';

/** Sends single requests to a target over keep-alive connections. Sends paths and bodies verbatim. */
export interface HttpClient {
  /**
   * Sends one request.
   * @throws {TargetUnavailable} if the target cannot be reached, no longer responds, or refuses for too long
   */
  send(request: PlannedRequest): Promise<Exchange>;
  close(): void;
}

/** Creates a client. Its connections stay open until it is closed. */
export function createHttpClient(connection: Connection): HttpClient {
  const { traffic = new Traffic() } = connection;
  const agent = agentFor(connection, true);
  return {
    send: (request) =>
      traffic.deliver(
        request,
        () => exchangeOnce(connection, agent, request),
        (control) => exchangeAlone(connection, control),
      ),
    close: () => agent.destroy(),
  };
}

/** Sends one request once, on a connection of its own. */
export function exchangeAlone(connection: Connection, request: PlannedRequest): ReturnType<typeof exchangeOnce> {
  return exchangeOnce(connection, agentFor(connection, false), request);
}
