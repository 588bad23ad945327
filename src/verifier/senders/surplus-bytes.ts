const HEAD_END = '\r\n\r\n';

/**
 * Returns the bytes after the head of a response that must not have a body, as far as Node received them. Node's parser reads
 * them as the next response, and fails with an error that contains the packet. Returns `undefined` for any other error.
 */
export function surplusBytes(error: Error): string | undefined {
  // Not `instanceof Uint8Array`: in a test environment such as jsdom, Node's buffers are of another realm.
  if (!('rawPacket' in error) || !ArrayBuffer.isView(error.rawPacket)) return undefined;
  const { buffer, byteOffset, byteLength } = error.rawPacket;
  const packet = Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
  const end = packet.indexOf(HEAD_END);
  return end === -1 ? packet : packet.slice(end + HEAD_END.length);
}
