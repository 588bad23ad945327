export { credentialsIn } from './credentials.ts';
export { maskerOf, secretsBesidesWords, secretsOf } from './secrets.ts';
export type { Masker, Secrets } from './secrets.ts';
