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
import type { Ways } from './required-security.ts';
import { requiredSecurity } from './required-security.ts';

/** The properties of a scenario that code which handles it can depend on. */
export interface ScenarioFacts {
  /** Its status and code, such as `409 WORKSPACE_STATUS`. */
  readonly pair: string;
  /** The template of the message, or `null` if the message is free text. */
  readonly template: string | null;
  /** The message of the example. */
  readonly example: string;
  readonly retryable: boolean;
  readonly basis: Basis;
}

/** The message of a constraint in `details`. */
export interface ConstraintFacts {
  readonly basis: Basis;
  readonly template: string;
}

/** The parts of a contract that concern errors. */
export interface ErrorContract {
  /** The pairs of the closed table, such as `409 WORKSPACE_STATUS`. */
  readonly table: readonly string[];
  readonly scenarios: ReadonlyMap<string, ScenarioFacts>;
  /** The scenarios that each operation can raise, and those of `outsideOperations`. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** By code, the required members of its error object. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** The required members of each item in `details`. */
  readonly detailMembers: readonly string[];
  readonly constraints: ReadonlyMap<string, ConstraintFacts>;
  /** The media type of the envelope and the names of its members, by purpose. */
  readonly envelope: ReadonlyMap<string, string>;
  /** The scenarios in order of precedence. Empty if a document has no order. */
  readonly precedence: ContractDocument['x-precedence'];
  /** The ways to authenticate for each operation: whoever meets none of them gets 401. */
  readonly security: ReadonlyMap<string, Ways>;
}

/** A document that may lack the extensions that early releases did not have. */
type EarlyDocument = Omit<ContractDocument, 'x-envelope' | 'x-precedence'> &
  Partial<Pick<ContractDocument, 'x-envelope' | 'x-precedence'>>;

/** The envelope of releases without `x-envelope`. */
const FIRST_ENVELOPE: EnvelopeNames = {
  mediaType: 'application/json',
  error: 'error',
  code: 'code',
  message: 'message',
  details: 'details',
  detail: { field: 'field', message: 'message' },
};

/** Reads the parts of a document that concern errors. */
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
    security: requiredSecurity(document),
  };
}

/** The pairs that an operation, or `outsideOperations`, documents. */
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

/** Returns nothing for a schema that is not an error object, which has a `const` code. */
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
