import type { Target } from '../../plan/index.ts';

/** Names of headers whose values are credentials. */
const CREDENTIAL = /auth|cookie|key|password|secret|session|signature|token/i;

/** A shorter value is no credential, and masking it would change unrelated text. */
const SHORTEST = 8;

/** Returns the headers of a run whose values are credentials, each by the name of a variable, such as `$X_AUTH_TOKEN_HEADER`. */
export function headerSecrets(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const secret = Object.entries(headers).filter(([name, value]) => CREDENTIAL.test(name) && value.length >= SHORTEST);
  return Object.fromEntries(secret.map(([name, value]) => [`${name.toUpperCase().replace(/\W/g, '_')}_HEADER`, value]));
}

/** Returns a function that replaces every secret of the target with the name of a variable, such as `$READ_WRITE_KEY`. */
export function maskerOf(target: Pick<Target, 'secrets'>): <Value>(value: Value) => Value {
  const secrets = Object.entries(target.secrets).sort(([, one], [, other]) => other.length - one.length);
  const maskText = (text: string): string =>
    secrets.reduce((masked, [name, secret]) => masked.replaceAll(secret, `$${name}`), text);
  const mask = (value: unknown): unknown => {
    if (typeof value === 'string') return maskText(value);
    if (Array.isArray(value)) return value.map(mask);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [maskText(name), mask(each)]));
  };
  // Masking keeps the type: it changes only strings, and no member name of a known type contains a secret.
  return <Value>(value: Value) => mask(value) as Value;
}
