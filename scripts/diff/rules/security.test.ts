import { describe, expect, it } from '@jest/globals';

import type { ContractDocument, SecurityRequirement } from '../../generate/contract-document.ts';
import { readContract } from '../../generate/contract-document.ts';
import { CONTRACT } from '../../generate/generated-files.ts';
import { errorContract } from '../error-contract.ts';
import { security } from './security.ts';

const contract = await readContract(CONTRACT);

interface Security {
  readonly document?: readonly SecurityRequirement[];
  /** The security of listRecords, if it has its own. */
  readonly own?: readonly SecurityRequirement[];
  readonly schemes?: ContractDocument['components']['securitySchemes'];
}

const BEARER = { bearer: { type: 'http', scheme: 'bearer' }, key: { type: 'apiKey', in: 'header', name: 'X-Key' } };

function contractWith({ document, own, schemes = BEARER }: Security) {
  const { security: _security, ...rest } = structuredClone(contract);
  const list = rest.paths['/{entityName}']?.get;
  if (list === undefined) throw new Error('the contract has no listRecords');
  if (own !== undefined) list.security = [...own];
  rest.components.securitySchemes = schemes;
  return errorContract(document === undefined ? rest : { ...rest, security: [...document] });
}

/** The rating of the change of listRecords, or `undefined` if nothing is reported. */
function ratingOf(before: Security, after: Security): string | undefined {
  const found = security(contractWith(before), contractWith(after));
  return found.find(({ message }) => message.startsWith('listRecords '))?.impact;
}

const none: SecurityRequirement = {};
const bearer: SecurityRequirement = { bearer: [] };
const key: SecurityRequirement = { key: [] };

describe('the security of an operation', () => {
  it.each<[string, Security, Security]>([
    ['starts to require a key', { own: [] }, { own: [bearer] }],
    ['starts to require the key of the document', { document: [bearer], own: [] }, { document: [bearer] }],
    ['starts to require a key for every operation', {}, { document: [bearer] }],
    ['starts to require what was optional', { own: [none, bearer] }, { own: [bearer] }],
    ['requires another scheme', { own: [bearer] }, { own: [key] }],
    ['requires another scheme of the same name', { own: [bearer] }, { own: [bearer], schemes: { bearer: BEARER.key } }],
    ['no longer accepts one of two', { own: [bearer, key] }, { own: [bearer] }],
    ['requires both of two', { own: [bearer, key] }, { own: [{ ...bearer, ...key }] }],
    ['requires a further scope', { own: [bearer] }, { own: [{ bearer: ['write'] }] }],
  ])('is a major change when it %s', (_change, before, after) => {
    expect(ratingOf(before, after)).toBe('major');
  });

  it.each<[string, Security, Security]>([
    ['no longer requires a key', { own: [bearer] }, { own: [] }],
    ['makes the key optional', { own: [bearer] }, { own: [bearer, none] }],
    ['accepts another scheme as well', { own: [bearer] }, { own: [bearer, key] }],
    ['requires one of two that were both required', { own: [{ ...bearer, ...key }] }, { own: [bearer, key] }],
    ['requires a scope less', { own: [{ bearer: ['read', 'write'] }] }, { own: [{ bearer: ['read'] }] }],
  ])('is a minor change when it %s', (_change, before, after) => {
    expect(ratingOf(before, after)).toBe('minor');
  });

  it.each<[string, Security, Security]>([
    ['is written at the operation instead of the document', { document: [bearer] }, { own: [bearer] }],
    ['lists the same in another order', { own: [bearer, key] }, { own: [key, bearer] }],
    ['renames a scheme', { own: [bearer] }, { own: [{ token: [] }], schemes: { token: BEARER.bearer } }],
    ['is absent or empty', {}, { document: [] }],
  ])('is no change when it %s', (_change, before, after) => {
    expect(ratingOf(before, after)).toBeUndefined();
  });

  it('is compared for every operation', () => {
    const found = security(contractWith({}), contractWith({ document: [bearer] }));
    expect(found.map(({ impact }) => impact)).toEqual(Array.from({ length: 8 }, () => 'major'));
    expect(found[0]?.message).toBe('listRecords now requires http bearer, was nothing');
  });
});
