import { parentPort, workerData } from 'node:worker_threads';

import { startMock } from '../mock/index.ts';

// A thread has modules of its own, so that the next one reads anew what was generated meanwhile.
const { url } = await startMock(workerData);
parentPort?.postMessage(url);
