/** Returns the part of a value that contains neither the user nor the query of a URL, for messages. */
export function withoutSecrets(url: string): string {
  const [withoutQuery = ''] = url.split(/[?#]/, 1);
  const at = withoutQuery.lastIndexOf('@');
  return at === -1 ? withoutQuery : `***${withoutQuery.slice(at)}`;
}
