/** Whether a text is an origin as browsers send it, or `*`, which stands for every origin. */
export function isOrigin(text: string): boolean {
  if (text === '*') return true;
  // A URL can have these in its host, but whoever writes them means several origins.
  if (/[*,]/.test(text)) return false;
  if (/^https?:/.test(text)) return URL.canParse(text) && new URL(text).origin === text;
  // Apps have their own schemes, such as capacitor://localhost.
  return /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#@]+$/.test(text);
}
