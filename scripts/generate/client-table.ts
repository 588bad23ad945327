import type { ContractDocument, SchemaObject } from './contract-document.ts';
import { resolve } from './contract-document.ts';
import type { ContractOperation } from './operations.ts';
import { contractOperations } from './operations.ts';
import type { ShapeSource } from './success-shape.ts';
import { shapeOf } from './success-shape.ts';

/** Writes what the client needs at run time, and no more: every byte of it is downloaded by the client's users. */
export function clientTableSource(document: ContractDocument): string {
  const operations = contractOperations(document);
  return [
    table('scenarios', scenariosOf(document, operations)),
    table('operations', Object.fromEntries(operations.map((each) => [each.operationId, operationRow(document, each)]))),
    table('bulkItemScenarios', bulkItemScenarios(document, operations)),
    table('reservedValues', reservedValues(operations)),
    TYPES,
  ].join('\n');
}

const TYPES = `export type ScenarioName = keyof typeof scenarios;
export type Code = (typeof scenarios)[ScenarioName]['code'];
export type ErrorStatus = (typeof scenarios)[ScenarioName]['status'];
export type OperationId = keyof typeof operations;
export type BulkItemScenario = (typeof bulkItemScenarios)[number];
`;

interface ScenarioRow {
  status: number;
  code: string;
  /** What tells it from the others of its code; empty where the code alone tells, or its message is free. */
  template: string;
  /** There where its error carries details. */
  details?: true;
  /** There where a read that failed so is worth repeating. */
  retryable?: true;
}

/** The scenarios that some operation raises, in the order of the contract. */
function scenariosOf(document: ContractDocument, operations: ContractOperation[]): Record<string, ScenarioRow> {
  const statuses = new Map(
    operations.flatMap(({ responses }) =>
      responses.flatMap(({ status, examples }) => Object.keys(examples).map((name) => [name, status] as const)),
    ),
  );
  return Object.fromEntries(
    Object.entries(document.components.examples).flatMap(([name, { value, 'x-scenario': scenario }]) => {
      const status = statuses.get(name);
      if (scenario === undefined || status === undefined) return [];
      const { code, details } = errorOf(value);
      const template = isAlone(document, code) ? '' : (scenario.template ?? '').replaceAll(/\{\w+\}/g, '{}');
      const row: ScenarioRow = { status, code, template };
      if (details !== undefined) row.details = true;
      if (scenario.retryable) row.retryable = true;
      return [[name, row]];
    }),
  );
}

/** Whether a code has one scenario in all of the contract. */
function isAlone(document: ContractDocument, code: string): boolean {
  const examples = Object.values(document.components.examples).filter((example) => example['x-scenario'] !== undefined);
  return examples.filter(({ value }) => errorOf(value).code === code).length === 1;
}

function errorOf(value: unknown): { code: string; details?: unknown } {
  return (value as { error: { code: string; details?: unknown } }).error;
}

function operationRow(document: ContractDocument, { method, path, responses }: ContractOperation): object {
  const success = responses.find(({ status }) => status < 400);
  const shape: ShapeSource | null = success?.schema === undefined ? null : shapeOf(document, { $ref: success.schema });
  const scenarios = responses.filter(({ status }) => status >= 400).flatMap(({ examples }) => Object.keys(examples));
  return { method, path, success: success?.status, shape, scenarios };
}

/** The ways in which one item of a batch can fail: the scenarios of the codes that `BulkItemFailure` allows. */
function bulkItemScenarios(document: ContractDocument, operations: ContractOperation[]): string[] {
  const item = document.components.schemas.BulkItemFailure?.properties?.error?.oneOf ?? [];
  const codes = item.map((each) => resolve<SchemaObject>(document, each).properties?.code?.const);
  const scenarios = scenariosOf(document, operations);
  return Object.keys(scenarios).filter((name) => codes.includes(scenarios[name]?.code));
}

/**
 * The values of parameters that would make a path another path of the contract, by the name of the parameter: as an `id`, `bulk`
 * turns `/{entityName}/{id}` into `/{entityName}/bulk`.
 */
function reservedValues(operations: ContractOperation[]): Record<string, string[]> {
  const paths = [...new Set(operations.map(({ path }) => path))];
  const reserved: Record<string, string[]> = {};
  for (const path of paths) {
    for (const { 0: placeholder, 1: name = '', index } of path.matchAll(/\{(\w+)\}/g)) {
      const before = path.slice(0, index);
      const after = path.slice(index + placeholder.length);
      const others = paths.filter((other) => other.startsWith(before) && other.endsWith(after));
      const values = others.map((other) => other.slice(before.length, other.length - after.length));
      for (const value of values.filter((each) => /^[^/{}]+$/.test(each))) (reserved[name] ??= []).push(value);
    }
  }
  return reserved;
}

function table(name: string, value: unknown): string {
  return `export const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;
}
