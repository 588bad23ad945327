import { isObject } from './json.ts';
import type { TemplateValues } from './template.ts';
import { fillTemplate, placeholdersOf } from './template.ts';

/** The parts of an exchange from which the values of a message are read. */
interface KnownExchange {
  readonly request?: { readonly path?: Readonly<Record<string, unknown>>; readonly body?: unknown };
  readonly response?: { readonly body?: unknown };
}

/** The source of each value, by the placeholder that it fills. */
type ValueSources = Readonly<Record<string, { readonly source: string }>>;

/** The prefixes of a source: OpenAPI's runtime expressions, and two additions for values that only the implementation knows. */
export const sourceForms = [
  '$request.path.',
  '$request.body#',
  '$response.body#',
  '$workspace.',
  '$constraint.',
] as const;

/** Whether a string is a source that `knownValues` supports. */
export function isSource(source: string): boolean {
  return sourceForms.some((form) => source.startsWith(form));
}

/**
 * Reads the values of a message from an exchange, by their sources. Omits values that only the implementation knows and values
 * that the exchange does not contain.
 * @param given values known from elsewhere, which a source may use: `$request.body#/{column}`
 */
export function knownValues(
  sources: ValueSources,
  exchange: KnownExchange,
  given: TemplateValues = {},
): Record<string, string | number> {
  const known: Record<string, string | number> = { ...given };
  for (const [name, { source }] of Object.entries(sources)) {
    if (Object.hasOwn(known, name)) continue;
    const value = valueAt(source, exchange, known);
    if (value !== undefined) known[name] = value;
  }
  return known;
}

/**
 * Finds the value of a message that is the length of an array in the response: its placeholder, and the position of the array
 * as a JSON Pointer (RFC 6901). Returns `undefined` if the message has no such value.
 */
export function countedIn(
  sources: ValueSources,
): { readonly placeholder: string; readonly pointer: string } | undefined {
  return Object.entries(sources).flatMap(([placeholder, { source }]) => {
    const [form, pointer = ''] = partsOf(source);
    return form === '$response.body#' ? [{ placeholder, pointer }] : [];
  })[0];
}

function valueAt(
  source: string,
  { request, response }: KnownExchange,
  known: TemplateValues,
): string | number | undefined {
  const [form = '', rest = ''] = partsOf(source);
  if (form === '$request.path.') return textOrLength(request?.path?.[rest]);
  if (form !== '$request.body#' && form !== '$response.body#') return undefined;
  if (placeholdersOf(rest).some((name) => !Object.hasOwn(known, name))) return undefined;
  const pointer = fillTemplate(rest, escaped(known));
  return textOrLength(at(form === '$request.body#' ? request?.body : response?.body, pointer));
}

function partsOf(source: string): readonly [form: string, rest: string] | readonly [] {
  const form = sourceForms.find((each) => source.startsWith(each));
  return form === undefined ? [] : [form, source.slice(form.length)];
}

/** Converts a value to text. An array becomes its length. */
function textOrLength(value: unknown): string | number | undefined {
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** Resolves a JSON Pointer (RFC 6901). */
function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, segment) => {
      const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
      return isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
    }, value);
}

function escaped(values: TemplateValues): TemplateValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, String(value).replaceAll('~', '~0').replaceAll('/', '~1')]),
  );
}
