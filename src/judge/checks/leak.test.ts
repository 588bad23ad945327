import { describe, expect, it } from '@jest/globals';

import { judgedFailure } from '../testing/judged.ts';
import { leak } from './leak.ts';

const badRequest = (message: string, request = {}) =>
  leak(judgedFailure('badRequest', { error: { code: 'BAD_REQUEST', message } }, { request }));

/** Messages that databases, languages and frameworks write. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  MySQL: [
    'You have an error in your SQL syntax; check the manual that corresponds to your MySQL server version',
    "Duplicate entry 'jane@example.com' for key 'customers.email'",
    'Cannot add or update a child row: a foreign key constraint fails (`sales`.`orders`)',
    "Data too long for column 'name' at row 1",
    "Incorrect integer value: 'abc' for column 'age' at row 1",
    "Unknown column 'x' in 'where clause'",
    "Table 'sales.customers' doesn't exist",
    'ER_DUP_ENTRY',
    'Deadlock found when trying to get lock; try restarting transaction',
  ],
  PostgreSQL: [
    'syntax error at or near "OR"',
    'invalid input syntax for type integer: "abc"',
    'value too long for type character varying(255)',
    'Key (email)=(jane@example.com) already exists.',
    'invalid byte sequence for encoding "UTF8": 0x00',
    'null value in column "name" of relation "customers" violates not-null constraint',
    'pq: relation "customers" does not exist',
  ],
  'SQL Server': [
    "Violation of UNIQUE KEY constraint 'UQ_customers_email'.",
    "Cannot insert duplicate key row in object 'dbo.customers' with unique index 'IX_email'.",
    'The INSERT statement conflicted with the FOREIGN KEY constraint "FK_orders"',
    'String or binary data would be truncated.',
    "Conversion failed when converting the varchar value 'abc' to data type int.",
    "Incorrect syntax near 'OR'.",
    'Unclosed quotation mark after the character string.',
    "Invalid object name 'customers'.",
    'Server=db.internal;Database=sales;User Id=app;Password=hunter2',
  ],
  Oracle: [
    'ORA-00001: unique constraint (SALES.UQ_EMAIL) violated',
    'PLS-00306: wrong number',
    'TNS-12541: no listener',
  ],
  '.NET': [
    'System.NullReferenceException: Object reference not set to an instance of an object.',
    'Object reference not set to an instance of an object.',
    '   at Acme.Store.Save(Int32 id) in C:\\src\\Store.cs:line 42',
    '   at Acme.Store.Save(Int32 id) in /src/Store.cs:line 42',
    'Microsoft.EntityFrameworkCore.DbUpdateException: An error occurred',
    'An error occurred while saving the entity changes. See the inner exception for details.',
    'The JSON value could not be converted to System.Int32. Path: $.age',
    '--- End of inner exception stack trace ---',
  ],
  Go: [
    'runtime error: invalid memory address or nil pointer dereference',
    'runtime error: index out of range [3] with length 2',
    'goroutine 7 [running]:',
    'sql: no rows in result set',
    'json: cannot unmarshal string into Go struct field Customer.age of type int',
    'strconv.Atoi: parsing "abc": invalid syntax',
    'dial tcp 10.0.0.5:5432: connect: connection refused',
  ],
  Ruby: [
    "undefined method `save' for nil:NilClass",
    "undefined method 'save' for nil",
    'ActiveRecord::RecordNotUnique',
    'PG::UniqueViolation: ERROR',
    "app/models/customer.rb:12:in `create'",
    'uninitialized constant Api::Customer',
    'Mysql2::Error: Duplicate',
  ],
  Python: [
    'Traceback (most recent call last):',
    '  File "/code/app.py", line 7, in save',
    'sqlalchemy.exc.IntegrityError',
    '(psycopg2.errors.UniqueViolation)',
    'django.db.utils.IntegrityError',
    "KeyError: 'age'",
    "'NoneType' object has no attribute 'id'",
    "'int' object is not subscriptable",
    "invalid literal for int() with base 10: 'abc'",
    "'utf-8' codec can't decode byte 0xff in position 3",
    'list index out of range',
  ],
  Rust: [
    "thread 'main' panicked at src/main.rs:4:5",
    'called `Option::unwrap()` on a `None` value',
    'called `Result::unwrap()` on an `Err` value: ParseIntError',
    'error returned from database: duplicate key',
    'index out of bounds: the len is 3 but the index is 5',
    'stack backtrace:',
  ],
  Java: [
    'java.lang.NullPointerException',
    'at com.acme.Store.save(Store.java:42)',
    'at java.base/java.lang.Thread.run(Unknown Source)',
    'Caused by: org.hibernate.exception.ConstraintViolationException',
    'could not execute statement; SQL [n/a]; constraint [customers_email_key]',
    'JSON parse error: Cannot deserialize value of type `int` from String "abc"',
    'java.math.BigDecimal',
    'jakarta.persistence.EntityNotFoundException',
    'IllegalArgumentException: id',
  ],
  PHP: [
    'PHP Fatal error:  Uncaught Error',
    'Undefined array key "age" in /var/www/html/index.php on line 42',
    'Undefined index: age',
    'Call to a member function save() on null',
    '#0 /var/www/html/index.php(42): save()',
    'SQLSTATE[23000]: Integrity constraint violation',
    'Illuminate\\Database\\QueryException',
    'Store::save(): Argument #1 must be of type int, string given, called in /code/Store.php',
  ],
  JavaScript: [
    "Cannot read properties of undefined (reading 'id')",
    'PrismaClientKnownRequestError',
    'SequelizeUniqueConstraintError',
    'QueryFailedError: duplicate',
    'E11000 duplicate key error collection: sales.customers',
    'read ECONNRESET',
  ],
};

describe('leak', () => {
  it.each([
    ['a stack frame', 'boom\n    at save (/srv/app/store.js:12:34)'],
    ['a stack frame', 'boom\n    at async Object.<anonymous> (file:///srv/main.ts:1:2)'],
    ['a stack frame', 'Traceback (most recent call last):'],
    ['a stack frame', 'at com.acme.Store.save(Store.java:42)'],
    ['a source location', "undefined method `save' (app/models/customer.rb:12:in `create')"],
    ['a source location', 'panic in store.go:42'],
    ['a source location', 'Uncaught error in Store.php(17)'],
    ['a connection string', 'No route to postgresql://app:secret@db.internal:5432/sales'],
    ['a connection string', 'jdbc:postgresql://db/sales is closed'],
    ['SQL', 'near "x": SELECT id FROM customers'],
    ['SQL', 'insert into customers values (1)'],
    ['a file path', "cannot open '/var/lib/data.db'"],
    ['a file path', 'C:\\Users\\jane\\app'],
    ['a database error', 'SQLITE_CONSTRAINT: UNIQUE constraint failed: customers.email'],
    ['a database error', 'duplicate key value violates unique constraint "customers_email"'],
    ['a runtime error', "TypeError: Cannot read properties of undefined (reading 'id')"],
    ['a runtime error', 'connect ECONNREFUSED 127.0.0.1:5432'],
  ])('finds %s in %j', (what, message) => {
    expect(
      badRequest(message)
        .map((breach) => breach.message)
        .join(),
    ).toContain(what);
  });

  it.each([
    'Column name cannot be null',
    'The relation "no_such_name" does not exist',
    'The column "no_such_name" does not exist; known columns are name and email',
    'Unknown column no_such_name in filter',
    'Invalid value for parameter size: abc',
    'The value is out of range',
    'Unexpected token } in JSON at position 5',
    'Expected property name or closing brace in JSON at position 1 (line 1 column 2)',
    'invalid character b looking for beginning of value',
    'A record with this key already exists',
    'The server cannot process this request; an exception was made for it',
    'The table customers has no entry 7',
    'Duplicate entry in the batch',
    'The method PATCH is undefined for this path',
    'The key is not valid: read the error guide',
    'There was a panic in the stock market; key error in the header',
    'Parameter page must be a whole number, 0 or more',
    'The body is not JSON: unexpected end at line 1, column 9',
    'Please select one of the fields from the list',
    'Unknown path /api/v1/acme-corp/sales/Customer/1/2',
    'Update the record and set another value',
    'See https://docs.example.py:8443/errors and errors.html#line:7',
    'The body ends at 1:12, after version 2.0.ts',
    'Content-Type must be application/json; see https://example.com/docs/errors',
  ])('accepts %j', (message) => {
    expect(badRequest(message)).toEqual([]);
  });

  it.each(Object.entries(TEXTS).flatMap(([stack, texts]) => texts.map((text) => [stack, text] as const)))(
    'finds what %s reveals in %j',
    (_stack, text) => {
      expect(badRequest(text)).not.toEqual([]);
    },
  );

  it('ignores text that the response only repeats from the request', () => {
    const path = '/acme-corp/sales/Customer/SELECT%20id%20FROM%20customers';
    expect(badRequest("There is no 'SELECT id FROM customers'", { path })).toEqual([]);
    expect(badRequest('name is "at x (/srv/app.js:1:2)"', { body: '{"name":"at x (/srv/app.js:1:2)"}' })).toEqual([]);
  });

  it('finds a stack trace outside an envelope', () => {
    const html = '<pre>Error: boom\n    at save (/srv/app/store.js:12:34)</pre>';
    expect(leak(judgedFailure('internalError', html))).not.toEqual([]);
  });
});
