/** Where the page of a guide stands, by its file in the repository: those of docs/ lose that folder's name. */
export function guidePath(file: string): string {
  return `guides/${file
    .replace(/^docs\//, '')
    .replace(/\.md$/, '.html')
    .toLowerCase()}`;
}
