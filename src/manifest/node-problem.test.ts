import { describe, expect, it } from '@jest/globals';

import { nodeProblem } from './index.ts';

const about = (node: string) => ({ name: 'a-package', engines: { node } });

describe('nodeProblem', () => {
  it.each([
    ['v20.19.0', '>=22.15'],
    ['v22.14.9', '>=22.15'],
    ['v24.13.1', '>=24.14.0'],
    ['v24.14.0', '>=24.14.1'],
    ['v18.20.8', '>=24'],
    ['v9.0.0', '>=20'],
  ])('says that %s is too old for %s', (version, needed) => {
    expect(nodeProblem(version, about(needed))).toBe(
      `This is Node ${version}, and a-package needs ${needed.slice(2)} or newer. Install it from https://nodejs.org.`,
    );
  });

  it.each([
    ['v22.15.0', '>=22.15'],
    ['v22.15.1', '>=22.15'],
    ['v22.20.0', '>=22.15'],
    ['v24.0.0', '>=22.15'],
    ['v24.0.0', '>=24'],
    ['v100.0.0', '>=24.14.0'],
    ['v26.0.0-nightly', '>=24.14.0'],
  ])('accepts %s for %s', (version, needed) => {
    expect(nodeProblem(version, about(needed))).toBeUndefined();
  });

  it('reads what this package needs from its package.json', () => {
    expect(nodeProblem('v1.0.0')).toContain('workspace-api');
    expect(nodeProblem()).toBeUndefined();
  });
});
