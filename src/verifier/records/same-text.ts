/** Whether two texts differ only in case and surrounding whitespace, which a server may change before it stores a text. */
export function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize().trim().toLowerCase();
}
