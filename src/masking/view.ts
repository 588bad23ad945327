/** A text, or what it decodes to. */
export interface View {
  readonly text: string;
  /** Where each character starts and ends in the original text; `undefined` if this is it. */
  readonly places: { readonly starts: Uint32Array; readonly ends: Uint32Array } | undefined;
}

/** An encoding that a server may apply to what it repeats. */
export interface Encoding {
  /** Matches one escape. Has the flag `g`. */
  readonly escapes: RegExp;
  /** Returns the characters that an escape represents, or `undefined` if it represents itself. */
  readonly meaning: (escape: RegExpExecArray) => string | undefined;
}

/** Decodes a view once. Returns `undefined` if it contains no escape. */
export function decodedView(view: View, { escapes, meaning }: Encoding): View | undefined {
  const { text } = view;
  const pieces: string[] = [];
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  let length = 0;
  let read = 0;
  const add = (characters: string, first: number, last: number): void => {
    const [start, end] = placeIn(view, first, last);
    pieces.push(characters);
    starts.fill(start, length, length + characters.length);
    ends.fill(end, length, (length += characters.length));
  };
  const keepUntil = (end: number): void => {
    pieces.push(text.slice(read, end));
    for (; read < end; read += 1) {
      [starts[length], ends[length]] = placeIn(view, read, read + 1);
      length += 1;
    }
  };
  for (const escape of text.matchAll(escapes)) {
    const { index, 0: whole } = escape;
    // An escape never represents more characters than it has, so the arrays are large enough.
    const characters = meaning(escape)?.slice(0, whole.length);
    if (characters === undefined) continue;
    keepUntil(index);
    read = index + whole.length;
    add(characters, index, read);
  }
  if (pieces.length === 0) return undefined;
  keepUntil(text.length);
  return { text: pieces.join(''), places: { starts: starts.subarray(0, length), ends: ends.subarray(0, length) } };
}

/** Returns the place in the original text of a part of a view, which must not be empty. */
export function placeIn({ places }: View, first: number, last: number): readonly [start: number, end: number] {
  return [places?.starts[first] ?? first, places?.ends[last - 1] ?? last];
}
