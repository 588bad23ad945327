import { contract } from '../../src/contract/index.ts';
import { arazzoDocument, postmanCollection } from '../../src/interchange/index.ts';
import { parseTarget } from '../../src/plan/index.ts';
import { demoTarget } from '../../src/workspace/index.ts';
import type { InterchangeFile } from '../generate/generated-files.ts';
import { COMMENT, json } from '../generate/generated-files.ts';

/** The plan in the formats of other tools, by file. It contains the demo's API keys, which are public. */
export function interchangeFiles(): ReadonlyMap<InterchangeFile, string> {
  const target = parseTarget(demoTarget(contract.servers.server.baseUrl, { faults: true }), {});
  return new Map([
    ['arazzo.json', json({ ...arazzoDocument(target, { showKeys: true }), 'x-generated': COMMENT })],
    ['postman-collection.json', json(postmanCollection(target, { showKeys: true }))],
  ]);
}
