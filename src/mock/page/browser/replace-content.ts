/**
 * Replaces the content of an element. If the focus was inside, it goes to the new button with the same name, or else to the
 * one that is pressed: without that, a user of the keyboard would have to start again at the top of the page.
 */
export function replaceContent(parent: HTMLElement, content: readonly Node[]): void {
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  parent.replaceChildren(...content);
  if (focused === null) return;
  const buttons = [...parent.querySelectorAll('button')];
  const same = buttons.find((button) => labelOf(button) === labelOf(focused));
  (same ?? buttons.find((button) => button.ariaPressed === 'true'))?.focus();
}

function labelOf(element: Element): string | null {
  return element.ariaLabel ?? element.textContent;
}
