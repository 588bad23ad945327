/** What each command does, for overviews. Apart from the commands, because an overview also lists those of packages not installed. */
export const summaries = {
  mock: 'start a mock that can return every documented failure',
  serve: 'start the reference server',
  admin: 'create workspaces and API keys, and change access modes, without stopping servers',
  explain: 'explain what a failure means and how to fix it',
  openapi: 'print the OpenAPI document of a workspace that you define',
  types: 'write the TypeScript types of a workspace that you define',
  draft: 'write a first definition of a workspace from the records of an API',
  verify: 'verify that a live implementation conforms to the contract',
  judge: 'judge recorded traffic: HAR files, or NDJSON from any test suite',
  proxy: 'pass requests on to an API, and judge its responses',
  coverage: 'add up which documented failures were judged',
} as const;
