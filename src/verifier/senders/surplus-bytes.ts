const HEAD_END = '\r\n\r\n';

/**
 * What follows the head of an answer that may have no body, as far as Node saw it: its parser takes that for the next answer,
 * and fails with the packet at hand. `undefined` where it failed at something else.
 */
export function surplusBytes(error: Error): string | undefined {
  if (!('rawPacket' in error) || !(error.rawPacket instanceof Uint8Array)) return undefined;
  const packet = Buffer.from(error.rawPacket).toString('utf8');
  const end = packet.indexOf(HEAD_END);
  return end === -1 ? packet : packet.slice(end + HEAD_END.length);
}
