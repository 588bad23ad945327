import type { CellScenario } from '../../plan/index.ts';
import { contract } from '../../contract/index.ts';
import { demoDefinition, modeName } from '../../workspace/index.ts';
import { triggers } from '../../mock-core/index.ts';

/** The part of a request that contains a trigger. */
export type TriggerPart = 'key' | 'workspace' | 'entity' | 'id' | 'value' | 'body' | 'path' | 'header';

/** One way to make the mock fail or succeed, as the documentation, the page and `explain` show it. */
export interface TriggerRow {
  readonly part: TriggerPart;
  readonly send: string;
  /** The resulting scenario; `undefined` if the trigger only changes how the response is delivered. */
  readonly scenario: CellScenario | undefined;
  /** Details shown after the scenario, such as the conditions. Code is in backticks. */
  readonly note?: string;
  /** A request with the trigger, given as the differences from reading a customer of `sales` with a valid key. */
  readonly example: TriggerExample;
}

export interface TriggerExample {
  readonly method?: string;
  /** Relative to `/api/v1`. */
  readonly path?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const { keys, ids, otherWorkspace, missingReference, faultHeader, delayHeader, disturbanceHeader } = triggers;

const CUSTOMERS = '/acme-corp/sales/Customer';

/** Every trigger of the mock, in the order in which the parts of a request are checked. */
export const triggerTable: readonly TriggerRow[] = [
  ...Object.entries(keys).map(([key, scenario]): TriggerRow => keyRow(key, scenario)),
  { part: 'key', send: 'any other, or none', scenario: 'invalidApiKey', example: { key: 'sk_test_nobody' } },
  ...demoDefinition.workspaces.flatMap(({ slug, mode }): readonly TriggerRow[] => {
    const path = `/acme-corp/${slug}/Customer`;
    if (slug === otherWorkspace) {
      return [
        {
          part: 'workspace',
          send: slug,
          scenario: 'wrongWorkspace',
          note: 'except with its own key',
          example: { path },
        },
      ];
    }
    if (mode === 'ACTIVE') return [{ part: 'workspace', send: slug, scenario: 'success', example: { path } }];
    const note = `on writes, because it is in ${modeName(mode)} mode`;
    return [
      { part: 'workspace', send: slug, scenario: 'workspaceRestricted', note, example: { method: 'POST', path } },
    ];
  }),
  {
    part: 'workspace',
    send: 'any other',
    scenario: 'wrongWorkspace',
    example: { path: '/acme-corp/nowhere/Customer' },
  },
  ...salesEntities().map((entity): TriggerRow => {
    return { part: 'entity', send: entity, scenario: 'success', example: { path: `/acme-corp/sales/${entity}` } };
  }),
  {
    part: 'entity',
    send: 'any other',
    scenario: 'entityNotFound',
    note: 'including `customer`, because names are case-sensitive',
    example: { path: '/acme-corp/sales/customer' },
  },
  {
    part: 'id',
    send: ids.recordNotFound,
    scenario: 'recordNotFound',
    example: { path: `${CUSTOMERS}/${ids.recordNotFound}` },
  },
  {
    part: 'id',
    send: ids.recordReferenced,
    scenario: 'recordReferenced',
    note: 'on delete',
    example: { method: 'DELETE', path: `${CUSTOMERS}/${ids.recordReferenced}` },
  },
  {
    part: 'id',
    send: ids.internalError,
    scenario: 'internalError',
    example: { path: `${CUSTOMERS}/${ids.internalError}` },
  },
  {
    part: 'value',
    send: 'taken@example.com',
    scenario: 'uniqueConstraintViolation',
    note: 'in a unique column; any value with the word `taken` works',
    example: { method: 'POST', path: CUSTOMERS, body: '{"name":"Ann","email":"taken@example.com"}' },
  },
  {
    part: 'value',
    send: String(missingReference),
    scenario: 'foreignKeyViolation',
    note: 'in any column that references another entity',
    example: {
      method: 'POST',
      path: '/acme-corp/sales/Order',
      body: `{"orderNumber":"ORD-1","customer_id":${missingReference}}`,
    },
  },
  {
    part: 'value',
    send: 'nope',
    scenario: 'validationError',
    note: 'in an e-mail column; all constraints are checked, and the details list every invalid field',
    example: { method: 'PUT', path: `${CUSTOMERS}/1`, body: '{"email":"nope"}' },
  },
  {
    part: 'body',
    send: '{"name":',
    scenario: 'badRequest',
    note: 'also for a body of the wrong type or an invalid parameter, such as `?page=-1`',
    example: { method: 'POST', path: CUSTOMERS, body: '{"name":' },
  },
  { part: 'path', send: '/nowhere', scenario: 'routeNotFound', example: { path: '/nowhere' } },
  {
    part: 'header',
    send: `${titleCase(faultHeader.name)}: ${faultHeader.value}`,
    scenario: 'internalError',
    example: { headers: { [faultHeader.name]: faultHeader.value } },
  },
  {
    part: 'header',
    send: `Prefer: code=${contract.scenarios.expiredApiKey.status}, example=expiredApiKey`,
    scenario: 'expiredApiKey',
    note: 'or any other response that the operation documents, whatever else the request contains',
    example: { headers: { prefer: `code=${contract.scenarios.expiredApiKey.status}, example=expiredApiKey` } },
  },
  {
    part: 'header',
    send: `${titleCase(delayHeader.name)}: 800`,
    scenario: undefined,
    note: `the same response, 800 ms later (at most ${delayHeader.longest} ms)`,
    example: { headers: { [delayHeader.name]: '800' } },
  },
  ...Object.entries(disturbanceHeader.values).map(([value, note]): TriggerRow => {
    const send = `${titleCase(disturbanceHeader.name)}: ${value}`;
    return {
      part: 'header',
      send,
      scenario: undefined,
      note,
      example: { headers: { [disturbanceHeader.name]: value } },
    };
  }),
];

function keyRow(key: string, scenario: CellScenario): TriggerRow {
  const row = { part: 'key', send: key, scenario, example: { key } } as const;
  if (scenario === 'readOnlyKey')
    return { ...row, note: 'on writes', example: { method: 'POST', path: CUSTOMERS, key } };
  if (scenario === 'wrongWorkspace') return { ...row, note: `in every workspace except \`${otherWorkspace}\`` };
  return row;
}

function salesEntities(): readonly string[] {
  const [sales] = demoDefinition.workspaces;
  return (sales?.entities ?? []).map(({ name }) => name);
}

/** Capitalizes the name of a header: `X-Mock-Delay`. */
function titleCase(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
