import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import schemas from 'har-schema';

const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
// As browsers do, records malformed escapes, such as `%zz`, as they were sent. RFC 3986 knows none.
ajv.addFormat('uri', (text) => URL.canParse(text));
ajv.addMetaSchema(draft06);
const isHar = ajv.addSchema(Object.values(schemas)).compile({ $ref: 'har.json#' });

/** Returns what the JSON Schema of HAR 1.2 rejects in a text. Empty if nothing. */
export function harErrors(text: string): readonly object[] {
  isHar(JSON.parse(text));
  return isHar.errors ?? [];
}
