import { fail, ScenarioFailure, toErrorObject } from '../../src/plugins/index.ts';
import type { Entity } from './entities.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface Stored extends Values {
  readonly id: number;
}

/** The query parameters by name, such as `filter[email]`. */
export type Query = Readonly<Record<string, unknown>>;

/** Records in memory, such as customers and their orders. Failures are thrown as scenarios of the contract. */
export class Shop {
  readonly #entities: readonly Entity[];
  readonly #tables: ReadonlyMap<string, Map<number, Stored>>;
  #lastId = 0;

  constructor(entities: readonly Entity[]) {
    this.#entities = entities;
    this.#tables = new Map(entities.map(({ name }) => [name, new Map<number, Stored>()]));
  }

  list(entity: Entity, query: Query, page: number, size: number): object {
    const conditions = Object.entries(query).flatMap(([name, value]) => {
      const column = /^filter\[(\w+)\]$/.exec(name)?.[1];
      return column === undefined ? [] : [{ column, value }];
    });
    const found = [...this.#rows(entity.name).values()].filter((record) =>
      conditions.every(({ column, value }) => String(record[column]) === value),
    );
    const data = found.slice(page * size, (page + 1) * size);
    const totalElements = found.length;
    return { data, meta: { page, size, totalElements, totalPages: Math.ceil(totalElements / size) } };
  }

  get(entity: Entity, id: string, { fields, expand }: Query = {}): Values {
    const record = this.#rows(entity.name).get(Number(id));
    if (record === undefined || String(record.id) !== id) throw fail('recordNotFound', { id });
    if (expand !== undefined) throw fail('badRequest', { message: 'The shop does not support the parameter expand' });
    if (fields === undefined) return record;
    const names = String(fields).split(',');
    const unknown = names.find((name) => !entity.columns.includes(name));
    if (unknown !== undefined)
      throw fail('badRequest', { message: `Parameter fields names the unknown column ${unknown}` });
    return Object.fromEntries(['id', ...names].map((name) => [name, record[name]]));
  }

  create(entity: Entity, values: Values): Stored {
    this.#requireConstraints(entity, values);
    const empty = Object.fromEntries(entity.columns.map((column) => [column, null]));
    return this.#write(entity, { ...empty, ...values, id: ++this.#lastId });
  }

  update(entity: Entity, id: string, values: Values): Stored {
    const record = this.get(entity, id);
    this.#requireConstraints(entity, values, Number(id));
    return this.#write(entity, { ...record, ...values, id: Number(id) });
  }

  remove(entity: Entity, id: string): void {
    this.get(entity, id);
    for (const { name, table, references } of this.#entities) {
      for (const { column } of references.filter((each) => each.entity === entity.name)) {
        const isReferenced = [...this.#rows(name).values()].some((record) => String(record[column]) === id);
        if (isReferenced) throw fail('recordReferenced', { id, column, table });
      }
    }
    this.#rows(entity.name).delete(Number(id));
  }

  #requireConstraints(entity: Entity, values: Values, own?: number): void {
    for (const column of entity.unique) {
      const value = values[column] ?? null;
      const isTaken = [...this.#rows(entity.name).values()].some(
        (record) => value !== null && record[column] === value && record.id !== own,
      );
      if (isTaken) throw fail('uniqueConstraintViolation', { column, value: String(value) });
    }
    for (const { column, entity: name } of entity.references) {
      const id = values[column] ?? null;
      if (id === null || this.#rows(name).has(Number(id))) continue;
      const { table } = this.#entities.find((each) => each.name === name) ?? entity;
      throw fail('foreignKeyViolation', { column, value: String(id), table });
    }
  }

  #write(entity: Entity, record: Stored): Stored {
    this.#rows(entity.name).set(record.id, record);
    return record;
  }

  #rows(name: string): Map<number, Stored> {
    const rows = this.#tables.get(name);
    if (rows === undefined) throw fail('entityNotFound', { entityName: name });
    return rows;
  }
}

/** The shop of each workspace. */
export class Shops {
  readonly #shops: ReadonlyMap<string, Shop>;

  constructor(entities: readonly Entity[], workspaces: readonly string[]) {
    this.#shops = new Map(workspaces.map((workspace) => [workspace, new Shop(entities)]));
  }

  of(workspace: string): Shop {
    const shop = this.#shops.get(workspace);
    if (shop === undefined) throw fail('wrongWorkspace');
    return shop;
  }
}

/** Runs `work` for each item of a batch. An item that fails does not stop the rest. */
export function eachOf<Item>(items: readonly Item[], work: (item: Item) => void): object {
  const errors = items.flatMap((item, index) => {
    try {
      work(item);
      return [];
    } catch (error) {
      if (!(error instanceof ScenarioFailure)) throw error;
      return [{ index, error: toErrorObject(error) }];
    }
  });
  const counts = { succeeded: items.length - errors.length, failed: errors.length };
  return errors.length === 0 ? counts : { ...counts, errors };
}
