import { isObject } from '../../contract/index.ts';
import type { Expectation } from '../../plan/index.ts';

/** Any id that the schemas of the contract accept. */
const CONTRACT_ID = 1;

type DeclaredForm = NonNullable<NonNullable<Expectation['declared']>['ids']>;

/**
 * Replaces the ids that have the form that the target file declares, so that the schemas of the contract, which require
 * integers, apply to the rest of the body. Returns the other ids too.
 */
export function withContractIds(
  json: unknown,
  form: DeclaredForm,
): { readonly json: unknown; readonly wrong: readonly string[] } {
  if (!isObject(json)) return { json, wrong: [] };
  const wrong: string[] = [];
  const replaced = (record: unknown, place: string): unknown => {
    if (!isObject(record) || !Object.hasOwn(record, 'id')) return record;
    if (!hasForm(record.id, form)) wrong.push(`${place}/id must be ${forms[form]}, as the target file declares`);
    return { ...record, id: CONTRACT_ID };
  };
  const { data } = json;
  if (Array.isArray(data))
    return { json: { ...json, data: data.map((each, index) => replaced(each, `/data/${index}`)) }, wrong };
  return isObject(data) ? { json: { ...json, data: replaced(data, '/data') }, wrong } : { json, wrong };
}

const forms: Readonly<Record<DeclaredForm, string>> = { string: 'a string', uuid: 'a UUID' };

/** RFC 9562, section 4: any version and variant, in either case. */
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

function hasForm(id: unknown, form: DeclaredForm): boolean {
  return typeof id === 'string' && id !== '' && (form === 'string' || UUID.test(id));
}
