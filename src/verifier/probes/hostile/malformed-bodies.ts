import { writeExactJson } from '../../../plan/index.ts';
import type { ProbeContext } from '../probe.ts';
import type { BadBody, GoodWrite } from './body-case.ts';
import { spareColumn } from './columns.ts';

/** A placeholder for bytes or characters that `JSON.stringify` cannot produce. */
const HOLE = '@@';

/** Bodies that are not JSON, have the wrong content type, or could be read differently by two parsers. */
export function malformedBodies(context: ProbeContext): readonly BadBody[] {
  return [...notJson, ...mislabelled, ...ambiguous(context)];
}

const notJson: readonly BadBody[] = [
  { variant: 'a form', make: () => 'name=Jane', basis: 'seed' },
  { variant: 'a truncated body', make: ({ record, wrap }) => wrap(record).slice(0, -1), basis: 'seed' },
  { variant: 'a string as the body', make: () => '"text"', basis: 'seed' },
  { variant: 'a number as the body', make: () => '7' },
  { variant: 'null as the body', make: () => 'null' },
  // Some frameworks read an empty body as an empty object, and some parsers tolerate the following bodies.
  { variant: 'an empty body', make: () => '' },
  { variant: 'a blank body', make: () => ' \n' },
  { variant: 'two bodies in one', make: ({ record, wrap }) => wrap(record) + wrap(record) },
  { variant: 'a trailing comma', make: ({ record, wrap }) => wrap(`${record.slice(0, -1)},}`) },
  { variant: 'a byte order mark', make: ({ record, wrap }) => `\uFEFF${wrap(record)}` },
];

/** It does no harm if a target parses JSON regardless of its content type. */
const mislabelled: readonly BadBody[] = [
  { variant: 'text/plain as the content type', contentType: 'text/plain', make: whole },
  { variant: 'a form as the content type', contentType: 'application/x-www-form-urlencoded', make: whole },
  { variant: 'no content type', contentType: null, make: whole },
];

function ambiguous(context: ProbeContext): readonly BadBody[] {
  const filled = (raw: string) => (good: GoodWrite) => withHole(context, good).replace(`"${HOLE}"`, raw);
  return [
    // The values are empty, so that they cannot harm a target that assigns them.
    { variant: 'a __proto__ key', make: ({ record, wrap }) => wrap(`{"__proto__":{},${record.slice(1)}`) },
    { variant: 'a constructor key', make: ({ record, wrap }) => wrap(`{"constructor":{},${record.slice(1)}`) },
    { variant: 'the same key twice', make: twice },
    { variant: 'a number out of range', make: filled('1e400') },
    { variant: 'half a surrogate pair', make: filled('"Ja\\ud800ne"') },
    { variant: 'nesting too deep', make: filled(nested(25)) },
    { variant: 'nesting far too deep', make: filled(nested(1200)) },
    { variant: 'a body that is not UTF-8', make: (good) => withBytes(withHole(context, good), [0xc3, 0x28, 0xff]) },
  ];
}

/** Numbers in a column for numbers that a double or a 64-bit integer cannot hold, for creations and updates. */
export function numbersOutOfRange({ drafts }: ProbeContext): readonly BadBody[] {
  const { valid, unique } = drafts.entity;
  const column = Object.keys(valid).find((name) => name !== unique && typeof valid[name] === 'number');
  if (column === undefined) return [];
  const numbers = {
    'a number beyond doubles': '1e400',
    'a number beyond the safe integers': '9007199254740993',
    'a number beyond 64 bits': '9223372036854775808',
    'a number of 400 digits': '9'.repeat(400),
    'a number with an exponent of 9 digits': '1e999999999',
  };
  return Object.entries(numbers).map(([variant, number]) => ({
    variant: `${variant} in ${column}`,
    otherAnswer: 'validationError' as const,
    make: ({ values, wrap }: GoodWrite) =>
      wrap(JSON.stringify({ ...values, [column]: HOLE }).replace(`"${HOLE}"`, () => number)),
  }));
}

function whole({ record, wrap }: GoodWrite): string {
  return wrap(record);
}

function twice({ values, record, wrap }: GoodWrite): string {
  const [first = '{}'] = Object.entries(values).map(([column, value]) => writeExactJson({ [column]: value }));
  return wrap(`${first.slice(0, -1)},${record.slice(1)}`);
}

function withHole(context: ProbeContext, { values, wrap }: GoodWrite): string {
  return wrap(writeExactJson({ ...values, [spareColumn(context)]: HOLE }));
}

function withBytes(text: string, bytes: readonly number[]): Buffer {
  const [before = '', after = ''] = text.split(HOLE);
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
}

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}
