/** What a handler may have said of a body, before it failed and that body did not come any more. */
export const HEADERS_OF_ANOTHER_BODY: readonly string[] = [
  'content-encoding',
  'content-language',
  'content-range',
  'etag',
  'last-modified',
];
