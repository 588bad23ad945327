import { isObject } from '../contract/index.ts';
import { writeExactJson } from '../plan/index.ts';
import { parseBody, parseExactBody } from './parse-body.ts';

/** The maximum number of characters to keep of a body that is not JSON, and of an error. */
export const LONGEST_KEPT = 32 * 1024;

/** UTF-8 takes at most three bytes for each character of a string. */
const LARGEST_BYTES = 3 * LONGEST_KEPT;

/** The maximum number of characters to keep of a string in long JSON, for errors and for successes. No test sends longer values. */
const LONGEST_STRING = { error: 8 * 1024, success: 64 * 1024 };

/** The maximum number of members of an object and items of an array to keep in a long error. Successes keep all. */
const MOST_MEMBERS = { error: 1000, success: Infinity };

/** A body as it is kept for the checks and the reports. */
export interface KeptBody {
  readonly body: string;
  /** The size of the body as received, in bytes, if `body` is only a part of it. */
  readonly bodySize?: number;
}

/**
 * Shortens a body that no report could show and no check needs in full, so that a server with huge responses does not exhaust
 * the memory. JSON stays JSON: only its long strings are shortened, and in an error also its long lists.
 */
export function keptBody(status: number, body: string, size: number): KeptBody {
  if (body.length <= LONGEST_KEPT && size <= LARGEST_BYTES) return { body };
  if (status < 400) {
    const json = parseExactBody(body);
    if (json === undefined) return { body: cut(body, LONGEST_KEPT), bodySize: size };
    return hasLongString(json) ? { body: writeExactJson(withoutLongParts(json, 'success')), bodySize: size } : { body };
  }
  const json = parseBody(body);
  const shorter = json === undefined ? body : JSON.stringify(withoutLongParts(json, 'error'));
  return { body: cut(shorter, LONGEST_KEPT), bodySize: size };
}

function hasLongString(value: unknown): boolean {
  if (typeof value === 'string') return value.length > LONGEST_STRING.success;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLongString);
}

function withoutLongParts(value: unknown, kind: 'success' | 'error'): unknown {
  if (typeof value === 'string') return value.length > LONGEST_STRING[kind] ? cut(value, LONGEST_STRING[kind]) : value;
  if (Array.isArray(value)) return value.slice(0, MOST_MEMBERS[kind]).map((each) => withoutLongParts(each, kind));
  if (!isObject(value)) return value;
  const members = Object.entries(value).slice(0, MOST_MEMBERS[kind]);
  return Object.fromEntries(members.map(([name, each]) => [name, withoutLongParts(each, kind)]));
}

/** How far before the limit a text may end. */
const SLACK = 1024;

const BETWEEN_WORDS = new Set([...' \t\r\n"\'<>,;']);

/**
 * Returns the beginning of a text. Ends it between two words, because half a key would not be recognized, and so not be masked.
 * Copies it, because a slice would keep the whole text in memory.
 */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const earliest = Math.max(0, longest - SLACK);
  let end = longest;
  while (end > earliest && !BETWEEN_WORDS.has(text.charAt(end - 1))) end -= 1;
  const kept = text.slice(0, end > earliest ? end : longest);
  const copy: unknown = JSON.parse(JSON.stringify(kept));
  return typeof copy === 'string' ? copy : kept;
}
