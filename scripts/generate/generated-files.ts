import openapiTS, { astToString } from 'openapi-typescript';

import { catalogueSource } from './catalogue.ts';
import { catalogueJson } from './catalogue-json.ts';
import { clientTableSource } from './client-table.ts';
import { readContract } from './contract-document.ts';
import { envelopeSchema } from './envelope-schema.ts';
import { mockAnswers } from './mock-answers.ts';
import { validatorSources } from './validators.ts';

export const ROOT = new URL('../../', import.meta.url);
export const CONTRACT = new URL('../../openapi.yaml', import.meta.url);
export const GENERATED = new URL('../../generated/', import.meta.url);

export const COMMENT = 'Generated from openapi.yaml by `npm run generate`. Do not edit.';
const HEADER = `// ${COMMENT}\n\n`;

/** What `scripts/generate-interchange.ts` writes afterwards: it plans, by the tables that are written here. */
const interchangeFileNames = ['arazzo.json', 'postman-collection.json'] as const;
export type InterchangeFile = (typeof interchangeFileNames)[number];

/** Whether a file of `generated/` is written by the second half of `npm run generate`. */
export function isInterchangeFile(name: string): boolean {
  return interchangeFileNames.some((each) => each === name);
}

/** The content of the files in `generated/` that openapi.yaml alone gives, by name. The same contract always gives the same bytes. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const document = await readContract(CONTRACT);
  const types = await openapiTS(CONTRACT, { rootTypes: true, immutable: true, alphabetize: true, silent: true });
  const { js, dts } = validatorSources(document);
  return new Map([
    ['openapi.json', json({ ...document, 'x-generated': COMMENT })],
    ['catalogue.json', json({ 'x-generated': COMMENT, ...catalogueJson(document) })],
    ['envelope.schema.json', json({ $comment: COMMENT, ...envelopeSchema(document) })],
    ['mock-answers.json', json({ 'x-generated': COMMENT, operations: await mockAnswers(document) })],
    ['openapi-types.ts', `${HEADER}${astToString(types)}`],
    ['catalogue.ts', `${HEADER}${catalogueSource(document)}`],
    ['client-table.ts', `${HEADER}${clientTableSource(document)}`],
    ['validators.js', `${HEADER}${js}`],
    ['validators.d.ts', `${HEADER}${dts}`],
  ]);
}

/** A value as a generated file writes it. */
export function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
