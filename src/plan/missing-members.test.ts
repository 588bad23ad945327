import { describe, expect, it } from '@jest/globals';

import { demoTarget } from '../workspace/index.ts';
import { missingMembers } from './missing-members.ts';
import { parseTarget } from './parse-target.ts';

const demo: Readonly<Record<string, unknown>> = { ...demoTarget('http://127.0.0.1:1', { faults: false }) };
const namesIn = (file: object): readonly string[] =>
  missingMembers(parseTarget({ baseUrl: 'http://127.0.0.1:1', ...file }, {})).map((line) => line.split(':')[0] ?? '');

describe('missingMembers', () => {
  it('is empty for a complete target file', () => {
    expect(namesIn(demo)).toEqual([]);
  });

  it('lists everything that an empty target file lacks, at once', () => {
    expect(namesIn({})).toEqual([
      'organization',
      'workspace',
      'keys.readWrite',
      'keys.readOnly',
      'keys.expired',
      'keys.revoked',
      'keys.otherWorkspace',
      'restricted',
      'entity',
      'reference',
    ]);
  });

  it('leaves out what only an unreachable scenario needs', () => {
    const { restricted: _restricted, reference: _reference, ...file } = demo;
    const unreachable = { workspaceRestricted: 'no modes', foreignKeyViolation: 'no references' };
    expect(namesIn(file)).toEqual(['restricted', 'reference']);
    expect(namesIn({ ...file, unreachable })).toEqual([]);
  });

  it('names the variables of keys if there is a definition, and says why it has no entity', () => {
    const target = { ...parseTarget({ baseUrl: 'http://127.0.0.1:1' }, {}), definition: { entities: [] } };
    const lines = missingMembers({
      ...target,
      lacks: { entity: 'no entity has text', reference: 'no entity references another' },
    });
    expect(lines).toContain(
      'keys.expired (or the environment variable WORKSPACE_API_KEY_EXPIRED): an expired key of the workspace, for expiredApiKey',
    );
    expect(lines).toContain('entity: no entity has text');
    expect(lines.filter((line) => line.startsWith('reference'))).toEqual([]);
  });

  it.each([
    [{ stateless: true }, 'fixtures.existingId'],
    [{ stateless: true }, 'fixtures.takenValue'],
    [
      { reference: { entity: 'B', valid: { a: '{parent}' }, column: 'a', parent: 'C', table: 'c', missing: 9 } },
      'reference.parentValid',
    ],
  ])('finds what %j needs: %s', (members, member) => {
    expect(namesIn({ ...demo, ...members })).toContain(member);
  });
});
