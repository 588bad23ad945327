/**
 * Pretty-prints JSON token by token. Unlike `JSON.parse` and `JSON.stringify`, it keeps every digit, escape and duplicate
 * member. Returns text that is not JSON unchanged.
 */
export function prettyJson(text: string): string {
  if (!isJson(text)) return text;
  let depth = 0;
  const line = (): string => `\n${'  '.repeat(depth)}`;
  return text.replace(TOKEN, (token) => {
    if (token.trim() === '') return '';
    if (EMPTY.test(token)) return token.replace(/\s/g, '');
    if (token === '{' || token === '[') {
      depth += 1;
      return token + line();
    }
    if (token === '}' || token === ']') {
      depth -= 1;
      return line() + token;
    }
    if (token === ',') return token + line();
    return token === ':' ? ': ' : token;
  });
}

/** A string, an empty object or array, white space, or a punctuator. The rest are numbers and literals. */
const TOKEN = /"(?:[^"\\]|\\.)*"|\{\s*\}|\[\s*\]|\s+|[[\]{},:]/g;

const EMPTY = /^[[{]\s*[\]}]$/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
