/** Capitalizes a word, for use within a camelCase name. */
export function capital(word: string): string {
  return `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
}
