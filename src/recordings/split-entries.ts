/** A part of a HAR file. */
export type HarPart =
  /** The JSON text of one entry. */
  | { readonly entry: string }
  /** An entry that is too large to be read. */
  | { readonly tooLarge: true };

/** The largest entry to read, in bytes. No exchange of the contract comes close. */
export const LARGEST_ENTRY = 16 * 1024 * 1024;

/** In how many parts a name can arrive. */
const MOST_PARTS = 8;

/** Where the entries of a HAR file are: `{ "log": { "entries": [ … ] } }`. */
const ENTRIES = 'entries';
const DEPTH_OF_LOG = 2;
const DEPTH_OF_ENTRIES = 3;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPENING_BRACE, CLOSING_BRACE, OPENING_BRACKET, CLOSING_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Splits a HAR file (HTTP Archive 1.2) into its entries, in memory for one entry. It only counts brackets outside of strings: whether
 * an entry is JSON shows when it is parsed. A parser of the whole file would have to trust it.
 */
export class EntrySplitter {
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The last string in the log itself, which names the member that follows. */
  #name = '';
  #nameParts: Buffer[] | undefined;
  #inEntries = false;
  #entry: Buffer[] | undefined;
  #size = 0;
  #isEmpty = true;
  #foundEntries = false;

  /** Whether the file ended where it should: all brackets are closed. */
  get isComplete(): boolean {
    return this.#depth === 0 && !this.#inString && !this.#isEmpty;
  }

  /** Whether the file has the list of entries. */
  get hasEntries(): boolean {
    return this.#foundEntries;
  }

  /** Reads the next part of the file. */
  *read(chunk: Buffer): Generator<HarPart> {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.#inString) {
        at = this.#readString(chunk, at);
        continue;
      }
      const byte = chunk[at];
      if (byte === QUOTE) {
        this.#inString = true;
        if (this.#depth === DEPTH_OF_LOG) this.#nameParts = [];
      } else if (byte === OPENING_BRACE || byte === OPENING_BRACKET) {
        if (byte === OPENING_BRACKET && this.#depth === DEPTH_OF_LOG && this.#name === ENTRIES)
          this.#inEntries = this.#foundEntries = true;
        if (byte === OPENING_BRACE && this.#inEntries && this.#depth === DEPTH_OF_ENTRIES) {
          this.#entry = [];
          this.#size = 0;
          start = at;
        }
        this.#depth += 1;
        this.#isEmpty = false;
      } else if (byte === CLOSING_BRACE || byte === CLOSING_BRACKET) {
        this.#depth -= 1;
        if (this.#entry !== undefined && this.#depth === DEPTH_OF_ENTRIES) {
          yield this.#end(chunk.subarray(start, at + 1));
        } else if (this.#inEntries && this.#depth < DEPTH_OF_ENTRIES) this.#inEntries = false;
      }
    }
    if (this.#entry !== undefined) this.#keep(chunk.subarray(start));
  }

  /** Reads to the end of a string or of the chunk, and returns the last index that was read. */
  #readString(chunk: Buffer, from: number): number {
    let at = from;
    if (this.#escaped) {
      this.#escaped = false;
      at += 1;
    }
    for (; at < chunk.length; at += 1) {
      const quote = chunk.indexOf(QUOTE, at);
      const end = quote === -1 ? chunk.length : quote;
      const backslash = chunk.subarray(at, end).indexOf(BACKSLASH);
      if (backslash === -1) {
        this.#keepName(chunk.subarray(from, end));
        if (quote === -1) return chunk.length;
        this.#endString();
        return quote;
      }
      at += backslash + 1;
      if (at >= chunk.length) this.#escaped = true;
    }
    this.#keepName(chunk.subarray(from));
    return chunk.length;
  }

  /** A part of a string that is longer than any name is not kept. */
  #keepName(part: Buffer): void {
    const known = this.#nameParts;
    if (known !== undefined && known.length <= MOST_PARTS)
      known.push(Buffer.from(part.subarray(0, ENTRIES.length + 1)));
  }

  #endString(): void {
    this.#inString = false;
    if (this.#nameParts === undefined) return;
    this.#name =
      this.#nameParts.length > MOST_PARTS
        ? ''
        : Buffer.concat(this.#nameParts).toString('latin1', 0, ENTRIES.length + 1);
    this.#nameParts = undefined;
  }

  #keep(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > LARGEST_ENTRY) this.#entry = [];
    // A copy, because the chunk is much larger than a part of it.
    else this.#entry?.push(Buffer.from(part));
  }

  #end(part: Buffer): HarPart {
    const [kept = [], size] = [this.#entry, this.#size + part.length];
    this.#entry = undefined;
    return size > LARGEST_ENTRY ? { tooLarge: true } : { entry: Buffer.concat([...kept, part]).toString('utf8') };
  }
}
