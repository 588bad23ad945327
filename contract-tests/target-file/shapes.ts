import { parseTarget } from '../../src/plan/index.ts';
import type { Report, VerifyOptions } from '../../src/verifier/index.ts';
import { demoTarget } from '../../src/workspace/index.ts';
import { startBent } from '../hostile-level/bent-server.ts';
import { SEED } from '../hostile-level/verify-hostile.ts';
import { verify } from '../verify.ts';
import type { Shape } from './shaped-server.ts';
import { shaped } from './shaped-server.ts';

const tenant = { header: 'x-tenant', value: 'blue' };
const words: Shape['ids'] = {
  show: (id) => `rec_${id.toString(36)}`,
  pattern: /rec_([\da-z]{1,8})/,
  read: (group) => Number.parseInt(group, 36),
};
const uuids: Shape['ids'] = {
  show: (id) => `018f0000-0000-7000-8000-${String(id).padStart(12, '0')}`,
  pattern: /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-([\da-f]{12})/,
  // The id that the verifier uses for a missing record must not match a record of the reference server.
  read: (group) => Number(group) || 999_999_999,
};

/** Orders are the main entity: they must reference a customer. */
const declared = {
  headers: { 'X-Tenant': { env: 'TENANT' } },
  entity: {
    name: 'Order',
    valid: { orderNumber: 'ORD-{run:16}', customer_id: '{parent}', paid: true },
    unique: 'orderNumber',
    required: 'orderNumber',
    invalid: { orderNumber: 'nope', total: -1 },
  },
};
const parentValid = { name: 'Jane Doe', email: 'jane-{run}@example.com' };

/** Servers of other shapes, each with what its target file declares and the id of a missing customer. */
export const shapes = {
  'string ids, keys in X-Api-Key, and 400 for a malformed id': {
    shape: { ids: words, key: { header: 'x-api-key', prefix: '' }, malformed: 400, tenant },
    file: {
      ids: 'string',
      authentication: { header: 'X-Api-Key' },
      malformedId: 400,
      fixtures: { missingId: 'rec_zzzzzz' },
    },
    missing: 'rec_zzzzzy',
  },
  'UUIDs, keys of another scheme, and 422 for a malformed id': {
    shape: { ids: uuids, key: { header: 'authorization', prefix: 'ApiKey ' }, malformed: 422, tenant },
    file: { ids: 'uuid', authentication: { scheme: 'ApiKey' }, malformedId: 422 },
    missing: '018f0000-0000-7000-8000-000999999998',
  },
} satisfies Record<string, { readonly shape: Shape; readonly file: object; readonly missing: string }>;

/** The name of a shape. */
export type ShapeName = keyof typeof shapes;

/**
 * Verifies a running server in another shape.
 * @param file members of the target file besides those that every shape has
 */
export async function verifyShape(
  upstream: string,
  name: ShapeName,
  file: object,
  options: Omit<VerifyOptions, 'target'>,
): Promise<Report> {
  const { shape, missing } = shapes[name];
  const bent = await startBent(upstream, shaped(shape));
  try {
    const demo = { reference: {}, ...demoTarget(bent.url, { faults: true }) };
    const reference = { ...demo.reference, missing, parentValid };
    const target = parseTarget({ ...demo, ...declared, reference, ...file }, { TENANT: 'blue' });
    return await verify({ level: 'hostile', seed: SEED, timeout: 5000, ...options, target });
  } finally {
    await bent.close();
  }
}
