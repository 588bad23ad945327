import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { document } from '../../src/contract/document/index.ts';
import { isObject } from '../../src/contract/index.ts';
import { HAR_HEAD, HAR_TAIL, harEntry } from '../../src/recordings/index.ts';
import type { RecordedExchange } from '../../src/traffic/index.ts';
import type { Peer } from './peer.ts';
import { recorded } from './recorded.ts';
import { withPlaces } from './with-places.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REDOCLY = join(ROOT, 'node_modules/@redocly/cli/bin/cli.js');

/** Redocly's comparison of traffic with an OpenAPI document, which is experimental, with the same recording as HAR. */
export const drift: Peer = {
  name: 'Redocly drift',
  judge: async (target) => {
    const folder = await mkdtemp(join(tmpdir(), 'drift-'));
    try {
      const origin = new URL(target.baseUrl).origin;
      const har = join(folder, 'traffic.har');
      const entries = (await recorded(target)).map((each) => JSON.stringify(harEntry(withOrigin(each, origin))));
      await writeFile(har, HAR_HEAD + entries.join(',') + HAR_TAIL);
      await writeFile(join(folder, 'openapi.json'), JSON.stringify(withPlaces(document)));
      return await findingsIn(har, join(folder, 'report.json'), target.baseUrl);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function findingsIn(har: string, report: string, baseUrl: string): Promise<readonly string[]> {
  const api = join(dirname(report), 'openapi.json');
  const words = [
    'drift',
    har,
    '--api',
    api,
    '--traffic-format',
    'har',
    '--format',
    'json',
    '--output',
    report,
    '--server',
    baseUrl,
  ];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  await new Promise((resolve) => {
    execFile(
      process.execPath,
      [REDOCLY, ...words, '--min-severity', 'error'],
      { env, maxBuffer: 64 * 1024 * 1024 },
      resolve,
    );
  });
  const content: unknown = JSON.parse(await readFile(report, 'utf8'));
  const findings = isObject(content) && Array.isArray(content.problems) ? content.problems.filter(isObject) : [];
  // Its messages contain ids, which differ in every run.
  return findings.map(({ ruleId, method, status }) => [ruleId, method, status].map(String).join(' '));
}

function withOrigin(exchange: RecordedExchange, origin: string): RecordedExchange {
  return { ...exchange, request: { ...exchange.request, url: origin + exchange.request.url } };
}
