import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

import { contract, fillTemplate, toEnvelope } from '../../contract/index.ts';
import { batchFailure, parameterFailure, validationFailure } from './validation-failure.ts';

const ajv = addFormats.default(new Ajv({ allErrors: true, strict: false }));

/** The errors that the validator finds in a value. */
function errorsOf(schema: object, value: unknown) {
  const validate = ajv.compile(schema);
  expect(validate(value)).toBe(false);
  return validate.errors ?? [];
}

function detailsOf(schema: object, value: unknown, entityName?: string) {
  return validationFailure(errorsOf(schema, value), entityName).details;
}

/** The schema of an object with one field. */
const withField = (schema: object): object => ({ type: 'object', properties: { field: schema } });

describe('validationFailure', () => {
  it.each([
    [{ type: 'string' }, 1, 'TYPE', { type: 'text' }],
    [{ type: ['integer', 'null'] }, 1.5, 'TYPE', { type: 'a whole number' }],
    [{ type: ['number', 'boolean'] }, 'x', 'TYPE', { type: 'a number or true or false' }],
    [{ type: 'string', minLength: 3 }, 'ab', 'MIN_LENGTH', { min: 3 }],
    [{ type: 'string', maxLength: 3 }, 'abcd', 'MAX_LENGTH', { max: 3 }],
    [{ type: 'string', pattern: '^ORD-' }, 'x', 'PATTERN', { pattern: '^ORD-' }],
    [{ type: 'string', format: 'email' }, 'nope', 'EMAIL', {}],
    [{ type: 'string', format: 'uri' }, 'nope', 'URL', {}],
    [{ type: 'integer', minimum: 0 }, -1, 'MIN', { min: 0 }],
    [{ type: 'integer', maximum: 150 }, 151, 'MAX', { max: 150 }],
    [{ type: 'number', exclusiveMinimum: 0 }, 0, 'POSITIVE', {}],
    [{ type: 'number', exclusiveMaximum: 0 }, 0, 'NEGATIVE', {}],
  ] as const)("says what breaks %j in the contract's words", (schema, value, name, values) => {
    const message = fillTemplate(contract.constraintMessages[name].template, values);
    expect(detailsOf(withField(schema), { field: value })).toEqual([{ field: 'field', message }]);
  });

  it("uses the validator's message if the contract has none", () => {
    expect(detailsOf(withField({ enum: ['a'] }), { field: 'b' })).toEqual([
      { field: 'field', message: 'must be equal to one of the allowed values' },
    ]);
    expect(detailsOf(withField({ type: 'number', exclusiveMinimum: 5 }), { field: 5 })).toEqual([
      { field: 'field', message: 'must be > 5' },
    ]);
    expect(validationFailure([{ instancePath: '/field', keyword: 'odd', params: {} }]).details).toEqual([
      { field: 'field', message: 'is not valid' },
    ]);
  });

  it('names a missing field and an unknown one', () => {
    const schema = { type: 'object', required: ['name'], properties: { name: {} }, additionalProperties: false };
    expect(detailsOf(schema, { nmae: 'Jane' })).toEqual([
      { field: 'name', message: 'name is required' },
      { field: 'nmae', message: 'is unknown' },
    ]);
    expect(detailsOf(schema, { name: 'Jane', x: 1 }, 'Customer')).toEqual([
      { field: 'x', message: 'x is not a column of Customer' },
    ]);
  });

  it('collects and counts all problems', () => {
    const schema = { type: 'object', properties: { a: { minimum: 1 }, b: { format: 'email' } }, required: ['c'] };
    const failure = validationFailure(errorsOf(schema, { a: 0, b: 'nope' }));
    expect(toEnvelope(failure)).toEqual({
      error: {
        code: 'VALIDATION_ERROR',
        message: 'Validation failed: 3 error(s)',
        details: [
          { field: 'c', message: 'c is required' },
          { field: 'a', message: 'must be at least 1' },
          { field: 'b', message: 'must be a valid email address' },
        ],
      },
    });
  });

  it('joins the names of nested fields, unescaped', () => {
    const schema = withField({ type: 'object', properties: { 'a/b~c': { type: 'string' } } });
    expect(detailsOf(schema, { field: { 'a/b~c': 1 } })).toEqual([{ field: 'field.a/b~c', message: 'must be text' }]);
  });

  it('omits the error of a combination of schemas about the whole body', () => {
    const schema = { anyOf: [{ required: ['a'] }, { required: ['b'] }] };
    expect(detailsOf(schema, {})?.map(({ field }) => field)).toEqual(['a', 'b']);
  });

  it.each([
    [{ type: 'object' }, [], 'The body must be a JSON object'],
    [{ type: 'array' }, {}, 'The body must be a JSON array'],
    [{ type: 'object', minProperties: 1 }, {}, 'The body must NOT have fewer than 1 properties'],
  ])('is a bad request if the body itself violates %j', (schema, body, message) => {
    expect(toEnvelope(validationFailure(errorsOf(schema, body)))).toEqual({ error: { code: 'BAD_REQUEST', message } });
  });

  it.each([[[]], [null], [undefined]])('is a bad request for the errors %j', (errors) => {
    expect(validationFailure(errors)).toMatchObject({ scenario: 'badRequest', message: 'The body is not valid' });
  });
});

describe('batchFailure', () => {
  it.each([
    [{ type: 'array', minItems: 1 }, [], 'The body must NOT have fewer than 1 items'],
    [{ type: 'array', items: { required: ['id'] } }, [{ id: 1 }, {}], 'Item 1.id is required'],
    [{ type: 'array', items: { type: 'object' } }, ['x'], 'Item 0 must be a JSON object'],
  ])('names what violates %j', (schema, body, message) => {
    expect(batchFailure(errorsOf(schema, body))).toMatchObject({ scenario: 'badRequest', message });
  });
});

describe('parameterFailure', () => {
  const schema = {
    type: 'object',
    properties: { page: { type: 'integer', minimum: 0 } },
    required: ['size'],
    additionalProperties: false,
  };

  it.each([
    [{ size: 1, page: -1 }, 'Parameter page must be at least 0'],
    [{ size: 1, page: 'x' }, 'Parameter page must be a whole number'],
    [{}, 'Parameter size is required'],
    [{ size: 1, pgae: 1 }, 'Parameter pgae is unknown'],
  ])('names the invalid parameter in %j', (query, message) => {
    const own = { ...schema, properties: { ...schema.properties, size: {} } };
    expect(parameterFailure('Parameter', errorsOf(own, query))).toMatchObject({ scenario: 'badRequest', message });
  });

  it('names a header, unless there is no error that contains its name', () => {
    expect(parameterFailure('Header', errorsOf({ required: ['x-team'] }, {})).message).toBe(
      'Header x-team is required',
    );
    expect(parameterFailure('Header', []).message).toBe('A header is not valid');
  });
});
