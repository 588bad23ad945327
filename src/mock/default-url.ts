import { BASE_PATH } from './request/route.ts';

/** Where the mock listens unless it is told otherwise. */
export const DEFAULT_PORT = 4010;

/** Everything before `/{orgSlug}` on a mock that was told nothing else. */
export const defaultUrl = `http://127.0.0.1:${DEFAULT_PORT}${BASE_PATH}`;
