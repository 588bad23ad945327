import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { defaultUrl } from '../../src/mock/index.ts';
import { curlLinesOf } from '../../src/plan/index.ts';
import { codeBlock } from './code-block.ts';
import type { RecordedAnswer, RecordedExchange } from './exchanges.ts';
import { jsonText } from './json-text.ts';

/** A request as a command line, followed by the mock's response. */
export function exchangeMarkup({ request, answer }: RecordedExchange): Markup {
  return markup`${codeBlock(curlLinesOf(defaultUrl, request), 'sh', 'Request')}${codeBlock(answerText(answer), 'http', 'Response')}`;
}

/** A response as sent over HTTP, with its body formatted for reading. */
function answerText({ status, statusText, headers, body }: RecordedAnswer): string {
  const head = [
    `HTTP/1.1 ${status} ${statusText}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ].join('\n');
  return body === undefined ? head : `${head}\n\n${jsonText(body)}`;
}
