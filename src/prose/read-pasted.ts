import type { ReadEnvelope } from '../contract/index.ts';
import { readEnvelope } from '../contract/index.ts';

/** An answer that somebody copied from a terminal, a log or a browser. */
export interface PastedAnswer {
  /** `undefined` where only the body was copied. */
  readonly status: number | undefined;
  readonly error: ReadEnvelope;
}

/** Finds the error in whatever was copied: a body, or a whole response with its status line. `undefined` where there is none. */
export function readPasted(text: string): PastedAnswer | undefined {
  const error = readEnvelope(parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)));
  if (error === undefined) return undefined;
  // The last one: curl prints those of proxies and of "100 Continue" before it.
  const status = [...text.matchAll(/^<? ?HTTP\/[\d.]+ (\d{3})\b/gm)].at(-1)?.[1];
  return { status: status === undefined ? undefined : Number(status), error };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
