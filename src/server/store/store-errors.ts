/** Another record already has this value in a unique column. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
  readonly column: string;
  /** The rejected value, as it was sent. */
  readonly value: string;

  constructor(column: string, value: string) {
    super(`unique column ${column}`);
    this.column = column;
    this.value = value;
  }
}

/** A column references a record that does not exist. */
export class ForeignKeyViolation extends Error {
  override readonly name = 'ForeignKeyViolation';
  readonly column: string;
  readonly value: string;
  /** The table that the column references. */
  readonly table: string;

  constructor(column: string, value: string, table: string) {
    super(`foreign key ${column}`);
    this.column = column;
    this.value = value;
    this.table = table;
  }
}

/** A record cannot be deleted because another one references it. */
export class ReferencedViolation extends Error {
  override readonly name = 'ReferencedViolation';
  readonly id: number;
  /** The column that references the record. */
  readonly column: string;
  /** The table of that column. */
  readonly table: string;

  constructor(id: number, column: string, table: string) {
    super(`referenced by ${table}.${column}`);
    this.id = id;
    this.column = column;
    this.table = table;
  }
}

/** The file or database for the data cannot be used. The message says why. */
export class DataPlaceError extends Error {
  override readonly name = 'DataPlaceError';
}

/** A change that an administrator requested is not possible. The message says why, and what to do instead. */
export class AdministrationError extends Error {
  override readonly name = 'AdministrationError';
}

/** The message about a database whose format is newer than this server. `done` and `known` count the steps of its migrations. */
export function laterVersion(place: string, done: number, known: number): string {
  return (
    `${place} was written by a later version of this server (format ${done}, this version knows formats up to ${known}): ` +
    'use that version, or restore a backup from before the upgrade'
  );
}
