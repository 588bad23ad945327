/** The paths of the page and the files it loads. All other paths belong to the API. */
export const paths = {
  page: '/',
  style: '/_page/board.css',
  board: '/_page/board.json',
  icon: '/_page/icon.svg',
  /** The prefix before the path of a module in the repository. */
  modules: '/_page/code/',
  reference: '/_page/reference',
  referenceStyle: '/_page/reference.css',
  /** The prefix before the version of the reference's bundle. */
  bundles: '/_page/reference-',
  /** The contract, with the mock as its only server. */
  description: '/_page/openapi.json',
} as const;
