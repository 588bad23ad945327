import type { ReadEnvelope } from '../contract/index.ts';
import { isObject, readEnvelope, readErrorObject } from '../contract/index.ts';

/** A response copied from a terminal, a log or a browser. */
export interface PastedAnswer {
  /** `undefined` if only the body was copied, or for a bulk response, whose status does not apply to its items. */
  readonly status: number | undefined;
  /** The error, or one error per failed item of a bulk response. */
  readonly errors: readonly [ReadEnvelope, ...ReadEnvelope[]];
}

/** How many opening braces are tried as the start of the body. The headers before it may contain braces too. */
const TRIED_BRACES = 100;

/**
 * Finds the error in pasted text: a body, a bare error object, or a whole response with its status line and headers. Returns
 * `undefined` if it finds none.
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

/** Returns the last status: before it, curl prints those of proxies and of "100 Continue". */
function statusIn(text: string): number | undefined {
  const status = [...text.matchAll(/^<? ?HTTP\/[\d.]+ (\d{3})\b/gm)].at(-1)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** Returns an error object that was copied without its envelope. */
function bareError(body: unknown): ReadEnvelope | undefined {
  const error = readErrorObject(body);
  return typeof error?.code === 'string' && typeof error.message === 'string' ? error : undefined;
}

/** Returns the errors of the failed items of a bulk response. */
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
