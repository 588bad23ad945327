import type { ReadEnvelope } from '../contract/index.ts';
import { isObject, readEnvelope, readErrorObject } from '../contract/index.ts';

/** An answer that somebody copied from a terminal, a log or a browser. */
export interface PastedAnswer {
  /** `undefined` where only the body was copied, and for a bulk answer, whose status says nothing of its items. */
  readonly status: number | undefined;
  /** The error, or one for each failed item of a bulk answer. */
  readonly errors: readonly [ReadEnvelope, ...ReadEnvelope[]];
}

/** How many braces are tried as the beginning of the body: those before it stand in headers. */
const TRIED_BRACES = 100;

/**
 * Finds the error in whatever was copied: a body, an error object alone, or a whole response with its status line and headers.
 * `undefined` where there is none.
 */
export function readPasted(text: string): PastedAnswer | undefined {
  const end = text.lastIndexOf('}') + 1;
  const starts = [...text.matchAll(/\{/g)].slice(0, TRIED_BRACES);
  for (const { index } of starts) {
    const body = parse(text.slice(index, end));
    const error = readEnvelope(body) ?? bareError(body);
    if (error !== undefined) return { status: statusIn(text), errors: [error] };
    const [first, ...others] = itemErrors(body);
    if (first !== undefined) return { status: undefined, errors: [first, ...others] };
  }
  return undefined;
}

/** The last one: curl prints those of proxies and of "100 Continue" before it. */
function statusIn(text: string): number | undefined {
  const status = [...text.matchAll(/^<? ?HTTP\/[\d.]+ (\d{3})\b/gm)].at(-1)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** An error object, copied without its envelope. */
function bareError(body: unknown): ReadEnvelope | undefined {
  const error = readErrorObject(body);
  return typeof error?.code === 'string' && typeof error.message === 'string' ? error : undefined;
}

/** The errors of the failed items of a bulk answer. */
function itemErrors(body: unknown): readonly ReadEnvelope[] {
  if (!isObject(body) || !Array.isArray(body.errors)) return [];
  return body.errors
    .map((item) => (isObject(item) ? readErrorObject(item.error) : undefined))
    .filter((error) => error !== undefined);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
