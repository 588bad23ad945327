import { inspect } from 'node:util';

import { readEnvelope } from '../../src/contract/index.ts';
import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { defaultUrl } from '../../src/mock/index.ts';
import type { ClientCall } from '../../src/plan/index.ts';
import { clientCallOf } from '../../src/plan/index.ts';
import { codeBlock } from './code-block.ts';
import type { RecordedExchange } from './exchanges.ts';

/** How the typed client meets a failure: the program, and what it prints. */
export function clientMarkup(exchange: RecordedExchange): Markup {
  const call = clientCallOf(defaultUrl, exchange);
  if (call === undefined) {
    return markup`<p>The typed client calls nothing but operations, each at its own path. It meets this only where its <code>baseUrl</code> is wrong.</p>`;
  }
  return markup`${codeBlock(call.program, 'ts')}${codeBlock(printed(exchange, call), 'text', 'It prints')}
<p>${call.prints === 'scenario' ? BY_SCENARIO : BY_CODE}</p>`;
}

const BY_CODE = markup`The operation has no other failure of that code, so that <code>error.code</code> tells it; it narrows <code>status</code> and <code>details</code> too.`;
const BY_SCENARIO = markup`Several failures of the operation share that code; <code>error.scenario</code> tells them apart, by their messages.`;

/** What the program prints of the answer that was recorded. */
function printed({ scenario, answer }: RecordedExchange, { prints }: ClientCall): string {
  const error = readEnvelope(answer.body);
  if (prints === 'details') return inspect(error?.details);
  return prints === 'scenario' ? `${scenario} ${error?.message}` : String(error?.message);
}
