/**
 * Finds the one element that the page has under an id.
 * @throws {Error} when there is none, which is a mistake of the page's own
 */
export function findElement(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return found;
}
