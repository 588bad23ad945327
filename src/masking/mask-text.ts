import { viewsOf } from './encodings.ts';
import type { Needle } from './needles.ts';
import { folded, needlesOf } from './needles.ts';
import { ownPhrasesWith, phraseAround } from './own-phrases.ts';
import type { View } from './view.ts';
import { placeIn } from './view.ts';

/** A part of a text that has to be hidden, and the name that is shown instead. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** A shorter part of a secret at the end of a text that was cut says nothing. */
const SHORTEST_PART = 8;

/** The name and the password in a URL (RFC 3986, section 3.2.1). */
const USER_INFO = /\b([a-z][a-z\d+.-]{0,20}:\/\/)[^\s/?#@"'<>]{1,300}@/gi;

/**
 * Returns a function that replaces every secret in a text with `$NAME`, in whatever encodings it appears, even if the text was
 * cut within the secret, and the name and password of every URL with `***`. Keeps the longer words and texts of the contract
 * that contain a secret, such as `API key has expired` for the key `expired`: they reveal nothing, and to change them would.
 */
export function textMaskerOf(secrets: Readonly<Record<string, string>>): (text: string) => string {
  const used = Object.entries(secrets).filter(([, secret]) => secret !== '');
  const needles = used.flatMap(([name, secret]) => needlesOf(name, secret));
  const beginnings = used.map(([name, secret]) => ({ name, text: folded(secret) }));
  // No encoding is shorter than what it represents.
  const shortest = Math.min(SHORTEST_PART, ...beginnings.map(({ text }) => text.length));
  // A report contains the same texts many times, and a server may repeat a long page.
  const remembered = new Map<string, string>();
  const names = used.map(([name]) => name);
  const phrases = ownPhrasesWith(beginnings.map(({ text }) => text));

  const mask = (text: string): string => {
    const places = [...viewsOf(text)].flatMap((view) => {
      const searched = folded(view.text);
      const found = needles.flatMap((needle) => placesOf(view, searched, needle));
      return [...found, ...beginnings.flatMap((beginning) => placeAtEnd(view, searched, beginning))];
    });
    const inPhrase = phraseAround(text, { phrases, names });
    return replaced(
      text,
      places.filter((place) => !inPhrase(place)),
    ).replace(USER_INFO, '$1***@');
  };
  return (text) => {
    if (text.length < shortest) return text;
    const masked = remembered.get(text) ?? mask(text);
    remembered.set(text, masked);
    return masked;
  };
}

function placesOf(view: View, searched: string, { text, name, before, after }: Needle): readonly Place[] {
  const places: Place[] = [];
  for (let index = searched.indexOf(text); index !== -1; index = searched.indexOf(text, index + text.length)) {
    const last = Math.min(index + text.length + after, searched.length);
    const [start, end] = placeIn(view, Math.max(index - before, 0), last);
    places.push({ start, end, name });
  }
  return places;
}

/** Finds the beginning of a secret at the very end of a text. */
function placeAtEnd(
  view: View,
  searched: string,
  { name, text }: { readonly name: string; readonly text: string },
): readonly Place[] {
  const shortest = Math.max(SHORTEST_PART, Math.ceil(text.length / 2));
  for (let length = Math.min(text.length - 1, searched.length); length >= shortest; length -= 1) {
    if (!searched.endsWith(text.slice(0, length))) continue;
    const [start, end] = placeIn(view, searched.length - length, searched.length);
    return [{ start, end, name }];
  }
  return [];
}

/** Replaces places that may overlap. Of two that start together, the longer one names what is hidden. */
function replaced(text: string, places: readonly Place[]): string {
  const pieces: string[] = [];
  let read = 0;
  for (const { start, end, name } of places.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    if (start >= read) pieces.push(text.slice(read, start), `$${name}`);
    read = Math.max(read, end);
  }
  return pieces.length === 0 ? text : [...pieces, text.slice(read)].join('');
}
