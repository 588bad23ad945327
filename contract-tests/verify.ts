import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';

import type { Report, VerifyOptions } from '../src/verifier/index.ts';
import { jsonReport, verify as verifyUnchecked } from '../src/verifier/index.ts';

const SCHEMA = new URL('../src/verifier/report/report.schema.json', import.meta.url);
const validate = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

/** Verifies a target, and compares the report as JSON with the published schema. */
export async function verify(options: VerifyOptions): Promise<Report> {
  const report = await verifyUnchecked(options);
  requireSchema(jsonReport(report));
  return report;
}

/**
 * Compares a report as JSON with the published schema.
 * @throws {Error} if it does not match
 */
export function requireSchema(json: string): void {
  if (validate(JSON.parse(json))) return;
  const problems = (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(' '),
  );
  throw new Error(`the report does not match src/verifier/report/report.schema.json:\n${problems.join('\n')}`);
}
