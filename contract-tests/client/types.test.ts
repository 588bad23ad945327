import { describe, expect, it } from '@jest/globals';

import type * as generated from '../../generated/client-table.ts';
import type { Code, contract, ErrorStatus, OperationId } from '../../src/contract/index.ts';
import { complaints } from './compile.ts';
import { typeTests } from './type-tests.ts';

const FILE = 'contract-tests/client/generated-type-tests.ts';

type Equal<Left, Right> =
  (<Type>() => Type extends Left ? 1 : 2) extends <Type>() => Type extends Right ? 1 : 2 ? true : false;

function assertType<_Fact extends true>(): void {}

describe('the types of the client', () => {
  const text = typeTests('../../src/client/index.ts');

  it('match the contract for every operation, and reject everything else', () => {
    expect(text.match(/@ts-expect-error/g)?.length).toBeGreaterThan(100);
    expect(complaints({ [FILE]: text })).toEqual([]);
  });

  it('are really tested: the module does not compile without one of its directives, or with an extra code', () => {
    const broken = text
      .replace(/ *\/\/ @ts-expect-error FORBIDDEN is not handled\n/, '')
      .replace(/status, 401>/, 'status, 402>')
      .replace("case 'NOT_FOUND':", "case 'GONE':");
    expect(complaints({ [FILE]: broken })).toEqual([
      expect.stringMatching(/does not satisfy the constraint 'true'/),
      expect.stringMatching(/"GONE"' is not comparable/),
      expect.stringMatching(/'never'/),
      expect.stringMatching(/'never'/),
    ]);
  });
});

describe('the table of the client', () => {
  it('has the operations, codes, statuses and scenarios of the contract', () => {
    type Table = typeof generated;
    type Kept = {
      [Id in OperationId]: [
        (typeof contract.operations)[Id]['method'],
        (typeof contract.operations)[Id]['path'],
        (typeof contract.operations)[Id]['success'],
        (typeof contract.operations)[Id]['scenarios'][number],
        (typeof contract.operations)[Id]['scenarios']['length'],
      ];
    };
    type Read = {
      [Id in generated.OperationId]: [
        Table['operations'][Id]['method'],
        Table['operations'][Id]['path'],
        Table['operations'][Id]['success'],
        Table['operations'][Id]['scenarios'][number],
        Table['operations'][Id]['scenarios']['length'],
      ];
    };
    type PairOf<Scenarios, Name extends keyof Scenarios> = Scenarios[Name] extends {
      status: infer Status;
      code: infer Known;
    }
      ? [Status, Known]
      : never;
    type Raised = keyof Table['scenarios'] & keyof typeof contract.scenarios;
    assertType<Equal<generated.OperationId, OperationId>>();
    assertType<Equal<generated.Code, Code>>();
    assertType<Equal<generated.ErrorStatus, ErrorStatus>>();
    assertType<Equal<Kept, Read>>();
    assertType<
      Equal<
        { [Name in Raised]: PairOf<Table['scenarios'], Name> },
        { [Name in Raised]: PairOf<typeof contract.scenarios, Name> }
      >
    >();
    assertType<Equal<keyof Table['scenarios'], Exclude<keyof typeof contract.scenarios, 'routeNotFound'>>>();
    // @ts-expect-error a comparison that could not fail would prove nothing
    assertType<Equal<Kept['getRecord'], Read['listRecords']>>();
    expect.assertions(0);
  });
});
