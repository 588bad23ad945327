import { inspect } from 'node:util';

import { readEnvelope } from '../../src/contract/index.ts';
import type { Markup } from '../../src/html/index.ts';
import { markup } from '../../src/html/index.ts';
import { defaultUrl } from '../../src/mock/index.ts';
import type { ClientCall } from '../../src/plan/index.ts';
import { clientCallOf } from '../../src/plan/index.ts';
import { codeBlock } from './code-block.ts';
import type { RecordedExchange } from './exchanges.ts';

/** A program that handles a failure with the typed client, and its output. */
export function clientMarkup(exchange: RecordedExchange): Markup {
  const call = clientCallOf(defaultUrl, exchange);
  if (call === undefined) {
    return markup`<p>The typed client only calls operations, each at its own path. It gets this response only if its <code>baseUrl</code> is wrong.</p>`;
  }
  return markup`${codeBlock(call.program, 'ts')}${codeBlock(printed(exchange, call), 'text', 'Output')}
<p>${call.prints === 'scenario' ? BY_SCENARIO : BY_CODE}</p>`;
}

const BY_CODE = markup`No other failure of the operation has this code, so <code>error.code</code> identifies it. It also narrows <code>status</code> and <code>details</code>.`;
const BY_SCENARIO = markup`Several failures of the operation share this code. <code>error.scenario</code> distinguishes them by their messages.`;

/** The program's output for the recorded response. */
function printed({ scenario, answer }: RecordedExchange, { prints }: ClientCall): string {
  const error = readEnvelope(answer.body);
  if (prints === 'details') return inspect(error?.details);
  return prints === 'scenario' ? `${scenario} ${error?.message}` : String(error?.message);
}
