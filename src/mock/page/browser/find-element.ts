/**
 * Returns the element with an id.
 * @throws {Error} if there is none, which is a bug in the page
 */
export function findElement(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element with the id ${id}`);
  return found;
}
