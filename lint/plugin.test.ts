import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';
import type { NormalizedProblem } from '@redocly/openapi-core';
import { createConfig, lintFromString, loadConfig, parseYaml } from '@redocly/openapi-core';

import { isObject } from '../src/contract/index.ts';
import house from './plugin.ts';
import { eachPartNull } from './testing/each-part-null.ts';
import { changed, sampleDocument } from './testing/sample-document.ts';

const REDOCLY = fileURLToPath(new URL('../redocly.yaml', import.meta.url));
const CONTRACT = readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8');
const rules = Object.keys(house().rules.oas3);

/** Lints a document as `npm run lint` does: with redocly.yaml, including Redocly's own rules. */
async function lint(source: string): Promise<Pick<NormalizedProblem, 'ruleId' | 'severity'>[]> {
  const config = await loadConfig({ configPath: REDOCLY });
  const problems = await lintFromString({ source, config });
  return problems.map(({ ruleId, severity }) => ({ ruleId, severity }));
}

describe('the plugin', () => {
  it('has every rule in lint/rules, each with a test', () => {
    const files = readdirSync(new URL('rules', import.meta.url));
    const expected = rules.flatMap((rule) => [`${rule}.test.ts`, `${rule}.ts`]);
    expect(files.sort()).toEqual(expected.sort());
  });

  it('has every rule enabled as an error in redocly.yaml', async () => {
    const config = await loadConfig({ configPath: REDOCLY });
    const severities = rules.map((rule) => config.getRuleSettings(`house/${rule}`, 'oas3_1').severity);
    expect(severities).toEqual(rules.map(() => 'error'));
  });
});

describe('the rules', () => {
  it('never throw, whichever part of a document is null', async () => {
    const config = await createConfig({
      plugins: [house()],
      rules: Object.fromEntries(rules.map((rule) => [`house/${rule}`, 'error'])),
    });
    for (const document of eachPartNull(parseYaml(sampleDocument()))) {
      // Without its version, Redocly cannot detect the type of the document.
      if (!isObject(document) || document.openapi === null) continue;
      await expect(lintFromString({ source: JSON.stringify(document), config })).resolves.toBeInstanceOf(Array);
    }
  }, 60_000);
});

describe('redocly.yaml', () => {
  it('accepts the contract', async () => {
    expect(await lint(CONTRACT)).toEqual([]);
  });

  it('accepts the sample document', async () => {
    expect(await lint(sampleDocument())).toEqual([]);
  });

  it('rejects an error example that its schema does not allow, across references', async () => {
    const document = sampleDocument(['message: Harriet has Emma }', 'message: Harriet has Emma, extra: true }']);
    expect(await lint(document)).toContainEqual({ ruleId: 'no-invalid-media-type-examples', severity: 'error' });
  });

  it('rejects an example in the contract that its schema does not allow', async () => {
    const withoutCode = changed(CONTRACT, ['{ code: WORKSPACE_STATUS, message: Work', '{ message: Work']);
    expect(await lint(withoutCode)).toContainEqual({ ruleId: 'no-invalid-media-type-examples', severity: 'error' });
    const withoutDetails = changed(CONTRACT, ['- { field: age, message: must be at least 0 }', '- { field: age }']);
    expect(await lint(withoutDetails)).toContainEqual({ ruleId: 'no-invalid-media-type-examples', severity: 'error' });
  });

  it('rejects an invalid example outside operations', async () => {
    const document = sampleDocument([
      'message: There is no such shelf }',
      'message: There is no such shelf, extra: true }',
    ]);
    expect(await lint(document)).toContainEqual({ ruleId: 'no-invalid-media-type-examples', severity: 'error' });
  });
});
