/** Headers that concern one connection (RFC 9110, section 7.6.1), and the host, which differs behind a proxy. */
const ONE_CONNECTION = new Set([
  'connection',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Returns the headers to pass on, as names and values that alternate: none that concerns only one connection. */
export function endToEnd(rawHeaders: readonly string[]): string[] {
  const pairs = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : []));
  const named = new Set(
    pairs
      .filter(([name]) => name.toLowerCase() === 'connection')
      .flatMap(([, value]) => value.split(',').map((option) => option.trim().toLowerCase())),
  );
  return pairs.filter(([name]) => !ONE_CONNECTION.has(name.toLowerCase()) && !named.has(name.toLowerCase())).flat();
}
