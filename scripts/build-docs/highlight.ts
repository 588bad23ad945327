import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';

/** Highlights the comments, strings and keywords of code. Code in an unknown language stays plain. */
export function highlight(code: string, language: string | undefined): Markup {
  const tokens = grammars[language ?? ''];
  if (tokens === undefined) return markup`${code}`;
  const parts: Markup[] = [];
  let end = 0;
  for (const match of code.matchAll(tokens)) {
    const [kind = ''] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    parts.push(markup`${code.slice(end, match.index)}<span class="${kind}">${match[0]}</span>`);
    end = match.index + match[0].length;
  }
  return markup`${parts}${code.slice(end)}`;
}

const script =
  /(?<comment>\/\/.*|\/\*[^]*?\*\/)|(?<text>'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|(?<word>\b(?:as|async|await|break|case|catch|class|const|default|else|export|extends|for|from|function|if|import|interface|let|new|of|readonly|return|satisfies|switch|throw|try|type|typeof)\b)/g;

const grammars: Readonly<Record<string, RegExp | undefined>> = {
  ts: script,
  js: script,
  json: /(?<name>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<text>"(?:[^"\\]|\\.)*")|(?<word>-?\b\d[\d.eE+-]*\b|\b(?:true|false|null)\b)/g,
  sh: /(?<comment>(?<=^|\s)#.*)|(?<text>'[^']*'|"(?:[^"\\]|\\.)*")|(?<word>(?<=^|\n|&& |\| )(?:curl|npm|npx|node|git|cd)\b)/g,
  yaml: /(?<comment>(?<=^|\s)#.*)|(?<text>'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")|(?<name>(?<=^[ -]*)[\w-]+(?=:))/gm,
  http: /(?<word>(?<=^HTTP\/1\.1 )\d{3}.*)|(?<name>(?<=\n)[\w-]+(?=: ))|(?<text>"(?:[^"\\]|\\.)*")/g,
};
