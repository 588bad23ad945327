/**
 * Returns the pattern of a message: what another run would find too. Everything that may differ is `*`: ids, numbers, and values
 * with the digits of the run.
 * @param statuses the expected and the received status, which stay
 * @param volatile other texts that differ in each run, such as an id without digits
 */
export function patternOf(
  message: string,
  { statuses, volatile }: { readonly statuses: readonly number[]; readonly volatile: readonly string[] },
): string {
  const fixed = volatile.reduce(
    (text, each) => text.replaceAll(each, '*'),
    message.replace(/\bno response\b.*/s, 'no response*'),
  );
  const unnumbered = fixed.replace(UUID, '*');
  return unnumbered
    .replace(/[\da-z]+/gi, (word, offset: number) => {
      if (!/\d/.test(word)) return word;
      const isStatus =
        statuses.includes(Number(word)) && /(?:returned|not|status) $/.test(unnumbered.slice(0, offset).slice(-10));
      if (isStatus) return word;
      return isOpaque(word) ? '*' : word.replace(/\d+/g, '*');
    })
    .replace(/\*+/g, '*');
}

/** Whether a text fits a pattern, in which `*` stands for any text. */
export function fitsPattern(text: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let position = first.length;
  for (const part of others) {
    const found = text.indexOf(part, position);
    if (found === -1 || found + part.length > end) return false;
    position = found + part.length;
  }
  return true;
}

/** RFC 9562, section 4. */
const UUID = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi;

/** A longer word that mixes letters and digits is an id of a request, a hash, or a token. */
const SHORTEST_TOKEN = 16;

function isOpaque(word: string): boolean {
  return word.length >= SHORTEST_TOKEN && /[a-z]/i.test(word);
}
