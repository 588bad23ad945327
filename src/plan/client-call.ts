import type { OperationId } from '../contract/index.ts';
import { contract, isObject, isOperationId } from '../contract/index.ts';
import { literal } from './literal.ts';
import type { PlannedCase, PlannedRequest } from './planned-case.ts';

/** A call with the typed client, as TypeScript. */
export interface ClientCall {
  /** A complete program that prints its outcome. */
  readonly program: string;
  /**
   * What it prints: the data, or the details or message of the error, or the scenario and the message if the code has several
   * scenarios.
   */
  readonly prints: 'data' | 'details' | 'message' | 'scenario';
}

/**
 * Writes the program that sends a planned request with the typed client. Returns `undefined` if the client cannot send the
 * request: its path belongs to no operation, its body is not JSON or has the wrong type, or it has no key.
 * @param baseUrl everything before `/{orgSlug}`
 */
export function clientCallOf(baseUrl: string, { operationId, scenario, request }: PlannedCase): ClientCall | undefined {
  if (!isOperationId(operationId)) return undefined;
  const [, organization, workspace, ...segments] = new URL(request.path, 'http://target.invalid').pathname.split('/');
  const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const input = inputOf(operationId, segments, request);
  if (key === undefined || input === undefined) return undefined;
  const { condition, printed, prints } = outcomeOf(operationId, scenario);
  const options = headersOf(request);
  return {
    prints,
    program: `import { createClient } from 'workspace-api-client';

const client = createClient({
  baseUrl: ${literal(`${baseUrl}/${organization}/${workspace}`)},
  apiKey: ${literal(key)},
});

const result = await client.${operationId}(${[input, ...options].map((each) => literal(each)).join(', ')});
if (${condition}) {
  console.log(${printed});
}
`,
  };
}

/** Returns the input of the call, or `undefined` if the types of the client do not allow it. */
function inputOf(operationId: OperationId, segments: readonly string[], request: PlannedRequest): object | undefined {
  const names = contract.operations[operationId].path.split('/').slice(1);
  if (names.length !== segments.length) return undefined;
  const path: Record<string, string | number> = {};
  for (const [index, name] of names.entries()) {
    const value = decoded(segments[index] ?? '');
    if (value === undefined) return undefined;
    if (name.startsWith('{')) path[name.slice(1, -1)] = name === '{id}' ? idFrom(value) : value;
  }
  const input = { ...path, ...queryOf(request.path) };
  const { body: kind } = contract.operations[operationId];
  if (kind === null) return input;
  const body = parsed(request.body);
  return Array.isArray(body) === (kind !== 'record') && (Array.isArray(body) || isObject(body))
    ? { ...input, body }
    : undefined;
}

/** Returns an id as a number if a number can hold its digits, and unchanged otherwise. */
function idFrom(text: string): string | number {
  return /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** Returns the query parameters by name, converted to the types that the contract defines. */
function queryOf(path: string): object {
  const parameters: Readonly<Record<string, { readonly type: string }>> = Object.assign(
    {},
    ...Object.values(contract.operations).map(({ query }) => query),
  );
  const { searchParams } = new URL(path, 'http://target.invalid');
  return Object.fromEntries(
    [...searchParams].map(([name, value]) => {
      const type = parameters[name]?.type;
      if (type === 'integer') return [name, Number(value)];
      return [name, type === 'array' ? value.split(',') : value];
    }),
  );
}

/** Returns the headers that the client does not send itself. */
function headersOf({ headers }: PlannedRequest): readonly object[] {
  const own = new Set(['accept', 'accept-encoding', 'authorization', 'content-type']);
  const more = Object.entries(headers).filter(([name]) => !own.has(name));
  return more.length === 0 ? [] : [{ headers: Object.fromEntries(more) }];
}

function outcomeOf(
  operationId: OperationId,
  scenario: PlannedCase['scenario'],
): { readonly condition: string; readonly printed: string; readonly prints: ClientCall['prints'] } {
  if (scenario === 'success') return { condition: 'result.ok', printed: 'result.data', prints: 'data' };
  const { code, details } = contract.scenarios[scenario];
  const ofCode = contract.operations[operationId].scenarios.filter((name) => contract.scenarios[name].code === code);
  const condition = `!result.ok && result.error.code === ${literal(code)}`;
  if (details) return { condition, printed: 'result.error.details', prints: 'details' };
  if (ofCode.length < 2) return { condition, printed: 'result.error.message', prints: 'message' };
  return { condition, printed: 'result.error.scenario, result.error.message', prints: 'scenario' };
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function parsed(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}
