import { describe, expect, it } from '@jest/globals';

import { contract } from '../../contract/index.ts';
import { makeBoard } from './make-board.ts';

describe('the board', () => {
  const { operations, rows } = makeBoard();

  it('has a row with text for each scenario, in the order of their statuses', () => {
    expect(rows.map(({ scenario }) => scenario).toSorted()).toEqual(['success', ...contract.scenarioNames].toSorted());
    const statuses = rows.slice(1).map(({ cells }) => cells[0]?.status ?? 0);
    expect(statuses).toEqual(statuses.toSorted((one, other) => one - other));
    for (const { summary, inRealLife, cells } of rows) {
      expect(inRealLife).not.toEqual([]);
      expect([summary, ...inRealLife, ...cells.map(({ description }) => description)]).not.toContain('');
    }
  });

  it('has a column with a summary for each operation', () => {
    expect([...operations.map(({ operationId }) => operationId), 'outsideOperations']).toEqual(contract.operationKeys);
    for (const { summary } of operations) expect(summary).not.toBe('');
  });

  it('gives the ways of a cell different names', () => {
    for (const { ways } of rows.flatMap(({ cells }) => cells)) {
      expect(new Set(ways.map(({ name }) => name)).size).toBe(ways.length);
    }
  });

  it('has a way to request each success example by name', () => {
    const success = rows.find(({ scenario }) => scenario === 'success')?.cells ?? [];
    expect(Object.fromEntries(success.map(({ place, ways }) => [place, ways.map(({ name }) => name)]))).toMatchObject({
      createRecord: ['created', 'prefer'],
      deleteRecord: ['deleted', 'prefer'],
      bulkCreateRecords: ['everyItem', 'someItems', 'prefer-everyItem', 'prefer-someItems'],
    });
  });
});
