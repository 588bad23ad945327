import type { Definition, EntityDefinition } from '../../../workspace/index.ts';

const shelf: EntityDefinition = {
  name: 'Shelf',
  table: 'shelves',
  columns: [
    { name: 'label', type: 'TEXT', unique: true, length: 4000 },
    { name: 'above_id', type: 'INTEGER', references: 'Shelf' },
  ],
};

/** An entity with a column of every type, and names that are keywords of SQL. */
const item: EntityDefinition = {
  name: 'Item',
  table: 'select',
  columns: [
    { name: 'name', type: 'TEXT' },
    { name: 'count', type: 'INTEGER' },
    { name: 'price', type: 'DECIMAL', scale: 2 },
    { name: 'sold', type: 'BOOLEAN' },
    { name: 'madeOn', type: 'DATE' },
    { name: 'seenAt', type: 'TIMESTAMP' },
    { name: 'shelf_id', type: 'INTEGER', references: 'Shelf' },
    { name: 'order', type: 'TEXT', unique: true },
  ],
};

/** Two workspaces with the same entities, for the tests of every store. */
export const shopDefinition: Definition = {
  organization: 'acme-corp',
  workspaces: [
    {
      slug: 'shop',
      mode: 'ACTIVE',
      entities: [shelf, item],
      keys: [
        { name: 'all', key: 'sk_live_shop', permission: 'READ_WRITE' },
        {
          name: 'old',
          key: 'sk_live_shop_old',
          permission: 'READ_ONLY',
          expiresAt: '2025-01-01T00:00:00Z',
          revoked: true,
        },
      ],
      records: {
        // The first shelf references a later one.
        Shelf: [{ label: 'low', above_id: 2 }, { label: 'high' }],
        Item: [
          {
            name: 'b',
            count: 1,
            price: 1.1,
            sold: true,
            madeOn: '2026-01-31',
            seenAt: '2026-01-31T10:00:00Z',
            shelf_id: 1,
            order: 'x',
          },
          {
            name: 'a',
            count: -5,
            price: -0.07,
            sold: false,
            madeOn: '0001-01-01',
            seenAt: '0001-01-01T00:00:00.001Z',
            shelf_id: 1,
            order: 'y',
          },
          {
            name: 'B',
            count: 9007199254740991,
            price: 9999999999999.99,
            sold: true,
            madeOn: '9999-12-31',
            seenAt: '2026-01-31T10:00:00.001Z',
            shelf_id: 2,
          },
          { name: 'é', count: 10, price: 2 },
          { name: '100%_\\', count: 2 },
          { name: '😀', price: 1.11 },
          { name: 'ﬀ', count: 1 },
          {},
        ],
      },
    },
    {
      slug: 'shop-2',
      mode: 'MAINTENANCE',
      entities: [shelf, item],
      keys: [{ name: 'all', key: 'sk_live_shop_2', permission: 'READ_WRITE' }],
      records: { Shelf: [{ label: 'low' }] },
    },
  ],
};
