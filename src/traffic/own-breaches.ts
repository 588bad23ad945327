import type { OperationKey, ScenarioName } from '../contract/index.ts';
import { contract, documentsStatus, hasMessageOf, isObject, isPair, readEnvelope } from '../contract/index.ts';
import type { ReceivedResponse } from '../judge/index.ts';
import { CLOSED_TABLE, lostValues, parseBody, parseExactBody, receivedFacts } from '../judge/index.ts';
import type { Answer, ExpectedAnswer } from './expect/expect-answer.ts';
import type { AnswerBreach } from './answer-breach.ts';

/** A violation that only an observed response can have, and the checks that would say it less clearly. */
export interface OwnBreach extends AnswerBreach {
  readonly replaces: readonly AnswerBreach['check'][];
}

const MISSING = 404;

/**
 * Finds what the checks of a planned case cannot: a response that the operation does not document, and what a request and its
 * response show together.
 */
export function ownBreaches(
  { operation, request, response, parameters }: Answer & { readonly response: ReceivedResponse },
  { alike, scenario, cell }: ExpectedAnswer,
  foreign: ScenarioName | undefined,
): readonly OwnBreach[] {
  if (cell === 'success') return [...repeatedItem(operation, response), ...lostParts(operation, request, response)];
  const { code, message } = readEnvelope(parseBody(response.body)) ?? {};
  const facts = { expected: {}, received: receivedFacts(response), contract: CLOSED_TABLE } as const;
  if (scenario === undefined && isPair(response.status, code)) {
    const words = documentsStatus(operation, response.status)
      ? `${response.status} with code ${JSON.stringify(code)}`
      : `${response.status} ${String(code)}`;
    return [
      {
        ...facts,
        check: 'status',
        basis: 'api',
        message: `returned ${words}, which ${operation} does not document`,
        replaces: ['status', 'pair'],
      },
    ];
  }
  if (alike.length === 0 || typeof message !== 'string') return [];
  const clause = `${operation}, ${alike.join(' or ')}: ${response.status} ${String(code)}`;
  if (foreign !== undefined)
    return [
      {
        ...facts,
        contract: clause,
        check: 'message',
        basis: 'seed',
        message: `the message ${JSON.stringify(message)} is that of ${foreign}, which ${operation} does not document`,
        replaces: ['message'],
      },
    ];
  const templates = alike.map((name) => JSON.stringify(contract.scenarios[name].template)).join(' or ');
  return [
    {
      ...facts,
      contract: clause,
      check: 'message',
      basis: 'seed',
      message: `the message is ${JSON.stringify(message)}, not ${templates}`,
      expected: alike.length === 1 ? { message: contract.scenarios[alike[0] ?? 'internalError'].template } : {},
      replaces: ['message'],
      // The contract does not say how a server words that a workspace does not exist.
      ...(response.status === MISSING && parameters.workspace !== undefined ? { unless: 'noSuchWorkspace' } : {}),
    },
  ];
}

/** Finds an item of a batch that is listed twice, whatever the first index is. */
function repeatedItem(operation: OperationKey, { body }: ReceivedResponse): readonly OwnBreach[] {
  const json = parseBody(body);
  const listed = isObject(json) && Array.isArray(json.errors) ? json.errors.filter(isObject) : [];
  const indexes = listed.map(({ index }) => index);
  const twice = indexes.find((index, at) => indexes.indexOf(index) < at);
  if (typeof twice !== 'number') return [];
  const message = `errors lists item ${twice} twice`;
  return [
    {
      check: 'bulk-result',
      basis: 'api',
      message,
      field: 'errors',
      expected: {},
      contract: `${operation}, success: each item that failed, once`,
      replaces: [],
    },
  ];
}

/** Notes values of a record that the response returns differently. A server may compute them, so that is no finding. */
function lostParts(
  operation: OperationKey,
  { body = '' }: Answer['request'],
  response: ReceivedResponse,
): readonly OwnBreach[] {
  if (operation !== 'createRecord' && operation !== 'updateRecord') return [];
  const [sent, received] = [parseExactBody(body), parseExactBody(response.body)];
  const data = isObject(received) ? received.data : undefined;
  if (!isObject(sent) || !isObject(data)) return [];
  const returned = Object.entries(sent).filter(([column]) => Object.hasOwn(data, column));
  const lost = lostValues(Object.fromEntries(returned), data);
  if (lost === '') return [];
  const contractLine = `${operation}, success: the record with the values that were sent`;
  return [
    {
      check: 'record',
      basis: 'ours',
      message: `the record has ${lost}`,
      expected: {},
      contract: contractLine,
      replaces: [],
    },
  ];
}

/** Finds the failure of any operation that has the code and the message of a response. */
export function foreignFailure({ body }: ReceivedResponse): ScenarioName | undefined {
  const { code, message } = readEnvelope(parseBody(body)) ?? {};
  return contract.scenarioNames.find((name) => contract.scenarios[name].code === code && hasMessageOf(name, message));
}
