import { contract, documentedScenarios } from '../contract/index.ts';
import type { CaseName } from './planned-case.ts';
import { methodOwner } from './request-draft.ts';
import { provocations } from './scenarios/index.ts';
import { success } from './scenarios/success.ts';

/** The numbers below are those of the records that a run arranges. */
const FIRST = 100;

/** What most cases need: a valid request, and a change or two. */
const A_CASE = 4;

/**
 * Gives the numbers that make the values of a case new, one after the other. They depend on its name alone, so that a case can be
 * planned without the others, and no two cases have one in common.
 * @param run digits that are unique to the run, before each number
 */
export function tokensOf(run: string, name: Pick<CaseName, 'operationId' | 'scenario' | 'variant'>): () => string {
  const range = ranges().get(keyOf(name));
  if (range === undefined) throw new Error(`there is no case ${keyOf(name)}`);
  let next = range.first;
  return () => {
    if (next > range.last) throw new Error(`${keyOf(name)} needs more values than newValues of its variant allows`);
    return tokenOf(run, next++);
  };
}

/** Gives the numbers after those of every case, for requests that the plan does not hold. */
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

/** The numbers of each case that the contract can have, whatever the target. */
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
