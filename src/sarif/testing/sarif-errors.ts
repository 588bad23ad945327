import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/** Draft 4 of JSON Schema, which this schema names, differs from what Ajv reads by default only in the name of `id`. */
const { id: _id, $schema: _draft, ...schema } = sarifSchema;

const isSarif = addFormats
  .default(
    // One of its patterns is not valid with the flag `u`.
    new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }),
  )
  .compile(schema);

/** Returns what the official JSON Schema of SARIF 2.1.0 rejects in a text. Empty if nothing. */
export function sarifErrors(text: string): readonly object[] {
  isSarif(JSON.parse(text));
  return isSarif.errors ?? [];
}
