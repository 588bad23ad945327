import type { Target } from '../plan/index.ts';
import { textMaskerOf } from './mask-text.ts';

/** Names of headers whose values are credentials. */
const CREDENTIAL = /auth|cookie|csrf|key|password|secret|session|signature|token|xsrf/i;

/** A shorter value is no credential, and masking it would change unrelated text. */
const SHORTEST = 8;

/** Secrets by the name that is shown instead of each. */
export type Secrets = Readonly<Record<string, string>>;

/** Replaces every secret in a text, or in all texts and member names of a value, with the name of a variable, such as `$READ_WRITE_KEY`. */
export type Masker = <Value>(value: Value) => Value;

/** Whether the value of a header or parameter of this name is a credential. */
export function isCredentialName(name: string): boolean {
  return CREDENTIAL.test(name) && !/^(www|proxy)-authenticate$/i.test(name);
}

/** Returns the headers of a run whose values are credentials, keyed by the name of a variable, such as `$X_AUTH_TOKEN_HEADER`. */
export function headerSecrets(headers: Readonly<Record<string, string>>): Secrets {
  const secret = Object.entries(headers).filter(([name, value]) => isCredentialName(name) && value.length >= SHORTEST);
  return Object.fromEntries(secret.map(([name, value]) => [`${name.toUpperCase().replace(/\W/g, '_')}_HEADER`, value]));
}

/** A word of a language. In a report, nothing distinguishes it from the same word of a sentence. */
const WORD = /^\p{L}{1,20}$/u;

/** Returns the secrets that are more than one word: those to hide in names, which a word must not change. */
export function secretsBesidesWords(secrets: Secrets): Secrets {
  return Object.fromEntries(Object.entries(secrets).filter(([, secret]) => !WORD.test(secret)));
}

/** Returns every secret of a run: those of the target file, and the headers that are credentials. */
export function secretsOf(
  { secrets, headers }: Pick<Target, 'secrets' | 'headers'>,
  general: Readonly<Record<string, string>> = {},
): Secrets {
  return { ...headerSecrets({ ...headers, ...general }), ...secrets };
}

/**
 * Returns a function that replaces every secret, in whatever encoding, with the name of a variable. It also hides the name and
 * password of every URL.
 */
export function maskerOf({ secrets }: { readonly secrets: Secrets }): Masker {
  const maskText = textMaskerOf(secrets);
  /** A key of digits may be repeated as a number. */
  const maskNumber = (value: number): unknown => {
    const masked = String(value).length < SHORTEST ? undefined : maskText(String(value));
    return masked?.startsWith('$') ? masked : value;
  };
  const mask = (value: unknown): unknown => {
    if (typeof value === 'string') return maskText(value);
    if (typeof value === 'number') return maskNumber(value);
    if (Array.isArray(value)) return value.map(mask);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [maskText(name), mask(each)]));
  };
  // Masking keeps the type of what is masked: texts, and values of the wire, whose members can have any name.
  return <Value>(value: Value) => mask(value) as Value;
}
