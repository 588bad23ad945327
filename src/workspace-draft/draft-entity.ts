import type { ColumnDefinition, EntityDefinition } from '../workspace/index.ts';
import { isColumnName } from '../workspace/index.ts';
import { factsOf } from './column-facts.ts';
import type { EntitySample } from './entity-sample.ts';
import { fieldsOf, valuesOf } from './entity-sample.ts';

/** An entity has at most this many columns. */
const MOST_COLUMNS = 500;

/** How many fields a description names that are left out. */
const MOST_NAMED = 20;

/** Drafts an entity. Its description, and that of each column, says what was seen and what is assumed. */
export function draftEntity(sample: EntitySample, table: string): EntityDefinition {
  const { name, records, total = 0 } = sample;
  const columns: ColumnDefinition[] = [];
  const leftOut: string[] = [];
  for (const field of fieldsOf(records)) {
    if (field === 'id') continue;
    const drafted =
      columns.length < MOST_COLUMNS ? draftColumn(sample, field, columns) : 'an entity has at most 500 columns';
    if (typeof drafted === 'string') leftOut.push(`${shown(field)} (${drafted})`);
    else columns.push(drafted);
  }
  const counted = total > records.length ? `${records.length} of ${total}` : String(records.length);
  const named = leftOut.length > MOST_NAMED ? [...leftOut.slice(0, MOST_NAMED), '…'] : leftOut;
  const without = leftOut.length === 0 ? '' : ` Left out: ${named.join(', ')}.`;
  const description = `Drafted from ${counted} record${counted === '1' ? '' : 's'}. The name of the table is assumed.${without}`;
  return { name, description, table, columns };
}

/** @returns the column, or why it is left out */
function draftColumn(
  { records, relations }: EntitySample,
  name: string,
  others: readonly ColumnDefinition[],
): ColumnDefinition | string {
  if (!isColumnName(name)) return 'a column cannot have this name';
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    return 'another column has the same name in another case';
  const values = valuesOf(records, name);
  const facts = factsOf(values);
  if (typeof facts === 'string') return facts;
  const nulls = records.length - values.length;
  const nullText =
    values.length === 0
      ? ''
      : nulls === 0
        ? 'no record has null, but null is allowed'
        : `${nulls} of ${records.length} have null`;
  const relation = relations.find(({ column }) => column === name);
  const [references, ...more] = relation?.entities ?? [];
  const about = relation === undefined ? '' : relationText(relation.name, relation.entities);
  const description = `Draft: ${[nullText, facts.seen, about].filter((part) => part !== '').join('; ')}.`;
  const reference = references === undefined || more.length > 0 ? {} : { references };
  return { name, description, type: facts.type, ...facts.limits, ...reference };
}

function relationText(relation: string, entities: readonly string[]): string {
  if (entities.length === 1) return `expand=${relation} returns records of ${entities.join('')}`;
  if (entities.length === 0) return `expand=${relation} returns records of an entity that is not in this draft`;
  return `expand=${relation} returns records that could be of ${entities.join(' or ')}`;
}

/** A server chooses the names of fields, so they can contain anything. */
function shown(field: string): string {
  return JSON.stringify(field.slice(0, 40)).replaceAll(/[^\x20-\x7e]/g, '?');
}
