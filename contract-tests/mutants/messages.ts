import { fail } from '../../src/contract/index.ts';
import { asked } from './asked.ts';
import { bendMessages, bendStatus } from './bend.ts';
import { brings, EXPIRED, OTHER_WORKSPACE, REVOKED } from './keys.ts';
import type { Mutant } from './mutant.ts';
import { refuse } from './refuse.ts';

/** Failures whose messages differ from the contract's. */
export const messages: readonly Mutant[] = [
  {
    is: "the invalid key's message for an expired key",
    caughtBy: 'message',
    bending: bendStatus(401, (response, request) =>
      brings(request, EXPIRED) ? refuse(fail('invalidApiKey')) : response,
    ),
  },
  {
    is: "the invalid key's message for another workspace's key",
    caughtBy: 'message',
    bending: bendStatus(401, (response, request) =>
      brings(request, OTHER_WORKSPACE) ? refuse(fail('invalidApiKey')) : response,
    ),
  },
  {
    is: 'its own message for a revoked key',
    caughtBy: 'message',
    bending: bendMessages('UNAUTHORIZED', (message, request) =>
      brings(request, REVOKED) ? 'API key has been revoked' : message,
    ),
  },
  {
    is: 'a message in lower case',
    caughtBy: 'message',
    bending: bendMessages('UNAUTHORIZED', (message) => message.toLowerCase()),
  },
  {
    is: 'a full stop at the end of a message',
    caughtBy: 'message',
    bending: bendMessages('UNAUTHORIZED', (message) => `${message}.`),
  },
  {
    is: 'a hyphen instead of the dash',
    caughtBy: 'message',
    bending: bendMessages('FORBIDDEN', (message) => message.replace('—', '-')),
  },
  {
    is: 'the dash in the wrong encoding',
    caughtBy: 'message',
    bending: bendMessages('FORBIDDEN', (message) => Buffer.from(message).toString('latin1')),
  },
  {
    is: 'a different message for one operation',
    caughtBy: 'message',
    bending: bendMessages('FORBIDDEN', (message, request) =>
      asked(request)?.operationId === 'bulkDeleteRecords' ? 'This API key may not delete' : message,
    ),
  },
  {
    is: 'the access mode in its database spelling',
    caughtBy: 'message',
    bending: bendMessages('WORKSPACE_STATUS', (message) => message.replace('read-only', 'READ_ONLY')),
  },
  {
    is: 'a message that does not name the unknown entity',
    caughtBy: 'message',
    bending: bendMessages('NOT_FOUND', (message) => message.replace(/^(Entity not found): .*$/, '$1')),
  },
  {
    is: 'an unknown entity named in lower case',
    caughtBy: 'message',
    bending: bendMessages('NOT_FOUND', (message) =>
      message.replace(/(?<=^Entity not found: ).*$/, (name) => name.toLowerCase()),
    ),
  },
  {
    is: 'null instead of the id of a missing record',
    caughtBy: 'message',
    bending: bendMessages('NOT_FOUND', (message) => message.replace(/(?<=^Record not found: ).*$/, 'null')),
  },
  {
    is: "a missing entity's message for a missing record",
    caughtBy: 'message',
    bending: bendMessages('NOT_FOUND', (message) => message.replace(/^Record/, 'Entity')),
  },
  {
    is: 'a duplicate reported without its value',
    caughtBy: 'message',
    bending: bendMessages('UNIQUE_CONSTRAINT_VIOLATION', () => 'A record with this email already exists'),
  },
  {
    is: 'a duplicate reported with the name of the index',
    caughtBy: 'message',
    bending: bendMessages('UNIQUE_CONSTRAINT_VIOLATION', (message) => message.replace('email', 'customers_email_key')),
  },
  {
    is: "double quotes around a duplicate's value",
    caughtBy: 'message',
    bending: bendMessages('UNIQUE_CONSTRAINT_VIOLATION', (message) => message.replaceAll("'", '"')),
  },
  {
    is: 'quotes escaped for HTML',
    caughtBy: 'message',
    bending: bendMessages('FOREIGN_KEY_VIOLATION', (message) => message.replaceAll("'", '&#39;')),
  },
  {
    is: 'a broken reference reported with the entity instead of its table',
    caughtBy: 'message',
    bending: bendMessages('FOREIGN_KEY_VIOLATION', (message) => message.replace(/customers$/, 'Customer')),
  },
  {
    is: 'a broken reference reported without its value',
    caughtBy: 'message',
    bending: bendMessages('FOREIGN_KEY_VIOLATION', (message) => message.replace(/'\d+'/, "'undefined'")),
  },
  {
    is: 'a message that counts more errors than details contains',
    caughtBy: 'message',
    bending: bendMessages('VALIDATION_ERROR', () => 'Validation failed: 7 error(s)'),
  },
  {
    is: 'a message that says 1 error instead of 1 error(s)',
    caughtBy: 'message',
    bending: bendMessages('VALIDATION_ERROR', (message) => message.replace('1 error(s)', '1 error')),
  },
  {
    is: 'a blank message where the text is free',
    caughtBy: 'message',
    bending: bendMessages('BAD_REQUEST', () => ' '),
  },
];
