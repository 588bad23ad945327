import { contract } from '../../src/contract/index.ts';
import { documentedOperation } from '../../src/explanation/index.ts';
import { markup } from '../../src/html/index.ts';
import { defaultUrl } from '../../src/mock/index.ts';
import { clientCallOf } from '../../src/plan/index.ts';
import { codeBlock } from './code-block.ts';
import { exchangeMarkup } from './exchange-markup.ts';
import type { RecordedExchange } from './exchanges.ts';
import { headingMarkup } from './heading.ts';
import { linkFrom } from './links.ts';
import type { Page } from './page.ts';
import { operationPath, scenarioPath } from './paths.ts';
import { statusMarkup } from './status-markup.ts';

/** The page of successful responses, one per operation. */
export function successPage(exchanges: readonly RecordedExchange[]): Page {
  const path = scenarioPath('success');
  const parts = contract.operationIds.map((operationId) => {
    const { success } = contract.operations[operationId];
    const example = exchanges.find((each) => each.operationId === operationId && each.scenario === 'success');
    if (example === undefined) throw new Error(`The plan for the mock has no successful request for ${operationId}`);
    const program = clientCallOf(defaultUrl, example)?.program;
    return {
      id: operationId,
      title: operationId,
      body: markup`<p>${statusMarkup(success)} ${documentedOperation(operationId).success} <a href="${linkFrom(path, operationPath(operationId))}">All its responses</a></p>
${exchangeMarkup(example)}${program === undefined ? undefined : codeBlock(program, 'ts', 'With the typed client')}`,
    };
  });
  return {
    path,
    title: 'Success',
    shortTitle: 'success',
    description: 'What each operation returns if nothing fails.',
    section: 'failures',
    group: 'No failure',
    headings: parts,
    body: markup`<p class="lead">What each operation returns if nothing fails: the row of the matrix that is not a failure.</p>
<p>An operation succeeds with one status and one shape. Any other response is one of its documented failures.</p>
${parts.map((part) => markup`<section aria-labelledby="${part.id}">${headingMarkup(part)}${part.body}</section>\n`)}`,
  };
}
