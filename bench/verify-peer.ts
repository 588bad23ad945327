import { readFileSync } from 'node:fs';

import { parseTarget } from '../src/plan/index.ts';
import { peers } from './verifiers/index.ts';

const USAGE = `Usage: node bench/verify-peer.ts PEER TARGET-FILE

Runs one peer on one target in its own process, so that bench:verify can time it. PEER is one of ${Object.keys(peers).join(', ')}.`;

const [name = '', file] = process.argv.slice(2);
const peer = Object.hasOwn(peers, name) ? peers[name] : undefined;

if (peer === undefined || file === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const complaints = await peer.judge(parseTarget(JSON.parse(readFileSync(file, 'utf8')), process.env));
  console.log(`${peer.name}: ${complaints.length} complaints`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
