import { describe, expect, it } from '@jest/globals';

import { problemsOf } from '../testing/problems-of.ts';
import type { Change } from '../testing/sample-document.ts';
import { sampleDocument } from '../testing/sample-document.ts';

const rule = 'operation-scenarios';
const problemsAfter = (...changes: readonly Change[]) => problemsOf(rule, sampleDocument(...changes));

const GET = '#/paths/~1books~1{title}/get/responses';
const NO_SHELF = "noShelf: { $ref: '#/components/examples/noShelf' }";
const PUT = '#/paths/~1books~1{title}/put/responses';

describe(rule, () => {
  it('accepts operations that list the scenarios they raise', async () => {
    expect(await problemsAfter()).toEqual([]);
  });

  it('rejects an operation that lacks a scenario of every operation, and suggests the status under which others list it', async () => {
    const unlisted: Change = ['operationId: getBook', "'401': { $ref: '#/components/responses/NoCard' }", ''];
    const otherCode: Change = ['error: { code: NO_CARD', 'error: { code: UNKNOWN'];
    expect(await problemsAfter(unlisted, otherCode)).toEqual([
      `${GET} getBook does not list noCard, but its raisedBy is everyOperation. ` +
        "Add `noCard: { $ref: '#/components/examples/noCard' }` to the examples of its 401, or fix raisedBy.",
    ]);
  });

  it('rejects a write that lacks a scenario of every write, and suggests the status of its code', async () => {
    expect(await problemsAfter(["libraryClosed: { $ref: '#/components/examples/libraryClosed' }", ''])).toEqual([
      `${PUT} printBook does not list libraryClosed, but its raisedBy is everyWrite. ` +
        "Add `libraryClosed: { $ref: '#/components/examples/libraryClosed' }` to the examples of its 409, or fix raisedBy.",
    ]);
  });

  it('rejects an operation that lacks a scenario raised only by it', async () => {
    expect(await problemsAfter(["misprints: { $ref: '#/components/examples/misprints' }", '{}'])).toEqual([
      `${PUT} printBook does not list misprints, but its raisedBy is [printBook]. ` +
        "Add `misprints: { $ref: '#/components/examples/misprints' }` to the examples of its 422, or fix raisedBy.",
    ]);
  });

  it('rejects an operation that lists a scenario it does not raise', async () => {
    expect(await problemsAfter(['raisedBy: [getBook, printBook]', 'raisedBy: [printBook]'])).toEqual([
      `${GET} getBook lists noBook under 404, but its raisedBy is [printBook]. ` +
        'Remove the example from its 404, or fix raisedBy.',
    ]);
  });

  it('rejects a read that lists a scenario of writes', async () => {
    expect(await problemsAfter(['raisedBy: everyOperation', 'raisedBy: everyWrite'])).toEqual([
      `${GET} getBook lists noCard under 401, but its raisedBy is everyWrite. ` +
        'Remove the example from its 401, or fix raisedBy.',
    ]);
  });

  it('rejects an operation in raisedBy that does not exist', async () => {
    expect(await problemsAfter(['raisedBy: [getBook, printBook]', 'raisedBy: [getBook, burnBook, printBook]'])).toEqual(
      [
        '#/components/examples/noBook/x-scenario/raisedBy/1 The raisedBy of noBook names burnBook, ' +
          'which is not an operation. Fix the operationId, or remove it.',
      ],
    );
  });

  it('rejects operations that list a scenario that no operation raises', async () => {
    const listed: Change = ['    NoBook:\n', 'examples:', `examples:\n            ${NO_SHELF}`];
    const complaint =
      'lists noShelf under 404, but its raisedBy is noOperation. Remove the example from its 404, or fix raisedBy.';
    expect(await problemsAfter(listed)).toEqual([`${GET} getBook ${complaint}`, `${PUT} printBook ${complaint}`]);
  });

  it('rejects a scenario that no operation raises and x-outside-operations does not list', async () => {
    expect(await problemsAfter([NO_SHELF, '{}'])).toEqual([
      '#/x-outside-operations x-outside-operations does not list noShelf, but its raisedBy is noOperation. ' +
        `Add \`${NO_SHELF}\` to the examples of its 404, or fix raisedBy.`,
    ]);
  });

  it('rejects a scenario in x-outside-operations that operations raise', async () => {
    expect(await problemsAfter(['raisedBy: noOperation', 'raisedBy: everyOperation'])).toEqual(
      expect.arrayContaining([
        '#/x-outside-operations x-outside-operations lists noShelf under 404, but its raisedBy is everyOperation. ' +
          'Remove the example from its 404, or fix raisedBy.',
      ]),
    );
  });

  it('leaves a malformed raisedBy to scenario-form', async () => {
    expect(await problemsAfter(['raisedBy: everyWrite', 'raisedBy: everyRite'])).toEqual([]);
  });
});
