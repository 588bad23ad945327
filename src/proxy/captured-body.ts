import { decodeContent, LARGEST_BODY } from '../content-coding/index.ts';

/** Keeps a copy of a body that passes through, unless it is too large. */
export class CapturedBody {
  #chunks: Buffer[] = [];
  #size = 0;

  add(chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > LARGEST_BODY) this.#chunks = [];
    else this.#chunks.push(chunk);
  }

  /** Returns the text of the body; `undefined` if it was too large, or cannot be decoded. */
  text(codings: string | undefined): string | undefined {
    if (this.#size > LARGEST_BODY) return undefined;
    try {
      return decodeContent(Buffer.concat(this.#chunks), codings, LARGEST_BODY).toString('utf8');
    } catch {
      return undefined;
    }
  }
}
