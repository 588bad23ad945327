import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';

// A thread has modules of its own, so that the next one reads anew what was generated meanwhile.
import { startMock } from '../../../mock/index.ts';

if (parentPort === null) throw new Error('This is run by watch-mock.ts, in a thread');
// The mock before this one has the port until this one is known to load.
parentPort.postMessage('loaded');
await once(parentPort, 'message');
const { url } = await startMock({ ...workerData, preload: true });
parentPort.postMessage(url);
