/** Whether two texts are one but for case and the space around them, which a server may take away before it stores a text. */
export function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize().trim().toLowerCase();
}
