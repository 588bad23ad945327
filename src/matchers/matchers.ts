import type { OperationId, ScenarioName } from '../contract/index.ts';
import { contract, documentedScenarios, isOperationId, isScenarioName } from '../contract/index.ts';
import { describeVerdict, failureText, nameOf, subjectOf } from './describe-verdict.ts';
import { differingValues, unknownValues } from './differing-values.ts';
import { judgeReceived } from './judge-received.ts';
import type { Received } from './received/received.ts';
import { readReceived } from './received/read-received.ts';

/** What Vitest and Jest expect of a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What Vitest and Jest pass to a matcher as `this`. */
interface MatcherContext {
  readonly isNot?: boolean;
}

type Outcome = MatcherResult | Promise<MatcherResult>;

/** The matchers, for `expect.extend`. */
export const matchers = {
  toKeepContract(value: unknown, operation?: OperationId): Outcome {
    requireKnown(operation);
    return withReceived(value, (received) => {
      const verdict = judgeReceived(received, operation);
      const { findings } = verdict;
      const pass = findings.length === 0;
      const what = pass
        ? `${nameOf(verdict)}, which keeps the contract, although it was expected not to`
        : `${nameOf(verdict)}, which violates the contract`;
      return { pass, message: () => describeVerdict(what, verdict) };
    });
  },

  toFailWith(
    this: MatcherContext | void,
    value: unknown,
    scenario: ScenarioName,
    values: Readonly<Record<string, unknown>> = {},
    operation?: OperationId,
  ): Outcome {
    requireKnown(operation);
    requireDocumented(scenario, values, operation);
    const isNot = this?.isNot === true;
    const candidates = contract.operationIds.filter((each) => documentedScenarios(each).includes(scenario));
    return withReceived(value, (received) => {
      const verdict = judgeReceived(received, operation, candidates);
      const { judged, findings } = verdict;
      const isIt = judged.scenario === scenario;
      const differing = isIt ? differingValues(scenario, judged.exchange.response.body, values) : [];
      // A response that is the failure, but breaks the contract, is neither what is expected nor something else.
      const pass = isIt && differing.length === 0 && (isNot || findings.length === 0);
      const expected = `was expected to fail with ${failureText(scenario)}`;
      const wrong = differing.length > 0 ? `, but ${differing.join(', and ')}` : '';
      const what = pass
        ? `${nameOf(verdict)}, although it was expected not to`
        : `${subjectOf(verdict)} ${expected}${isIt ? wrong || ', but the response violates the contract' : `, but ${verdict.isKnown ? nameOf(verdict) : `it is ${judged.exchange.response.status}${judged.scenario === undefined ? '' : ` ${judged.scenario}`}`}`}`;
      return { pass, message: () => describeVerdict(what, verdict) };
    });
  },
};

function withReceived(value: unknown, decide: (received: Received) => MatcherResult): Outcome {
  const received = readReceived(value);
  return received instanceof Promise ? onlyAwaited(received.then(decide)) : decide(received);
}

/** In `expect.toFailWith(…)`, runners look at the result at once, and would take the promise for one that does not match. */
function onlyAwaited(result: Promise<MatcherResult>): Promise<MatcherResult> {
  return Object.defineProperty(result, 'pass', {
    get() {
      result.catch(() => undefined);
      throw new TypeError(
        'the body of a Response cannot be read inside another matcher; use await expect(response).toFailWith(…)',
      );
    },
  });
}

function requireKnown(operation: string | undefined): void {
  if (operation === undefined || isOperationId(operation)) return;
  throw new TypeError(`the contract has no operation ${operation}; it has ${contract.operationIds.join(', ')}`);
}

function requireDocumented(scenario: string, values: object, operation: OperationId | undefined): void {
  const known = operation === undefined ? contract.scenarioNames : documentedScenarios(operation);
  if (!isScenarioName(scenario) || !known.includes(scenario))
    throw new TypeError(`${operation ?? 'the contract'} documents no failure ${scenario}; it has ${known.join(', ')}`);
  const [unknown] = unknownValues(scenario, values);
  if (unknown !== undefined) throw new TypeError(`${scenario} has no value ${unknown}`);
}
