import open from 'open';

/** Opens a page in the default browser. If that fails, prints the address instead. */
export async function openPage(url: string): Promise<void> {
  const complain = (): void => console.error(`Could not open a browser. Open ${url} yourself.`);
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
