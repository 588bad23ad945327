/** The method and the headers of a request, by their lowercase names: a message of Node, for example. */
interface Incoming {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

type HeaderValues = Readonly<Record<string, string>>;

const EXPOSED = { 'Access-Control-Expose-Headers': 'X-Request-Id, WWW-Authenticate' };

/** CORS headers for responses to requests that Node could not parse, whose origin is unknown. */
export const anyOrigin: HeaderValues = { 'Access-Control-Allow-Origin': '*', ...EXPOSED };

/**
 * Returns headers that let a page from any origin read the response, whatever its `credentials` mode (Fetch Standard, section
 * 3.3). There is nothing to protect: the mock stores nothing, and its API keys are documented.
 */
export function corsHeaders({ headers: { origin } }: Incoming): HeaderValues {
  if (origin === undefined) return {};
  return {
    'Access-Control-Allow-Origin': String(origin),
    'Access-Control-Allow-Credentials': 'true',
    ...EXPOSED,
    Vary: 'Origin',
  };
}

/** Whether this is a CORS preflight request of a browser rather than a request to the API. */
export function isPreflight({ method, headers }: Incoming): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

/** Allows whatever the browser requests. An unsupported method then gets the documented error instead of a CORS failure. */
export function preflightHeaders(message: Incoming): HeaderValues {
  const { headers } = message;
  const asked = headers['access-control-request-headers'];
  return {
    ...corsHeaders(message),
    'Access-Control-Allow-Methods': String(headers['access-control-request-method']),
    ...(asked === undefined ? {} : { 'Access-Control-Allow-Headers': String(asked) }),
    ...(headers['access-control-request-private-network'] === 'true'
      ? { 'Access-Control-Allow-Private-Network': 'true' }
      : {}),
    'Access-Control-Max-Age': '600',
  };
}
