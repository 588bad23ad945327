import type { EntityDefinition } from '../definition.ts';

/** A buyer, identified by an e-mail address. */
export const customer: EntityDefinition = {
  name: 'Customer',
  table: 'customers',
  columns: [
    { name: 'name', type: 'TEXT', nullable: false, constraints: [{ type: 'NOT_BLANK' }] },
    { name: 'email', type: 'TEXT', nullable: false, unique: true, constraints: [{ type: 'EMAIL' }] },
    {
      name: 'age',
      type: 'INTEGER',
      constraints: [
        { type: 'MIN', value: 0 },
        { type: 'MAX', value: 150 },
      ],
    },
    { name: 'website', type: 'TEXT', length: 2048, constraints: [{ type: 'URL' }] },
  ],
};

/** A product for sale. */
export const product: EntityDefinition = {
  name: 'Product',
  table: 'products',
  columns: [
    {
      name: 'sku',
      type: 'TEXT',
      nullable: false,
      unique: true,
      length: 20,
      constraints: [
        { type: 'MIN_LENGTH', value: 3 },
        { type: 'MAX_LENGTH', value: 12 },
      ],
    },
    { name: 'name', type: 'TEXT', nullable: false, constraints: [{ type: 'NOT_BLANK' }] },
    { name: 'price', type: 'DECIMAL', nullable: false, constraints: [{ type: 'POSITIVE' }] },
    { name: 'discontinued', type: 'BOOLEAN' },
    { name: 'releasedOn', type: 'DATE' },
    { name: 'checkedAt', type: 'TIMESTAMP' },
  ],
};

/** An order of a customer. */
export const order: EntityDefinition = {
  name: 'Order',
  table: 'orders',
  columns: [
    {
      name: 'orderNumber',
      type: 'TEXT',
      nullable: false,
      unique: true,
      length: 64,
      constraints: [
        { type: 'PATTERN', value: '^ORD-[A-Za-z0-9_-]+$', message: 'must be ORD- and then letters, digits, - or _' },
      ],
    },
    { name: 'customer_id', type: 'INTEGER', nullable: false, references: 'Customer' },
    { name: 'total', type: 'DECIMAL', constraints: [{ type: 'POSITIVE_OR_ZERO' }] },
    { name: 'paid', type: 'BOOLEAN' },
    { name: 'orderedAt', type: 'TIMESTAMP' },
    { name: 'dueOn', type: 'DATE' },
  ],
};

/** A product in an order. It has the constraints that the other entities do not use. */
export const lineItem: EntityDefinition = {
  name: 'LineItem',
  table: 'line_items',
  columns: [
    { name: 'order_id', type: 'INTEGER', nullable: false, references: 'Order' },
    { name: 'product_id', type: 'INTEGER', nullable: false, references: 'Product' },
    {
      name: 'quantity',
      type: 'INTEGER',
      nullable: false,
      constraints: [{ type: 'POSITIVE' }, { type: 'MAX', value: 1000 }],
    },
    { name: 'discount', type: 'DECIMAL', constraints: [{ type: 'NEGATIVE_OR_ZERO' }] },
    { name: 'refund', type: 'DECIMAL', constraints: [{ type: 'NEGATIVE' }] },
    { name: 'trackingCode', type: 'TEXT', length: 32, constraints: [{ type: 'PATTERN', value: '^[A-Z0-9]*$' }] },
  ],
};
