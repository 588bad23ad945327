/** An entity of the shop: its name in URLs, its table name in messages, and the JSON Schemas for creating and updating a record. */
export interface Entity {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly unique: readonly string[];
  readonly references: readonly { readonly column: string; readonly entity: string }[];
  readonly schemas: { readonly create: object; readonly update: object };
}

const customer = {
  name: { type: 'string', minLength: 1 },
  email: { type: 'string', format: 'email' },
  age: { type: ['integer', 'null'], minimum: 0 },
};

const order = {
  orderNumber: { type: 'string', pattern: '^ORD-[0-9]+$' },
  customer_id: { type: 'integer' },
};

export const entities: readonly Entity[] = [
  {
    name: 'Customer',
    table: 'customers',
    columns: ['id', ...Object.keys(customer)],
    unique: ['email'],
    references: [],
    schemas: schemas(customer, ['name', 'email']),
  },
  {
    name: 'Order',
    table: 'orders',
    columns: ['id', ...Object.keys(order)],
    unique: ['orderNumber'],
    references: [{ column: 'customer_id', entity: 'Customer' }],
    schemas: schemas(order, ['orderNumber', 'customer_id']),
  },
];

function schemas(properties: object, required: readonly string[]): Entity['schemas'] {
  const update = { type: 'object', properties, additionalProperties: false };
  return { create: { ...update, required }, update };
}
