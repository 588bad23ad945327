import type { Target } from '../../plan/index.ts';

/** Returns a function that replaces every secret of the target with the name of a variable, such as `$READ_WRITE_KEY`. */
export function maskerOf(target: Target): <Value>(value: Value) => Value {
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
