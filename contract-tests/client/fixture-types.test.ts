import { describe, expect, it } from '@jest/globals';

import type { contract, OperationId, ScenarioName, ScenarioValues } from '../../src/contract/index.ts';
import type { Workspace } from './helpdesk.ts';
import type { Failures, FixtureOf } from '../../src/fixtures/index.ts';
import { failures, failuresIn, failuresOf } from '../../src/fixtures/index.ts';

// The compiler checks this file (`npm run typecheck`). Running it only checks the values at run time.
// Each `@ts-expect-error` is directly above the narrowest line that must not compile.

type Equal<Left, Right> =
  (<Type>() => Type extends Left ? 1 : 2) extends <Type>() => Type extends Right ? 1 : 2 ? true : false;

function assertType<_Fact extends true>(): void {}

const { createRecord, deleteRecord, getRecord, listRecords, outsideOperations } = failures;
const ticket = failuresIn<Workspace>()('Ticket');
const tag = failuresIn<Workspace>()('Tag');
const agent = failuresIn<Workspace>()('Agent');

describe('the failures of an operation', () => {
  it('are those of the contract, and no others', () => {
    type Listed = { [Id in OperationId]: (typeof contract.operations)[Id]['scenarios'][number] };
    type Offered = { [Id in OperationId]: keyof Failures[Id] };
    assertType<Equal<Listed, Offered>>();
    assertType<Equal<keyof typeof outsideOperations, 'routeNotFound'>>();
    const undocumented = [
      // @ts-expect-error reading violates no constraint
      getRecord.uniqueConstraintViolation,
      // @ts-expect-error creating finds no record missing
      createRecord.recordNotFound,
      // @ts-expect-error no failure has this name
      createRecord.duplicate,
      // @ts-expect-error no operation has this name
      failures.patchRecord,
    ];
    expect(undocumented).toEqual([undefined, undefined, undefined, undefined]);
    // @ts-expect-error no operation has this name
    expect(() => failuresOf('patchRecord')).toThrow(TypeError);
  });

  it('take all values of their message or none', () => {
    const made = [
      createRecord.uniqueConstraintViolation(),
      createRecord.uniqueConstraintViolation({ column: 'email', value: 'a@b.c' }),
      createRecord.uniqueConstraintViolation({ column: 'age', value: 7 }),
      // @ts-expect-error a superfluous value
      createRecord.uniqueConstraintViolation({ column: 'email', value: 'a@b.c', table: 'customers' }),
      // @ts-expect-error a failure without values
      createRecord.expiredApiKey({}),
      listRecords.badRequest({ message: 'Parameter page must be a whole number, 0 or more' }),
      createRecord.validationError({ details: [{ field: 'name', message: 'name is required' }] }),
      // @ts-expect-error the message counts the details
      createRecord.validationError({ message: 'x', details: [{ field: 'name', message: 'name is required' }] }),
    ];
    expect(made).toHaveLength(8);
    // @ts-expect-error the contract never sends an empty list
    expect(() => createRecord.validationError({ details: [] })).toThrow(TypeError);
    // @ts-expect-error a missing value
    expect(() => createRecord.uniqueConstraintViolation({ column: 'email' })).toThrow('{value}');
    // @ts-expect-error a value of another type
    expect(getRecord.recordNotFound({ id: true }).body.error.message).toBe('Record not found: true');
    // @ts-expect-error a value with another name
    expect(() => deleteRecord.recordNotFound({ recordId: 7 })).toThrow('{id}');
  });

  it('take the values that the server needs for them', () => {
    type Taken<Make> = Make extends (...taken: infer Arguments) => unknown ? Arguments : never;
    type Expected<Values> = Values extends Record<string, never> ? [] : [values?: Readonly<Values>];
    type Plain = Exclude<ScenarioName, 'validationError'>;
    type Unequal = {
      [Id in OperationId]: {
        [Name in keyof Failures[Id] & Plain]: Equal<
          Taken<Failures[Id][Name]>,
          Expected<ScenarioValues[Name]>
        > extends true
          ? never
          : Name;
      }[keyof Failures[Id] & Plain];
    }[OperationId];
    assertType<Equal<Unequal, never>>();
    expect.assertions(0);
  });

  it('narrow status and code by the scenario', () => {
    const status = (failure: FixtureOf<'getRecord'>): number => {
      if (failure.scenario !== 'recordNotFound') return failure.status;
      assertType<Equal<typeof failure.status, 404>>();
      assertType<Equal<typeof failure.body.error.code, 'NOT_FOUND'>>();
      return failure.status;
    };
    expect(failuresOf('getRecord').map(status)).toEqual([400, 401, 401, 401, 404, 404, 500]);
  });
});

describe('the failures of an entity', () => {
  it('know its columns', () => {
    const made = [
      agent.createRecord.uniqueConstraintViolation({ column: 'email', value: 'a@b.c' }),
      // @ts-expect-error name is not unique
      agent.createRecord.uniqueConstraintViolation({ column: 'name', value: 'a@b.c' }),
      // @ts-expect-error the example of the contract has a column of another entity
      agent.createRecord.uniqueConstraintViolation(),
      agent.deleteRecord.recordReferenced({ id: 1, column: 'reporter', table: 'tickets' }),
      ticket.createRecord.foreignKeyViolation({ column: 'agent_id', value: 7, table: 'agents' }),
      // @ts-expect-error title references nothing
      ticket.createRecord.foreignKeyViolation({ column: 'title', value: 7, table: 'agents' }),
      ticket.createRecord.validationError({ details: [{ field: 'title', message: 'title is required' }] }),
      // @ts-expect-error email is a column of Agent
      ticket.createRecord.validationError({ details: [{ field: 'email', message: 'email is required' }] }),
      ticket.createRecord.expiredApiKey(),
    ];
    expect(made).toHaveLength(9);
  });

  it('leave out what cannot happen to it', () => {
    // @ts-expect-error no column of Ticket is unique
    expect(ticket.createRecord.uniqueConstraintViolation).toBeDefined();
    // @ts-expect-error Tag references nothing
    expect(tag.createRecord.foreignKeyViolation).toBeDefined();
    // @ts-expect-error nothing references Tag
    expect(tag.deleteRecord.recordReferenced).toBeDefined();
    // @ts-expect-error the workspace has no such entity
    expect(failuresIn<Workspace>()('Customer')).toBeDefined();
  });

  it('name the entity', () => {
    const { message } = ticket.getRecord.entityNotFound().body.error;
    expect(message).toBe('Entity not found: Ticket');
    expect(ticket.getRecord.recordNotFound({ id: 7 }).body.error.message).toBe('Record not found: 7');
  });
});
