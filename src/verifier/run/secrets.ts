import type { Target } from '../../plan/index.ts';

/** Replaces every secret of the target in whatever is to be shown by the name of a variable: `$READ_WRITE_KEY`. */
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
  // Masking changes texts and nothing else, so that the type stays: no name of ours has a key in it.
  return <Value>(value: Value) => mask(value) as Value;
}
