import { element } from './element.ts';

/** A button that copies the text of an element, even where a browser gives a page no clipboard; then the text is left selected. */
export function copyButton(source: HTMLElement, what: string): HTMLButtonElement {
  const button = element('button', { type: 'button', 'aria-label': `Copy ${what}` }, 'Copy');
  button.addEventListener('click', () => {
    void copy(source).then((copied) => {
      button.textContent = copied ? 'Copied' : 'Selected';
    });
  });
  return button;
}

async function copy(source: HTMLElement): Promise<boolean> {
  getSelection()?.selectAllChildren(source);
  try {
    await navigator.clipboard.writeText(source.textContent ?? '');
    return true;
  } catch {
    // Without permission, or on an address that is not secure, the command that copies a selection is all there is.
    return document.execCommand('copy');
  }
}
