import { isObject } from '../contract/index.ts';
import type { HeaderValues } from '../traffic/index.ts';

/**
 * Reads headers from what tools write: an object, whose values are texts or lists of texts, or a list of `{ name, value }` or of
 * `[name, value]`. Leaves out pseudo-headers, such as `:path` (RFC 9113, section 8.3).
 */
export function readHeaders(value: unknown): HeaderValues {
  const values = new Map<string, string>();
  for (const [name, text] of pairsIn(value)) {
    const key = name.toLowerCase();
    if (key === '' || key.startsWith(':')) continue;
    const before = values.get(key);
    values.set(key, before === undefined ? text : `${before}, ${text}`);
  }
  return Object.fromEntries(values);
}

function pairsIn(value: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(value))
    return value.flatMap((each: unknown) => {
      const [name, text] = Array.isArray(each) ? [each[0], each[1]] : isObject(each) ? [each.name, each.value] : [];
      return typeof name === 'string' && typeof text === 'string' ? [[name, text] as const] : [];
    });
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    (Array.isArray(each) ? each : [each]).flatMap((text: unknown) =>
      typeof text === 'string' || typeof text === 'number' ? [[name, String(text)] as const] : [],
    ),
  );
}

/** Reads a text that may be encoded as base64. */
export function readText(text: unknown, encoding: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  return encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
}
