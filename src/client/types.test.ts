import { describe, expect, it } from '@jest/globals';

import type { SchemaRecordPage, SchemaSingleRecord } from '../../generated/openapi-types.ts';
import type { Code, contract, OperationId } from '../contract/index.ts';
import type { ApiErrorOf, BulkItemError, Client, ClientErrorOf, DataOf, InputOf } from './index.ts';
import { ApiError, bulkOutcomes, createClient, isApiError, unwrap } from './index.ts';

// The compiler checks this file (`npm run typecheck`). Running it only checks the values at run time.
// Each `@ts-expect-error` is directly above the narrowest line that must not compile.

type Equal<Left, Right> =
  (<Type>() => Type extends Left ? 1 : 2) extends <Type>() => Type extends Right ? 1 : 2 ? true : false;

function assertType<_Fact extends true>(): void {}

type Values<Name extends string> = object & Readonly<Partial<Record<Name, string>>>;

const DETAILS = [{ field: 'name', message: 'name is required' }];

function validationError(): ApiErrorOf<'createRecord'> | ClientErrorOf<'createRecord'> {
  const read = {
    status: 422,
    code: 'VALIDATION_ERROR',
    message: '',
    details: DETAILS,
    scenario: undefined,
    values: {},
  } as const;
  const error = new ApiError('createRecord', new Response(), read);
  if (!isApiError(error, 'VALIDATION_ERROR') || error.operationId !== 'createRecord') throw error;
  return error;
}

describe('the error of a result', () => {
  it('narrows status and details by the code', () => {
    const error = validationError();
    // @ts-expect-error only some of the errors have details
    expect(error.details).toBe(DETAILS);
    if (error.code !== 'VALIDATION_ERROR') throw error;
    assertType<Equal<typeof error.status, 422>>();
    assertType<Equal<typeof error.details, readonly { readonly field: string; readonly message: string }[]>>();
    expect(error.details[0]?.field).toBe('name');
    // @ts-expect-error the details are read-only
    expect(() => error.details.push).not.toThrow();
  });

  it('narrows the code by the status, the name and the details', () => {
    const error = validationError();
    if (error.name !== 'ApiError') throw error;
    assertType<Equal<typeof error.code, Code>>();
    if (error.details !== undefined) assertType<Equal<typeof error.code, 'VALIDATION_ERROR'>>();
    if (error.status === 409)
      assertType<Equal<typeof error.code, 'WORKSPACE_STATUS' | 'UNIQUE_CONSTRAINT_VIOLATION'>>();
    if (error.status === 422) assertType<Equal<typeof error.code, 'VALIDATION_ERROR'>>();
    expect(error.status).toBe(422);
  });

  it('has the values of its message by the code, and those of every scenario of the operation', () => {
    const columns = (error: ApiErrorOf<'createRecord'>): string | undefined => {
      if (error.code === 'UNIQUE_CONSTRAINT_VIOLATION') return error.values.column;
      if (error.code === 'FOREIGN_KEY_VIOLATION') return error.values.column ?? error.values.table;
      // @ts-expect-error no other error has a column
      return error.values.column;
    };
    assertType<
      Equal<ApiErrorOf<'deleteRecord', 'FOREIGN_KEY_VIOLATION'>['values'], Values<'id' | 'column' | 'table'>>
    >();
    assertType<Equal<ApiErrorOf<'getRecord', 'NOT_FOUND'>['values'], Values<'id' | 'entityName'>>>();
    assertType<Equal<ApiErrorOf<'getRecord', 'UNAUTHORIZED'>['values'], Values<never>>>();
    expect(typeof columns).toBe('function');
  });

  // The test of the table below checks that an operation has all its pairs and no others.
  type Known = 'BAD_REQUEST' | 'UNAUTHORIZED' | 'NOT_FOUND' | 'INTERNAL_ERROR';

  it('is handled exhaustively by a switch over the codes of the operation', () => {
    const texts = (error: ApiErrorOf<'getRecord', Known>): string => {
      switch (error.code) {
        case 'BAD_REQUEST':
        case 'UNAUTHORIZED':
        case 'NOT_FOUND':
        case 'INTERNAL_ERROR':
          return error.message;
        default:
          return error satisfies never;
      }
    };
    const incomplete = (error: ApiErrorOf<'getRecord'>): string => {
      switch (error.code) {
        case 'BAD_REQUEST':
        case 'UNAUTHORIZED':
        case 'INTERNAL_ERROR':
          return error.message;
        default:
          // @ts-expect-error NOT_FOUND is not handled
          return error satisfies never;
      }
    };
    expect([typeof texts, typeof incomplete]).toEqual(['function', 'function']);
  });

  it('is handled exhaustively by a switch over the codes of the operation and of the client', () => {
    const texts = (
      error: Exclude<ClientErrorOf<'listRecords'>, ApiErrorOf> | ApiErrorOf<'listRecords', Known>,
    ): string => {
      switch (error.code) {
        case 'BAD_REQUEST':
        case 'UNAUTHORIZED':
        case 'NOT_FOUND':
        case 'INTERNAL_ERROR':
          return error.operationId satisfies 'listRecords';
        case 'UNEXPECTED_RESPONSE':
          return error.why;
        case 'NETWORK':
        case 'ABORTED':
        case 'TIMEOUT':
        case 'INVALID_REQUEST':
          return error.name satisfies 'TransportError';
        default:
          return error satisfies never;
      }
    };
    expect(typeof texts).toBe('function');
  });

  it('has no 422 if the operation does not document one', () => {
    const compare = (error: ApiErrorOf<'getRecord'>): boolean[] => [
      // @ts-expect-error getRecord documents no 422
      error.status === 422,
      // @ts-expect-error getRecord documents no VALIDATION_ERROR
      error.code === 'VALIDATION_ERROR',
    ];
    assertType<Equal<ApiErrorOf<'getRecord', 'VALIDATION_ERROR'>, never>>();
    assertType<Equal<ApiErrorOf<'getRecord'>['details'], undefined>>();
    expect(typeof compare).toBe('function');
  });

  it('has, for every operation, exactly the pairs of the table that the client checks at run time', () => {
    type Table = typeof contract.operations;
    type PairsOfTable<Id extends OperationId> = {
      [Status in keyof Table[Id]['errors'] & string]: Table[Id]['errors'][Status] extends readonly (infer Each extends
        string)[]
        ? `${Status} ${Each}`
        : never;
    }[keyof Table[Id]['errors'] & string];
    type PairsOfTypes<Failure> = Failure extends ApiErrorOf ? `${Failure['status']} ${Failure['code']}` : never;
    type Unequal = {
      [Id in OperationId]: Equal<PairsOfTable<Id>, PairsOfTypes<ApiErrorOf<Id>>> extends true ? never : Id;
    };
    assertType<Equal<Unequal[OperationId], never>>();
    // @ts-expect-error a comparison that could not fail would prove nothing
    assertType<Equal<PairsOfTable<'getRecord'>, PairsOfTypes<ApiErrorOf<'createRecord'>>>>();
    expect.assertions(0);
  });
});

describe('the outcome of an item in a batch', () => {
  it('has an error only if it failed, and its code narrows details and scenario', () => {
    const [outcome] = bulkOutcomes([{ name: '' }], {
      succeeded: 0,
      failed: 1,
      errors: [{ index: 0, error: { code: 'VALIDATION_ERROR', message: '', details: DETAILS } }],
    });
    if (outcome === undefined) throw new Error('expected one item');
    // @ts-expect-error there is an error only if the item failed
    expect(outcome.error).toBeDefined();
    if (outcome.ok) throw new Error('expected a failure');
    const { error, item } = outcome;
    assertType<Equal<typeof item, { name: string }>>();
    assertType<
      Equal<
        BulkItemError['code'],
        'NOT_FOUND' | 'UNIQUE_CONSTRAINT_VIOLATION' | 'FOREIGN_KEY_VIOLATION' | 'VALIDATION_ERROR' | 'INTERNAL_ERROR'
      >
    >();
    // @ts-expect-error only some of the errors have details
    expect(error.details[0].field).toBe('name');
    if (error.code === 'NOT_FOUND')
      assertType<Equal<typeof error.scenario, 'entityNotFound' | 'recordNotFound' | undefined>>();
    if (error.code !== 'VALIDATION_ERROR') throw new Error(error.message);
    assertType<Equal<typeof error.scenario, 'validationError' | undefined>>();
    expect(error.details[0]?.field).toBe('name');
  });
});

describe('isApiError', () => {
  it('narrows a caught value', () => {
    const caught: unknown = validationError();
    // @ts-expect-error the type of a caught value is unknown
    expect(caught.code).toBe('VALIDATION_ERROR');
    if (!isApiError(caught)) throw caught;
    assertType<Equal<typeof caught.code, Code>>();
    if (caught.code === 'VALIDATION_ERROR') assertType<Equal<typeof caught.status, 422>>();
    if (!isApiError(caught, 'VALIDATION_ERROR')) throw caught;
    expect(caught.details.length).toBe(1);
  });

  it('splits the error of a result in two', () => {
    const error = validationError();
    if (isApiError(error)) assertType<Equal<typeof error.operationId, 'createRecord'>>();
    else assertType<Equal<typeof error.name, 'UnexpectedResponse' | 'TransportError'>>();
    expect(isApiError(error)).toBe(true);
  });

  it('accepts only codes of the contract', () => {
    // @ts-expect-error no operation has this code
    expect(isApiError(validationError(), 'RATE_LIMITED')).toBe(false);
  });
});

describe('an operation', () => {
  const client = createClient({
    baseUrl: 'http://localhost/acme-corp/sales',
    apiKey: 'key',
    fetch: () => Promise.resolve(new Response(null, { status: 204 })),
  });
  const CUSTOMER = { entityName: 'Customer', id: 1 } as const;

  it('accepts its own arguments and no others', async () => {
    const calls = [
      client.getRecord({ ...CUSTOMER, fields: ['name'] }),
      // @ts-expect-error getRecord has no `size`
      client.getRecord({ ...CUSTOMER, size: 5 }),
      // @ts-expect-error the id is missing
      client.getRecord({ entityName: 'Customer' }),
      // @ts-expect-error fields is an array
      client.getRecord({ ...CUSTOMER, fields: 'name' }),
      // @ts-expect-error getRecord has no body
      client.getRecord({ ...CUSTOMER, body: {} }),
      // @ts-expect-error createRecord has no id
      client.createRecord({ entityName: 'Customer', id: 1, body: {} }),
      // @ts-expect-error the body is missing
      client.createRecord({ entityName: 'Customer' }),
      // @ts-expect-error the body is one record
      client.createRecord({ entityName: 'Customer', body: [] }),
      // @ts-expect-error each item has its id
      client.bulkUpdateRecords({ entityName: 'Customer', body: [{ name: 'Jane' }] }),
      // @ts-expect-error ids are numbers
      client.bulkDeleteRecords({ entityName: 'Customer', body: ['1'] }),
      // @ts-expect-error the option is `retry`
      client.getRecord(CUSTOMER, { retries: 3 }),
    ];
    // @ts-expect-error no operation has this name
    expect(client.patchRecord).toBeUndefined();
    expect((await Promise.all(calls)).every(({ ok }) => !ok)).toBe(true);
  });

  it('accepts every body that JSON can represent, of an interface too, and no other', async () => {
    interface Address {
      readonly city: string;
    }
    interface Customer {
      readonly name: string;
      readonly age?: number | undefined;
      readonly tags: readonly string[];
      readonly address: Address | null;
    }
    interface Change {
      readonly id: number;
      readonly name: string;
    }
    const entityName = 'Customer';
    const customer: Customer = { name: 'Jane', tags: ['a'], address: { city: 'Bonn' } };
    const changes: readonly Change[] = [{ id: 1, name: 'Jane' }];
    const unchecked: Record<string, unknown> = { name: 'Jane' };
    const calls = [
      client.createRecord({ entityName, body: customer }),
      client.updateRecord({ ...CUSTOMER, body: unchecked }),
      client.bulkCreateRecords({ entityName, body: [customer, customer] }),
      client.bulkUpdateRecords({ entityName, body: changes }),
      client.listRecords({ entityName, page: undefined, size: undefined, sort: undefined, filter: undefined }),
      client.listRecords({ entityName, filter: { priority: 1, isOpen: true, name: undefined } }),
      // @ts-expect-error a date would be read back as text
      client.createRecord({ entityName, body: { born: new Date() } }),
      // @ts-expect-error JSON has no functions
      client.createRecord({ entityName, body: { name: () => 'Jane' } }),
      // @ts-expect-error JSON has no symbols
      client.createRecord({ entityName, body: { name: Symbol('Jane') } }),
      // @ts-expect-error JSON has no bigint, however deep
      client.createRecord({ entityName, body: { name: 'Jane', deep: [{ age: 1n }] } }),
      // @ts-expect-error a date in an item of a batch
      client.bulkCreateRecords({ entityName, body: [{ born: new Date() }] }),
      // @ts-expect-error a filter has no null
      client.listRecords({ entityName, filter: { name: null } }),
    ];
    expect(await Promise.all(calls)).toHaveLength(12);
  });

  it('has the arguments of the contract', () => {
    assertType<
      Equal<keyof InputOf<'listRecords'>, 'entityName' | 'page' | 'size' | 'sort' | 'filter' | 'fields' | 'expand'>
    >();
    assertType<Equal<keyof InputOf<'updateRecord'>, 'entityName' | 'id' | 'body'>>();
    assertType<Equal<InputOf<'getRecord'>['id'], string | number>>();
    assertType<Equal<Exclude<keyof Client, (typeof contract.operations)[OperationId]['method']>, OperationId>>();
    expect.assertions(0);
  });

  it('has the data of the contract, and none for a 204', async () => {
    assertType<Equal<DataOf<'getRecord'>, SchemaSingleRecord>>();
    assertType<Equal<DataOf<'listRecords'>, SchemaRecordPage>>();
    const result = await client.deleteRecord(CUSTOMER);
    // @ts-expect-error there is an error only if the result is not ok
    expect(result.error).toBeUndefined();
    if (!result.ok) throw result.error;
    assertType<Equal<typeof result.data, undefined>>();
    assertType<Equal<Awaited<ReturnType<typeof unwrapped>>, SchemaSingleRecord>>();
    expect(result.data).toBeUndefined();
  });

  function unwrapped() {
    return unwrap(client.getRecord(CUSTOMER));
  }
});
