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
  it('accepts operations that list what they raise', async () => {
    expect(await problemsAfter()).toEqual([]);
  });

  it('rejects an operation without what every operation raises, and says where others list it', async () => {
    const unlisted: Change = ['operationId: getBook', "'401': { $ref: '#/components/responses/NoCard' }", ''];
    const otherCode: Change = ['error: { code: NO_CARD', 'error: { code: UNKNOWN'];
    expect(await problemsAfter(unlisted, otherCode)).toEqual([
      `${GET} getBook does not list noCard, but its raisedBy says everyOperation. ` +
        "Add `noCard: { $ref: '#/components/examples/noCard' }` to the examples of its 401, or mend raisedBy.",
    ]);
  });

  it('rejects a write without what every write raises, and says where its code belongs', async () => {
    expect(await problemsAfter(["libraryClosed: { $ref: '#/components/examples/libraryClosed' }", ''])).toEqual([
      `${PUT} printBook does not list libraryClosed, but its raisedBy says everyWrite. ` +
        "Add `libraryClosed: { $ref: '#/components/examples/libraryClosed' }` to the examples of its 409, or mend raisedBy.",
    ]);
  });

  it('rejects an operation without what is said to be raised by it alone', async () => {
    expect(await problemsAfter(["misprints: { $ref: '#/components/examples/misprints' }", '{}'])).toEqual([
      `${PUT} printBook does not list misprints, but its raisedBy says [printBook]. ` +
        "Add `misprints: { $ref: '#/components/examples/misprints' }` to the examples of its 422, or mend raisedBy.",
    ]);
  });

  it('rejects an operation that lists what is not said to be raised by it', async () => {
    expect(await problemsAfter(['raisedBy: [getBook, printBook]', 'raisedBy: [printBook]'])).toEqual([
      `${GET} getBook lists noBook under 404, but its raisedBy says [printBook]. ` +
        'Take the example out of its 404, or mend raisedBy.',
    ]);
  });

  it('rejects a read that lists what only writes raise', async () => {
    expect(await problemsAfter(['raisedBy: everyOperation', 'raisedBy: everyWrite'])).toEqual([
      `${GET} getBook lists noCard under 401, but its raisedBy says everyWrite. ` +
        'Take the example out of its 401, or mend raisedBy.',
    ]);
  });

  it('rejects an operation that does not exist', async () => {
    expect(await problemsAfter(['raisedBy: [getBook, printBook]', 'raisedBy: [getBook, burnBook, printBook]'])).toEqual(
      [
        '#/components/examples/noBook/x-scenario/raisedBy/1 noBook says that burnBook raises it, ' +
          'but there is no such operation. Mend the operationId, or take it out.',
      ],
    );
  });

  it('rejects operations that list what no operation raises', async () => {
    const listed: Change = ['    NoBook:\n', 'examples:', `examples:\n            ${NO_SHELF}`];
    const complaint =
      'lists noShelf under 404, but its raisedBy says noOperation. Take the example out of its 404, or mend raisedBy.';
    expect(await problemsAfter(listed)).toEqual([`${GET} getBook ${complaint}`, `${PUT} printBook ${complaint}`]);
  });

  it('rejects what no operation raises and x-outside-operations does not list', async () => {
    expect(await problemsAfter([NO_SHELF, '{}'])).toEqual([
      '#/x-outside-operations x-outside-operations does not list noShelf, but its raisedBy says noOperation. ' +
        `Add \`${NO_SHELF}\` to the examples of its 404, or mend raisedBy.`,
    ]);
  });

  it('rejects what x-outside-operations lists and operations raise', async () => {
    expect(await problemsAfter(['raisedBy: noOperation', 'raisedBy: everyOperation'])).toEqual(
      expect.arrayContaining([
        '#/x-outside-operations x-outside-operations lists noShelf under 404, but its raisedBy says everyOperation. ' +
          'Take the example out of its 404, or mend raisedBy.',
      ]),
    );
  });

  it('leaves what is no raisedBy at all to scenario-form', async () => {
    expect(await problemsAfter(['raisedBy: everyWrite', 'raisedBy: everyRite'])).toEqual([]);
  });
});
