import type { CellScenario } from '../plan/index.ts';
import { contract } from '../contract/index.ts';
import { demoDefinition, modeName } from '../workspace/index.ts';
import { triggers } from './triggers.ts';

/** Which part of a request a trigger stands in. */
export type TriggerPart = 'key' | 'workspace' | 'entity' | 'id' | 'value' | 'body' | 'path' | 'header';

/** One way to make the mock fail, or succeed, as people are told of it. */
export interface TriggerRow {
  readonly part: TriggerPart;
  readonly send: string;
  /** What answers; `undefined` where the answer stays what it is, and only how it arrives changes. */
  readonly scenario: CellScenario | undefined;
  /** When, or what else; in a few words that stand behind the scenario. Code stands in backticks. */
  readonly note?: string;
  /** A request that shows it, in what differs from reading a customer of `sales` with a good key. */
  readonly example: TriggerExample;
}

export interface TriggerExample {
  readonly method?: string;
  /** Below `/api/v1`. */
  readonly path?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const { keys, ids, otherWorkspace, missingReference, faultHeader, delayHeader, disturbanceHeader } = triggers;

const CUSTOMERS = '/acme-corp/sales/Customer';

/** Every trigger of the mock, in the order in which a request is looked at. `Prefer` summons whatever else there is. */
export const triggerTable: readonly TriggerRow[] = [
  ...Object.entries(keys).map(([key, scenario]): TriggerRow => keyRow(key, scenario)),
  { part: 'key', send: 'any other, or none', scenario: 'invalidApiKey', example: { key: 'sk_test_nobody' } },
  ...demoDefinition.workspaces.flatMap(({ slug, mode }): readonly TriggerRow[] => {
    const path = `/acme-corp/${slug}/Customer`;
    if (slug === otherWorkspace) {
      return [
        { part: 'workspace', send: slug, scenario: 'wrongWorkspace', note: 'but for its own key', example: { path } },
      ];
    }
    if (mode === 'ACTIVE') return [{ part: 'workspace', send: slug, scenario: 'success', example: { path } }];
    const note = `on writes: it is in ${modeName(mode)} mode`;
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
    note: '`customer` too: case matters',
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
    note: 'the word `taken` in any unique column',
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
    note: 'where an e-mail address belongs: all constraints are checked, and every wrong field is named',
    example: { method: 'PUT', path: `${CUSTOMERS}/1`, body: '{"email":"nope"}' },
  },
  {
    part: 'body',
    send: '{"name":',
    scenario: 'badRequest',
    note: 'so are a body of another kind and a bad parameter, `?page=-1`',
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
    note: 'or any other answer that the operation documents, whatever else is sent',
    example: { headers: { prefer: `code=${contract.scenarios.expiredApiKey.status}, example=expiredApiKey` } },
  },
  {
    part: 'header',
    send: `${titleCase(delayHeader.name)}: 800`,
    scenario: undefined,
    note: `the same answer, 800 ms later (at most ${delayHeader.longest})`,
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
  if (scenario === 'wrongWorkspace') return { ...row, note: `everywhere but in \`${otherWorkspace}\`` };
  return row;
}

function salesEntities(): readonly string[] {
  const [sales] = demoDefinition.workspaces;
  return (sales?.entities ?? []).map(({ name }) => name);
}

/** As people write the names of headers: `X-Mock-Delay`. */
function titleCase(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
