import { readEnvelope } from '../../contract/index.ts';
import { parseBody } from '../parse-body.ts';
import type { Check, Judged } from './check.ts';
import { leakPatterns } from './leak-patterns.ts';

/** A failure reveals no internal details. Text that it repeats from the request is ignored. */
export const leak: Check = (judged) => {
  const { planned, response } = judged;
  if (response.status < 400) return [];
  const text = withoutEcho(judged);
  return Object.entries(leakPatterns).flatMap(([what, patterns]) => {
    const [found] = patterns.flatMap((pattern) => pattern.exec(text)?.slice(0, 1) ?? []);
    return found === undefined
      ? []
      : [{ basis: planned.basis, message: `the response reveals ${what}: ${JSON.stringify(found.trim())}` }];
  });
};

function withoutEcho({ planned, response, json }: Judged): string {
  const error = readEnvelope(json);
  // Search the unescaped strings of an envelope, and any other body as received.
  const text = error === undefined ? response.body : texts(json).join('\n');
  return echoes(planned.request).reduce((left, echo) => left.replaceAll(echo, ' '), text);
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...texts(each)]);
}

const SHORTEST_ECHO = 3;

/** Returns what a server may repeat from a request: its path and parameters, raw and decoded, and the strings of its body. */
function echoes({ path, body = '' }: Judged['planned']['request']): readonly string[] {
  const parts = [path, ...path.split(/[/?&=]/)];
  const decoded = parts.map((part) => decodeOr(part));
  const all = new Set([...parts, ...decoded, body, ...texts(parseBody(body) ?? body)]);
  return [...all].filter((text) => text.length >= SHORTEST_ECHO).sort((one, other) => other.length - one.length);
}

function decodeOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
