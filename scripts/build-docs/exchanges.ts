import type { OperationKey } from '../../src/contract/index.ts';
import { isObject, readEnvelope } from '../../src/contract/index.ts';
import { defaultUrl, demoCases, startMock } from '../../src/mock/index.ts';
import type { CellScenario, PlannedCase } from '../../src/plan/index.ts';

/** A case of the plan, and the mock's response to it, recorded while the site is built. */
export interface RecordedExchange extends PlannedCase {
  readonly answer: RecordedAnswer;
}

export interface RecordedAnswer {
  readonly status: number;
  readonly statusText: string;
  /** Only headers with the same value on every call. */
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined` if there is no body. */
  readonly body: unknown;
}

/**
 * Sends every case of the plan to the mock and records the responses, so that the site shows what readers will get.
 * @throws {Error} if a response is not the one that the contract documents
 */
export async function recordExchanges(): Promise<readonly RecordedExchange[]> {
  const mock = await startMock({ port: 0 });
  try {
    const recorded: RecordedExchange[] = [];
    for (const each of demoCases(defaultUrl)) recorded.push({ ...each, answer: await send(mock.url, each) });
    return recorded;
  } finally {
    await mock.close();
  }
}

/** The recorded cases of a scenario by variant. Each variant has one case per operation, in the order of the contract. */
export function variantsOf(
  scenario: CellScenario,
  exchanges: readonly RecordedExchange[],
): ReadonlyMap<string, readonly RecordedExchange[]> {
  return Map.groupBy(
    exchanges.filter((each) => each.scenario === scenario),
    ({ variant }) => variant,
  );
}

const SHOWN_HEADERS = ['content-type', 'www-authenticate'];
const CREATED = 201;
const NEW_ID = 1001;

async function send(url: string, { operationId, scenario, request, expected }: PlannedCase): Promise<RecordedAnswer> {
  const { method, path, headers, body } = request;
  const response = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = await response.text();
  const answered: unknown = text === '' ? undefined : JSON.parse(text);
  const code = readEnvelope(answered)?.code;
  if (response.status !== expected.status || code !== expected.error?.code) {
    throw new Error(wrongAnswer(operationId, scenario, `${response.status} ${text}`));
  }
  return {
    status: response.status,
    statusText: response.statusText,
    headers: Object.fromEntries([...response.headers].filter(([name]) => SHOWN_HEADERS.includes(name))),
    body: response.status === CREATED ? withKnownId(answered) : answered,
  };
}

/** The mock generates the id of a new record. Replaces it, so that every build writes the same site. */
function withKnownId(body: unknown): unknown {
  return isObject(body) && isObject(body.data) ? { ...body, data: { ...body.data, id: NEW_ID } } : body;
}

function wrongAnswer(place: OperationKey, scenario: CellScenario, answer: string): string {
  return `The mock does not return ${scenario} for ${place}, so the site cannot show it. Its response: ${answer}`;
}
