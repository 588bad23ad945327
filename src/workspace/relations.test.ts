import { describe, expect, it } from '@jest/globals';

import type { ColumnDefinition, EntityDefinition } from './definition.ts';
import { demoDefinition } from './demo/demo-definition.ts';
import { allRelationsOf } from './relations.ts';

const entities = demoDefinition.workspaces[0]?.entities ?? [];

const namesOf = (workspace: readonly EntityDefinition[], name: string): readonly string[] =>
  workspace
    .filter((entity) => entity.name === name)
    .flatMap((entity) => allRelationsOf({ entities: workspace }, entity))
    .map(
      ({ name: relation, column, entity, many }) => `${relation}: ${many ? 'many ' : ''}${entity.name} by ${column}`,
    );

const reference = (name: string, references: string): ColumnDefinition => ({ name, type: 'INTEGER', references });

describe('the relations of an entity', () => {
  it.each([
    ['Customer', ['orders: many Order by customer_id']],
    ['Order', ['customer: Customer by customer_id', 'line_items: many LineItem by order_id']],
    ['LineItem', ['order: Order by order_id', 'product: Product by product_id']],
  ])('include the entities it references and those that reference it: %s', (name, relations) => {
    expect(namesOf(entities, name)).toEqual(relations);
  });

  it('also contain the name of the column if two columns of one entity reference it', () => {
    const people = { name: 'Person', table: 'people', columns: [{ name: 'name', type: 'TEXT' }] } as const;
    const letters = {
      name: 'Letter',
      table: 'letters',
      columns: [reference('sender_id', 'Person'), reference('reader', 'Person')],
    };
    expect(namesOf([people, letters], 'Person')).toEqual([
      'letters_by_sender: many Letter by sender_id',
      'letters_by_reader: many Letter by reader',
    ]);
  });

  it('never have the name of another column', () => {
    const tree: EntityDefinition = {
      name: 'Node',
      table: 'parent',
      columns: [reference('parent_id', 'Node'), { name: 'parent', type: 'TEXT' }, reference('_id', 'Node')],
    };
    expect(namesOf([tree], 'Node')).toEqual([
      'parent_id: Node by parent_id',
      '_id: Node by _id',
      'parent_by_parent_id: many Node by parent_id',
      'parent_by__id: many Node by _id',
    ]);
  });
});
