import type { Basis, OperationKey, ScenarioName } from '../contract/index.ts';
import { contract, documentsStatus, isObject, isPair, matchTemplate, readEnvelope } from '../contract/index.ts';
import type { Exchange, JudgedBreach, ReceivedResponse } from '../judge/index.ts';
import { clauseOf, judge, lostValues, parseBody, parseExactBody, receivedFacts } from '../judge/index.ts';
import type { PlannedCase } from '../plan/index.ts';
import type { Answer, ExpectedAnswer } from './expect/expect-answer.ts';
import { expectAnswer } from './expect/expect-answer.ts';

/** A response, what it is, and everything about it that the contract does not allow. */
export interface JudgedAnswer {
  readonly operation: OperationKey;
  /** The documented failure; `success`, or `undefined` for a response that the operation does not document. */
  readonly scenario: ScenarioName | 'success' | undefined;
  readonly planned: PlannedCase;
  readonly exchange: Exchange & { readonly response: ReceivedResponse };
  readonly breaches: readonly AnswerBreach[];
}

/** A violation, with the sentence of the contract that it violates. */
export interface AnswerBreach extends JudgedBreach {
  readonly contract: string;
  /** The failure that the contract requires instead, if it is known. */
  readonly instead?: ScenarioName;
  /** What must be true for it to be one; other exchanges of the recording show whether it is. Nothing by default. */
  readonly unless?: Doubt;
}

/** Why a violation may be none: the workspace does not exist, or the recording leaves out keys. */
export type Doubt = 'noSuchWorkspace' | 'keysNotRecorded';

/** The variant of every case that was not planned, but observed. */
const OBSERVED = 'observed';

const MISSING = 404;

const EVERY_FAILURE =
  'Every failure of an operation has a status and a code from the table of the error documentation, and one of the messages documented for them.';

/** Judges one response by everything that it and its request show. */
export function judgeAnswer(answer: Answer & { readonly response: ReceivedResponse }): JudgedAnswer {
  const { operation, request, response } = answer;
  const expectation = expectAnswer(answer);
  const { cell, expected, scenario, alike } = expectation;
  const basis: Basis = cell === 'success' ? 'api' : contract.scenarios[cell].basis;
  const planned: PlannedCase = { operationId: operation, scenario: cell, variant: OBSERVED, basis, request, expected };
  const exchange = { request, response };
  const foreign = alike.length === 0 ? undefined : foreignFailure(response);
  const own = ownBreaches(answer, expectation, foreign);
  const replaced = new Set(own.flatMap(({ replaces }) => replaces));
  const found = judge({ planned, exchange })
    .filter(({ check }) => !replaced.has(check))
    .map((breach) => ({
      ...softened(breach, answer),
      contract: breach.rule ?? (cell !== 'success' && scenario === undefined ? EVERY_FAILURE : clauseOf(planned)),
    }));
  // A message that is that of none of several failures does not show which one it is.
  const seen = cell === 'success' ? 'success' : alike.length > 1 || foreign !== undefined ? undefined : scenario;
  return {
    operation,
    scenario: response.status === expected.status ? seen : undefined,
    planned,
    exchange,
    breaches: [...own.map(({ replaces: _replaces, ...breach }) => breach), ...found],
  };
}

/** A violation that only an observed response can have, and the checks that would say it less clearly. */
interface OwnBreach extends AnswerBreach {
  readonly replaces: readonly AnswerBreach['check'][];
}

function ownBreaches(
  { operation, request, response, parameters }: Answer & { readonly response: ReceivedResponse },
  { alike, scenario, cell }: ExpectedAnswer,
  foreign: ScenarioName | undefined,
): readonly OwnBreach[] {
  if (cell === 'success') return [...repeatedItem(operation, response), ...lostParts(operation, request, response)];
  const { code, message } = readEnvelope(parseBody(response.body)) ?? {};
  const facts = { expected: {}, received: receivedFacts(response), contract: EVERY_FAILURE } as const;
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
  if (foreign !== undefined)
    return [
      {
        ...facts,
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

/** Finds the failure of any operation that has the code and the message of a response. */
function foreignFailure({ body }: ReceivedResponse): ScenarioName | undefined {
  const { code, message } = readEnvelope(parseBody(body)) ?? {};
  if (typeof message !== 'string') return undefined;
  return contract.scenarioNames.find((name) => {
    const { code: own, template } = contract.scenarios[name];
    return own === code && template !== null && matchTemplate(template, message) !== undefined;
  });
}

/** Other clients may create and delete records between a count and the list that it counts. */
function softened(breach: JudgedBreach, { response }: Answer): JudgedBreach {
  if (breach.check !== 'page' || breach.field !== 'data' || response.status >= 400) return breach;
  const { value } = breach.received ?? {};
  const { value: most } = breach.expected ?? {};
  return typeof value === 'number' && typeof most === 'number' && value <= most ? { ...breach, basis: 'ours' } : breach;
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
