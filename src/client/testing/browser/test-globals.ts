import { expect } from 'expect';

export { expect };

/** How a test ended in the browser. */
export interface BrowserResult {
  readonly name: string;
  /** The error message. Absent if the test passed. */
  readonly failure?: string;
}

type Step = () => unknown;
type Body = (...values: readonly unknown[]) => unknown;
type Register = (name: string, body: Body) => void;
type Each = (rows: readonly unknown[]) => Register;

/** A step around each test of the `describe` in which it was registered. */
interface Hook {
  readonly scope: string;
  readonly step: Step;
}

const SEPARATOR = ' › ';

const path: string[] = [];
const before: Step[] = [];
const after: Step[] = [];
const beforeTest: Hook[] = [];
const afterTest: Hook[] = [];
const tests: { readonly name: string; readonly run: Step }[] = [];

/** The subset of Jest's globals that the tests use, so that the same files run in a browser. */
export const describe = withEach((name, body) => {
  path.push(name);
  body();
  path.pop();
});

export const it = withEach((name, body) => {
  tests.push({ name: [...path, name].join(SEPARATOR), run: body });
});

export const beforeAll = (step: Step): void => void before.push(step);
export const afterAll = (step: Step): void => void after.push(step);
export const beforeEach = (step: Step): void => void beforeTest.push({ scope: path.join(SEPARATOR), step });
export const afterEach = (step: Step): void => void afterTest.push({ scope: path.join(SEPARATOR), step });

/** Runs every registered test, one after another. */
export async function runTests(): Promise<readonly BrowserResult[]> {
  for (const step of before) await step();
  const results: BrowserResult[] = [];
  for (const { name, run } of tests) {
    try {
      expect.setState({ assertionCalls: 0, expectedAssertionsNumber: null, isExpectingAssertions: false });
      await runHooks(beforeTest, name);
      await run();
      results.push({ name });
    } catch (error) {
      results.push({ name, failure: messageOf(error) });
    } finally {
      await runHooks(afterTest, name);
    }
  }
  for (const step of after) await step();
  return results;
}

/** The message of an error with those of its causes: a property that fails says why only in its cause. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n${messageOf(error.cause)}`;
}

async function runHooks(hooks: readonly Hook[], test: string): Promise<void> {
  for (const { scope, step } of hooks) if (scope === '' || test.startsWith(`${scope}${SEPARATOR}`)) await step();
}

function withEach(register: Register): Register & { each: Each } {
  const each: Each = (rows) => (name, body) => {
    const isTable = rows.every((row) => Array.isArray(row));
    for (const row of rows) {
      const values: readonly unknown[] = isTable && Array.isArray(row) ? row : [row];
      const shown = values.slice(0, (name.match(/%\w/g) ?? []).length).map((value) => JSON.stringify(value));
      register(`${name} ${shown.join(' ')}`, () => body(...values));
    }
  };
  return Object.assign((name: string, body: Body) => register(name, body), { each });
}
