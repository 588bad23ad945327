/** The demo's part of a target file: an entity with a unique column and constraints, and one that references it. */
export const demoEntities = {
  entity: {
    name: 'Customer',
    valid: { name: 'Jane Doe', email: 'jane-{run}@example.com', age: 34 },
    unique: 'email',
    required: 'name',
    invalid: { email: 'nope', age: -1 },
  },
  reference: {
    entity: 'Order',
    valid: { orderNumber: 'ORD-{run}', customer_id: '{parent}' },
    column: 'customer_id',
    parent: 'Customer',
    table: 'customers',
    referencingTable: 'orders',
  },
} as const;
