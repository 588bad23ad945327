import { bendErrors, bendMessages } from './bend.ts';
import type { Bending } from './bending.ts';
import type { Mutant } from './mutant.ts';

/** Failures that give away what is inside. */
export const leaks: readonly Mutant[] = [
  {
    is: 'a stack trace in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected('boom\n    at save (/srv/app/store.js:12:34)'),
  },
  {
    is: 'a stack trace beside the message',
    caughtBy: 'leak',
    bending: bendErrors('INTERNAL_ERROR', (error) => ({
      ...error,
      trace: ['Traceback (most recent call last):', '  File "app.py", line 7, in save'],
    })),
  },
  {
    is: 'a place in its source in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected("undefined method `save' (app/models/customer.rb:12:in `create')"),
  },
  {
    is: 'the name of an exception in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected('java.lang.NullPointerException: Cannot invoke "Customer.getId()"'),
  },
  {
    is: 'the address of its database in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected('connect ECONNREFUSED 10.0.0.5:5432'),
  },
  {
    is: 'the password of its database in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected('No route to postgresql://app:hunter2@db.internal:5432/sales'),
  },
  {
    is: 'a path of its disk in the message of a 500',
    caughtBy: 'leak',
    bending: unexpected('disk is full: C:\\inetpub\\workspace\\data.mdf'),
  },
  {
    is: 'SQL in the message of a 400',
    caughtBy: 'leak',
    bending: bendMessages('BAD_REQUEST', () => 'near "x": SELECT * FROM customers'),
  },
  {
    is: 'SQL in small letters in the message of a 400',
    caughtBy: 'leak',
    bending: bendMessages('BAD_REQUEST', () => 'bad value in select id, name from customers where id = $1'),
  },
  {
    is: 'the constraint of its database in details that nobody asked for',
    caughtBy: 'leak',
    bending: bendErrors('UNIQUE_CONSTRAINT_VIOLATION', (error) => ({
      ...error,
      cause: 'duplicate key value violates unique constraint "customers_email_key"',
    })),
  },
];

/** Says something of its own about an unexpected error. */
function unexpected(message: string): Bending {
  return bendMessages('INTERNAL_ERROR', () => message);
}
