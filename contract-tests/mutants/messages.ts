import { fail } from '../../src/contract/index.ts';
import { asked } from './asked.ts';
import { bendMessages, bendStatus } from './bend.ts';
import { brings, EXPIRED, OTHER_WORKSPACE, REVOKED } from './keys.ts';
import type { Mutant } from './mutant.ts';
import { refuse } from './refuse.ts';

/** Failures with other words than the contract's. */
export const messages: readonly Mutant[] = [
  {
    is: "an expired key told by the invalid key's text",
    caughtBy: 'message',
    bending: bendStatus(401, (response, request) =>
      brings(request, EXPIRED) ? refuse(fail('invalidApiKey')) : response,
    ),
  },
  {
    is: "another workspace's key told by the invalid key's text",
    caughtBy: 'message',
    bending: bendStatus(401, (response, request) =>
      brings(request, OTHER_WORKSPACE) ? refuse(fail('invalidApiKey')) : response,
    ),
  },
  {
    is: 'a text of its own for a revoked key',
    caughtBy: 'message',
    bending: bendMessages('UNAUTHORIZED', (message, request) =>
      brings(request, REVOKED) ? 'API key has been revoked' : message,
    ),
  },
  {
    is: 'a text in small letters',
    caughtBy: 'message',
    bending: bendMessages('UNAUTHORIZED', (message) => message.toLowerCase()),
  },
  {
    is: 'a full stop at the end of a text',
    caughtBy: 'message',
    bending: bendMessages('UNAUTHORIZED', (message) => `${message}.`),
  },
  {
    is: 'a hyphen for the dash',
    caughtBy: 'message',
    bending: bendMessages('FORBIDDEN', (message) => message.replace('—', '-')),
  },
  {
    is: 'the dash in the wrong encoding',
    caughtBy: 'message',
    bending: bendMessages('FORBIDDEN', (message) => Buffer.from(message).toString('latin1')),
  },
  {
    is: 'another text for one operation alone',
    caughtBy: 'message',
    bending: bendMessages('FORBIDDEN', (message, request) =>
      asked(request)?.operationId === 'bulkDeleteRecords' ? 'This API key may not delete' : message,
    ),
  },
  {
    is: 'the mode as the database names it',
    caughtBy: 'message',
    bending: bendMessages('WORKSPACE_STATUS', (message) => message.replace('read-only', 'READ_ONLY')),
  },
  {
    is: 'an unknown entity that is not named',
    caughtBy: 'message',
    bending: bendMessages('NOT_FOUND', (message) => message.replace(/^(Entity not found): .*$/, '$1')),
  },
  {
    is: 'an unknown entity named in small letters',
    caughtBy: 'message',
    bending: bendMessages('NOT_FOUND', (message) =>
      message.replace(/(?<=^Entity not found: ).*$/, (name) => name.toLowerCase()),
    ),
  },
  {
    is: 'a missing record named null',
    caughtBy: 'message',
    bending: bendMessages('NOT_FOUND', (message) => message.replace(/(?<=^Record not found: ).*$/, 'null')),
  },
  {
    is: 'a missing record told as a missing entity',
    caughtBy: 'message',
    bending: bendMessages('NOT_FOUND', (message) => message.replace(/^Record/, 'Entity')),
  },
  {
    is: 'a duplicate told without its value',
    caughtBy: 'message',
    bending: bendMessages('UNIQUE_CONSTRAINT_VIOLATION', () => 'A record with this email already exists'),
  },
  {
    is: 'a duplicate told by the name of the index',
    caughtBy: 'message',
    bending: bendMessages('UNIQUE_CONSTRAINT_VIOLATION', (message) => message.replace('email', 'customers_email_key')),
  },
  {
    is: 'double quotes around the value of a duplicate',
    caughtBy: 'message',
    bending: bendMessages('UNIQUE_CONSTRAINT_VIOLATION', (message) => message.replaceAll("'", '"')),
  },
  {
    is: 'quotes escaped for HTML',
    caughtBy: 'message',
    bending: bendMessages('FOREIGN_KEY_VIOLATION', (message) => message.replaceAll("'", '&#39;')),
  },
  {
    is: 'a broken reference told by the entity, not its table',
    caughtBy: 'message',
    bending: bendMessages('FOREIGN_KEY_VIOLATION', (message) => message.replace(/customers$/, 'Customer')),
  },
  {
    is: 'a broken reference told without its value',
    caughtBy: 'message',
    bending: bendMessages('FOREIGN_KEY_VIOLATION', (message) => message.replace(/'\d+'/, "'undefined'")),
  },
  {
    is: 'a message that counts more errors than details has',
    caughtBy: 'message',
    bending: bendMessages('VALIDATION_ERROR', () => 'Validation failed: 7 error(s)'),
  },
  {
    is: 'a message that counts errors in better grammar',
    caughtBy: 'message',
    bending: bendMessages('VALIDATION_ERROR', (message) => message.replace('1 error(s)', '1 error')),
  },
  {
    is: 'a free text that is blank',
    caughtBy: 'message',
    bending: bendMessages('BAD_REQUEST', () => ' '),
  },
];
