import type { ErrorObject, ScenarioName, TemplateValues } from '../contract/index.ts';
import { contract, fillTemplate } from '../contract/index.ts';
import { exampleValue, samplesOf, validateRecord } from '../workspace/portable/index.ts';
import type { EntityFacts } from './entity-facts.ts';
import type { ExampleValues } from './example-records.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject, objectAt } from './json.ts';

/** The id in messages about a reference to a record that does not exist. */
const MISSING = '999999';

/** How each scenario whose message depends on the entity fills its template. */
const fillings: Readonly<
  Partial<Record<ScenarioName, (facts: EntityFacts, values: ExampleValues) => TemplateValues | undefined>>
> = {
  uniqueConstraintViolation({ unique: [column] }, values) {
    if (column === undefined) return undefined;
    const value = values.get(column.name) ?? exampleValue(column, samplesOf);
    return { column: column.name, value: String(value) };
  },
  foreignKeyViolation({ references: [first] }) {
    return first && { column: first.column.name, value: MISSING, table: first.to.table };
  },
  recordReferenced({ referencedBy: [first] }) {
    return first && { id: '1', column: first.column.name, table: first.of.table };
  },
};

/** Returns the examples of the scenarios whose text depends on the entity, filled with its own columns and values. */
export function scenarioExamples(
  facts: EntityFacts,
  values: ExampleValues,
  base: JsonObject,
): ReadonlyMap<ScenarioName, JsonObject> {
  const examples = new Map<ScenarioName, JsonObject>();
  for (const scenario of contract.scenarioNames) {
    const filling = fillings[scenario]?.(facts, values);
    if (filling !== undefined) examples.set(scenario, filled(scenario, filling, [], base));
  }
  const details = exampleDetails(facts, values);
  examples.set('validationError', filled('validationError', { n: details.length }, details, base));
  return examples;
}

/** Breaks the example record: without its first required column, or with a column that the entity does not have. */
function exampleDetails({ entity }: EntityFacts, values: ExampleValues): ErrorObject['details'] & {} {
  const required = entity.columns.find(({ nullable }) => nullable === false);
  const broken = Object.fromEntries([...values].filter(([name]) => name !== required?.name));
  return validateRecord(entity, required === undefined ? { ...broken, unknown: true } : broken, 'create');
}

function filled(
  scenario: ScenarioName,
  values: TemplateValues,
  details: readonly { field: string; message: string }[],
  base: JsonObject,
): JsonObject {
  const example = objectAt(base, scenario);
  const { template, code } = contract.scenarios[scenario];
  const declared = objectAt(example, 'x-scenario');
  return {
    ...example,
    'x-scenario': { ...declared, values: withExamples(objectAt(declared, 'values'), values) },
    value: {
      [contract.envelope.error]: {
        [contract.envelope.code]: code,
        [contract.envelope.message]: fillTemplate(template ?? '', values),
        ...(details.length === 0 ? {} : { [contract.envelope.details]: details.map((detail) => ({ ...detail })) }),
      },
    },
  };
}

function withExamples(declared: JsonObject, values: TemplateValues): JsonObject {
  return Object.fromEntries(
    Object.entries(declared).map(([name, value]): [string, Json] => [
      name,
      isJsonObject(value) ? { ...value, example: values[name] ?? null } : null,
    ]),
  );
}
