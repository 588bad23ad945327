import { contract, documentedScenarios } from '../contract/index.ts';
import type { CaseName } from './planned-case.ts';
import { methodOwner } from './request-draft.ts';
import { provocations } from './scenarios/index.ts';
import { success } from './scenarios/success.ts';

/** The first number of the cases. Lower numbers belong to the records that a run creates in advance. */
const FIRST = 100;

/** How many values most cases need: a valid request, and a change or two. */
const A_CASE = 4;

/**
 * Returns a function that generates the tokens of a case, which make its values unique. They depend only on the name of the
 * case, so that each case can be planned independently, and no two cases share one.
 * @param run digits that are unique to the run, placed before each number
 */
export function tokensOf(run: string, name: Pick<CaseName, 'operationId' | 'scenario' | 'variant'>): () => string {
  const range = ranges().get(keyOf(name));
  if (range === undefined) throw new Error(`there is no case named ${keyOf(name)}`);
  let next = range.first;
  return () => {
    if (next > range.last) throw new Error(`${keyOf(name)} needs more values than newValues of its variant allows`);
    return tokenOf(run, next++);
  };
}

/** Returns a function that generates tokens beyond those of all cases, for requests outside the plan. */
export function tokensBesidesPlan(run: string): () => string {
  let next = Math.max(...[...ranges().values()].map(({ last }) => last)) + 1;
  return () => tokenOf(run, next++);
}

function tokenOf(run: string, number: number): string {
  return `${run}${String(number).padStart(4, '0')}`;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

let known: ReadonlyMap<string, Range> | undefined;

/** The range of numbers of each possible case of the contract, independent of the target. */
function ranges(): ReadonlyMap<string, Range> {
  if (known !== undefined) return known;
  const all = new Map<string, Range>();
  let first = FIRST;
  for (const [key, newValues] of caseSizes()) {
    all.set(key, { first, last: first + newValues - 1 });
    first += newValues;
  }
  known = all;
  return all;
}

function caseSizes(): readonly (readonly [key: string, newValues: number])[] {
  return contract.operationKeys.flatMap((operationId) => {
    const successes = operationId === 'outsideOperations' ? [] : Object.keys(success[operationId]);
    return [
      ...successes.map((variant) => [keyOf({ operationId, scenario: 'success', variant }), A_CASE] as const),
      ...documentedScenarios(operationId).flatMap((scenario) =>
        Object.entries(provocations[scenario])
          .filter(([, { appliesTo }]) => appliesTo?.(methodOwner(operationId)) ?? true)
          .map(([variant, { newValues = A_CASE }]) => [keyOf({ operationId, scenario, variant }), newValues] as const),
      ),
    ];
  });
}

function keyOf({ operationId, scenario, variant }: Pick<CaseName, 'operationId' | 'scenario' | 'variant'>): string {
  return `${operationId}.${scenario}.${variant}`;
}
