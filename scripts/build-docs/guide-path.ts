/** The path of a guide's page on the site. Guides in docs/ lose the folder's name. */
export function guidePath(file: string): string {
  return `guides/${file
    .replace(/^docs\//, '')
    .replace(/\.md$/, '.html')
    .toLowerCase()}`;
}
