import { bendErrors, bendMessages } from './bend.ts';
import type { Bending } from './bending.ts';
import type { Mutant } from './mutant.ts';

/** Failures that reveal implementation details. */
export const leaks: readonly Mutant[] = [
  {
    is: 'a stack trace in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected('boom\n    at save (/srv/app/store.js:12:34)'),
  },
  {
    is: 'a stack trace alongside the message',
    caughtBy: 'leak',
    bending: bendErrors('INTERNAL_ERROR', (error) => ({
      ...error,
      trace: ['Traceback (most recent call last):', '  File "app.py", line 7, in save'],
    })),
  },
  {
    is: 'a source location in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected("undefined method `save' (app/models/customer.rb:12:in `create')"),
  },
  {
    is: 'an exception name in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected('java.lang.NullPointerException: Cannot invoke "Customer.getId()"'),
  },
  {
    is: 'its database address in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected('connect ECONNREFUSED 10.0.0.5:5432'),
  },
  {
    is: 'its database password in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected('No route to postgresql://app:hunter2@db.internal:5432/sales'),
  },
  {
    is: 'a file path in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected('disk is full: C:\\inetpub\\workspace\\data.mdf'),
  },
  {
    is: 'SQL in the message of a 400',
    caughtBy: 'leak',
    bending: bendMessages('BAD_REQUEST', () => 'near "x": SELECT * FROM customers'),
  },
  {
    is: 'lower-case SQL in the message of a 400',
    caughtBy: 'leak',
    bending: bendMessages('BAD_REQUEST', () => 'bad value in select id, name from customers where id = $1'),
  },
  ...Object.entries({
    MySQL: "Data too long for column 'name' at row 1",
    'SQL Server': "Violation of UNIQUE KEY constraint 'UQ_email'.",
    '.NET': 'Object reference not set to an instance of an object.',
    Go: 'runtime error: invalid memory address or nil pointer dereference',
    Ruby: "undefined method `save' for nil:NilClass",
    Python: "'NoneType' object has no attribute 'id'",
    Rust: 'called `Option::unwrap()` on a `None` value',
    PHP: 'Call to a member function save() on null',
  }).map(([stack, text]): Mutant => ({
    is: `an error message of ${stack} in a 500`,
    caughtBy: 'leak',
    bending: unexpected(text),
  })),
  {
    is: 'a database constraint name in an extra error member',
    caughtBy: 'leak',
    bending: bendErrors('UNIQUE_CONSTRAINT_VIOLATION', (error) => ({
      ...error,
      cause: 'duplicate key value violates unique constraint "customers_email_key"',
    })),
  },
];

/** Replaces the message of unexpected errors. */
function unexpected(message: string): Bending {
  return bendMessages('INTERNAL_ERROR', () => message);
}
