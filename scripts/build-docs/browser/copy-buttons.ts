/** Shows the button of each block of code, and lets it copy; where a browser gives the page no clipboard, the text is left selected. */
export function addCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const code = button.parentElement?.querySelector('code');
      if (!(code instanceof HTMLElement)) return;
      void copy(code).then((copied) => {
        button.textContent = copied ? 'Copied' : 'Selected';
      });
    });
  }
}

async function copy(source: HTMLElement): Promise<boolean> {
  getSelection()?.selectAllChildren(source);
  try {
    await navigator.clipboard.writeText(source.textContent ?? '');
    return true;
  } catch {
    // Pages of a folder, and those of an address that is not secure, may only do what the reader could: copy a selection.
    return document.execCommand('copy');
  }
}
