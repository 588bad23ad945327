import type { Definition } from '../definition.ts';
import { customer, lineItem, order, product } from './entities.ts';

/** The demo: `acme-corp` with workspaces in several access modes. Its API keys are public. */
export const demoDefinition: Definition = {
  organization: 'acme-corp',
  workspaces: [
    {
      slug: 'sales',
      mode: 'ACTIVE',
      entities: [customer, product, order, lineItem],
      keys: [
        { name: 'readWrite', key: 'sk_live_demo_read_write', permission: 'READ_WRITE' },
        { name: 'readOnly', key: 'sk_live_demo_read_only', permission: 'READ_ONLY' },
        { name: 'expired', key: 'sk_live_demo_expired', permission: 'READ_WRITE', expiresAt: '2025-01-01T00:00:00Z' },
        { name: 'revoked', key: 'sk_live_demo_revoked', permission: 'READ_WRITE', revoked: true },
      ],
      records: {
        Customer: [
          { name: 'Ada Lovelace', email: 'ada@example.com', age: 36, website: 'https://ada.example.com/notes' },
          { name: 'Grace Hopper', email: 'grace@example.com', age: 85 },
          { name: 'Alan Turing', email: 'alan@example.com' },
        ],
        Product: [
          { sku: 'ENGINE-1', name: 'Analytical engine', price: 1837.5, discontinued: true, releasedOn: '1837-12-01' },
          { sku: 'TAPE-80', name: 'Paper tape', price: 0.99, discontinued: false, checkedAt: '2026-11-23T10:00:00Z' },
        ],
        Order: [
          {
            orderNumber: 'ORD-1001',
            customer_id: 1,
            total: 1837.5,
            paid: true,
            orderedAt: '2026-11-20T09:30:00Z',
            dueOn: '2026-12-20',
          },
          {
            orderNumber: 'ORD-1002',
            customer_id: 2,
            total: 9.4,
            paid: false,
            orderedAt: '2026-11-21T16:05:00Z',
            dueOn: '2026-12-21',
          },
        ],
        LineItem: [
          { order_id: 1, product_id: 1, quantity: 1 },
          { order_id: 2, product_id: 2, quantity: 10, discount: -0.5, trackingCode: 'ZX81' },
        ],
      },
    },
    {
      slug: 'archive',
      mode: 'READ_ONLY',
      entities: [customer],
      keys: [
        { name: 'readWrite', key: 'sk_live_demo_archive', permission: 'READ_WRITE' },
        { name: 'readOnly', key: 'sk_live_demo_archive_read_only', permission: 'READ_ONLY' },
      ],
      records: {
        Customer: [
          { name: 'Ada Lovelace', email: 'ada@example.com', age: 36, website: 'https://ada.example.com/notes' },
        ],
      },
    },
    {
      slug: 'inventory',
      mode: 'ACTIVE',
      entities: [product],
      keys: [{ name: 'readWrite', key: 'sk_live_demo_inventory', permission: 'READ_WRITE' }],
    },
    {
      slug: 'studio',
      mode: 'DESIGN',
      entities: [customer],
      keys: [{ name: 'readWrite', key: 'sk_live_demo_studio', permission: 'READ_WRITE' }],
    },
    {
      slug: 'lab',
      mode: 'MAINTENANCE',
      entities: [customer],
      keys: [{ name: 'readWrite', key: 'sk_live_demo_lab', permission: 'READ_WRITE' }],
    },
  ],
};
