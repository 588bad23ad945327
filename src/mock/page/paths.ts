/** Where the page and what it needs are served. Everything else belongs to the contract. */
export const paths = {
  page: '/',
  style: '/_page/board.css',
  board: '/_page/board.json',
  icon: '/_page/icon.svg',
  /** Before the place of a module in this repository. */
  modules: '/_page/code/',
  reference: '/_page/reference',
  referenceStyle: '/_page/reference.css',
  /** Before the version of the reference's bundle. */
  bundles: '/_page/reference-',
  /** The contract, with the mock for its server. */
  description: '/_page/openapi.json',
} as const;
