import type { OperationId } from '../../src/contract/index.ts';
import { contract } from '../../src/contract/index.ts';

/** Codes that every call can return, whatever its operation. */
const CLIENT_CODES = ['UNEXPECTED_RESPONSE', 'NETWORK', 'ABORTED', 'TIMEOUT', 'INVALID_REQUEST'];

const methods = [...new Set(contract.operationIds.map((id) => contract.operations[id].method))];

/**
 * Returns a module that compiles only if the client's types match the contract for every operation. Each
 * `@ts-expect-error` precedes one line that must not compile. `client` is the module that the client is imported from.
 */
export function typeTests(client: string): string {
  return [head(client), ...contract.operationIds.map(testsOf)].join('\n');
}

function head(client: string): string {
  return `import type { ApiErrorOf, Client, ClientErrorOf, ResultOf } from '${client}';
import { isApiError } from '${client}';

type Equal<Left, Right> =
  (<Type>() => Type extends Left ? 1 : 2) extends <Type>() => Type extends Right ? 1 : 2 ? true : false;
export const equal = <_Fact extends true>(): void => undefined;
export declare const client: Client;

equal<Equal<Exclude<keyof Client, ${union(methods)}>, ${union(contract.operationIds)}>>();
// @ts-expect-error a comparison that could not fail would prove nothing
equal<Equal<ApiErrorOf<'getRecord'>['code'], ApiErrorOf<'createRecord'>['code']>>();
`;
}

function testsOf(id: OperationId): string {
  const errors: Readonly<Record<string, readonly string[]>> = contract.operations[id].errors;
  const documented = Object.entries(errors).flatMap(([status, codes]) => codes.map((code) => ({ status, code })));
  const codes = documented.map(({ code }) => code);
  const foreign = contract.pairs.filter(({ code }) => !codes.includes(code));
  const foreignStatuses = new Set(
    contract.pairs.map(({ status }) => String(status)).filter((status) => !(status in errors)),
  );
  const lines = [
    `export async function ${id}(result: ResultOf<'${id}'>): Promise<void> {`,
    `  // @ts-expect-error data exists only if the result is ok`,
    `  result.data;`,
    `  // @ts-expect-error error exists only if the result is not ok`,
    `  result.error;`,
    `  if (result.ok) return;`,
    `  const { error } = result;`,
    `  equal<Equal<ClientErrorOf<'${id}'>['code'], ${union([...codes, ...CLIENT_CODES])}>>();`,
    ...documented.flatMap(({ status, code }) => pairTests(id, status, code, errors[status] ?? [])),
    ...foreign.map(
      ({ code }) => `  // @ts-expect-error ${id} does not document ${code}\n  if (error.code === '${code}') error;`,
    ),
    ...[...foreignStatuses].map(
      (status) =>
        `  // @ts-expect-error ${id} does not document ${status}\n  if (isApiError(error) && error.status === ${status}) error;`,
    ),
    exhaustive(codes, undefined),
    ...[...codes, ...CLIENT_CODES].map((code) => exhaustive(codes, code)),
    `  // @ts-expect-error ${id} has no such argument`,
    `  await client.${id}({ ...(null as unknown as Parameters<Client['${id}']>[0]), retries: 3 });`,
    `  // @ts-expect-error ${id} requires an entity`,
    `  await client.${id}({});`,
    `  // @ts-expect-error calls have no such option`,
    `  await client.${id}(null as unknown as Parameters<Client['${id}']>[0], { retries: 3 });`,
    `}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Returns the type tests for one code and its status. */
function pairTests(id: OperationId, status: string, code: string, codesOfStatus: readonly string[]): readonly string[] {
  const names = contract.operations[id].scenarios.filter((name) => contract.scenarios[name].code === code);
  const carriesDetails = names.some((name) => contract.scenarios[name].details);
  const details = carriesDetails ? 'readonly { readonly field: string; readonly message: string }[]' : 'undefined';
  return [
    `  if (error.code === '${code}') {`,
    `    equal<Equal<typeof error.status, ${status}>>();`,
    `    equal<Equal<typeof error.operationId, '${id}'>>();`,
    `    equal<Equal<typeof error.scenario, ${union(names)} | undefined>>();`,
    `    error.details satisfies ${details};`,
    carriesDetails
      ? `    error.details[0]?.field satisfies string | undefined;`
      : `    equal<Equal<typeof error.details, undefined>>();`,
    `    // @ts-expect-error nothing more is known about the cause`,
    `    error.cause.code;`,
    `  }`,
    `  if (isApiError(error) && error.status === ${status}) equal<Equal<typeof error.code, ${union(codesOfStatus)}>>();`,
    `  if (isApiError(error, '${code}')) equal<Equal<typeof error.status, ${status}>>();`,
  ];
}

/** Returns a switch over every code, or over every code except `left`, which must not compile. */
function exhaustive(codes: readonly string[], left: string | undefined): string {
  const cases = [...codes, ...CLIENT_CODES].filter((code) => code !== left).map((code) => `    case '${code}':`);
  const lines = ['  switch (error.code) {', ...cases, '      break;', '    default:'];
  if (left !== undefined) lines.push(`      // @ts-expect-error ${left} is not handled`);
  return [...lines, '      error satisfies never;', '  }'].join('\n');
}

function union(members: readonly string[]): string {
  return members.map((member) => `'${member}'`).join(' | ');
}
