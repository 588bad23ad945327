/**
 * Headers about the body of the response that was not sent, or about the resource that it was to represent.
 * Those that start with `content-` or `cache-`, or end with `digest`, are recognized by their names.
 */
const NAMES = new Set([
  // Representations and their conditions (RFC 9110, sections 8, 10.2.2, 14.3; RFC 7089, RFC 8288, RFC 9421).
  'accept-ranges',
  'etag',
  'last-modified',
  'link',
  'location',
  'memento-datetime',
  'preference-applied',
  'refresh',
  'signature',
  'signature-input',
  'sourcemap',
  'x-sourcemap',
  // Negotiation and delta encoding (RFC 2295, RFC 3229).
  'alternates',
  'delta-base',
  'im',
  'tcn',
  'variant-vary',
  // Caching (RFC 9111, section 5; RFC 9213, RFC 9875).
  'age',
  'expires',
  'no-vary-search',
  'pragma',
  'warning',
  // Framing (RFC 9112, section 6; RFC 9110, section 6.6.2).
  'transfer-encoding',
  'trailer',
  // Replaced for every 401 (RFC 9110, section 11.6.1).
  'www-authenticate',
]);

/** `x-accel-redirect`, `x-sendfile` and others make a proxy send a file as the body, or cache it. */
const BY_NAME =
  /^(content|cache|surrogate|edge|x-accel|x-lighttpd-send)-|^(x-sendfile|x-reproxy-url)$|(^|-)(digest|cache-control)$/;

/** Policies for the browser, which apply to every response. */
const POLICY = /^content-security-policy/;

/**
 * Whether a header that a handler set before it failed is about the body that was not sent: about its representation, its
 * caching or its framing. A ban on storing remains, because the response to a failure may be just as confidential.
 */
export function isAboutAnotherBody(name: string, value: unknown): boolean {
  const lowerCase = name.toLowerCase();
  if (POLICY.test(lowerCase)) return false;
  if (lowerCase.endsWith('cache-control') && /(^|[\s,])no-store($|[\s,])/i.test(String(value))) return false;
  return NAMES.has(lowerCase) || BY_NAME.test(lowerCase);
}
