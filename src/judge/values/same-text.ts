/** Whether two strings differ only in case and surrounding whitespace, which a server may change before it stores text. */
export function sameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** Whether a text contains the digits of a run, whatever case, whitespace and punctuation a server gave it. */
export function showsRun(text: string, run: string): boolean {
  return text.replace(/[^\p{L}\p{N}]/gu, '').includes(run);
}

/**
 * Whether the texts of a record contain the digits of a run and of another record, and not those of the record that the values belong
 * to. An update of one column leaves the digits of the creation in the others.
 */
export function showsOtherRecord(texts: readonly string[], run: string, values: readonly string[]): boolean {
  const token = new RegExp(`${run}\\d{4}`, 'g');
  const tokensIn = (text: string): readonly string[] =>
    [...text.replace(/[^\p{L}\p{N}]/gu, '').matchAll(token)].map(([found]) => found);
  const own = values.flatMap(tokensIn);
  const shown = texts.flatMap(tokensIn);
  return own.length > 0 && shown.length > 0 && !shown.some((each) => own.includes(each));
}

function plain(text: string): string {
  return text.normalize().trim().toLowerCase();
}
