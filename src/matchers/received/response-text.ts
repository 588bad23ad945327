import { TextEncoder } from 'node:util';

import { NotAResponse } from './received.ts';

/** The part of a `Response` that is used. Simulated pages have classes of their own. */
export interface FetchResponse {
  readonly status: number;
  readonly headers: object;
  readonly url?: string;
  readonly redirected?: boolean;
  readonly bodyUsed?: boolean;
  readonly text: () => Promise<string>;
  readonly clone: () => FetchResponse;
}

/** Whether a value is a `Response` of fetch. */
export function isFetchResponse(value: object): value is FetchResponse {
  return (
    'status' in value &&
    typeof value.status === 'number' &&
    'headers' in value &&
    typeof value.headers === 'object' &&
    'text' in value &&
    typeof value.text === 'function' &&
    'clone' in value &&
    typeof value.clone === 'function'
  );
}

const read = new WeakMap<object, Promise<string>>();

/**
 * Reads the body of a response, and leaves it for others to read, even where `clone` loses it (happy-dom).
 * @throws {NotAResponse} when the body was read before
 */
export function responseText(response: FetchResponse): Promise<string> {
  const known = read.get(response);
  if (known !== undefined) return known;
  if (response.bodyUsed === true)
    throw new NotAResponse('the body of this Response was read before; pass the Response to expect first');
  const text = textOf(response);
  read.set(response, text);
  return text;
}

async function textOf(response: FetchResponse): Promise<string> {
  if (await keepsBody(response)) return response.clone().text();
  const text = await response.text();
  const bytes = () => new TextEncoder().encode(text);
  const readers = {
    text: async () => text,
    json: async (): Promise<unknown> => JSON.parse(text),
    bytes: async () => bytes(),
    arrayBuffer: async () => bytes().buffer,
    blob: async () => new Blob([text]),
  };
  for (const [name, value] of Object.entries(readers))
    Object.defineProperty(response, name, { value, configurable: true, writable: true });
  Object.defineProperty(response, 'bodyUsed', { value: false, configurable: true, writable: true });
  return text;
}

/** Whether the class of a response keeps the body of one that is cloned. */
async function keepsBody({ constructor }: FetchResponse): Promise<boolean> {
  // Without a constructor that takes a body, such as that of a stub, reads the response itself.
  try {
    const sample: unknown = Reflect.construct(constructor, ['a']);
    if (typeof sample !== 'object' || sample === null || !isFetchResponse(sample)) return false;
    const copy = sample.clone();
    return (await sample.text()) === 'a' && (await copy.text()) === 'a';
  } catch {
    return false;
  }
}
