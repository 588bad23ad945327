import type { ContractDocument } from './contract-document.ts';
import { methods } from './contract-document.ts';
import { contractOperations } from './operations.ts';
import { readError } from './read-error.ts';

/**
 * Returns the source of a type with one documented member per operation. An editor shows the comment of a member where the client's
 * function of that name is used. Types add no bytes to the client.
 */
export function clientOperationsSource(document: ContractDocument): string {
  const members = contractOperations(document).map(({ operationId, responses }) => {
    const operation = Object.values(document.paths)
      .flatMap((item) => methods.flatMap((method) => item[method] ?? []))
      .find((each) => each.operationId === operationId);
    const failures = new Map<string, string[]>();
    for (const { status, examples } of responses.filter((each) => each.status >= 400)) {
      for (const [name, { summary = name, value }] of Object.entries(examples)) {
        const pair = `${status} ${String(readError(document, value).code)}`;
        failures.set(pair, [...(failures.get(pair) ?? []), summary]);
      }
    }
    const lines = [
      `${operation?.summary}.`,
      '',
      ...(operation?.description ?? '').trim().split('\n'),
      '',
      'Failures:',
      ...[...failures].map(([pair, summaries]) => `- \`${pair}\`: ${summaries.join('; ')}`),
    ];
    // A description that contains `*/` would end the comment.
    const comment = lines.map((line) => `   * ${line.replaceAll('*/', '*\\/')}`.trimEnd());
    return [`  /**`, ...comment, `   */`, `  readonly ${operationId}: '${operationId}';`].join('\n');
  });
  return `/** The operations of the contract, with their descriptions and failures. */
export interface DocumentedOperations {
${members.join('\n')}
}
`;
}
