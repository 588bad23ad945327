import type {
  Basis,
  ContractDocument,
  EnvelopeNames,
  ExampleObject,
  SchemaObject,
} from '../generate/contract-document.ts';
import { resolve } from '../generate/contract-document.ts';
import type { ContractResponse } from '../generate/operations.ts';
import { contractOperations, responsesOutsideOperations } from '../generate/operations.ts';
import { readError } from '../generate/read-error.ts';

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
  /** The media type of an envelope and the names of its members, by what they are for. */
  readonly envelope: ReadonlyMap<string, string>;
  /** Scenarios in the order in which they precede each other; empty where a document does not say. */
  readonly precedence: ContractDocument['x-precedence'];
}

/** What a document of an early release leaves unsaid. */
type EarlyDocument = Omit<ContractDocument, 'x-envelope' | 'x-precedence'> &
  Partial<Pick<ContractDocument, 'x-envelope' | 'x-precedence'>>;

/** How the envelope was before documents said it. */
const FIRST_ENVELOPE: EnvelopeNames = {
  mediaType: 'application/json',
  error: 'error',
  code: 'code',
  message: 'message',
  details: 'details',
  detail: { field: 'field', message: 'message' },
};

/** Reads what a document promises of its errors. */
export function errorContract(early: EarlyDocument): ErrorContract {
  const names = early['x-envelope'] ?? FIRST_ENVELOPE;
  const document: ContractDocument = { ...early, 'x-envelope': names, 'x-precedence': early['x-precedence'] ?? [] };
  const places = new Map([
    ...contractOperations(document).map(({ operationId, responses }) => [operationId, responses] as const),
    ['outsideOperations', responsesOutsideOperations(document)] as const,
  ]);
  const schemas = Object.values(document.components.schemas);
  return {
    table: document['x-error-table'].map(({ status, code }) => `${status} ${code}`),
    scenarios: new Map([...places.values()].flat().flatMap((response) => scenariosOf(document, response))),
    places: new Map([...places].map(([place, responses]) => [place, responses.flatMap(namesOf)])),
    members: new Map(schemas.flatMap((schema) => membersOf(names, schema))),
    detailMembers: detailMembersOf(document, schemas),
    constraints: new Map(Object.entries(document['x-constraint-messages'])),
    envelope: new Map(Object.entries({ ...names, detail: Object.values(names.detail).join(' and ') })),
    precedence: document['x-precedence'],
  };
}

/** The pairs that a place documents. */
export function pairsOf({ places, scenarios }: ErrorContract, place: string): ReadonlySet<string> {
  return new Set((places.get(place) ?? []).flatMap((name) => scenarios.get(name)?.pair ?? []));
}

function namesOf({ examples }: ContractResponse): readonly string[] {
  return Object.entries(examples).flatMap(([name, example]) => (isScenario(example) ? name : []));
}

function scenariosOf(
  document: ContractDocument,
  { status, examples }: ContractResponse,
): readonly (readonly [string, ScenarioFacts])[] {
  return Object.entries(examples).flatMap(([name, example]) => {
    if (!isScenario(example)) return [];
    const { template, retryable, basis } = example['x-scenario'];
    const { code = 'without a code', message = '' } = readError(document, example.value);
    return [[name, { pair: `${status} ${code}`, template, example: String(message), retryable, basis }] as const];
  });
}

function isScenario(example: ExampleObject): example is Required<ExampleObject> {
  return example['x-scenario'] !== undefined;
}

/** An error object is known by its code, which is one word. */
function membersOf(
  names: EnvelopeNames,
  { properties, required = [] }: SchemaObject,
): readonly (readonly [string, readonly string[]])[] {
  const code = properties?.[names.code]?.const;
  return typeof code === 'string' ? [[code, required]] : [];
}

function detailMembersOf(document: ContractDocument, schemas: readonly SchemaObject[]): readonly string[] {
  const names = document['x-envelope'];
  const details = schemas
    .filter(({ properties }) => properties?.[names.code] !== undefined)
    .flatMap(({ properties }) => properties?.[names.details] ?? []);
  const items = details[0]?.items;
  return items === undefined ? [] : (resolve<SchemaObject>(document, items).required ?? []);
}
