import type { Fixtures, OwnRecord, PlannedCase, Target, Unavailable } from '../../src/plan/index.ts';
import { fixturesOfStateless, plan, recordPurposes, recordToArrange } from '../../src/plan/index.ts';

/** Headers that every planned request has, left out where they are these. */
const EVERYWHERE: Readonly<Record<string, string>> = { accept: 'application/json', 'accept-encoding': 'identity' };

const RUN = '1234567890';

/** A case as text, by its name: the request and what must answer, or why it is not provoked. */
type Blocks = ReadonlyMap<string, string>;

/** The whole plan of a target as text. */
export function planText(target: Target): string {
  return textOf([...blocksOf(target)]);
}

/** Of the plan of a target, the cases that are planned in another way than for a similar target. */
export function differenceText(target: Target, similar: Target): string {
  const known = blocksOf(similar);
  const changed = [...blocksOf(target)].filter(([name, block]) => known.get(name) !== block);
  return `${known.size - changed.length} cases are the same\n\n${textOf(changed)}`;
}

function textOf(blocks: readonly (readonly [name: string, block: string])[]): string {
  return blocks.map(([name, block]) => `${name}\n${block}\n`).join('\n');
}

function blocksOf(target: Target): Blocks {
  const { cases, unprovoked } = plan(target, fixturesOf(target));
  return new Map([
    ...cases.map((planned) => [nameOf(planned), requestOf(planned)] as const),
    ...unprovoked.map(
      (each) => [nameOf(each), `  ${each.declared ? 'declared' : 'not provoked'}: ${each.reason}`] as const,
    ),
  ]);
}

/** The records that a run would have created, with numbers for their ids. */
function fixturesOf(target: Target): Fixtures {
  if (target.stateless) return fixturesOfStateless(target, RUN);
  const records = recordPurposes.map((purpose, index): readonly [string, OwnRecord | Unavailable] => {
    const record = recordToArrange(target, purpose, RUN, recordPurposes.indexOf('parent') + 1);
    return [purpose, 'reason' in record ? record : { id: index + 1, values: record.values }];
  });
  return { run: RUN, records: Object.fromEntries(records) as Fixtures['records'] };
}

function nameOf({ operationId, scenario, variant, basis }: Omit<PlannedCase, 'request' | 'expected'>): string {
  return `${operationId} ${scenario} ${variant} [${basis}]`;
}

function requestOf({ request: { method, path, headers, body }, expected, needs = [] }: PlannedCase): string {
  const others = Object.entries(headers).filter(([name, value]) => EVERYWHERE[name] !== value);
  const lines = [
    `${method} ${path}`,
    ...others.map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : [body]),
    `= ${JSON.stringify(expected)}`,
    ...(needs.length === 0 ? [] : [`needs ${needs.join(', ')}`]),
  ];
  return lines.map((line) => `  ${line}`).join('\n');
}
