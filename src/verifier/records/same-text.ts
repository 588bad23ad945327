/** Whether two strings differ only in case and surrounding whitespace, which a server may change before it stores text. */
export function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize().trim().toLowerCase();
}
