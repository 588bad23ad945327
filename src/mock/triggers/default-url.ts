import { contract } from '../../contract/index.ts';

/** The port that the mock listens on by default. */
export const DEFAULT_PORT = contract.servers.mock.port;

/** Everything before `/{orgSlug}` on a mock that runs with the default options. */
export const defaultUrl = contract.servers.mock.baseUrl;
