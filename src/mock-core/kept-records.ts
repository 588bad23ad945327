import type { EntityDefinition } from '../workspace/portable/index.ts';
import type { RecordsOf } from './records.ts';
import { exampleRecords } from './records.ts';
import type { StoredRecord } from './stored-record.ts';
import { storedRecord } from './stored-record.ts';
import { triggers } from './triggers.ts';

/** Keeps what requests write. */
export interface KeptRecords {
  /** Returns the records of a workspace: at first, those that are shown for it. */
  readonly of: RecordsOf;
  /** Forgets everything that was written. */
  reset(): void;
}

/** Ids that trigger a failure, which no new record may have. */
const TRIGGERS: readonly string[] = [...Object.values(triggers.ids), String(triggers.missingReference)];

type Table = Map<number, StoredRecord>;

/** Returns an empty store of records. */
export function keptRecords(): KeptRecords {
  const tables = new Map<string, Table>();
  const lastIds = new Map<Table, number>();
  return {
    of(shown, workspace) {
      const tableOf = (entity: EntityDefinition): Table => {
        // Slugs contain no slash.
        const name = `${workspace.slug}/${entity.name}`;
        const known = tables.get(name);
        if (known !== undefined) return known;
        const examples = exampleRecords(shown, workspace).all(entity);
        const table = new Map(examples.map((record, index) => [index + 1, record]));
        tables.set(name, table);
        lastIds.set(table, table.size);
        return table;
      };
      return {
        areKept: true,
        all: (entity) => [...tableOf(entity).values()],
        withId: (entity, id) => tableOf(entity).get(id),
        hasDuplicate(entity, { name }, value, id) {
          if (value === null || value === undefined) return false;
          return [...tableOf(entity)].some(([other, record]) => other !== id && record[name] === value);
        },
        create(entity, values) {
          const table = tableOf(entity);
          let id = (lastIds.get(table) ?? 0) + 1;
          while (TRIGGERS.includes(String(id))) id += 1;
          lastIds.set(table, id);
          const record = storedRecord(entity, id, values);
          table.set(id, record);
          return record;
        },
        update(entity, record, values) {
          const updated = { ...record, ...values };
          tableOf(entity).set(Number(record.id), updated);
          return updated;
        },
        remove: (entity, id) => void tableOf(entity).delete(id),
      };
    },
    reset: () => tables.clear(),
  };
}
