import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';

// Each thread loads its own modules, so a new thread picks up newly generated files.
import { startMock } from '../../../mock/index.ts';

if (parentPort === null) throw new Error('mock-worker.ts must run in a thread started by watch-mock.ts');
// The previous mock keeps the port until this one has loaded.
parentPort.postMessage('loaded');
await once(parentPort, 'message');
const { url } = await startMock({ ...workerData, preload: true });
parentPort.postMessage(url);
