import type { RawRequest } from '../../senders/raw-socket.ts';

/** A request for the raw socket with the one header that its body needs to be good HTTP. */
export function framed(request: RawRequest): RawRequest {
  const { bytes, body } = request;
  if (bytes === undefined && body === undefined) return request;
  const length = bytes?.byteLength ?? Buffer.byteLength(body ?? '');
  return { ...request, headers: { ...request.headers, 'content-length': String(length) } };
}
