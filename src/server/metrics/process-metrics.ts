import { Registry } from 'prom-client';
import eventLoopLag from 'prom-client/lib/metrics/eventLoopLag.js';
import heapSizeAndUsed from 'prom-client/lib/metrics/heapSizeAndUsed.js';
import osMemoryHeap from 'prom-client/lib/metrics/osMemoryHeap.js';
import processCpuTotal from 'prom-client/lib/metrics/processCpuTotal.js';
import processMaxFileDescriptors from 'prom-client/lib/metrics/processMaxFileDescriptors.js';
import processOpenFileDescriptors from 'prom-client/lib/metrics/processOpenFileDescriptors.js';
import processStartTime from 'prom-client/lib/metrics/processStartTime.js';
import version from 'prom-client/lib/metrics/version.js';

/** Those of `collectDefaultMetrics` but the one about garbage collection, whose observer costs more than all the others. */
const PARTS = [
  processCpuTotal,
  processStartTime,
  osMemoryHeap,
  processOpenFileDescriptors,
  processMaxFileDescriptors,
  eventLoopLag,
  heapSizeAndUsed,
  version,
];

let shared: Registry | undefined;

/**
 * Returns the metrics of this process: CPU, memory, file descriptors and the delay of the event loop. All servers of a process share them,
 * because their observers cannot be stopped.
 */
export function processMetrics(): Registry {
  if (shared === undefined) {
    shared = new Registry();
    for (const add of PARTS) add(shared);
  }
  return shared;
}
