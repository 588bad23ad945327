import type { Registry } from 'prom-client';
import { Counter } from 'prom-client';

import type { ScenarioName } from '../../contract/index.ts';
import { contract, documentedScenarios } from '../../contract/index.ts';
import type { RequestPurpose } from '../observation/notes.ts';
import { DurationHistogram } from './duration-histogram.ts';

/** How often the requests for one purpose were answered with a status and a scenario. */
interface Tally {
  readonly status: number;
  readonly scenario: ScenarioName | undefined;
  count: number;
}

/**
 * Counts requests. The labels have few values, whatever clients send: the operation, the status, and the scenario of a failure.
 *
 * Counting only adds to a number: Prometheus's client library would build the text of the labels for each request, and now does so only
 * when it is asked for the metrics.
 */
export class RequestMetrics {
  readonly #tallies = new Map<RequestPurpose, Tally[]>();
  readonly #disconnects = new Map<RequestPurpose, number>();
  readonly #durations: DurationHistogram<RequestPurpose>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#startAtZero();
    const requests = new Counter({
      name: 'workspace_api_requests_total',
      help: 'Responses sent, by operation, status, and the scenario of a failure.',
      labelNames: ['operation', 'status', 'scenario'],
      registers,
      collect: () => {
        requests.reset();
        for (const [operation, tallies] of this.#tallies)
          for (const { status, scenario = '', count } of tallies) requests.inc({ operation, status, scenario }, count);
      },
    });
    const disconnects = new Counter({
      name: 'workspace_api_disconnects_total',
      help: 'Requests whose client disconnected before the response was sent, by operation.',
      labelNames: ['operation'],
      registers,
      collect: () => {
        disconnects.reset();
        for (const [operation, count] of this.#disconnects) disconnects.inc({ operation }, count);
      },
    });
    this.#durations = new DurationHistogram({
      name: 'workspace_api_request_duration_seconds',
      help: 'Time from the end of the request headers to the end of the response, by operation.',
      label: 'operation',
      registers,
    });
  }

  /** Counts a response. `scenario` is missing if it is a success, or no response of the contract. */
  count(purpose: RequestPurpose, status: number, scenario?: ScenarioName): void {
    const tallies = this.#talliesOf(purpose);
    const known = tallies.find((each) => each.scenario === scenario && each.status === status);
    if (known !== undefined) known.count += 1;
    else tallies.push({ status, scenario, count: 1 });
  }

  /** Takes in how many seconds a response took. */
  measure(purpose: RequestPurpose, seconds: number): void {
    this.#durations.add(purpose, seconds);
  }

  countDisconnect(purpose: RequestPurpose): void {
    this.#disconnects.set(purpose, (this.#disconnects.get(purpose) ?? 0) + 1);
  }

  /** Counts of 0 for everything that the contract documents: `rate()` sees the first failure only if there was a value before it. */
  #startAtZero(): void {
    for (const key of contract.operationKeys) {
      const failures = documentedScenarios(key).map((scenario) => ({ ...contract.scenarios[scenario], scenario }));
      const success =
        key === 'outsideOperations' ? [] : [{ status: contract.operations[key].success, scenario: undefined }];
      for (const { status, scenario } of [...success, ...failures])
        this.#talliesOf(key).push({ status, scenario, count: 0 });
      this.#disconnects.set(key, 0);
    }
  }

  #talliesOf(purpose: RequestPurpose): Tally[] {
    const known = this.#tallies.get(purpose);
    if (known !== undefined) return known;
    const tallies: Tally[] = [];
    this.#tallies.set(purpose, tallies);
    return tallies;
  }
}
