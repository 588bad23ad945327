/** Shows the copy button of each code block. If the browser denies access to the clipboard, the text stays selected. */
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
    // The Clipboard API needs a secure context. Pages opened from a folder or over HTTP can only copy the selection.
    return document.execCommand('copy');
  }
}
