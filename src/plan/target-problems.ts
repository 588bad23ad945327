import { isObject, isOperationId, isScenarioName } from '../contract/index.ts';
import { bearer } from './authentication.ts';
import { contradictions } from './contradictions.ts';
import { namesParent, runDigits, unknownPlaceholders } from './fill-values.ts';
import type { Resolved } from './resolve-variables.ts';
import { headerValues, isHeaderName, unsendable, unusableUrl } from './unsendable.ts';

/** Headers that describe the message or the connection. The client writes them itself. */
const OWN_HEADERS = new Set(['connection', 'content-length', 'content-type', 'expect', 'transfer-encoding', 'upgrade']);

/** Returns everything that keeps the values of a target file from being sent, each with its place and variable, never the value. */
export function sendingProblems({ content, secrets, missing }: Resolved): readonly string[] {
  const unset = missing.length === 0 ? [] : [`the environment has no ${missing.join(', ')}`];
  const variableOf = (text: string): string => {
    const names = Object.keys(secrets).filter((name) => secrets[name] === text);
    return names.length === 0 ? '' : ` (${names.join(', ')})`;
  };
  const values = headerValues(content).map(([place, text]) => [place, text, unsendable(text)] as const);
  const { baseUrl } = membersOf(content);
  const all =
    typeof baseUrl === 'string' && baseUrl !== ''
      ? [['baseUrl', baseUrl, unusableUrl(baseUrl)] as const, ...values]
      : values;
  return [
    ...unset,
    ...all.flatMap(([place, text, reason]) => (reason === undefined ? [] : [`${place}${variableOf(text)} ${reason}`])),
  ];
}

/** Returns the problems of a target file that its schema does not describe. The file need not fit the schema. */
export function meaningProblems({ content, unsetPlaces }: Resolved): readonly string[] {
  const file = membersOf(content);
  return [
    ...headerProblems(file),
    ...unknownCells('faults', file),
    ...unknownCells('unreachable', file),
    ...unknownOperations(file),
    ...placeholderProblems(file),
    ...contradictions(file, unsetPlaces),
  ];
}

type Members = Readonly<Record<string, unknown>>;

function headerProblems({ headers, authentication }: Members): readonly string[] {
  const { header = bearer.header, scheme = '' } = membersOf(authentication);
  const names = Object.keys(membersOf(headers));
  const keyHeader = String(header).toLowerCase();
  return [
    ...(isHeaderName(keyHeader) ? [] : ['authentication.header is not the name of a header']),
    ...(scheme === '' || isHeaderName(String(scheme))
      ? []
      : ['authentication.scheme is not one word, as a scheme must be; it is followed by a space and the key']),
    ...(OWN_HEADERS.has(keyHeader) ? [`authentication.header is "${keyHeader}", which the verifier sets itself`] : []),
    ...names.flatMap((name, index) => {
      const lower = name.toLowerCase();
      const isRepeated = names.slice(0, index).some((other) => other.toLowerCase() === lower);
      if (!isHeaderName(name)) return [`headers.${JSON.stringify(name)} is not the name of a header`];
      if (OWN_HEADERS.has(lower)) return [`headers.${name} is a header that the verifier sets itself`];
      if (isRepeated) return [`headers.${name} is repeated: header names are case-insensitive; remove one`];
      return lower === keyHeader
        ? [`headers.${name} is the header of the API key, which some requests leave out; see "authentication"`]
        : [];
    }),
  ];
}

function unknownCells(member: string, file: Members): readonly string[] {
  return Object.keys(membersOf(file[member]))
    .filter((cell) => !isCell(cell))
    .map((cell) => `${member} contains "${cell}", which is neither a scenario nor operationId.scenario`);
}

function isCell(cell: string): boolean {
  const [first = '', second, ...others] = cell.split('.');
  if (others.length > 0) return false;
  return second === undefined ? isScenarioName(first) : isOperationId(first) && isScenarioName(second);
}

function unknownOperations({ absentOperations }: Members): readonly string[] {
  const unknown = Object.keys(membersOf(absentOperations)).filter((name) => !isOperationId(name));
  return unknown.length === 0 ? [] : [`absentOperations contains unknown operations: ${unknown.join(', ')}`];
}

function placeholderProblems(file: Members): readonly string[] {
  const [entity, reference] = [membersOf(file.entity), membersOf(file.reference)];
  const unknown = Object.entries({
    'entity.valid': entity.valid,
    'reference.valid': reference.valid,
    'reference.parentValid': reference.parentValid,
  }).flatMap(([place, values]) => unknownPlaceholders(values).map((text) => `${place} contains ${text}`));
  const known = `{run}, {run:${runDigits.fewest}} to {run:${runDigits.most}}, and {parent}`;
  const hasParent =
    reference.parentValid !== undefined || (file.reference !== undefined && reference.parent !== entity.name);
  return [
    ...unknown.map((problem) => `${problem}; the placeholders are ${known}`),
    ...(namesParent(membersOf(entity.valid)) && !hasParent
      ? [
          'entity.valid contains {parent}, but no record of another entity is created first; ' +
            'add "reference.parent" and "reference.parentValid", or write the id of an existing record',
        ]
      : []),
    ...(namesParent(membersOf(reference.parentValid))
      ? [
          'reference.parentValid contains {parent}, but the parent itself is created first; write the id of an existing record',
        ]
      : []),
  ];
}

function membersOf(value: unknown): Members {
  return isObject(value) ? value : {};
}
