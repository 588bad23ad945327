import type { Definition, EntityDefinition } from '../../src/workspace/index.ts';

const category: EntityDefinition = {
  name: 'Category',
  table: 'categories',
  columns: [
    {
      name: 'code',
      type: 'TEXT',
      nullable: false,
      unique: true,
      length: 12,
      constraints: [{ type: 'PATTERN', value: '^[A-Z]{3,12}$' }],
    },
    { name: 'label', type: 'TEXT', constraints: [{ type: 'NOT_BLANK' }, { type: 'MAX_LENGTH', value: 30 }] },
    { name: 'parent_id', type: 'INTEGER', references: 'Category' },
  ],
};

/** Has every type and every kind of constraint, names that programs treat specially, and two references to one entity. */
const order: EntityDefinition = {
  name: 'order',
  table: 'orders',
  columns: [
    { name: 'number', type: 'INTEGER', nullable: false, unique: true, constraints: [{ type: 'POSITIVE' }] },
    {
      name: 'data',
      type: 'TEXT',
      nullable: false,
      constraints: [{ type: 'NOT_BLANK' }, { type: 'MIN_LENGTH', value: 3, message: 'needs three letters' }],
    },
    { name: 'error', type: 'TEXT', length: 80, constraints: [{ type: 'EMAIL' }] },
    { name: 'toString', type: 'TEXT', length: 300, constraints: [{ type: 'URL', message: 'is no address' }] },
    {
      name: 'Record',
      type: 'DECIMAL',
      scale: 3,
      constraints: [
        { type: 'MIN', value: 0.5 },
        { type: 'MAX', value: 99.5 },
      ],
    },
    { name: 'loss', type: 'DECIMAL', constraints: [{ type: 'NEGATIVE_OR_ZERO' }] },
    { name: 'debt', type: 'INTEGER', constraints: [{ type: 'NEGATIVE', message: 'must be owed' }] },
    { name: 'share', type: 'DECIMAL', scale: 0, constraints: [{ type: 'POSITIVE_OR_ZERO' }] },
    { name: 'paid', type: 'BOOLEAN', nullable: false },
    { name: 'due_on', type: 'DATE', nullable: false, unique: true },
    { name: 'sent_at', type: 'TIMESTAMP' },
    { name: 'billing_id', type: 'INTEGER', nullable: false, references: 'address' },
    { name: 'shipping_id', type: 'INTEGER', references: 'address' },
  ],
};

/** Must reference a chain of two others. */
const address: EntityDefinition = {
  name: 'address',
  table: 'addresses',
  columns: [
    { name: 'street', type: 'TEXT', nullable: false, unique: true },
    { name: 'country_id', type: 'INTEGER', nullable: false, references: 'Country' },
  ],
};

/** Has no unique column. */
const country: EntityDefinition = {
  name: 'Country',
  table: 'countries',
  columns: [
    {
      name: 'title',
      type: 'TEXT',
      nullable: false,
      constraints: [{ type: 'PATTERN', value: '^Land [0-9A-Z-]+$', message: 'is no land' }],
    },
  ],
};

const keys = [
  { name: 'writer', key: 'sk_shop_read_write_1', permission: 'READ_WRITE' },
  { name: 'reader', key: 'sk_shop_read_only_1', permission: 'READ_ONLY' },
  { name: 'old', key: 'sk_shop_expired_1', permission: 'READ_WRITE', expiresAt: '2025-01-01T00:00:00Z' },
  { name: 'lost', key: 'sk_shop_revoked_1', permission: 'READ_WRITE', revoked: true },
] as const;

/** A definition that nothing else in this repository uses. */
export const shop: Definition = {
  organization: 'acme',
  workspaces: [
    { slug: 'shop', mode: 'ACTIVE', entities: [order, category, address, country], keys },
    {
      slug: 'museum',
      mode: 'READ_ONLY',
      entities: [country],
      keys: [{ name: 'writer', key: 'sk_museum_read_write_1', permission: 'READ_WRITE' }],
    },
  ],
};

/** Returns the definition with other entities in its first workspace. */
export function shopWith(change: (entities: readonly EntityDefinition[]) => readonly EntityDefinition[]): Definition {
  const [first, ...others] = shop.workspaces;
  if (first === undefined) throw new Error('the shop has no workspace');
  return { ...shop, workspaces: [{ ...first, entities: change(first.entities) }, ...others] };
}

/** Records that were there before a run. */
export const recordsBefore = {
  Country: [{ title: 'Land 1' }],
  address: [{ street: 'Main Street 1', country_id: 1 }],
  Category: [
    { code: 'ROOT', label: 'All' },
    { code: 'BOOKS', parent_id: 1 },
  ],
  order: [{ number: 1, data: 'First', paid: true, due_on: '2026-01-31', billing_id: 1, shipping_id: 1 }],
};

/** Returns a definition of the shop with records in its first workspace. */
export function withRecords({ workspaces: [first, ...others], ...definition }: Definition): Definition {
  if (first === undefined) throw new Error('the shop has no workspace');
  return { ...definition, workspaces: [{ ...first, records: recordsBefore }, ...others] };
}

/** Reads the records of a server by entity. Those that were there before a run come first. */
export async function recordsAt(url: string): Promise<Readonly<Record<string, readonly { readonly id: unknown }[]>>> {
  const headers = { authorization: `Bearer ${keys[0].key}` };
  const read = Object.keys(recordsBefore).map(async (name) => {
    const response = await fetch(`${url}/acme/shop/${name}?size=100`, { headers });
    const { data }: { data: readonly { id: unknown }[] } = await response.json();
    return [name, data] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
