import type { Basis, ContractDocument, ExampleObject, SchemaObject } from '../generate/contract-document.ts';
import { resolve } from '../generate/contract-document.ts';
import type { ContractResponse } from '../generate/operations.ts';
import { contractOperations, responsesOutsideOperations } from '../generate/operations.ts';

/** A way to fail, as far as whoever handles it can tell. */
export interface ScenarioFacts {
  /** Status and code, `409 WORKSPACE_STATUS`. */
  readonly pair: string;
  /** The fixed text; null where the text is free. */
  readonly template: string | null;
  /** The text that stands for a free one. */
  readonly example: string;
  readonly retryable: boolean;
  readonly basis: Basis;
}

/** What a text says of one constraint that is broken. */
export interface ConstraintFacts {
  readonly basis: Basis;
  readonly template: string;
}

/** What a contract promises of its errors, and nothing else of it. */
export interface ErrorContract {
  /** The closed table, each as `409 WORKSPACE_STATUS`. */
  readonly table: readonly string[];
  readonly scenarios: ReadonlyMap<string, ScenarioFacts>;
  /** By operation, and `outsideOperations`: the scenarios that it can raise. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** By code: the members that its error object always has. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** The members that each of the `details` always has. */
  readonly detailMembers: readonly string[];
  readonly constraints: ReadonlyMap<string, ConstraintFacts>;
}

/** Reads what a document promises of its errors. */
export function errorContract(document: ContractDocument): ErrorContract {
  const places = new Map([
    ...contractOperations(document).map(({ operationId, responses }) => [operationId, responses] as const),
    ['outsideOperations', responsesOutsideOperations(document)] as const,
  ]);
  const schemas = Object.values(document.components.schemas);
  return {
    table: document['x-error-table'].map(({ status, code }) => `${status} ${code}`),
    scenarios: new Map([...places.values()].flat().flatMap(scenariosOf)),
    places: new Map([...places].map(([place, responses]) => [place, responses.flatMap(namesOf)])),
    members: new Map(schemas.flatMap(membersOf)),
    detailMembers: detailMembersOf(document, schemas),
    constraints: new Map(Object.entries(document['x-constraint-messages'])),
  };
}

/** The pairs that a place documents. */
export function pairsOf({ places, scenarios }: ErrorContract, place: string): ReadonlySet<string> {
  return new Set((places.get(place) ?? []).flatMap((name) => scenarios.get(name)?.pair ?? []));
}

function namesOf({ examples }: ContractResponse): readonly string[] {
  return Object.entries(examples).flatMap(([name, example]) => (isScenario(example) ? name : []));
}

function scenariosOf({ status, examples }: ContractResponse): readonly (readonly [string, ScenarioFacts])[] {
  return Object.entries(examples).flatMap(([name, example]) => {
    if (!isScenario(example)) return [];
    const { template, retryable, basis } = example['x-scenario'];
    const { code, message } = errorOf(example);
    return [[name, { pair: `${status} ${code}`, template, example: message, retryable, basis }] as const];
  });
}

function isScenario(example: ExampleObject): example is Required<ExampleObject> {
  return example['x-scenario'] !== undefined;
}

function errorOf({ value }: ExampleObject): { readonly code: string; readonly message: string } {
  const { error = {} } = value as { error?: { code?: string; message?: string } };
  return { code: error.code ?? 'without a code', message: error.message ?? '' };
}

/** An error object is known by its code, which is one word. */
function membersOf({ properties, required = [] }: SchemaObject): readonly (readonly [string, readonly string[]])[] {
  const code = properties?.code?.const;
  return typeof code === 'string' ? [[code, required]] : [];
}

function detailMembersOf(document: ContractDocument, schemas: readonly SchemaObject[]): readonly string[] {
  const details = schemas.find(({ properties }) => properties?.code !== undefined && properties.details !== undefined);
  const items = details?.properties?.details?.items;
  return items === undefined ? [] : (resolve<SchemaObject>(document, items).required ?? []);
}
