import { contract } from '../contract/index.ts';

/** Where the mock listens unless it is told otherwise. */
export const DEFAULT_PORT = contract.servers.mock.port;

/** Everything before `/{orgSlug}` on a mock that was told nothing else. */
export const defaultUrl = contract.servers.mock.baseUrl;
