import { describe, expect, it } from '@jest/globals';

import type { ContractDocument, SchemaObject } from './contract-document.ts';
import { shapeOf } from './success-shape.ts';

const page: SchemaObject = {
  type: 'object',
  required: ['data'],
  properties: {
    data: { type: 'array', items: { $ref: '#/components/schemas/Item' } },
    total: { type: 'integer', minimum: 0 },
  },
};
const item: SchemaObject = { type: 'object', required: ['id'], properties: { id: { type: 'integer', minimum: 1 } } };
const document: Pick<ContractDocument, 'components'> = {
  components: { parameters: {}, responses: {}, examples: {}, schemas: { Page: page, Item: item } },
};

describe('shapeOf', () => {
  it('is the smallest value with all members, and marks optional members', () => {
    expect(shapeOf(document, page)).toEqual({ data: [{ id: 1 }], 'total?': 0 });
  });

  it('rejects a schema that the client cannot check', () => {
    expect(() => shapeOf(document, { type: 'boolean' })).toThrow('Add it to scripts/generate/success-shape.ts');
  });
});
