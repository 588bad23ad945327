import type { MetricObjectWithValues, MetricValueWithName, Registry } from 'prom-client';
import { Histogram } from 'prom-client';

/** The upper bounds of the buckets, in seconds: from what a read takes to the time limit of a request. */
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Distribution {
  /** For each bound, how many durations lie between the one before and it; then those above the last one. */
  readonly counts: number[];
  sum: number;
}

/** What a histogram is called. */
interface HistogramName {
  readonly name: string;
  readonly help: string;
  /** The name of its only label. */
  readonly label: string;
  readonly registers: Registry[];
}

/** A histogram of durations with one label. Adding a duration builds no text, unlike in the histogram of the client library. */
export class DurationHistogram<Value extends string> extends Histogram {
  readonly #description: HistogramName;
  /** One without values, for everything else that is read from a histogram. */
  readonly #empty: Histogram;
  readonly #distributions = new Map<Value, Distribution>();

  constructor(description: HistogramName) {
    const { name, help, registers } = description;
    super({ name, help, registers });
    this.#description = description;
    this.#empty = new Histogram({ name, help, registers: [] });
  }

  /** Adds a duration in seconds. */
  add(value: Value, seconds: number): void {
    const distribution = this.#distributions.get(value) ?? this.#start(value);
    let index = 0;
    while (index < BOUNDS.length && seconds > (BOUNDS[index] ?? 0)) index += 1;
    distribution.counts[index] = (distribution.counts[index] ?? 0) + 1;
    distribution.sum += seconds;
  }

  override async get(): Promise<MetricObjectWithValues<MetricValueWithName<string>>> {
    const values = [...this.#distributions].flatMap((each) => this.#seriesOf(...each));
    return { ...(await this.#empty.get()), values };
  }

  /** The registry calls this instead, because the library's histogram has it. */
  async getForPromString(): Promise<MetricObjectWithValues<MetricValueWithName<string>>> {
    return this.get();
  }

  #start(value: Value): Distribution {
    const distribution = { counts: Array<number>(BOUNDS.length + 1).fill(0), sum: 0 };
    this.#distributions.set(value, distribution);
    return distribution;
  }

  #seriesOf(value: Value, { counts, sum }: Distribution): MetricValueWithName<string>[] {
    const { name, label } = this.#description;
    let total = 0;
    const buckets = [...BOUNDS, '+Inf'].map((le, index) => {
      total += counts[index] ?? 0;
      return { metricName: `${name}_bucket`, labels: { le, [label]: value }, value: total };
    });
    const labels = { [label]: value };
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: total },
    ];
  }
}
