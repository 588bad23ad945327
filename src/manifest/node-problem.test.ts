import { describe, expect, it } from '@jest/globals';

import { nodeProblem } from './index.ts';

const about = (node: string) => ({ name: 'a-package', engines: { node } });

describe('nodeProblem', () => {
  it.each([
    ['v20.19.0', '^22.16.0 || >=24.0.0', '22.16.0 or a newer 22, or 24.0.0 or newer'],
    ['v22.15.9', '^22.16.0 || >=24.0.0', '22.16.0 or a newer 22, or 24.0.0 or newer'],
    ['v23.1.0', '^22.16.0 || >=24.0.0', '22.16.0 or a newer 22, or 24.0.0 or newer'],
    ['v24.4.1', '^22.21.0 || >=24.5.0', '22.21.0 or a newer 22, or 24.5.0 or newer'],
    ['v24.13.1', '>=24.14.0', '24.14.0 or newer'],
    ['v24.14.0', '>=24.14.1', '24.14.1 or newer'],
    ['v18.20.8', '>=24', '24 or newer'],
    ['v9.0.0', '>=20', '20 or newer'],
  ])('says that %s is not in %s', (version, node, needed) => {
    expect(nodeProblem(version, about(node))).toBe(
      `This is Node ${version}, and a-package needs ${needed}. Install it from https://nodejs.org.`,
    );
  });

  it.each([
    ['v22.16.0', '^22.16.0 || >=24.0.0'],
    ['v22.16.1', '^22.16.0 || >=24.0.0'],
    ['v22.20.0', '^22.16.0 || >=24.0.0'],
    ['v24.0.0', '^22.16.0 || >=24.0.0'],
    ['v25.1.0', '^22.16.0 || >=24.0.0'],
    ['v24.0.0', '>=24'],
    ['v100.0.0', '>=24.14.0'],
    ['v26.0.0-nightly20260101', '>=24.14.0'],
  ])('accepts %s for %s', (version, node) => {
    expect(nodeProblem(version, about(node))).toBeUndefined();
  });

  it('reads what this package needs from its package.json', () => {
    expect(nodeProblem('v1.0.0')).toContain('workspace-api');
    expect(nodeProblem()).toBeUndefined();
  });
});
