import { readFile } from 'node:fs/promises';

import openapiTS, { astToString } from 'openapi-typescript';

import { catalogueSource } from './catalogue.ts';
import { catalogueJson } from './catalogue-json.ts';
import { clientOperationsSource } from './client-operations.ts';
import { clientTableSource } from './client-table.ts';
import { readContract } from './contract-document.ts';
import { contractLines } from './contract-lines.ts';
import { envelopeSchema } from './envelope-schema.ts';
import { fixtureTableSource } from './fixture-table.ts';
import { mockAnswersSource } from './mock-answers.ts';
import { requestValidatorSources } from './request-validators.ts';
import { publishedTargetSchema } from './target-schema.ts';
import { validatorSources } from './validators.ts';

export const ROOT = new URL('../../', import.meta.url);
export const CONTRACT = new URL('../../openapi.yaml', import.meta.url);
export const GENERATED = new URL('../../generated/', import.meta.url);

export const COMMENT = 'Generated from openapi.yaml by `npm run generate`. Do not edit.';
const TARGET_SCHEMA = 'src/plan/target.schema.json';
const HEADER = `// ${COMMENT}\n\n`;

/** The files that `scripts/generate-interchange.ts` writes afterwards, using the tables generated here. */
const interchangeFileNames = ['arazzo.json', 'postman-collection.json'] as const;
export type InterchangeFile = (typeof interchangeFileNames)[number];

/** Whether the second half of `npm run generate` writes a file of `generated/`. */
export function isInterchangeFile(name: string): boolean {
  return interchangeFileNames.some((each) => each === name);
}

/**
 * The content of the files in `generated/` that depend only on openapi.yaml and the schema of target files, by name. The same contract
 * always gives the same bytes.
 */
export async function generatedFiles(): Promise<Map<string, string>> {
  const document = await readContract(CONTRACT);
  // The contract has no references to other files. Where it is must not matter: openapi-typescript decodes a path twice.
  const text = await readFile(CONTRACT, 'utf8');
  const types = await openapiTS(text, {
    rootTypes: true,
    immutable: true,
    alphabetize: true,
    silent: true,
    cwd: new URL('file:///'),
  });
  const { js, dts } = validatorSources(document);
  const requests = await requestValidatorSources(document);
  return new Map([
    ['openapi.json', json({ ...document, 'x-generated': COMMENT })],
    ['catalogue.json', json({ 'x-generated': COMMENT, ...catalogueJson(document) })],
    ['contract-lines.json', json({ 'x-generated': COMMENT, operations: contractLines(text, document) })],
    ['envelope.schema.json', json({ $comment: COMMENT, ...envelopeSchema(document) })],
    [
      'target.schema.json',
      json({
        $comment: COMMENT.replace('openapi.yaml', TARGET_SCHEMA),
        ...publishedTargetSchema(JSON.parse(await readFile(new URL(TARGET_SCHEMA, ROOT), 'utf8'))),
      }),
    ],
    ['mock-answers.ts', `${HEADER}${await mockAnswersSource(document)}`],
    ['openapi-types.ts', `${HEADER}${astToString(types)}`],
    ['catalogue.ts', `${HEADER}${catalogueSource(document)}`],
    ['client-operations.ts', `${HEADER}${clientOperationsSource(document)}`],
    ['client-table.ts', `${HEADER}${clientTableSource(document)}`],
    ['fixture-table.ts', `${HEADER}${fixtureTableSource(document)}`],
    ['validators.js', `${HEADER}${js}`],
    ['validators.d.ts', `${HEADER}${dts}`],
    ['request-validators.js', `${HEADER}${requests.js}`],
    ['request-validators.d.ts', `${HEADER}${requests.dts}`],
  ]);
}

/** Formats a value as JSON for a generated file. */
export function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
