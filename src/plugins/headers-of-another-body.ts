/** Headers that a handler may have set for its own body before it failed. */
export const HEADERS_OF_ANOTHER_BODY: readonly string[] = [
  'content-encoding',
  'content-language',
  'content-range',
  'etag',
  'last-modified',
];
