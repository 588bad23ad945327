/** Where the API is: which URLs are its own, and the path before `/{orgSlug}`. */
export interface ApiPlace {
  /** Matches the URLs of the API, with and without a query. Has no groups, which MSW would decode. */
  readonly pattern: RegExp;
  readonly basePath: string;
}

/**
 * Reads a base URL.
 * @throws {TypeError} if it is neither an http or https URL nor a path
 */
export function readBaseUrl(baseUrl: string): ApiPlace {
  const [, origin, path = ''] = /^(https?:\/\/[^/?#]+)?((?:\/[^/?#]+)*)\/?$/i.exec(baseUrl) ?? [];
  if (origin === undefined && path === '')
    throw new TypeError(
      `baseUrl is ${JSON.stringify(baseUrl)}; it must be everything before /{orgSlug}, such as https://api.example.com/v1 or /v1`,
    );
  // As a URL that was parsed spells it: the host in lower case, and without the default port.
  const start = origin === undefined ? '[a-z]+://[^/?#]+' : escaped(new URL(origin).origin);
  return { pattern: new RegExp(`^${start}${escaped(path)}(?:[/?#]|$)`), basePath: path };
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}
