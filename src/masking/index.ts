export { credentialsIn } from './credentials.ts';
export { isCredentialName, maskerOf, secretsBesidesWords, secretsOf } from './secrets.ts';
export type { Masker, Secrets } from './secrets.ts';
