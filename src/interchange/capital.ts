/** A word with a capital first, to stand inside of a name. */
export function capital(word: string): string {
  return `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
}
