import { contract, countedIn } from '../../contract/index.ts';
import type { ExpectedBulk, ExpectedError, ExpectedPage, ExpectedRecord } from '../../plan/index.ts';
import type { Step, Workflow } from '../workflow.ts';
import { jsonWithVariables, variableOf, withVariables } from './variables.ts';

/** Returns the lines of the script that checks the response to a step and saves what later steps need. */
export function testsOf({ name, expected, saves }: Step, scenario: Workflow['scenario']): readonly string[] {
  const { status, error, record, page, bulk } = expected;
  return [
    test(`returns ${status}`, `pm.response.to.have.status(${status})`),
    ...(error === undefined || scenario === 'success' ? [] : errorTests(error, scenario)),
    ...(record === undefined ? [] : recordTests(record)),
    ...(page === undefined ? [] : pageTests(page)),
    ...(bulk === undefined ? [] : bulkTests(bulk)),
    ...Object.entries(saves).map(
      ([saved, pointer]) =>
        `pm.collectionVariables.set(${literal(variableOf({ source: name, name: saved }))}, ${BODY}${accessOf(pointer)});`,
    ),
  ];
}

const BODY = 'pm.response.json()';
const { envelope } = contract;
const ERROR = `${BODY}.${envelope.error}`;

function errorTests(
  { code, message, fields }: ExpectedError,
  scenario: Exclude<Workflow['scenario'], 'success'>,
): readonly string[] {
  const { template, values } = contract.scenarios[scenario];
  const counted = countedIn(values);
  const actual = `pm.expect(${ERROR}.${envelope.message})`;
  const said =
    message !== undefined
      ? `${actual}.to.equal(${filled(withVariables(message))})`
      : template !== null && counted !== undefined
        ? `${actual}.to.equal(${literal(template)}.replace('{${counted.placeholder}}', ${BODY}${accessOf(counted.pointer)}.length))`
        : `${actual}.to.be.a('string').that.is.not.empty`;
  return [
    test(`code is ${code}`, `pm.expect(${ERROR}.${envelope.code}).to.equal(${literal(code)})`),
    test('message is as documented', said),
    ...(fields === undefined ? [] : [namedFields(fields)]),
  ];
}

function namedFields(fields: readonly string[]): string {
  const { field } = envelope.detail;
  const named = `[...new Set(${ERROR}.${envelope.details}.map(({ ${field} }) => ${field}))]`;
  return test(
    `details name ${fields.join(', ')} and nothing else`,
    `pm.expect(${named}).to.have.members(${literal(fields)})`,
  );
}

function recordTests({ id, values }: ExpectedRecord): readonly string[] {
  const record = jsonWithVariables(JSON.stringify({ ...(id === undefined ? {} : { id }), ...values }));
  return [
    test('record has the expected values', `pm.expect(${BODY}.data).to.deep.include(JSON.parse(${filled(record)}))`),
  ];
}

function pageTests({ page, size, empty }: ExpectedPage): readonly string[] {
  return [
    test('page is the requested one', `pm.expect(${BODY}.meta).to.include(${literal({ page, size })})`),
    ...(empty ? [test('page is empty', `pm.expect(${BODY}.data).to.be.empty`)] : []),
  ];
}

function bulkTests({ succeeded, failed }: ExpectedBulk): readonly string[] {
  const failures = `(${BODY}.errors ?? []).map(({ index, error }) => ({ index, code: error.${envelope.code} }))`;
  return [
    test(
      `${succeeded} succeeded and ${failed.length} failed`,
      `pm.expect(${BODY}).to.include(${literal({ succeeded, failed: failed.length })})`,
    ),
    test('errors list the failed items by index and code', `pm.expect(${failures}).to.deep.equal(${literal(failed)})`),
  ];
}

function test(title: string, expectation: string): string {
  return `pm.test(${literal(title)}, () => ${expectation});`;
}

/** Returns the code for a string in which Postman replaces the variables when the script runs. */
function filled(text: string): string {
  return text.includes('{{') ? `pm.variables.replaceIn(${literal(text)})` : literal(text);
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}

/** Converts a JSON Pointer to JavaScript property access. */
function accessOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((member) => (/^\d+$/.test(member) ? `[${member}]` : `.${member}`))
    .join('');
}
