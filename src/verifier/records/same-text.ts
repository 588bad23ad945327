/** Whether two strings differ only in case and surrounding whitespace, which a server may change before it stores text. */
export function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** Whether a text contains the digits of a run, whatever case, whitespace and punctuation a server gave it. */
export function showsRun(text: string, run: string): boolean {
  return text.replace(/[^\p{L}\p{N}]/gu, '').includes(run);
}

/** Whether a text contains the digits of a run and of another record than the one that the values belong to. */
export function showsOtherRecord(text: string, run: string, values: readonly string[]): boolean {
  const tokens = (each: string): readonly string[] =>
    [...each.replace(/[^\p{L}\p{N}]/gu, '').matchAll(new RegExp(`${run}\\d{4}`, 'g'))].map(([token]) => token);
  const own = values.flatMap(tokens);
  const shown = tokens(text);
  return own.length > 0 && shown.length > 0 && !shown.some((token) => own.includes(token));
}

function plain(text: string): string {
  return text.normalize().trim().toLowerCase();
}
