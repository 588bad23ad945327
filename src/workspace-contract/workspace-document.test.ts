import { describe, expect, it } from '@jest/globals';

import { contract, isObject, isScenarioName } from '../contract/index.ts';
import type { EntityDefinition, WorkspaceDefinition } from '../workspace/index.ts';
import { DefinitionError } from '../workspace/index.ts';
import { exampleRecords, workspaceDocument } from './index.ts';

const workspace: WorkspaceDefinition = {
  slug: 'helpdesk',
  mode: 'ACTIVE',
  keys: [],
  entities: [
    {
      name: 'Ticket',
      table: 'tickets',
      description: 'A request for help.',
      columns: [
        {
          name: 'number',
          type: 'TEXT',
          nullable: false,
          unique: true,
          constraints: [{ type: 'PATTERN', value: '^T-\\d+$' }],
        },
        { name: 'agent_id', type: 'INTEGER', references: 'Agent' },
      ],
    },
    { name: 'Agent', table: 'agents', columns: [{ name: 'email', type: 'TEXT', constraints: [{ type: 'EMAIL' }] }] },
    { name: 'note', table: 'notes', columns: [{ name: 'text', type: 'TEXT' }] },
    { name: 'Note', table: 'other_notes', columns: [{ name: 'text', type: 'TEXT' }] },
  ],
  records: { Ticket: [{ number: 'T-7' }] },
};
const document = workspaceDocument({ organization: 'acme', workspace });

/** Returns what is at a path of the document, through references. */
function at(...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    const next = isObject(value) ? value[name] : undefined;
    if (!isObject(next) || typeof next.$ref !== 'string') return next;
    return at(...next.$ref.split('/').slice(1));
  }, document);
}

/** Returns the scenarios that an operation lists, by status. */
function scenariosOf(path: string, method: string): Readonly<Record<string, readonly string[]>> {
  const statuses = Object.keys(Object(at('paths', path, method, 'responses')));
  const listed = statuses.map((status) => {
    const examples = at('paths', path, method, 'responses', status, 'content', 'application/json', 'examples');
    return [status, Object.keys(Object(examples)).filter(isScenarioName)] as const;
  });
  return Object.fromEntries(listed.filter(([, names]) => names.length > 0));
}

describe('exampleRecords', () => {
  it('completes the records of a definition, whatever the names of its columns', () => {
    const entity: EntityDefinition = { name: 'A', table: 'a', columns: [{ name: 'toString', type: 'TEXT' }] };
    expect(exampleRecords({ records: { A: [{}] } }, entity)).toEqual([{ toString: null }]);
  });
});

describe('workspaceDocument', () => {
  it('has eight operations for each entity, each with the operation of the contract that it derives from', () => {
    const operations = Object.values(Object(document.paths)).flatMap((item) =>
      Object.values(Object(item)).filter(isObject),
    );
    const ids = operations.map((each) => [each.operationId, each['x-operation']]).filter(([id]) => id !== undefined);
    expect(ids).toHaveLength(4 * contract.operationIds.length);
    expect(ids).toContainEqual(['createTicket', 'createRecord']);
    expect(ids).toContainEqual(['bulkDeleteAgent', 'bulkDeleteRecords']);
    expect(new Set(ids.map(([id]) => id)).size).toBe(ids.length);
    expect(ids).toContainEqual(['list_note', 'listRecords']);
    expect(ids).toContainEqual(['list_Note', 'listRecords']);
  });

  it('lists for each operation only what can happen to its entity', () => {
    const write = {
      401: ['invalidApiKey', 'expiredApiKey', 'wrongWorkspace'],
      403: ['readOnlyKey'],
      500: ['internalError'],
    };
    expect(scenariosOf('/Ticket', 'post')).toEqual({
      ...write,
      400: ['badRequest', 'foreignKeyViolation'],
      409: ['workspaceRestricted', 'uniqueConstraintViolation'],
      422: ['validationError'],
    });
    expect(scenariosOf('/Agent', 'post')).toEqual({
      ...write,
      400: ['badRequest'],
      409: ['workspaceRestricted'],
      422: ['validationError'],
    });
    expect(scenariosOf('/Agent/{id}', 'delete')).toMatchObject({
      400: ['badRequest', 'recordReferenced'],
      404: ['recordNotFound'],
    });
    expect(scenariosOf('/Ticket/{id}', 'delete')).toMatchObject({ 400: ['badRequest'], 404: ['recordNotFound'] });
    expect(scenariosOf('/Ticket', 'get')).not.toHaveProperty('404');
    expect(at('paths', '/Agent/{id}', 'delete', 'responses', '404', 'description')).toMatch(
      /^No record exists with the given ID/,
    );
  });

  it('allows in a response only the codes of the scenarios that it lists', () => {
    const failure = (operation: string) =>
      at('components', 'schemas', `${operation}.failure`, 'properties', 'error', 'discriminator', 'mapping');
    expect(Object.keys(Object(failure('Ticket.bulkCreateRecords')))).toEqual([
      'UNIQUE_CONSTRAINT_VIOLATION',
      'FOREIGN_KEY_VIOLATION',
      'VALIDATION_ERROR',
      'INTERNAL_ERROR',
    ]);
    expect(Object.keys(Object(failure('Agent.bulkCreateRecords')))).toEqual(['VALIDATION_ERROR', 'INTERNAL_ERROR']);
    expect(Object.keys(Object(failure('Agent.bulkDeleteRecords')))).toEqual([
      'NOT_FOUND',
      'FOREIGN_KEY_VIOLATION',
      'INTERNAL_ERROR',
    ]);
  });

  it("fills the examples with the entity's own names and values", () => {
    const message = (example: string) => at('components', 'examples', example, 'value', 'error', 'message');
    expect(message('Ticket.uniqueConstraintViolation')).toBe("A record with number 'T-7' already exists");
    expect(message('Ticket.foreignKeyViolation')).toBe("Referenced agent_id '999999' does not exist in agents");
    expect(message('Agent.recordReferenced')).toBe('Record 1 is still referenced by agent_id in tickets');
    expect(at('components', 'examples', 'Ticket.validationError', 'value', 'error', 'details')).toEqual([
      { field: 'number', message: 'number is required' },
    ]);
    expect(at('components', 'examples', 'Ticket.newRecord', 'value')).toEqual({ number: 'T-7', agent_id: null });
    expect(at('components', 'examples', 'Agent.newRecord', 'value')).toEqual({ email: 'jane@example.com' });
  });

  it('requires every column in what a write returns, and only the id in what `fields` can shorten', () => {
    expect(at('components', 'schemas', 'Ticket.record', 'required')).toEqual(['id', 'number', 'agent_id']);
    expect(at('components', 'schemas', 'Ticket.shown', 'required')).toEqual(['id']);
    expect(at('components', 'schemas', 'Ticket.create', 'required')).toEqual(['number']);
    expect(Object.keys(Object(at('components', 'schemas', 'Agent.shown', 'properties')))).toEqual([
      'id',
      'email',
      'tickets',
    ]);
  });

  it('names the columns and relations that exist in its parameters', () => {
    expect(at('components', 'parameters', 'Agent.Sort', 'schema', 'enum')).toEqual([
      'id,asc',
      'id,desc',
      'email,asc',
      'email,desc',
    ]);
    expect(at('components', 'parameters', 'note.Fields', 'schema', 'items', 'enum')).toEqual(['id', 'text']);
    expect(at('components', 'parameters', 'note.Expand')).toBeUndefined();
    expect(at('components', 'parameters', 'Ticket.Filter', 'schema', 'propertyNames', 'enum')).toEqual(
      expect.arrayContaining(['number', 'number.like', 'agent_id.gte', 'id.in']),
    );
    expect(at('components', 'parameters', 'Ticket.Filter', 'schema', 'propertyNames', 'enum')).not.toContain(
      'agent_id.like',
    );
  });

  it('has the address of the workspace', () => {
    const variables = { orgSlug: { default: 'acme' }, workspaceSlug: { default: 'helpdesk' } };
    expect(document.servers).toEqual([expect.objectContaining({ variables: expect.anything() }), expect.anything()]);
    expect(document.servers).toMatchObject([{ variables }, { variables }]);
  });

  it('asks for an example where it finds no value', () => {
    const code = {
      name: 'code',
      type: 'TEXT',
      nullable: false,
      constraints: [
        { type: 'PATTERN', value: '^(?:)$' },
        { type: 'MIN_LENGTH', value: 1 },
      ],
    } as const;
    const impossible = { ...workspace, records: {}, entities: [{ name: 'Ticket', table: 'tickets', columns: [code] }] };
    const derive = () => workspaceDocument({ organization: 'acme', workspace: impossible });
    expect(derive).toThrow(DefinitionError);
    expect(derive).toThrow('add an "example" to the column code of Ticket');
  });
});
