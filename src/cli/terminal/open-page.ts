import open from 'open';

/** Opens a page in the browser of whoever called. That there is none is told, and stops nothing. */
export async function openPage(url: string): Promise<void> {
  const complain = (): void => console.error(`No browser could be opened; the page is at ${url}`);
  try {
    const opener = await open(url);
    opener.once('error', complain);
    opener.once('exit', (code) => {
      if (code !== 0) complain();
    });
  } catch {
    complain();
  }
}
