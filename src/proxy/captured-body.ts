import { decodeContent } from '../content-coding/index.ts';

/** The largest body to keep, in bytes. No body of the contract comes close. */
const LARGEST_CAPTURED = 4 * 1024 * 1024;

/** Keeps a copy of a body that passes through, unless it is too large. */
export class CapturedBody {
  #chunks: Buffer[] = [];
  #size = 0;

  add(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > LARGEST_CAPTURED) this.#chunks = [];
    else this.#chunks.push(chunk);
  }

  /** Returns the text of the body; `undefined` if it was too large, or cannot be decoded. */
  text(codings: string | undefined): string | undefined {
    if (this.#size > LARGEST_CAPTURED) return undefined;
    try {
      return decodeContent(Buffer.concat(this.#chunks), codings, LARGEST_CAPTURED).toString('utf8');
    } catch {
      return undefined;
    }
  }
}
