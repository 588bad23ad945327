import { isObject } from './json.ts';
import type { TemplateValues } from './template.ts';
import { fillTemplate, placeholdersOf } from './template.ts';

/** What is known of an exchange when the values of a message are looked for. */
interface KnownExchange {
  readonly request?: { readonly path?: Readonly<Record<string, unknown>>; readonly body?: unknown };
  readonly response?: { readonly body?: unknown };
}

/** Where a value comes from, by the placeholder that it fills. */
type ValueSources = Readonly<Record<string, { readonly source: string }>>;

/** What a source begins with, for messages: OpenAPI's runtime expressions, and two of ours for what only the implementation knows. */
export const sourceForms = [
  '$request.path.',
  '$request.body#',
  '$response.body#',
  '$workspace.',
  '$constraint.',
] as const;

/** Whether a text is a source that `knownValues` understands. */
export function isSource(source: string): boolean {
  return sourceForms.some((form) => source.startsWith(form));
}

/**
 * Takes the values of a message from what is known of the exchange, by their sources. What only the implementation knows, and
 * what this exchange lacks, is left out.
 * @param given values that are known otherwise; a source may name them: `$request.body#/{column}`
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
 * The value of a message that counts a list in the answer: its placeholder, and where the list stands, as a JSON Pointer
 * (RFC 6901). `undefined` where the message counts nothing.
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

/** A list stands for its length. */
function textOrLength(value: unknown): string | number | undefined {
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** Follows a JSON Pointer (RFC 6901). */
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
