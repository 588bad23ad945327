/** A unique column already has the value. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
  readonly column: string;
  /** The value that was to be written, as it was sent. */
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
  /** The table that has no such record. */
  readonly table: string;

  constructor(column: string, value: string, table: string) {
    super(`foreign key ${column}`);
    this.column = column;
    this.value = value;
    this.table = table;
  }
}

/** A record that is to be deleted is still referenced. */
export class ReferencedViolation extends Error {
  override readonly name = 'ReferencedViolation';
  readonly id: number;
  /** The column that references it, and the table which that column is in. */
  readonly column: string;
  readonly table: string;

  constructor(id: number, column: string, table: string) {
    super(`referenced by ${table}.${column}`);
    this.id = id;
    this.column = column;
    this.table = table;
  }
}

/** A file or a database that can not be used to keep data; its message says why. */
export class DataPlaceError extends Error {
  override readonly name = 'DataPlaceError';
}

/** What an administrator asked for can not be done; the message says why, and what to do instead. */
export class AdministrationError extends Error {
  override readonly name = 'AdministrationError';
}
