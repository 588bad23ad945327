import { describe, expect, it } from '@jest/globals';
import { assert, asyncProperty, constantFrom, double, oneof, array, tuple } from 'fast-check';
import { Histogram, Registry } from 'prom-client';

import { DurationHistogram } from './duration-histogram.ts';

const NAME = { name: 'duration_seconds', help: 'How long it took.' };
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

describe('the histogram of durations', () => {
  it('has the text that the histogram of the client library has', async () => {
    const seconds = oneof(constantFrom(0, ...BOUNDS, 10.1), double({ min: 0, max: 12, noNaN: true }));
    await assert(
      asyncProperty(array(tuple(constantFrom('a', 'b', 'c'), seconds)), async (durations) => {
        const [own, library] = [new Registry(), new Registry()];
        const ours = new DurationHistogram({ ...NAME, label: 'operation', registers: [own] });
        const theirs = new Histogram({ ...NAME, labelNames: ['operation'], buckets: BOUNDS, registers: [library] });
        for (const [operation, value] of durations) {
          ours.add(operation, value);
          theirs.observe({ operation }, value);
        }
        expect(await own.metrics()).toBe(await library.metrics());
      }),
    );
  });
});
