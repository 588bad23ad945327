import { element } from './element.ts';

/** Returns a button that copies the text of an element. If the browser denies access to the clipboard, the text stays selected. */
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
    // Without permission, or on an insecure origin, only the deprecated copy command is available.
    return document.execCommand('copy');
  }
}
